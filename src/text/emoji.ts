/**
 * Emoji that are written for a word, as they stand in advertisements; all others mean nothing to the match key.
 * A heart is a word only after something that sounds like 微 (薇❤): see normalise.ts.
 */
export const EMOJI_WORDS: ReadonlyMap<string, string> = new Map([
  ['➕', '加'],
  ['🧧', '红包'],
  ['💰', '钱'],
  ['💵', '钱'],
  ['💴', '钱'],
  ['🤑', '钱'],
  ['🐧', 'qq'],
])

export const HEARTS: ReadonlySet<string> = new Set([...'❤♥💗💓💕💖💘💝💞💟🧡💛💚💙💜🖤🤍🤎💌'])

/** Names of WeChat's own emoji, as they stand between brackets in a message (Chinese and English clients). */
export const WECHAT_EMOJI: ReadonlySet<string> = new Set(
  (
    '微笑 撇嘴 色 发呆 得意 流泪 害羞 闭嘴 睡 大哭 尴尬 发怒 调皮 呲牙 惊讶 难过 酷 冷汗 抓狂 吐 偷笑 愉快 可爱 白眼 傲慢 饥饿 困 惊恐 流汗 ' +
    '憨笑 悠闲 大兵 奋斗 咒骂 疑问 嘘 晕 疯了 折磨 衰 骷髅 敲打 再见 擦汗 抠鼻 鼓掌 糗大了 坏笑 左哼哼 右哼哼 哈欠 鄙视 委屈 快哭了 阴险 亲亲 吓 ' +
    '可怜 菜刀 西瓜 啤酒 篮球 乒乓 咖啡 饭 猪头 玫瑰 凋谢 嘴唇 示爱 爱心 心碎 蛋糕 闪电 炸弹 刀 足球 瓢虫 便便 月亮 太阳 礼物 拥抱 强 弱 握手 ' +
    '胜利 抱拳 勾引 拳头 差劲 爱你 NO OK 爱情 飞吻 跳跳 发抖 怄火 转圈 磕头 回头 跳绳 投降 激动 乱舞 献吻 左太极 右太极 嘿哈 捂脸 奸笑 机智 皱眉 ' +
    '耶 吃瓜 加油 汗 天啊 Emm 社会社会 旺柴 好的 打脸 哇 翻白眼 666 让我看看 叹气 苦涩 裂开 合十 福 囧 红包 發 发 庆祝 烟花 爆竹 加油加油 ' +
    '笑脸 生病 破涕为笑 吐舌 脸红 恐惧 失望 无语 鬼魂 脸黑 悠闲 恭喜 鲜花 鸡 开心 悲伤 抱抱 ' +
    'Smile Grimace Drool Scowl CoolGuy Sob Shy Silent Sleep Cry Awkward Angry Tongue Grin Surprise Frown Ruthless Blush Scream Puke ' +
    'Chuckle Joyful Slight Smug Hungry Drowsy Panic Sweat Laugh Commando Determined Scold Shocked Shhh Dizzy Tormented Toasted Skull Hammer ' +
    'Wave Speechless NosePick Clap Shame Trick Yawn Pooh-pooh Shrunken TearingUp Sly Kiss Wrath Whimper Cleaver Watermelon Beer Basketball ' +
    'PingPong Coffee Rice Pig Rose Wilt Lips Heart BrokenHeart Cake Lightning Bomb Dagger Soccer Ladybug Poop Moon Sun Gift Hug ThumbsUp ' +
    'ThumbsDown Shake Peace Fight Beckon Fist Pinky RockOn Nuh-uh InLove Blowkiss Waddle Tremble Aaagh! Twirl Kotow Dramatic JumpRope ' +
    'Surrender Hooray Meditate Smooch Hey Facepalm Smirk Smart Concerned Yeah! Onlooker GoForIt Sweats OMG Respect Doge NoProb MyBad Wow ' +
    'Boring Awesome LetMeSee Sigh Hurt Broken Worship Blessing Packet Party Fireworks Firecracker Happy Lol Terror Duh Sick LetDown Terrified Love'
  ).split(' '),
)

/** Longest name in the list: how far a closing bracket is looked for. */
export const WECHAT_EMOJI_LENGTH = Math.max(...[...WECHAT_EMOJI].map(name => name.length))
