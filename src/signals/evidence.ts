import type { Evidence } from '../model/signal.js'
import type { Span } from '../model/text.js'

/** Evidence of a count against what was needed. */
export function counted(
  count: number,
  needed: number,
  more: Omit<Evidence, 'hit' | 'count' | 'needed'> = {},
): Evidence {
  return { hit: count >= needed, count, needed, ...more }
}

/** A hit that is certain already; where and how often is looked up when somebody asks, which is seldom. */
export function certain(look: () => Evidence): Evidence {
  return new Later(true, undefined, look)
}

/** An answer that is known, with words about it that are found when somebody asks for them. */
export function scored(hit: boolean, score: number, words: () => Pick<Evidence, 'spans' | 'detail'>): Evidence {
  return new Later(hit, score, words)
}

class Later implements Evidence {
  readonly hit: boolean
  readonly score?: number
  readonly #look: () => Partial<Evidence>
  #found: Partial<Evidence> | undefined

  constructor(hit: boolean, score: number | undefined, look: () => Partial<Evidence>) {
    this.hit = hit
    if (score !== undefined) this.score = score
    this.#look = look
  }

  get count(): number {
    return this.#all.count ?? 1
  }

  get needed(): number {
    return this.#all.needed ?? 1
  }

  get spans(): readonly Span[] {
    return this.#all.spans ?? []
  }

  get detail(): string {
    return this.#all.detail ?? ''
  }

  /** The same as plain data. */
  settle(): Evidence {
    const { hit, score, count, needed, spans, detail } = this
    const more = { spans, ...(detail && { detail }) }
    return score === undefined ? { hit, count, needed, ...more } : { hit, score, ...more }
  }

  get #all(): Partial<Evidence> {
    return (this.#found ??= this.#look())
  }
}

/** The same as plain data. */
export function settled(evidence: Evidence): Evidence {
  return evidence instanceof Later ? evidence.settle() : evidence
}

/** `链接 0/2`, with the kinds that were found behind it. */
export function explainCount(what: string, { count, needed, detail }: Evidence): string {
  return `${what} ${count ?? 0}/${needed ?? 1}${detail ? `（${detail}）` : ''}`
}
