/** Tests never look at the clock on the wall: on a busy machine it says nothing. What the process itself spent does. */

const LEAST = 2
const SPAN = 16
const TRIES = 6

/** Begins to count; the answer gives the CPU milliseconds that this process has spent since, all its threads together. */
export function meter(): () => number {
  const before = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  }
}

/** CPU milliseconds that this process spends on the work. */
export function cpu(work: () => void): number {
  const spent = meter()
  work()
  return spent()
}

/**
 * How many times dearer the work is at 4n than at a quarter of n, sixteen times less: about 16 where it is linear, 256
 * where quadratic. What disturbs a run (garbage, a compiler, a neighbour) only adds to it, so the least of several
 * counts, and it is measured until the answer is linear or has been otherwise six times. What costs next to nothing at
 * either size counts as a few milliseconds. Under mutation nothing is measured: it would take hours, and a mutant that
 * hangs is found by Stryker's own clock.
 */
export function growth(work: (n: number) => void, n: number): number {
  if (process.env.STRYKER_MUTATOR_WORKER !== undefined) return 0
  const large = 4 * n
  const small = Math.ceil(large / SPAN)
  work(small)
  let [little, much] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let tried = 0; tried < TRIES && !(much / little < LINEAR); tried++) {
    little = Math.min(
      little,
      Math.max(
        LEAST,
        cpu(() => work(small)),
      ),
    )
    much = Math.min(
      much,
      Math.max(
        LEAST,
        cpu(() => work(large)),
      ),
    )
  }
  return much / little
}

/** Four times what linear work grows by, a quarter of what quadratic work does. */
export const LINEAR = 64
