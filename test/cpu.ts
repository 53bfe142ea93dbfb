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
 * How many times dearer the work is at 4n than at n: about 4 where it is linear, 16 where quadratic. The median of three
 * after a warm-up; what costs next to nothing at either size counts as a few milliseconds.
 */
export function growth(work: (n: number) => void, n: number): number {
  work(n)
  const median = (size: number) => {
    const spent = [1, 2, 3].map(() => cpu(() => work(size))).sort((a, b) => a - b)
    return Math.max(LEAST, spent[1] as number)
  }
  return median(4 * n) / median(n)
}

/** More than any linear work grows by, even disturbed; quadratic work grows by 16. */
export const LINEAR = 12
