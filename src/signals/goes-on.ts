import { z } from 'zod'
import { CATEGORIES } from '../model/category.js'
import { MESSAGE_KINDS } from '../model/event.js'
import { RESPONSES, SEVERITIES } from '../model/rule.js'
import { MINUTE } from '../model/time.js'
import { duration, oneOrMany } from './options.js'
import { defineSignal } from './signal.js'

/** Somebody joins or is renamed in between: that is nobody speaking. */
const LOOK_BACK = 6

/**
 * The sender goes on about what was judged a moment ago: the last message was their own, nobody has spoken since. Of the
 * lines with which parents go on telling of an emergency nine in ten are about it, whatever words they hold.
 */
export const goesOn = defineSignal({
  name: 'goes_on',
  turn: 'last',
  summary:
    '本人上一条刚被判为某一类，中间没有别人说话，例如 goes_on: { category: emergency, severity: P0, within: 5m }',
  options: z.strictObject({
    category: oneOrMany(z.enum(CATEGORIES)),
    severity: z.enum(SEVERITIES).optional(),
    respond: oneOrMany(z.enum(RESPONSES)).default(['escalate']),
    within: duration.default(5 * MINUTE),
  }),
  detect({ event, history, member }, { category, severity, respond, within }) {
    const last = history
      .recent({ since: event.at - within }, LOOK_BACK)
      .find(({ kind }) => (MESSAGE_KINDS as readonly string[]).includes(kind))
    const found =
      last !== undefined &&
      last.member === member.id &&
      last.category !== null &&
      category.includes(last.category) &&
      respond.includes(last.respond) &&
      (severity === undefined || last.severity === severity)
    return { hit: found }
  },
  explain: ({ hit }, { category }) =>
    hit ? `接着本人刚才的话（${category.join('、')}）往下说` : `不是接着本人刚才的话（${category.join('、')}）往下说`,
})
