import { z } from 'zod';
import { MINUTE } from '../model/time.js';
import { normalise } from '../text/index.js';
import { intentModel } from '../text/intent/index.js';
import { counted } from './evidence.js';
import { probability } from './intent.js';
import { wordListOf } from './lexicons.js';
import { count, duration, oneOrMany } from './options.js';
import { defineSignal } from './signal.js';
/** Enough to see who began; a longer one was found long ago. */
const LINES_AT_MOST = 16;
const CLOSED = normalise('');
const SECOND_PERSON = /[你妳您]/;
const EXCLAIMS = /[!！]/;
/** Whoever laughs, thanks or praises does not quarrel. */
const FRIENDLY = /😂|🤣|😄|😆|😊|🌹|👍|\[(?:旺柴|偷笑|坏笑|呲牙|破涕为笑|笑哭|捂脸|玫瑰|强|抱拳|愉快|害羞)\]/u;
/** How heated a line is, 0 to 1: what the model says of it, hot words, `你` and exclamation marks. */
const WORTH = { word: 0.25, words: 2, secondPerson: 0.15, exclaims: 0.1 };
/** From here on a line is hot, if it is not for its manner alone. */
const HOT = 0.4;
const LUKEWARM = 0.25;
/** A line as hot as this is no cooling down, whatever went before. */
const BOILING = 0.6;
/** Two or more people answer each other hotly, turn by turn, and it does not cool down. */
export const quarrel = defineSignal({
    name: 'quarrel',
    turn: 'last',
    summary: '几个人你来我往、火气渐长（含本条），例如 quarrel: { words: abuse.hot, calm: talk.laugh, turns: 3, within: 5m }',
    options: z.strictObject({
        words: oneOrMany(z.string()),
        calm: oneOrMany(z.string()).default([]),
        turns: count.default(3),
        within: duration.default(5 * MINUTE),
    }),
    prepare: ({ words, calm }, resources) => ({
        hot: wordListOf(words, resources),
        calm: calm.length === 0 ? null : wordListOf(calm, resources),
    }),
    needs: ({ words }, resources) => ({
        on: 'key',
        strings: ['你', '妳', '您', ...wordListOf(words, resources).keys],
    }),
    detect(facts, { turns, within }, lists) {
        const own = heatOf(facts.text, probability(facts, 'abuse_conflict'), lists);
        const says = own !== null && (own.words > 0 || SECOND_PERSON.test(facts.text.key));
        if (!says || own.heat < HOT)
            return counted(0, turns);
        const hot = [{ member: facts.member.id, ...own }, ...turnsBefore(facts, within, lists)];
        const people = new Set(hot.map(turn => turn.member)).size;
        // what only the model finds hot may be banter of a kind that it does not know
        const quarrels = people > 1 && hot.some(turn => turn.words > 0) && rises(hot);
        return { ...counted(quarrels ? hot.length : 0, turns), detail: `${people} 人` };
    },
    explain: ({ hit, count, needed, detail }) => hit ? `${detail}你来我往 ${count}/${needed} 个来回，火气渐长` : `没有争吵（${count}/${needed} 个来回）`,
});
/** The hot turns before this line, newest first; a friendly word between them ends it. */
function turnsBefore({ event, history, member, local }, within, lists) {
    const turns = [];
    let speaker = member.id;
    for (const line of history.recent({ since: event.at - within }, LINES_AT_MOST)) {
        if (!line.text || line.member === null)
            continue;
        const found = heatOfLine(line, local.minutes, lists);
        if (found === null)
            break;
        // several lines in a row are one turn
        if (found.heat >= HOT && line.member !== speaker)
            turns.push({ member: line.member, ...found });
        speaker = line.member;
    }
    return turns;
}
function heatOfLine({ text = '', role, kind, question }, minutes, lists) {
    const said = normalise(text);
    const input = { role, kind, text: said, attached: CLOSED, entities: [], question, minutes, before: '' };
    return heatOf(said, intentModel().judge(input).probability('abuse_conflict'), lists);
}
/** Null for a friendly line. */
function heatOf(text, likely, { hot, calm }) {
    if (FRIENDLY.test(text.display) || calm?.occursIn(text))
        return null;
    const words = hot.occursIn(text) ? new Set([...hot.matcher.find(text.key)].map(hit => hit.index)).size : 0;
    const heat = likely + WORTH.word * Math.min(words, WORTH.words);
    if (heat < LUKEWARM)
        return { heat, words };
    const manner = (SECOND_PERSON.test(text.key) ? WORTH.secondPerson : 0) + (EXCLAIMS.test(text.display) ? WORTH.exclaims : 0);
    return { heat: Math.min(1, heat + manner), words };
}
/** Newest first: the later half is at least as hot as the earlier one, or the last word boils over. */
function rises(turns) {
    const heats = turns.map(turn => turn.heat);
    const half = Math.ceil(heats.length / 2);
    const mean = (part) => part.reduce((sum, heat) => sum + heat, 0) / part.length;
    return heats[0] >= BOILING || mean(heats.slice(0, half)) >= mean(heats.slice(half));
}
//# sourceMappingURL=quarrel.js.map