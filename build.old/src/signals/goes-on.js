import { z } from 'zod';
import { CATEGORIES } from '../model/category.js';
import { MESSAGE_KINDS } from '../model/event.js';
import { RESPONSES, SEVERITIES } from '../model/rule.js';
import { MINUTE } from '../model/time.js';
import { duration, oneOrMany } from './options.js';
import { defineSignal } from './signal.js';
const LINES_AT_MOST = 16;
/** What goes on and on is another matter by then. */
const LASTS = 10 * MINUTE;
const options = z.strictObject({
    category: oneOrMany(z.enum(CATEGORIES)),
    severity: z.enum(SEVERITIES).optional(),
    respond: oneOrMany(z.enum(RESPONSES)).default(['escalate']),
    within: duration.default(5 * MINUTE),
});
/**
 * The sender goes on about what was judged a moment ago: the last message was their own, nobody has spoken since. Of the
 * lines with which parents go on telling of an emergency nine in ten are about it, whatever words they hold.
 */
export const goesOn = defineSignal({
    name: 'goes_on',
    turn: 'last',
    summary: '本人上一条刚被判为某一类，中间没有别人说话，例如 goes_on: { category: emergency, severity: P0, within: 5m }',
    options,
    hits(facts, all) {
        // nearly always somebody else spoke last, or nobody
        const own = linesOf(facts, LASTS)[0]?.member === facts.member.id;
        return all.flatMap(({ options }, place) => (own || options.within > LASTS) && goesOnFrom(facts, options) ? [place] : []);
    },
    detect: (facts, options) => ({ hit: goesOnFrom(facts, options) }),
    explain: ({ hit }, { category }) => hit ? `接着本人刚才的话（${category.join('、')}）往下说` : `不是接着本人刚才的话（${category.join('、')}）往下说`,
});
/** Messages of the last while, newest first; what comes late is judged by what was said before it. */
function linesOf({ event, history }, lasts) {
    return history
        .recent({ since: event.at - 2 * lasts }, LINES_AT_MOST)
        .filter(({ kind, at }) => MESSAGE_KINDS.includes(kind) && at <= event.at);
}
function goesOnFrom(facts, { category, severity, respond, within }) {
    const { event, member } = facts;
    const lasts = Math.max(within, LASTS);
    const told = (line) => line.member === member.id &&
        line.category !== null &&
        category.includes(line.category) &&
        respond.includes(line.respond) &&
        (severity === undefined || line.severity === severity);
    const lines = linesOf(facts, lasts);
    const end = lines.findIndex(line => !told(line));
    const run = end < 0 ? lines : lines.slice(0, end);
    const [last, first] = [run[0], run.at(-1)];
    return !!last && !!first && event.at - last.at <= within && event.at - first.at <= lasts;
}
//# sourceMappingURL=goes-on.js.map