import { z } from 'zod'
import { MESSAGE_KINDS } from '../model/event.js'
import type { Remembered } from '../model/history.js'
import { ROLE_LABELS } from '../model/labels.js'
import { ROLES } from '../model/member.js'
import { MINUTE } from '../model/time.js'
import { duration, oneOrMany } from './options.js'
import { defineSignal } from './signal.js'

/** As far back as an answer may lie behind other talk. */
const LINES = 40

const isMessage = (line: Remembered) => (MESSAGE_KINDS as readonly string[]).includes(line.kind)
/** A picture or a notice is for everybody; what answers one person is said. */
const isAnswer = (line: Remembered) => (line.kind === 'text' || line.kind === 'voice') && line.notice === null

/**
 * Whose words this line goes on from: the last thing somebody else said that was not merely counted. With `own`: somebody
 * of these roles answered this very sender, who had said something before it and thanks or confirms now.
 */
export const follows = defineSignal({
  name: 'follows',
  costly: true,
  summary:
    '紧接着谁的话：例如 follows: { role: parent }；own: true 表示本人先说过、对方回答了，例如 follows: { role: teacher, own: true }',
  options: z.strictObject({
    role: oneOrMany(z.enum(ROLES)),
    own: z.boolean().default(false),
    within: duration.default(15 * MINUTE),
  }),
  detect({ event, history, member }, { role, own, within }) {
    const lines = history
      .recent({ since: event.at - within }, LINES)
      .filter(line => isMessage(line) && line.respond !== 'collect')
    const others = lines.flatMap((line, i) =>
      line.member === member.id ? [] : [{ line, earlier: lines.slice(i + 1) }],
    )
    const found = own
      ? others.find(
          ({ line, earlier }) =>
            isAnswer(line) && role.includes(line.role) && earlier.some(before => before.member === member.id),
        )
      : others.slice(0, 1).find(({ line }) => role.includes(line.role))
    return { hit: found !== undefined, detail: found ? ROLE_LABELS[found.line.role] : '' }
  },
  explain: ({ hit, detail }, { own }) => (hit ? `${own ? '回应' : '接着'}${detail}刚才的话` : '不是接着谁的话说的'),
})
