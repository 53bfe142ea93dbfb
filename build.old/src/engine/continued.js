import { MESSAGE_KINDS } from '../model/event.js';
import { strengthOf } from '../model/outcome.js';
import { TIERS } from '../model/rule.js';
import { MINUTE } from '../model/time.js';
import { leaning } from '../signals/index.js';
import { toKey } from '../text/index.js';
/** Who pauses longer has finished. */
const PAUSE_AT_MOST = 2 * MINUTE;
/** Lines before the one at hand; further back is another thought. */
const LINES_AT_MOST = 6;
const LENGTH_AT_MOST = 300;
/** Up to so many characters a line may be a piece of a word or a sentence, cut to evade or in haste. */
const PIECE = 4;
/** How likely, measured by ordinary talk, the lines together must be of the category; found by trying. */
const LEANING = 0.6;
/** The same for safety: a cry for help that goes unheard costs more. */
const LEANING_TO_SAFETY = 0.3;
/** The same where a word may only have come about by the end of one line meeting the beginning of the next. */
const LEANING_BY_ACCIDENT = 3;
/** Between two sentences: shows as a bar, but is a letter that the match key keeps, so no word is read across it. */
const STOP = '\u01c0';
/** What is said of one message by itself: floods, answers to a notice, the hour. */
const BY_ITSELF = ['dissent', 'notice', 'quiet', 'burst'];
/** What this message goes on from; null where it stands alone. Looks back some minutes, at texts still in memory. */
export function continued({ event, history, member, text: { original: text } }) {
    if (event.body.kind !== 'message' || text === '' || event.from === null || event.late || text.length > LENGTH_AT_MOST)
        return null;
    const before = [];
    let length = text.length;
    let next = event.at;
    for (const line of history.recent({ since: event.at - LINES_AT_MOST * PAUSE_AT_MOST }, LINES_AT_MOST)) {
        const spoke = line.member === member.id && MESSAGE_KINDS.includes(line.kind);
        if (!spoke || next - line.at > PAUSE_AT_MOST)
            break;
        next = line.at;
        if (!line.text)
            continue;
        length += line.text.length;
        if (length > LENGTH_AT_MOST)
            break;
        before.unshift(line);
    }
    const first = before[0];
    return first ? { first: first.eventId, lines: before.length, ...joined([...before.map(wordsOf), text]) } : null;
}
/** The event as it would be had all of it been written in one message. */
export function writtenAsOne(event, { text }) {
    const { body } = event;
    return body.kind === 'message' ? { ...event, body: { ...body, message: { ...body.message, text } } } : event;
}
/**
 * Whether what was found in all the lines together goes beyond what this line says alone, is found in this line and an
 * earlier one, and is what they say together: innocent lines are not made guilty by standing next to each other.
 */
export function addsTo(alone, together, whole, thread, likelihood = leaning) {
    if (!isGraver(together, alone))
        return false;
    const finds = findsOf(together, thread, whole.text);
    if (!isAcross(finds, thread))
        return false;
    const usual = together.rule?.tier === 'safety' ? LEANING_TO_SAFETY : LEANING;
    const needed = finds.some(find => find.by === 'accident') ? LEANING_BY_ACCIDENT : usual;
    // a word in pieces says enough
    return finds.some(find => find.by === 'pieces') || likelihood(whole, together.category) >= needed;
}
const wordsOf = (line) => line.text;
function joined(lines) {
    const places = [];
    let text = '';
    lines.forEach((line, index) => {
        const before = lines[index - 1];
        if (before !== undefined)
            text += isPiece(before) || isPiece(line) ? ' ' : ` ${STOP} `;
        places.push({ start: text.length, end: text.length + line.length });
        text += line;
    });
    return { text, places };
}
const isPiece = (line) => toKey(line).length <= PIECE;
function isGraver(together, alone) {
    const { rule, outcome } = together;
    if (!rule || !outcome || BY_ITSELF.includes(rule.tier))
        return false;
    if (outcome.respond === 'allow' || outcome.respond === 'collect')
        return false;
    if (!alone.rule || !alone.outcome)
        return true;
    const tiers = TIERS.indexOf(alone.rule.tier) - TIERS.indexOf(rule.tier);
    return tiers > 0 || (tiers === 0 && strengthOf(outcome) > strengthOf(alone.outcome));
}
function findsOf({ evidence }, { places }, text) {
    return evidence.flatMap(({ signal, evidence: { spans = [] } }) => {
        const finds = spans.map(span => ({ ...span, by: kindOf(span, signal, places, text) }));
        const sound = finds.filter(({ by }) => by !== 'accident');
        return sound.length > 0 ? sound : finds;
    });
}
function kindOf(span, signal, places, text) {
    const met = places.filter(place => place.start < span.end && span.start < place.end);
    // patterns have gaps, and what the model weighs are no words
    const goesOn = met.length < 2 || signal !== 'words' || text.original.slice(span.start, span.end).includes(STOP);
    if (goesOn)
        return 'line';
    return met.some(place => covers(span, place, text)) ? 'pieces' : 'accident';
}
function isAcross(finds, { places }) {
    const last = places.at(-1);
    return finds.some(({ end }) => end > last.start) && finds.some(({ start }) => start < last.start);
}
/** Whether all of a line that counts lies within the find. */
function covers(span, place, { map, key }) {
    for (let i = 0; i < key.length; i++) {
        const at = map[i];
        if (at < place.start || at >= place.end)
            continue;
        if (at < span.start || at >= span.end)
            return false;
    }
    return true;
}
//# sourceMappingURL=continued.js.map