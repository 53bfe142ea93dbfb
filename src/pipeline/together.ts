import type { Deps } from './deps.js'

/**
 * Everything `work` writes in one transaction, all or nothing. Whoever watches hears of it, and the outbox is woken,
 * only once it is on disk; within another `together`, once that one is.
 */
export function together<T>(deps: Deps, work: (deps: Deps) => T): T {
  const afterwards: (() => void)[] = []
  let wake = false
  const result = deps.ledger.batch(() =>
    work({
      ...deps,
      judged: outcome => afterwards.push(() => deps.judged?.(outcome)),
      caseMoved: step => afterwards.push(() => deps.caseMoved?.(step)),
      wake: () => {
        wake = true
      },
    }),
  )
  for (const tell of afterwards) tell()
  if (wake) deps.wake()
  return result
}
