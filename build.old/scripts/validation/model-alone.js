import { CATEGORIES } from '../../src/model/category.js';
import { MESSAGE_KINDS } from '../../src/model/event.js';
import { MINUTE, parseTimeOfDay } from '../../src/model/time.js';
import { findEntities, isQuestion, normalise, toKey } from '../../src/text/index.js';
import { intentModel } from '../../src/text/intent/index.js';
/** As sure as rules ask by default. */
export const SURE = 0.8;
/** Classes of their own for the model, though nothing is wrong with them: neither innocent look-alikes nor matters. */
const ALWAYS_FINE = new Set(['unanswered_question', 'complaint_dissent', 'bot_appeal']);
export function modelAlone(stretches) {
    const figures = { mistaken: none(), surelyMistaken: none(), known: none(), surelyKnown: none() };
    for (const stretch of stretches) {
        for (const [index, event] of stretch.events.entries()) {
            const input = inputOf(stretch, index);
            if (!input || ALWAYS_FINE.has(event.label))
                continue;
            const intent = intentModel().judge(input);
            if (event.expect === 'allow') {
                add(figures.mistaken, intent.best !== 'normal');
                add(figures.surelyMistaken, CATEGORIES.some(category => category !== 'normal' && intent.probability(category) >= SURE));
            }
            else if (event.label !== 'normal') {
                add(figures.known, intent.best === event.label);
                add(figures.surelyKnown, intent.probability(event.label) >= SURE);
            }
        }
    }
    return figures;
}
const none = () => ({ some: 0, all: 0 });
function add(part, yes) {
    part.all++;
    if (yes)
        part.some++;
}
/** The event as the model is told of it; null where nothing is written. */
function inputOf({ header, events }, index) {
    const event = events[index];
    if (!MESSAGE_KINDS.includes(event.type))
        return null;
    const text = normalise(event.text ?? '');
    const attached = normalise([event.title, event.filename, event.ocr].filter(Boolean).join('\n'));
    if (text.key === '' && attached.key === '')
        return null;
    const role = header.members.find(({ name }) => name === event.from)?.role ?? 'unknown';
    return {
        role: role === 'unknown' ? 'outsider' : role,
        kind: event.type,
        text,
        attached,
        entities: [text, attached].flatMap(part => findEntities(part, { students: [] })).map(({ kind }) => kind),
        question: event.text ? isQuestion(text) : false,
        minutes: parseTimeOfDay(event.t.slice(11, 16)) ?? 0,
        before: lineBefore(events, index),
    };
}
const HEARD = 10 * MINUTE;
const JUST_SAID = 3 * MINUTE;
/** The sender's own last words, or else what was just said. */
function lineBefore(events, index) {
    const { from, t } = events[index];
    const ago = (event) => Date.parse(t) - Date.parse(event.t);
    const heard = events.slice(0, index).filter(event => event.text && event.type !== 'system' && ago(event) <= HEARD);
    const own = heard.findLast(event => event.from === from);
    const line = own ?? heard.findLast(event => ago(event) <= JUST_SAID);
    return toKey(line?.text ?? '');
}
//# sourceMappingURL=model-alone.js.map