import { z } from 'zod';
import { MESSAGE_KINDS } from '../model/event.js';
import { ROLE_LABELS } from '../model/labels.js';
import { ROLES } from '../model/member.js';
import { HOUR, MINUTE } from '../model/time.js';
import { duration, oneOrMany } from './options.js';
import { defineSignal } from './signal.js';
/** As far back as an answer may lie behind other talk. */
const LINES = 40;
/** A teacher answers when the lesson is over. */
const ASKED_WITHIN = 2 * HOUR;
/** Shorter ones stand in any sentence. */
const NAME_AT_LEAST = 2;
const isMessage = (line) => MESSAGE_KINDS.includes(line.kind);
/** A picture is for everybody; what answers one person is said. */
const isSaid = (line) => line.kind === 'text' || line.kind === 'voice';
/** `婷婷妈妈，周五给您电话` speaks to 向婷婷妈妈, and what is said of her child is said to her. */
function isTold({ text }, { name, students }) {
    if (!text)
        return false;
    const called = [name, ...students].flatMap(whole => [whole, whole.slice(1)]);
    return called.some(one => one.length >= NAME_AT_LEAST && text.includes(one));
}
/** A notice is for everybody, unless it calls this one by name: what was answered before it is over. */
function sinceNotice(others, member) {
    const notice = others.findIndex(({ line }) => line.notice !== null && !isTold(line, member));
    return notice < 0 ? others : others.slice(0, notice);
}
/**
 * Whose words this line goes on from: the last thing somebody else said that was not merely counted. With `own`: somebody
 * of these roles answered this very sender, who had said something before it or is called by name. With `asked`: that last
 * thing was a question.
 */
export const follows = defineSignal({
    name: 'follows',
    turn: 'last',
    summary: '紧接着谁的话：例如 follows: { role: parent }；own: true 表示本人先说过、或被点到名，对方回答了，例如 follows: { role: teacher, own: true }；asked: true 表示对方那句是提问',
    options: z.strictObject({
        role: oneOrMany(z.enum(ROLES)),
        own: z.boolean().default(false),
        asked: z.boolean().default(false),
        within: duration.default(15 * MINUTE),
    }),
    detect({ event, history, member }, { role, own, asked, within }) {
        const lines = history
            .recent({ since: event.at - Math.max(within, own ? ASKED_WITHIN : 0) }, LINES)
            .filter(line => isMessage(line) && line.respond !== 'collect');
        const others = lines.flatMap((line, i) => line.member === member.id || line.at < event.at - within ? [] : [{ line, earlier: lines.slice(i + 1) }]);
        const found = own
            ? sinceNotice(others, member).find(({ line, earlier }) => isSaid(line) &&
                role.includes(line.role) &&
                (earlier.some(before => before.member === member.id) || isTold(line, member)))
            : others.slice(0, 1).find(({ line }) => role.includes(line.role) && (!asked || line.question));
        return { hit: found !== undefined, detail: found ? ROLE_LABELS[found.line.role] : '' };
    },
    explain: ({ hit, detail }, { own }) => (hit ? `${own ? '回应' : '接着'}${detail}刚才的话` : '不是接着谁的话说的'),
});
//# sourceMappingURL=follows.js.map