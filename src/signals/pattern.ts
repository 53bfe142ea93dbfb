import { z } from 'zod'
import type { NormalText, Span } from '../model/text.js'
import { spanOf } from '../text/index.js'
import { count, where } from './options.js'
import { partsOf } from './parts.js'
import { compilePattern } from './re.js'
import { counted, defineSignal, explainCount } from './signal.js'

const re = z.string().min(1)
const on = z.enum(['display', 'key'])

/** A regular expression (RE2 syntax) on the text as shown, or on the match key. */
export const pattern = defineSignal({
  name: 'pattern',
  summary: "文字符合一个正则表达式（RE2 语法，不分大小写），例如 pattern: '第[一二三]名'",
  options: z.union([
    re.transform(text => ({ re: text, on: 'display' as const, in: 'any' as const, at_least: 1 })),
    z.strictObject({ re, on: on.default('display'), in: where.default('any'), at_least: count.default(1) }),
  ]),
  prepare: options => compilePattern(options.re, []),
  detect(facts, options, compiled) {
    const spans: Span[] = []
    let found = 0
    for (const part of partsOf(facts, options.in)) {
      const text = part[options.on]
      if (text === '' || !compiled.test(text)) continue
      const matcher = compiled.matcher(text)
      while (found < options.at_least && matcher.find()) {
        found += 1
        const span = writtenSpan(part, options.on, matcher.start(), matcher.end())
        if (part === facts.text && span) spans.push(span)
      }
    }
    return counted(found, options.at_least, { spans })
  },
  explain: (evidence, options) => explainCount(`模式 ${shorten(options.re)}`, evidence),
})

/** Null where the shown text differs from what was written: there is no map between those two. */
function writtenSpan(text: NormalText, on: 'display' | 'key', start: number, end: number): Span | null {
  if (on === 'key') return spanOf(text, start, end)
  return text.display === text.original ? { start, end } : null
}

function shorten(source: string): string {
  return source.length > 40 ? `${source.slice(0, 39)}…` : source
}
