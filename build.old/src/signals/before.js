import { z } from 'zod';
import { MINUTE } from '../model/time.js';
import { normalise, standardReading } from '../text/index.js';
import { counted } from './evidence.js';
import { wordListOf } from './lexicons.js';
import { duration, oneOrMany } from './options.js';
import { defineSignal } from './signal.js';
/** Somebody joins, recalls, sends a sticker: said is what has words. */
const LOOK_BACK = 6;
/** What was said just before this, by anybody: `没回` means one thing after `他回宿舍没` and another after `老师回你没`. */
export const before = defineSignal({
    name: 'before',
    turn: 'last',
    summary: '上一句话（不论谁说的）里有词表里的词，例如 before: safety.asked-after',
    options: z.union([
        oneOrMany(z.string()).transform(words => ({ words, from: 'any', within: 3 * MINUTE })),
        z.strictObject({
            words: oneOrMany(z.string()),
            from: z.enum(['same', 'other', 'any']).default('any'),
            within: duration.default(3 * MINUTE),
        }),
    ]),
    prepare: ({ words }, resources) => wordListOf(words, resources),
    detect(facts, options, list) {
        const line = lastLine(facts, options.within);
        if (!line || (options.from !== 'any' && (line.member === facts.member.id) !== (options.from === 'same')))
            return counted(0, 1);
        const counts = readingsOf(line).map(text => new Set(list.find(text).map(hit => hit.index)).size);
        return counted(Math.max(...counts), 1);
    },
    explain: ({ hit }, { words }) => `上一句${hit ? '有' : '没有'}词表 ${words.join('、')} 的词`,
});
function lastLine({ event, history }, within) {
    return history.recent({ since: event.at - within }, LOOK_BACK).find(line => line.text);
}
const known = new WeakMap();
/** As written, and in standard words if that is something else. Many rules ask about the same line. */
function readingsOf(line) {
    let readings = known.get(line);
    if (!readings) {
        const text = normalise(line.text);
        const standard = standardReading(text);
        known.set(line, (readings = standard ? [text, standard] : [text]));
    }
    return readings;
}
//# sourceMappingURL=before.js.map