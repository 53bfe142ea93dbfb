import { checkSecret } from './interpolate.js';
import { isUnfilled, safeUrl } from './url.js';
const ADDRESS = /^[^\s@<>(),;:"\\]+@[^\s@<>(),;:"\\]+$/;
/** What each kind must have; `secret` is a webhook's alone and optional there. */
const NEEDS = { email: 'to', wecom: 'url', webhook: 'url' };
/** Whoever knows such a URL can post to it: it is as secret as a password. */
export function checkChannelSecrets(root, findings) {
    checkSecret(root.at('smtp').at('password'), findings);
    for (const person of root.at('people').items()) {
        for (const channel of person.at('channels').items()) {
            checkSecret(channel.at('url'), findings);
            checkSecret(channel.at('secret'), findings);
        }
    }
}
/** Messages never show what the environment filled in. */
export function checkChannels(school, root, findings) {
    if (school.smtp)
        checkSmtp(school.smtp, root.at('smtp'), findings);
    school.people.forEach((person, i) => person.channels?.forEach((channel, j) => {
        const at = root.at('people').at(i).at('channels').at(j);
        checkChannel(channel, at, findings);
        if (channel.kind === 'email' && !school.smtp)
            findings.add(at.at('kind').spot(), 'BZ121', '有人用邮件，但没有写 smtp', {
                expected: '顶层的 smtp: { host, … }',
            });
    }));
}
function checkChannel(channel, at, findings) {
    const { kind, to, url } = channel;
    const needed = NEEDS[kind];
    if (channel[needed] === undefined)
        findings.add(at.at('kind').spot(), 'BZ105', `${kind} 通道缺少 ${needed}`, { expected: `${needed}: …` });
    for (const key of ['to', 'url', 'secret']) {
        const belongs = key === needed || (key === 'secret' && kind === 'webhook');
        if (channel[key] !== undefined && !belongs)
            findings.add(at.at(key).spot(), 'BZ121', `${kind} 通道用不到 ${key}`, { expected: `只写 kind 和 ${needed}` });
    }
    if (kind === 'email' && to !== undefined)
        checkAddress(to, at.at('to'), findings);
    if (kind !== 'email' && url !== undefined)
        checkUrl(kind, url, at.at('url'), findings);
}
function checkSmtp({ user, password, from }, at, findings) {
    checkAddress(from, at.at('from'), findings);
    if ((user === undefined) === (password === undefined))
        return;
    const present = at.at(user === undefined ? 'password' : 'user');
    findings.add(present.spot(), 'BZ121', 'user 和 password 只写了一个', { expected: '两个都写，或都不写' });
}
function checkAddress(address, at, findings) {
    if (ADDRESS.test(address) || isUnfilled(address))
        return;
    findings.add(at.spot(), 'BZ104', '不是邮件地址', { expected: '一个地址，例如 name@school.example' });
}
function checkUrl(kind, text, at, findings) {
    if (isUnfilled(text))
        return;
    const url = safeUrl(text);
    if (!url) {
        findings.add(at.spot(), 'BZ104', '环境变量里不是可用的地址', {
            expected: 'https:// 开头的完整地址，不含用户名和密码',
        });
    }
    else if (kind === 'wecom' && !url.searchParams.get('key')) {
        findings.add(at.spot(), 'BZ104', '环境变量里不是群机器人的 webhook 地址', {
            expected: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…',
        });
    }
}
//# sourceMappingURL=channel-checks.js.map