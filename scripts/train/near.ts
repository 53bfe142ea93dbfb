/** Two texts with more in common than this are near-copies of each other. */
export const NEAR = 0.6

/** Different character 3-grams of a text without signs and spaces; of a shorter one, itself. */
export function gramsOf(text: string): ReadonlySet<string> {
  const bare = [...text.replace(/[\s\p{P}\p{S}]/gu, '').toLowerCase()]
  const grams = new Set<string>()
  for (let i = 0; i + 3 <= bare.length; i++) grams.add(bare.slice(i, i + 3).join(''))
  if (grams.size === 0) grams.add(bare.join('') || text)
  return grams
}

/** Every pair of texts whose 3-grams have a Jaccard index over NEAR: later index first. */
export function nearCopies(texts: readonly string[]): [number, number][] {
  const all = texts.map(gramsOf)
  const holders = new Map<string, number[]>()
  const pairs: [number, number][] = []
  all.forEach((grams, index) => {
    const shared = new Map<number, number>()
    for (const gram of grams) {
      const known = holders.get(gram)
      if (!known) {
        holders.set(gram, [index])
        continue
      }
      for (const other of known) shared.set(other, (shared.get(other) ?? 0) + 1)
      known.push(index)
    }
    for (const [other, common] of shared) {
      const union = grams.size + (all[other] as ReadonlySet<string>).size - common
      if (common / union > NEAR) pairs.push([index, other])
    }
  })
  return pairs
}

/** Numbers the groups that must stay together: lines of one topic, and near-copies across topics. */
export function groupsOf(topics: readonly string[], pairs: readonly (readonly [number, number])[]): number[] {
  const parent = topics.map((_, index) => index)
  const rootOf = (index: number): number => {
    let at = index
    while (parent[at] !== at) at = parent[at] = parent[parent[at] as number] as number
    return at
  }
  const join = (a: number, b: number) => {
    const [low, high] = [rootOf(a), rootOf(b)].sort((x, y) => x - y) as [number, number]
    parent[high] = low
  }
  const first = new Map<string, number>()
  topics.forEach((topic, index) => {
    const known = first.get(topic)
    if (known === undefined) first.set(topic, index)
    else join(index, known)
  })
  for (const [a, b] of pairs) join(a, b)
  return topics.map((_, index) => rootOf(index))
}
