import { z } from 'zod'
import type { Span } from '../model/text.js'
import { spanOf } from '../text/index.js'
import { matcherOf } from './lexicons.js'
import { count, oneOrMany, where } from './options.js'
import { partsOf } from './parts.js'
import { counted, defineSignal, explainCount } from './signal.js'

const long = z.strictObject({
  list: oneOrMany(z.string()),
  at_least: count.default(1),
  in: where.default('any'),
})

/** Words of lexicons on the match key; different words count, not repetitions of one. */
export const words = defineSignal({
  name: 'words',
  summary: '文字中有词表里的词（按归一化后的文字匹配），例如 words: commerce.offer',
  options: z.union([oneOrMany(z.string()).transform(list => ({ list, at_least: 1, in: 'any' as const })), long]),
  prepare: ({ list }, resources) => matcherOf(list, resources, []),
  detect(facts, options, matcher) {
    const found = new Set<number>()
    const spans: Span[] = []
    for (const part of partsOf(facts, options.in)) {
      if (!matcher.any(part.key)) continue
      for (const hit of matcher.find(part.key)) {
        found.add(hit.index)
        if (part === facts.text) spans.push(spanOf(part, hit.start, hit.end))
      }
    }
    return counted(found.size, options.at_least, { spans })
  },
  explain: (evidence, options) => explainCount(`词表 ${options.list.join('、')}`, evidence),
})
