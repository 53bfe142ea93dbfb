/** One pattern of several, each on its own line where it is written down. */
export function either(patterns: readonly string[], flags = 'u'): RegExp {
  return new RegExp(patterns.join('|'), flags)
}
