import { folded } from './fold.js';
/**
 * WeChat's own emoji, as clients write them: the simplified name first, then what Hong Kong and Taiwan call it where
 * that is another word, the English name, and the code of old clients. `_` is a space.
 */
const CODES = `
微笑 Smile /::) | 撇嘴 Grimace /::~ | 色 Drool /::B | 发呆 Scowl /::| | 得意 CoolGuy /:8-) | 流泪 Sob /::< | 害羞 Shy /::$
闭嘴 Silent /::X | 睡 Sleep /::Z | 大哭 Cry /::'( | 尴尬 Awkward /::-| | 发怒 Angry /::@ | 调皮 Tongue /::P | 呲牙 Grin /::D
惊讶 Surprise /::O | 难过 Frown /::( | 酷 Ruthless /::+ | 冷汗 Blush /:--b | 抓狂 Scream /::Q | 吐 Puke /::T
偷笑 Chuckle /:,@P | 愉快 Joyful /:,@-D | 可爱 | 白眼 Slight /::d | 傲慢 Smug /:,@o | 饥饿 Hungry /::g | 困 累 Drowsy /:|-)
惊恐 Panic /::! | 流汗 Sweat /::L | 憨笑 大笑 Laugh /::> | 悠闲 Commando /::,@ | 大兵 | 奋斗 Determined /:,@f
咒骂 Scold /::-S | 疑问 Shocked /:? | 嘘 Shhh /:,@x | 晕 Dizzy /:,@@ | 疯了 Tormented /::8 | 折磨 | 衰 Toasted BadLuck /:,@!
骷髅 骷髅头 Skull /:!!! | 敲打 Hammer /:xx | 再见 Wave Bye /:bye | 擦汗 Speechless /:wipe | 抠鼻 NosePick /:dig
鼓掌 Clap /:handclap | 糗大了 羞辱 Shame /:&-( | 坏笑 Trick /:B-) | 左哼哼 Bah！L /:<@ | 右哼哼 Bah！R /:@> | 哈欠 Yawn /::-O
鄙视 Pooh-pooh /:>-| | 委屈 Shrunken /:P-( | 快哭了 TearingUp /::'| | 阴险 Sly /:X-) | 亲亲 Kiss /::* | 吓 Wrath /:@x
可怜 Whimper /:8* | 菜刀 Cleaver /:pd | 西瓜 Watermelon /:<W> | 啤酒 Beer /:beer | 篮球 Basketball /:basketb
乒乓 PingPong /:oo | 咖啡 Coffee /:coffee | 茶 Tea | 饭 Rice /:eat | 猪头 Pig /:pig | 玫瑰 Rose /:rose | 凋谢 枯萎 Wilt /:fade
嘴唇 Lips /:showlove | 示爱 | 爱心 Heart /:heart | 心碎 BrokenHeart /:break | 蛋糕 Cake /:cake | 闪电 Lightning /:li
炸弹 Bomb /:bome | 刀 Dagger /:kn | 足球 Soccer /:footb | 瓢虫 甲虫 Ladybug /:ladybug | 便便 Poop /:shit | 月亮 Moon /:moon
太阳 Sun /:sun | 礼物 Gift /:gift | 拥抱 Hug /:hug | 强 ThumbsUp /:strong | 弱 ThumbsDown /:weak | 握手 Shake /:share
胜利 Peace /:v | 抱拳 Fight Salute /:@) | 勾引 Beckon /:jj | 拳头 Fist /:@@ | 差劲 Pinky /:bad | 爱你 RockOn /:lvu
NO Nuh-uh /:no | OK /:ok | 爱情 InLove Love /:love | 飞吻 Blowkiss /:<L> | 跳跳 Waddle /:jump | 发抖 Tremble /:shake
怄火 喷火 Aaagh! /:<O> | 转圈 Twirl /:circle | 磕头 Kotow /:kotow | 回头 Dramatic /:turn | 跳绳 JumpRope /:skip
投降 Surrender /:oY | 激动 Hooray /:#-0 | 乱舞 Meditate /:hiphot | 献吻 Smooch /:kiss | 左太极 TaiChi_L /:<&
右太极 TaiChi_R /:&> | 嘿哈 吼嘿 Hey | 捂脸 掩面 Facepalm | 奸笑 Smirk | 机智 Smart | 皱眉 Concerned Moue | 耶 欧耶 Yeah! | 吃瓜 Onlooker
加油 GoForIt | 加油加油 KeepFighting | 汗 Sweats | 天啊 OMG | Emm | 社会社会 Respect | 旺柴 Doge | 好的 NoProb | 打脸 MyBad | 哇 Wow
翻白眼 Boring | 666 Awesome | 让我看看 LetMeSee | 叹气 Sigh | 苦涩 Hurt | 裂开 Broken | 合十 Worship | 福 Blessing | 囧 | 红包 Packet
發 发 | 庆祝 Party | 烟花 Fireworks | 爆竹 Firecracker | 蜡烛 Candle | 强壮 Strong | 笑脸 Happy | 生病 Sick | 破涕为笑 Lol | 吐舌 | 脸红 Flushed
恐惧 Terror | 失望 LetDown | 无语 Duh | 鬼魂 Ghost | 脸黑 | 恭喜 | 鲜花 | 鸡 小鸡 Chick | 开心 | 悲伤 | 抱抱 | Terrified`;
/** Every way of writing one → `[爱心]`. */
const NAMES = new Map();
/** By what comes after `/:`. */
const OLD = new Map();
for (const line of CODES.trim().split(/ \| |\n/)) {
    const all = line.replace(/_/g, ' ').split(/(?<!TaiChi) /);
    for (const one of all) {
        if (one.startsWith('/:'))
            OLD.set(one.slice(2), `[${all[0]}]`);
        else
            NAMES.set(one, `[${all[0]}]`);
    }
}
const NAME_AT_MOST = Math.max(...[...NAMES.keys()].map(name => name.length));
const OLD_AT_MOST = Math.max(...[...OLD.keys()].map(code => code.length));
const BRACKET = 0x5b;
const CLOSING = 0x5d;
const SLASH = 0x2f;
const COLON = 0x3a;
const LETTER = /[a-z]/i;
/** The code that begins at `at`; null for text in brackets and anything else. */
export function codeAt(text, at) {
    const code = text.charCodeAt(at);
    if (code === BRACKET)
        return bracketed(text, at);
    return code === SLASH && text.charCodeAt(at + 1) === COLON ? old(text, at) : null;
}
function bracketed(text, at) {
    const limit = Math.min(text.length, at + NAME_AT_MOST + 2);
    for (let i = at + 2; i < limit; i++) {
        if (text.charCodeAt(i) !== CLOSING)
            continue;
        const written = text.slice(at + 1, i);
        const name = NAMES.get(written) ?? NAMES.get(simplified(written));
        return name === undefined ? null : { end: i + 1, name };
    }
    return null;
}
/** Letters of Han only: [SMILE] is text. */
const simplified = (name) => Array.from(name, character => (character < '㐀' ? character : folded(character.codePointAt(0)).key)).join('');
/** The longest that fits; one of letters ends where they do (/:no is not in /:node). */
function old(text, at) {
    for (let length = OLD_AT_MOST; length > 0; length--) {
        const code = text.slice(at + 2, at + 2 + length);
        const name = OLD.get(code);
        if (name === undefined || code.length < length)
            continue;
        const end = at + 2 + length;
        if (!LETTER.test(code.at(-1)) || !LETTER.test(text[end] ?? ''))
            return { end, name };
    }
    return null;
}
//# sourceMappingURL=emoji-codes.js.map