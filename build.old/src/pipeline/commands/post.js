import { HOUR } from '../../model/time.js';
import { isNight, nextTime, wallClock } from '../../policy/index.js';
import { normalise, noticeOf } from '../../text/index.js';
import { answer, owned, personIn, refuse, say } from '../asker.js';
import { paramsOf } from '../params.js';
import { onDay, sayDate, sayWhen, startOfDay } from '../when.js';
const WANTED = {
    reply: 'post.please_reply',
    chain: 'post.please_chain',
    none: 'post.no_reply',
    unsaid: 'post.no_reply',
};
const key = (code) => `post:${code}`;
const cause = (code) => `post/${code}`;
const COUNTER = 'posts';
/** A post that could not leave so long after its hour is of no use any more. */
const USE = 2 * HOUR;
/** 定时, 通知: prepares a post and echoes it; nothing leaves before it was confirmed. */
export function preparePost(deps, asker, asked) {
    const groups = owned(deps, asker);
    if (groups.length === 0)
        return refuse(deps, asker, 'refused.post');
    const { group, text } = pickGroup(groups, asked.text);
    if (!group)
        return refuse(deps, asker, 'refused.which_group', { list: groups.map(one => one.id).join('、') });
    if (text === '')
        return refuse(deps, asker, 'refused.empty_post');
    if (deps.groups.mode(group.id) === 'shadow')
        return refuse(deps, asker, 'refused.trial_post');
    const at = whenToPost(deps, group, asked);
    if (at <= deps.clock.now())
        return refuse(deps, asker, 'refused.past');
    const from = personIn(deps, asker, group.id)?.name ?? '';
    answer(deps, asker, 'post.echo', keep(deps, group, { at, text, from: asked.name === '通知' ? from : null }));
}
/**
 * A post of the school file is to be shown to whoever it is from; it leaves only once they confirmed it. Gives the
 * parameters of `post.echo`, or null where its hour has passed.
 */
export function planPost(deps, group, { at, ...post }) {
    const leaves = notAtNight(deps, group, at);
    return leaves <= deps.clock.now() ? null : keep(deps, group, { at: leaves, ...post });
}
/** Keeps a post until it is confirmed. `from`: whose notice it is; null for words as they are. */
function keep(deps, group, { at, text, from }) {
    const words = from === null ? text : formal(deps, from, group, text, at);
    const number = Number(deps.ledger.meta(COUNTER) ?? 0) + 1;
    const code = `TZ${number}`;
    deps.ledger.setMeta(COUNTER, String(number));
    const pending = { group: group.id, at, text: words };
    deps.ledger.setMeta(key(code), JSON.stringify(pending));
    return { code, time: sayWhen(deps, group, at), group: group.name, text: words };
}
/** 确认: the post is owed from now on. */
export function confirmPost(deps, asker, code) {
    const found = pick(pendingOf(deps, asker), code);
    if ('key' in found)
        return refuse(deps, asker, found.key, found.params);
    const [name, { group, at, text }] = found;
    const now = deps.clock.now();
    deps.ledger.setMeta(key(name), null);
    if (at <= now)
        return refuse(deps, asker, 'refused.post_past', { code: name });
    deps.ledger.addActions(cause(name), [draftOf(group, at, text)], now);
    const profile = deps.groups.profile(group);
    answer(deps, asker, 'post.confirmed', { code: name, time: profile ? sayWhen(deps, profile, at) : '' });
}
/** 取消: whether it was confirmed already or not, as long as it has not left. */
export function cancelPost(deps, asker, code) {
    const pending = pendingOf(deps, asker);
    const owed = owedOf(deps, asker);
    const found = pick(new Map([...pending, ...owed]), code);
    if ('key' in found)
        return refuse(deps, asker, found.key, found.params);
    const [name] = found;
    deps.ledger.setMeta(key(name), null);
    for (const action of deps.ledger.actionsOf(cause(name))) {
        if (action.state === 'owed')
            deps.ledger.settle(action.id, { state: 'withdrawn', now: deps.clock.now() });
    }
    answer(deps, asker, 'post.cancelled', { code: name });
}
/** Posts that nobody confirmed before their hour are forgotten. Returns how many. */
export function forgetPosts(deps) {
    const late = all(deps).filter(([, { at }]) => at <= deps.clock.now());
    for (const [code] of late)
        deps.ledger.setMeta(key(code), null);
    return late.length;
}
/** Which of several groups is meant stands before the words, by its short name or its topic. */
function pickGroup(groups, text) {
    for (const group of groups)
        for (const name of [group.id, group.name])
            if (text.startsWith(name) && /^[\s:：,，]/u.test(text.slice(name.length)))
                return { group, text: text.slice(name.length + 1).trim() };
    return { group: groups.length === 1 ? groups[0] : null, text };
}
/** The hour that was asked for; at night, the next morning instead. */
function whenToPost(deps, group, asked) {
    const today = onDay(deps, group, asked.day ?? 0, asked.minutes);
    return notAtNight(deps, group, asked.day === null && today <= deps.clock.now() ? onDay(deps, group, 1, asked.minutes) : today);
}
function notAtNight(deps, group, at) {
    const params = paramsOf(deps, group);
    if (!params)
        return at;
    const wall = wallClock(at, Math.floor((at - startOfDay(deps, group, at)) / 60_000));
    return isNight(wall, params) ? nextTime(wall, params.dayHours.from) : at;
}
/** In the form of a notice: to whom, what, whether to reply, from whom, when. */
function formal(deps, from, group, text, at) {
    const wanted = noticeOf(normalise(text), { eventId: '', at, timezone: group.timezone })?.wanted;
    return say(deps, 'post.notice', {
        to: say(deps, 'post.everybody', { group: group.name }),
        what: text,
        reply: say(deps, WANTED[wanted ?? 'unsaid']),
        from,
        date: sayDate(deps, deps.localTime(at, group.timezone).date),
    });
}
function draftOf(group, at, text) {
    return {
        kind: 'post',
        target: { group },
        recipient: null,
        text,
        topic: 'post',
        category: null,
        severity: null,
        notBefore: at,
        expiresAt: at + USE,
    };
}
function all(deps) {
    return deps.ledger.metas(key('')).map(({ key: name, value }) => [name.slice(5), JSON.parse(value)]);
}
function pendingOf(deps, asker) {
    const mine = owned(deps, asker).map(group => group.id);
    return new Map(all(deps).filter(([, { group }]) => mine.includes(group)));
}
/** Confirmed posts that have not left yet. */
function owedOf(deps, asker) {
    const mine = owned(deps, asker).map(group => group.id);
    const count = Number(deps.ledger.meta(COUNTER) ?? 0);
    const found = new Map();
    // nobody plans more than a few posts ahead
    for (let n = Math.max(1, count - 50); n <= count; n++) {
        const [action] = deps.ledger.actionsOf(cause(`TZ${n}`));
        if (action?.state !== 'owed' || !mine.includes(action.target.group))
            continue;
        found.set(`TZ${n}`, { group: action.target.group, at: action.notBefore, text: action.text });
    }
    return found;
}
/** The one that is meant, or why none is. */
function pick(posts, code) {
    const codes = [...posts.keys()];
    const name = code ?? (codes.length === 1 ? codes[0] : null);
    if (name === null && codes.length === 0)
        return { key: 'refused.no_posts' };
    if (name === null)
        return { key: 'refused.which_post', params: { codes: codes.join('、') } };
    const found = posts.get(name);
    return found ? [name, found] : { key: 'refused.unknown_post', params: { code: name } };
}
//# sourceMappingURL=post.js.map