import { renderMessage } from '../../model/message.js';
import { outcomeFor } from '../../model/outcome.js';
import { SEVERITIES, TIERS } from '../../model/rule.js';
import { CATEGORY_LABELS } from '../../model/terms.js';
const READERS = [
    ['parent', '家长'],
    ['teacher', '老师'],
    ['outsider', '名单外的人'],
];
const TITLES = 4;
/**
 * The rules of a pack as parents read them, in the order in which rules are looked at: a line a category, and another
 * for what is always welcome.
 */
export function charterLines(pack, messages) {
    return TIERS.flatMap(tier => {
        const ofTier = pack.rules.filter(rule => rule.tier === tier);
        return [...new Set(ofTier.map(rule => rule.category))].flatMap(category => {
            const rules = ofTier.filter(rule => rule.category === category);
            const welcome = rules.filter(isWelcome);
            const others = rules.filter(rule => !isWelcome(rule));
            return [
                ...lineOf(`${tier}/${category}/welcome`, tier, category, welcome, messages),
                ...lineOf(`${tier}/${category}`, tier, category, others, messages),
            ];
        });
    });
}
function lineOf(key, tier, category, rules, messages) {
    if (rules.length === 0)
        return [];
    const label = CATEGORY_LABELS[category];
    const [what, answer] = [titles(rules, label), answers(rules, messages)];
    const text = what === ''
        ? renderMessage(messages, 'charter.line_bare', { category: label, answer })
        : renderMessage(messages, 'charter.line', { category: label, what, answer });
    return [{ key, tier, text, why: [...new Set(rules.map(rule => rule.why))] }];
}
function isWelcome({ then }) {
    return then.every(outcome => outcome.respond === 'allow');
}
/** Nobody is accused in a charter: 疑似 is for alerts. What says no more than the category does is left out. */
function titles(rules, label) {
    const all = rules.flatMap(rule => rule.title.replace(/^(?:群昵称)?疑似/u, '').split('、'));
    const telling = [...new Set(all)].filter(title => !repeats(title, label));
    return telling.slice(0, TITLES).join('、') + (telling.length > TITLES ? '等' : '');
}
/** `像是发错了群` beside `发错群`: the same characters, and hardly any more. */
function repeats(title, label) {
    return title.length <= label.length + 3 && [...label].every(char => title.includes(char));
}
/** One answer where it is the same for everybody, else one for each kind of reader. */
function answers(rules, messages) {
    const each = READERS.flatMap(([role, label]) => {
        const keys = answerKeys(rules, role);
        return keys.length === 0 ? [] : [{ label, text: keys.map(key => renderMessage(messages, key)).join('，或') }];
    });
    const texts = [...new Set(each.map(one => one.text))];
    if (texts.length === 1 && each.some(one => one.label === '家长'))
        return texts[0];
    return texts
        .map(text => {
        const who = each.filter(one => one.text === text).map(one => one.label);
        return `${who.join('、')}：${text}`;
    })
        .join('；');
}
/** What rules answer somebody of this role, gravest last. */
function answerKeys(rules, role) {
    const keys = new Set();
    for (const rule of rules) {
        if (rule.applies.roles && !rule.applies.roles.includes(role))
            continue;
        const outcome = outcomeFor(rule, role);
        if (outcome)
            keys.add(keyOf(outcome));
    }
    return ORDER.filter(key => keys.has(key));
}
function keyOf({ respond, severity }) {
    if (respond !== 'escalate')
        return `charter.${respond}`;
    return `charter.escalate_${(severity ?? 'P2').toLowerCase()}`;
}
const ORDER = [
    'charter.allow',
    'charter.collect',
    'charter.remind',
    'charter.ask_recall',
    'charter.escalate_p2',
    'charter.escalate_p1',
    'charter.escalate_p0',
];
/** The charter that is printed now, compared with the one that was printed last; the same version keeps its news. */
export function printed(lines, version, date, last) {
    const now = Object.fromEntries(lines.map(({ key, text }) => [key, text]));
    if (last === null)
        return { version, date, lines: now, news: null };
    if (last.version === version)
        return { ...last, lines: now };
    const since = `${last.date}的 ${short(last.version)} 版`;
    return { version, date, lines: now, news: { since, list: changes(last.lines, now) } };
}
function changes(before, now) {
    const added = Object.keys(now).filter(key => !(key in before));
    const gone = Object.keys(before).filter(key => !(key in now));
    const other = Object.keys(now).filter(key => key in before && before[key] !== now[key]);
    return [
        ...added.map(key => `新增：${now[key]}`),
        ...other.map(key => `改为：${now[key]}`),
        ...gone.map(key => `不再列出：${before[key]}`),
    ];
}
/** A version as people say it. */
export function short(version) {
    return version.slice(0, 12);
}
//# sourceMappingURL=content.js.map