import { ANYTHING, either, exactly, inTurn, type Part } from './literal-sets.js'

/**
 * What a text must hold for a pattern to match it: one of these strings, in lower case. Null where nothing can be said,
 * and for syntax that is not understood here. A pattern need not be run on a text that holds none of them.
 */
export function requiredLiterals(source: string): string[] | null {
  try {
    const parser = new Parser([...source])
    const found = parser.alternation()
    return parser.done() ? (found.required ?? null) : null
  } catch (error) {
    if (error instanceof NotUnderstood) return null
    throw error
  }
}

/** A class with more characters says too little. */
const WIDEST_CLASS = 16

class NotUnderstood extends Error {}

/** Reads as much of RE2's syntax as rules use; every character is one code point. */
class Parser {
  private at = 0
  private readonly chars: readonly string[]

  constructor(chars: readonly string[]) {
    this.chars = chars
  }

  done(): boolean {
    return this.at === this.chars.length
  }

  alternation(): Part {
    const branches = [this.sequence()]
    while (this.take('|')) branches.push(this.sequence())
    return either(branches)
  }

  private sequence(): Part {
    const parts: Part[] = []
    while (!this.done() && this.peek() !== '|' && this.peek() !== ')') parts.push(this.quantified(this.atom()))
    return inTurn(parts)
  }

  private quantified(atom: Part): Part {
    let part = atom
    for (;;) {
      const least = this.quantifier()
      if (least === null) return part
      if (least === 'optional') part = part.exact ? exactly([...new Set([...part.exact, ''])]) : ANYTHING
      else part = least === 0 ? ANYTHING : { exact: null, required: part.required }
      this.take('?')
    }
  }

  private quantifier(): number | 'optional' | null {
    if (this.take('?')) return 'optional'
    if (this.take('*')) return 0
    if (this.take('+')) return 1
    const braces = /^\{(\d+)(?:,\d*)?\}/.exec(this.chars.slice(this.at, this.at + 12).join(''))
    if (!braces) return null
    this.at += braces[0].length
    return Number(braces[1])
  }

  private atom(): Part {
    const char = this.next()
    switch (char) {
      case '(':
        return this.group()
      case '[':
        return this.set()
      case '.':
        return ANYTHING
      case '^':
      case '$':
        return exactly([''])
      case '\\':
        return this.escape()
      default:
        return exactly([char.toLowerCase()])
    }
  }

  private group(): Part {
    if (this.take('?')) {
      const opening = /^(?:P?<\w+>|[ims]*:)/.exec(this.chars.slice(this.at, this.at + 64).join(''))
      if (!opening) throw new NotUnderstood()
      this.at += [...opening[0]].length
    }
    const inner = this.alternation()
    if (!this.take(')')) throw new NotUnderstood()
    return inner
  }

  private escape(): Part {
    const char = this.next()
    if (char === 'd') return exactly([...'0123456789'])
    if ('bBA'.includes(char) || char === 'z') return exactly([''])
    if ('DwWsSpP'.includes(char)) {
      if (char.toLowerCase() === 'p') this.property()
      return ANYTHING
    }
    return exactly([this.escaped(char)])
  }

  /** `{Han}` or one letter behind \p. */
  private property(): void {
    if (this.next() === '{') while (this.next() !== '}');
  }

  /** One character that stands behind a backslash. */
  private escaped(char: string): string {
    if (char === 'u') return this.codePoint(4)
    if (char === 'n') return '\n'
    if (char === 't') return '\t'
    if (/[A-Za-z0-9]/.test(char)) throw new NotUnderstood()
    return char
  }

  private codePoint(digits: number): string {
    const hex = this.chars.slice(this.at, this.at + digits).join('')
    if (!/^[0-9a-f]+$/i.test(hex) || hex.length !== digits) throw new NotUnderstood()
    this.at += digits
    return String.fromCodePoint(Number.parseInt(hex, 16)).toLowerCase()
  }

  private set(): Part {
    if (this.take('^')) return this.skipSet()
    const members = new Set<string>()
    let first = true
    for (;;) {
      const char = this.next()
      if (char === ']' && !first) break
      first = false
      if (char === '[' && this.peek() === ':') throw new NotUnderstood()
      const low = char === '\\' ? this.escapedInSet() : char
      if (low === null || (this.peek() === '-' && this.chars[this.at + 1] !== ']')) {
        if (low === null || !this.range(low, members)) return this.skipSet()
      } else members.add(low.toLowerCase())
    }
    return members.size <= WIDEST_CLASS ? exactly([...members]) : ANYTHING
  }

  /** False for a range too wide to be worth it. */
  private range(low: string, into: Set<string>): boolean {
    this.next()
    const char = this.next()
    const high = char === '\\' ? this.escapedInSet() : char
    if (high === null) throw new NotUnderstood()
    const [from, to] = [low.codePointAt(0) as number, high.codePointAt(0) as number]
    if (to - from >= WIDEST_CLASS) return false
    for (let code = from; code <= to; code++) into.add(String.fromCodePoint(code).toLowerCase())
    return true
  }

  private escapedInSet(): string | null {
    const char = this.next()
    return /[dDwWsSpP]/.test(char) ? null : this.escaped(char)
  }

  /** The rest of a set of which nothing can be said. */
  private skipSet(): Part {
    let first = this.chars[this.at - 1] === '^'
    for (;;) {
      const char = this.next()
      if (char === '\\') this.next()
      else if (char === ']' && !first) return ANYTHING
      first = false
    }
  }

  private peek(): string | undefined {
    return this.chars[this.at]
  }

  private next(): string {
    const char = this.chars[this.at++]
    if (char === undefined) throw new NotUnderstood()
    return char
  }

  private take(char: string): boolean {
    if (this.chars[this.at] !== char) return false
    this.at += 1
    return true
  }
}
