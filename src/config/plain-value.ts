import { CORE_SCHEMA, load } from 'js-yaml'

/**
 * What the two parsers may read differently: anchors, aliases, tags, explicit keys, numbers that begin with a point,
 * directives, document marks, empty items, tabs, line ends of two characters, numbers with an underscore, in base two or
 * beyond all bounds.
 */
const NODES = /(?:^|[ [{},:-])(?:[&*!]|\?(?:\s|$)|[+-]\.)/m
const MARKS = /^(?:[%\uFEFF]|---|\.\.\.)|- *$|[\t\r]|\d_|0b|\de[-+]?\d{3}/im
/** Keys that may not have been text: one takes what is written, the other what it means. */
const DOUBTFUL_KEY = /^$|^-?[\d.]|^(?:-?Infinity|NaN|null|true|false)$|,|^\[object/

/**
 * The value of a YAML text as the fast parser reads it, which knows no places; null for a text that has a mistake in it,
 * or that the careful parser might read differently.
 */
export function plainValue(text: string): { value: unknown } | null {
  if (NODES.test(text) || MARKS.test(text)) return null
  try {
    const value = load(text, { schema: CORE_SCHEMA }) ?? null
    return isBeyondDoubt(value) ? { value } : null
  } catch {
    return null
  }
}

function isBeyondDoubt(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) return value.every(isBeyondDoubt)
  return Object.entries(value).every(([key, part]) => !DOUBTFUL_KEY.test(key) && isBeyondDoubt(part))
}
