import { choosable } from '../cases/index.js';
import { renderMessage } from '../model/message.js';
import { DAY } from '../model/time.js';
import { choicesOf, choicesText, isCare, timeOfDay } from '../policy/index.js';
import { maskName } from '../text/index.js';
/** More than ever wait for one moment. */
const AT_ONCE = 200;
/** The outbox's store, in which the P2 alerts that are due for one reader of a group are one line with several codes. */
export function withBundles(store, parts) {
    return {
        ...store,
        dueActions(now, limit, lane) {
            if (lane === 'chat')
                for (const bundle of bundlesOf(parts, now))
                    join(parts, bundle, now);
            return store.dueActions(now, limit, lane);
        },
    };
}
function bundlesOf({ ledger }, now) {
    const due = ledger.dueActions(now, AT_ONCE, 'chat').filter(one => one.kind === 'alert' && one.severity === 'P2');
    if (due.length < 2)
        return [];
    const bundles = new Map();
    for (const action of due) {
        const record = ledger.decision(action.cause);
        // a retry has its own hour; only what opened the case says no more than its line in a bundle would, and a call for
        // care says less
        if (action.attempts > 0 || action.expiresAt <= now || !record?.case || record.case.key !== action.topic)
            continue;
        if (isCare(record.case.category))
            continue;
        const told = { action, about: record.case, at: record.decision.at };
        const reader = `${'person' in action.target ? action.target.person : ''} ${action.target.group}`;
        bundles.set(reader, [...(bundles.get(reader) ?? []), told]);
    }
    return [...bundles.values()].filter((bundle) => bundle.length > 1);
}
/** One write: the line is owed, and what it tells is owed no more. */
function join(parts, bundle, now) {
    const { ledger, groups } = parts;
    const [{ action }] = bundle;
    const profile = groups.profile(action.target.group);
    if (!profile)
        return;
    ledger.batch(() => {
        for (const one of bundle)
            ledger.settle(one.action.id, { state: 'bundled', now });
        const { target, recipient } = action;
        const text = textOf(parts, bundle, profile);
        const line = { kind: 'digest', target, recipient, text, topic: 'bundle', category: null, severity: 'P2' };
        ledger.addActions(`bundle/${action.id}`, [{ ...line, notBefore: now, expiresAt: now + DAY }], now);
    });
}
function textOf(parts, bundle, profile) {
    const { ledger, localTime } = parts;
    const say = (key, params = {}) => renderMessage(parts.rules().ruleSet.messages, key, params);
    const lines = bundle.map(({ about, at }) => {
        const member = profile.members.find(one => one.id === about.about);
        const name = member?.name ?? (about.about === null ? '' : ledger.person(about.about)?.name) ?? '';
        return say(about.kind === 'strike' ? 'bundle.again' : 'bundle.line', {
            code: about.code,
            time: timeOfDay(localTime(at, profile.timezone).minutes),
            who: maskName(name) || say('word.group'),
            what: about.summary,
        });
    });
    return say('bundle.alert', {
        count: String(bundle.length),
        list: lines.join('\n'),
        code: bundle[0].about.code,
        choices: choicesOfAll(parts, bundle),
    });
}
/** What every one of them takes: what the strictest takes, since none takes what a laxer one does not. */
function choicesOfAll(parts, bundle) {
    const all = bundle.map(({ action, about }) => choosable(about, action.recipient ?? about.owner));
    const [strictest] = all.sort((one, other) => choicesOf(one).length - choicesOf(other).length);
    return strictest ? choicesText(parts.rules().ruleSet.messages, strictest) : '';
}
//# sourceMappingURL=bundle.js.map