/** Milliseconds of work, several times over, the contenders taking turns so that a busy moment hits them all. */
export function race(contenders: Readonly<Record<string, () => void>>, rounds = 5): Record<string, number> {
  const names = Object.keys(contenders)
  const times = new Map<string, number[]>(names.map(name => [name, []]))
  // once for nothing: what runs for the first time is being compiled
  for (const name of names) contenders[name]?.()
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      times.get(name)?.push(timed(contenders[name] as () => void))
    }
  }
  return Object.fromEntries(names.map(name => [name, median(times.get(name) as number[])]))
}

/** Milliseconds of one piece of work. */
export function timed(work: () => void): number {
  const began = process.hrtime.bigint()
  work()
  return Number(process.hrtime.bigint() - began) / 1e6
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] as number
}
