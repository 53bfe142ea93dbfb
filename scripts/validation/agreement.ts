/** How far two people agree on one thing. */
export interface Agreement {
  pairs: number
  same: number
  /** share of pairs that are the same */
  raw: number
  /** Cohen's kappa: agreement beyond chance, 1 is perfect; 1 where chance alone would agree on everything */
  kappa: number
}

/** Raw agreement and Cohen's kappa of pairs of answers. */
export function agreementOf(pairs: readonly (readonly [string, string])[]): Agreement {
  const same = pairs.filter(([one, other]) => one === other).length
  const raw = pairs.length === 0 ? 0 : same / pairs.length
  const [first, second] = [sharesOf(pairs.map(([one]) => one)), sharesOf(pairs.map(([, other]) => other))]
  let chance = 0
  for (const [answer, share] of first) chance += share * (second.get(answer) ?? 0)
  return { pairs: pairs.length, same, raw, kappa: chance === 1 ? 1 : (raw - chance) / (1 - chance) }
}

function sharesOf(answers: readonly string[]): Map<string, number> {
  const shares = new Map<string, number>()
  for (const answer of answers) shares.set(answer, (shares.get(answer) ?? 0) + 1 / answers.length)
  return shares
}
