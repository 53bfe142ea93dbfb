import { z } from 'zod'
import type { Facts } from '../model/signal.js'
import { count } from './options.js'
import { defineSignal } from './signal.js'

const options = z
  .strictObject({
    at_least: count.optional(),
    at_most: z.number().int().min(0).optional(),
    emoji_only: z.literal(true).optional(),
    emoji_at_least: count.optional(),
    lines_at_least: count.optional(),
    duration_at_least: count.optional(),
  })
  .refine(given => Object.keys(given).length > 0, { error: '至少要给出一项' })
type Options = z.output<typeof options>

/** Length, emoji, lines, seconds. All of what is given must hold. */
export const shape = defineSignal({
  name: 'shape',
  summary:
    '长短与形状：at_least/at_most 字数、emoji_only、emoji_at_least、lines_at_least 行数、duration_at_least 语音秒数',
  options,
  detect(facts, options) {
    const checks = measure(facts, options)
    const failed = checks.find(check => !check.holds)
    return { hit: !failed, detail: (failed ? [failed] : checks).map(check => check.what).join('、') }
  },
  explain: evidence => evidence.detail ?? '',
})

function measure({ text, event }: Facts, options: Options): { holds: boolean; what: string }[] {
  const checks: { holds: boolean; what: string }[] = []
  const check = (holds: boolean, what: string) => checks.push({ holds, what })
  const characters = text.key.length
  const emoji = text.emoji.length
  if (options.at_least !== undefined) check(characters >= options.at_least, `字数 ${characters}/${options.at_least}`)
  if (options.at_most !== undefined) check(characters <= options.at_most, `字数 ${characters}，上限 ${options.at_most}`)
  if (options.emoji_only)
    check(emoji > 0 && characters === 0, emoji > 0 && characters === 0 ? '只有表情' : '不是只有表情')
  if (options.emoji_at_least !== undefined)
    check(emoji >= options.emoji_at_least, `表情 ${emoji}/${options.emoji_at_least}`)
  if (options.lines_at_least !== undefined) {
    const lines = text.original.split('\n').filter(line => line.trim() !== '').length
    check(lines >= options.lines_at_least, `行数 ${lines}/${options.lines_at_least}`)
  }
  if (options.duration_at_least !== undefined) {
    const seconds = event.body.kind === 'message' ? (event.body.message.duration ?? 0) : 0
    check(seconds >= options.duration_at_least, `时长 ${seconds}/${options.duration_at_least} 秒`)
  }
  return checks
}
