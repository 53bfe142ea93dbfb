import { renderMessage } from '../../model/message.js';
import { excerpt } from '../../text/index.js';
/** One screen of a phone. */
export const LINES = 12;
export const CHARACTERS = 400;
const QUESTIONS = 4;
const CASES = 4;
const WORDS = 30;
const NAMES = 4;
/** The digest as it is sent; null when there is nothing to say. Pure. What matters least goes when the screen is full. */
export function digestText(facts, messages, morning = false) {
    const say = (key, params = {}) => renderMessage(messages, key, params);
    const { group, date, withheld } = facts;
    const title = morning ? say('digest.morning', { group }) : say('digest.title', { group, date });
    // first what waits for a person, then what is for information
    const sections = [
        questions(facts.questions, say),
        cases(facts.cases, say),
        line(facts.complaints.length > 0, 'digest.complaints', { list: some(facts.complaints, say) }),
        line(facts.gaps.minutes > 0 || facts.gaps.spans.length > 0, 'digest.gaps', {
            minutes: facts.gaps.minutes,
            list: facts.gaps.spans.join('、'),
        }),
        line(facts.undelivered.length > 0, 'digest.undelivered', {
            count: facts.undelivered.reduce((sum, one) => sum + one.count, 0),
            list: counts(facts.undelivered),
        }),
        ...membersOf(facts.members),
        line(facts.rising.length > 0, 'digest.rising', { list: counts(facts.rising) }),
        line(facts.corrections > 0, 'digest.corrections', { count: facts.corrections }),
        line(facts.unsure.length > 0, 'digest.unsure', { list: counts(facts.unsure) }),
        line(facts.floods.length > 0, 'digest.floods', { list: counts(facts.floods) }),
    ].filter(section => section.length > 0);
    const body = withheld ? [[say('digest.shadow', { ...withheld })], ...sections] : sections;
    if (body.length === 0)
        return null;
    const lines = sections.length === 0 ? [...body.flat(), say('digest.nothing')] : body.flat();
    return fit([title, ...lines]);
    function line(given, key, params) {
        return given ? [say(key, params)] : [];
    }
    function membersOf(members) {
        if (!members)
            return [];
        const { joined, outsiders, oddCards, unseenPupils } = members;
        return [
            line(joined > 0 || outsiders > 0, 'digest.joins', { count: joined, outsiders }),
            line(oddCards.length > 0, 'digest.cards', { count: oddCards.length, list: some(oddCards, say) }),
            line(unseenPupils > 0, 'digest.roster', { count: unseenPupils }),
        ];
    }
}
/** Health first, then what was asked again, then the oldest. */
function questions(all, say) {
    if (all.length === 0)
        return [];
    const first = [...all].sort((one, other) => Number(other.health) - Number(one.health) || Number(other.asked > 1) - Number(one.asked > 1));
    const items = first.slice(0, QUESTIONS).map(({ age, who, text, asked }) => say('digest.question', {
        age,
        who,
        text: excerpt(text, WORDS),
        again: asked > 1 ? say('digest.asked_again', { count: asked }) : '',
    }));
    return [say('digest.questions', { count: all.length }), ...items];
}
function cases(all, say) {
    if (all.length === 0)
        return [];
    const list = all.slice(0, CASES).map(({ code, what }) => `${code} ${what}`);
    return [say('digest.cases', { count: all.length, list: listed(list, all.length > CASES, say) })];
}
function some(names, say) {
    return listed(names.slice(0, NAMES), names.length > NAMES, say);
}
function listed(items, more, say) {
    const list = items.join('、');
    return more ? say('word.more', { list }) : list;
}
function counts(all) {
    return all
        .slice(0, NAMES)
        .map(({ label, count }) => `${label}${count}`)
        .join('、');
}
/** Takes lines from the end until the rest fits on the screen. */
function fit(lines) {
    let kept = lines.slice(0, LINES);
    while (kept.length > 1 && [...kept.join('\n')].length > CHARACTERS)
        kept = kept.slice(0, -1);
    return [...kept.join('\n')].slice(0, CHARACTERS).join('');
}
//# sourceMappingURL=text.js.map