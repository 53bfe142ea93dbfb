import { chanceOf } from './chance.js'

/** Beyond these the strings would cost more than they save. */
const MOST_EXACT = 64
const MOST_REQUIRED = 256

/** `exact`: all that a part of a pattern can match, if that is a small set; `required`: one of these must be there. */
export interface Part {
  exact: string[] | null
  required: string[] | null
}

export const ANYTHING: Part = { exact: null, required: null }

/** Matches just these. */
export function exactly(strings: string[]): Part {
  if (strings.length > MOST_EXACT) return { exact: null, required: usable(strings) }
  return { exact: strings, required: usable(strings) }
}

function usable(strings: string[]): string[] | null {
  return strings.length > 0 && strings.length <= MOST_REQUIRED && strings.every(string => string !== '')
    ? strings
    : null
}

/** The more telling of two sets. */
function better(a: string[] | null, b: string[] | null): string[] | null {
  if (!a || !b) return a ?? b
  return chanceOf(a) <= chanceOf(b) ? a : b
}

/** Alternatives. */
export function either(parts: Part[]): Part {
  const [only] = parts
  if (only && parts.length === 1) return only
  const union = (sets: (string[] | null)[]) => (sets.includes(null) ? null : [...new Set((sets as string[][]).flat())])
  const exact = union(parts.map(part => part.exact))
  if (exact && exact.length <= MOST_EXACT) return exactly(exact)
  const required = union(parts.map(part => part.required))
  return { exact: null, required: required && usable(required) }
}

/** One after the other. */
export function inTurn(parts: Part[]): Part {
  let run: string[] | null = ['']
  let required: string[] | null = null
  let whole = true
  for (const part of parts) {
    const product: string[] | null = run && part.exact && times(run, part.exact)
    if (product) {
      run = product
      continue
    }
    whole = false
    required = better(better(required, run && usable(run)), part.required)
    run = part.exact
  }
  if (whole && run) return exactly(run)
  return { exact: null, required: better(required, run && usable(run)) }
}

function times(heads: string[], tails: string[]): string[] | null {
  if (heads.length * tails.length > MOST_EXACT) return null
  return heads.flatMap(head => tails.map(tail => head + tail))
}
