/** Tests never look at the clock on the wall: on a busy machine it says nothing. What the process itself spent does. */

const LEAST = 5

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
 * How many times dearer the work is at 4n than at n: about 4 where it is linear, 16 where quadratic. The least of four
 * after a warm-up; what costs next to nothing at either size counts as a few milliseconds.
 */
export function growth(work: (n: number) => void, n: number): number {
  work(n)
  // what disturbs a run only adds to it
  const least = (size: number) => Math.max(LEAST, Math.min(...[1, 2, 3, 4].map(() => cpu(() => work(size)))))
  return least(4 * n) / least(n)
}

/** More than any linear work grows by, even disturbed; quadratic work grows by 16. */
export const LINEAR = 12
