import { z } from 'zod'
import type { Remembered } from '../model/history.js'
import type { Facts } from '../model/signal.js'
import type { NormalText } from '../model/text.js'
import { MINUTE } from '../model/time.js'
import { normalise } from '../text/index.js'
import { counted } from './evidence.js'
import { wordListOf } from './lexicons.js'
import { duration, oneOrMany } from './options.js'
import { defineSignal } from './signal.js'

/** Somebody joins, recalls, sends a sticker: said is what has words. */
const LOOK_BACK = 6

/** What was said just before this, by anybody: `没回` means one thing after `他回宿舍没` and another after `老师回你没`. */
export const before = defineSignal({
  name: 'before',
  costly: true,
  summary: '上一句话（不论谁说的）里有词表里的词，例如 before: safety.asked-after',
  options: z.union([
    oneOrMany(z.string()).transform(words => ({ words, from: 'any' as const, within: 3 * MINUTE })),
    z.strictObject({
      words: oneOrMany(z.string()),
      from: z.enum(['same', 'other', 'any']).default('any'),
      within: duration.default(3 * MINUTE),
    }),
  ]),
  prepare: ({ words }, resources) => wordListOf(words, resources),
  detect(facts, options, list) {
    const line = lastLine(facts, options.within)
    if (!line || (options.from !== 'any' && (line.member === facts.member.id) !== (options.from === 'same')))
      return counted(0, 1)
    const found = list.matcher.find(list.keyOf(textOf(line)))
    return counted(new Set([...found].map(hit => hit.index)).size, 1)
  },
  explain: ({ hit }, { words }) => `上一句${hit ? '有' : '没有'}词表 ${words.join('、')} 的词`,
})

function lastLine({ event, history }: Facts, within: number): Remembered | undefined {
  return history.recent({ since: event.at - within }, LOOK_BACK).find(line => line.text)
}

const texts = new WeakMap<Remembered, NormalText>()

/** Many rules ask about the same line. */
function textOf(line: Remembered): NormalText {
  let text = texts.get(line)
  if (!text) texts.set(line, (text = normalise(line.text as string)))
  return text
}
