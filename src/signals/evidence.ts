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

const nothing: Evidence[] = []

/** Nothing found where `needed` were: the commonest answer of all, one object for all who give it. */
export function missed(needed: number): Evidence {
  return (nothing[needed] ??= Object.freeze(counted(0, needed)))
}

/** What is told of a likeness from 0 to 1, by its tenths: one object for all that are as little alike. */
export function byTenths(tell: (score: number) => Evidence): (score: number) => Evidence {
  const told = Array.from({ length: 11 }, (_, tenth) => Object.freeze(tell(tenth / 10)))
  return score => told[Math.round(Math.min(score, 1) * 10)] as Evidence
}

/** A hit that is certain already; where and how often is looked up when somebody asks, which is seldom. */
export function certain(look: () => Evidence): Evidence {
  return new CertainHit(look)
}

/** An answer that is known, with words about it that are found when somebody asks for them. */
export function worded(
  known: Pick<Evidence, 'hit' | 'score'>,
  words: () => Pick<Evidence, 'spans' | 'detail'>,
): Evidence {
  return new Worded(known, words)
}

class CertainHit implements Evidence {
  readonly hit = true
  readonly #look: () => Evidence
  #found: Evidence | undefined

  constructor(look: () => Evidence) {
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

  settle(): Evidence {
    const { hit, count, needed, spans, detail } = this
    return { hit, count, needed, spans, ...(detail && { detail }) }
  }

  get #all(): Evidence {
    return (this.#found ??= this.#look())
  }
}

class Worded implements Evidence {
  readonly hit: boolean
  readonly score?: number
  readonly #words: () => Pick<Evidence, 'spans' | 'detail'>
  #found: Pick<Evidence, 'spans' | 'detail'> | undefined

  constructor({ hit, score }: Pick<Evidence, 'hit' | 'score'>, words: () => Pick<Evidence, 'spans' | 'detail'>) {
    this.hit = hit
    if (score !== undefined) this.score = score
    this.#words = words
  }

  get spans(): readonly Span[] {
    return this.#all.spans ?? []
  }

  get detail(): string {
    return this.#all.detail ?? ''
  }

  settle(): Evidence {
    const { hit, score } = this
    return { hit, ...(score !== undefined && { score }), ...this.#all }
  }

  get #all(): Pick<Evidence, 'spans' | 'detail'> {
    return (this.#found ??= this.#words())
  }
}

/** The same as plain data. */
export function settled(evidence: Evidence): Evidence {
  return evidence instanceof CertainHit || evidence instanceof Worded ? evidence.settle() : evidence
}

/** `链接 0/2`, with the kinds that were found behind it. */
export function explainCount(what: string, { count, needed, detail }: Evidence): string {
  return `${what} ${count ?? 0}/${needed ?? 1}${detail ? `（${detail}）` : ''}`
}
