/** Shares of corpus lines, each judged by a model that has not seen its topic. */
export interface CrossValidated {
  mistaken: number
  surelyMistaken: number
  known: number
  surelyKnown: number
}

/** The cross-validated figures of docs/intent-model.md, which `npm run train` writes. Throws where one is missing. */
export function crossValidated(page: string, sure: number): CrossValidated {
  const [mistaken] = cellsOf(page, 'innocent look-alikes whose likeliest class is another')
  const [, known] = cellsOf(page, 'micro precision, recall (without normal)')
  const [surelyMistaken, surelyKnown] = cellsOf(page, String(sure))
  const all = { mistaken, surelyMistaken, known, surelyKnown }
  for (const [name, share] of Object.entries(all)) {
    if (share === undefined || Number.isNaN(share)) throw new Error(`docs/intent-model.md: no figure for ${name}`)
  }
  return all as CrossValidated
}

/** The percentages of the first table row that begins so. */
function cellsOf(page: string, first: string): number[] {
  const row = page.split('\n').find(line => line.startsWith(`| ${first} |`)) ?? ''
  return [...row.matchAll(/([\d.]+) %/g)].map(match => Number(match[1]) / 100)
}
