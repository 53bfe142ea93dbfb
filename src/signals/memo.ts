/** Remembers what a pure function said of the last few thousand strings: a rule set asks the same ones again and again. */
export function memo<T>(of: (text: string) => T, most = 4_096): (text: string) => T {
  const known = new Map<string, T>()
  return text => {
    const found = known.get(text)
    if (found !== undefined || known.has(text)) return found as T
    if (known.size >= most) known.clear()
    const answer = of(text)
    known.set(text, answer)
    return answer
  }
}
