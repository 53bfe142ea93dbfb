import { isInstalled, isPuppetName } from '../../gateways/wechaty/any/load.js';
import { assumedOf, capabilitiesOf, knownPuppets } from '../../gateways/wechaty/capability.js';
import { fail, ok, warn } from './finding.js';
/** What a puppet can or cannot do, and what that means, in words. */
const WORDS = {
    sayInGroup: { name: '在群里说话', without: '集体提示发不出去', needed: true },
    sayInPrivate: { name: '发私信', without: '提醒和上报发不出去', needed: true },
    recallOwn: { name: '撤回自己的话', without: '说错了要由人来更正' },
    recallOther: { name: '撤回他人消息', without: '微信只允许本人 2 分钟内撤回；小助手立即请本人撤回，不撤再告诉班主任' },
    removeMember: { name: '移出群成员', without: '由群主或管理员处理' },
    announce: { name: '发群公告', without: '由群主或管理员发布' },
    hearsItself: { name: '听到自己发出的话', without: '断线时那一条是否送到，不能自动确认' },
};
/**
 * The capability map of the configured puppet. `of` is asked by the puppet's name; null: nobody has looked at it, then no
 * more is taken for granted than that it hears and speaks.
 */
export function abilities(puppet, of = capabilitiesOf, installed = name => isPuppetName(name) && isInstalled(name)) {
    const known = of(puppet);
    const found = known ?? assumedOf(puppet);
    const names = Object.keys(WORDS);
    const lines = names.map(name => {
        const { name: title, without } = WORDS[name];
        return found[name] ? `${title}：能` : `${title}：做不到（${without}）`;
    });
    if (!installed(puppet)) {
        return fail(`没有安装 ${puppet}`, `npm install ${puppet}；验证过的有：${knownPuppets().join('、')}`, lines);
    }
    if (known === null) {
        return warn(`没有验证过 ${puppet}，只当它能听能说`, `启动后以它自己声明的为准；验证过的有：${knownPuppets().join('、')}`, lines);
    }
    const missing = names.filter(name => WORDS[name].needed && !found[name]);
    if (missing.length === 0)
        return ok(`微信连接 ${puppet}`, lines);
    return warn(`微信连接 ${puppet} 不能${missing.map(name => WORDS[name].name).join('、')}`, '换一个 puppet，或只用影子模式', lines);
}
//# sourceMappingURL=abilities.js.map