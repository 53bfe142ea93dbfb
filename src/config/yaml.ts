import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
} from 'yaml'
import type { Diagnostic } from '../model/errors.js'
import type { Place } from '../model/rule.js'
import { plainValue } from './plain-value.js'
import { fileProblem } from './source.js'
import type { Spot } from './spot.js'
import { syntaxDiagnostics } from './syntax.js'

export type Path = readonly (string | number)[]

/** Aliases beyond this are a bomb, not a convenience. */
const MAX_ALIASES = 100
/** The parser is recursive; no rule is nested that deeply. */
const MAX_DEPTH = 100

/**
 * One YAML text: its value, and where each part of it stands. Two parsers share the work: the one that knows where
 * everything stands takes five times as long, so it reads only what has something to be told about.
 */
export class YamlFile {
  readonly value: unknown
  /** syntax errors; when `broken`, the value cannot be trusted and is null */
  readonly diagnostics: readonly Diagnostic[]
  readonly broken: boolean
  private readonly lines = new LineCounter()
  private parsed: Document.Parsed | null = null
  private aliases: ReadonlyMap<Node, Node | null> | null = null

  constructor(
    readonly name: string,
    readonly text: string,
  ) {
    this.value = null
    this.broken = true
    if (nestedTooDeeply(text)) {
      this.diagnostics = [fileProblem(name, 'BZ101', '嵌套层数太多', `不超过 ${MAX_DEPTH} 层`)]
      return
    }
    const plain = plainValue(text)
    if (plain) {
      this.value = plain.value
      this.diagnostics = []
      this.broken = false
      return
    }
    const doc = this.doc
    const { diagnostics, fatal } = syntaxDiagnostics(doc, text, (start, length) => this.spotAt(start, length))
    this.diagnostics = diagnostics
    if (fatal) return
    try {
      this.value = doc.toJS({ maxAliasCount: MAX_ALIASES })
    } catch (error) {
      const unresolved = /: (\S+)$/.exec((error as Error).message)?.[1]
      const message = (error as Error).message.startsWith('Unresolved alias')
        ? `别名 *${unresolved} 没有对应的锚点 &${unresolved}`
        : '别名展开得太多'
      this.diagnostics = [...diagnostics, fileProblem(name, 'BZ101', message, null)]
      return
    }
    if (containsItself(this.value)) {
      this.value = null
      this.diagnostics = [...diagnostics, fileProblem(name, 'BZ101', '别名指向了包含它自己的内容', null)]
      return
    }
    this.broken = false
  }

  root(): Located {
    return new Located(this, [], this.value)
  }

  private get doc(): Document.Parsed {
    this.parsed ??= parseDocument(this.text, {
      lineCounter: this.lines,
      prettyErrors: false,
      stringKeys: true,
      logLevel: 'error',
    })
    return this.parsed
  }

  /** Where the value at `path` (or its key) stands; the nearest part above it that exists, if it does not. */
  spot(path: Path, what: 'key' | 'value'): Spot {
    return found(this.name, () => this.spotOf(path, what))
  }

  private spotOf(path: Path, what: 'key' | 'value'): Spot {
    const { key, value } = this.find(path)
    const node = what === 'key' || isEmpty(value) ? (key ?? value) : value
    if (!node?.range) return this.spotAt(0, 1)
    const start = firstToken(node)
    const range = start.range ?? node.range
    return this.spotAt(range[0], range[1] - range[0])
  }

  /** A part of the string at `path`; all of it where escapes or line breaks hide the exact place. */
  spotInside(path: Path, start: number, length: number): Spot {
    const node = this.find(path).value
    if (isScalar(node) && typeof node.value === 'string' && node.range) {
      const written = this.text.slice(node.range[0], node.range[1])
      const inner = written.slice(1, -1)
      if (written === node.value) return this.spotAt(node.range[0] + start, length)
      if (inner === node.value) return this.spotAt(node.range[0] + 1 + start, length)
      if (written.startsWith("'") && inner.replaceAll("''", "'") === node.value) {
        const quotes = node.value.slice(0, start).split("'").length - 1
        return this.spotAt(node.range[0] + 1 + start + quotes, length)
      }
    }
    return this.spot(path, 'value')
  }

  /** What stands in the file at `path`, unparsed: `0666` where the value is 666. */
  written(path: Path): string {
    const node = this.find(path).value
    return node?.range ? this.text.slice(node.range[0], node.range[1]) : ''
  }

  spotAt(start: number, length: number): Spot {
    const { line, col } = this.lines.linePos(start)
    const lineFeed = this.text.indexOf('\n', start)
    const end = lineFeed < 0 ? this.text.length : lineFeed
    const lineEnd = (this.text[end - 1] === '\r' ? end - 1 : end) - start
    return { place: { file: this.name, line, col: Math.max(1, col) }, width: Math.max(1, Math.min(length, lineEnd)) }
  }

  private find(path: Path): { key: Node | null; value: Node | null } {
    let key: Node | null = null
    let value: Node | null = this.resolve(this.doc.contents)
    for (const step of path) {
      if (isMap(value)) {
        const pair = (value.items as Pair<Node, Node | null>[]).findLast(
          item => isScalar(item.key) && String(item.key.value) === String(step),
        )
        if (!pair) return { key, value }
        key = pair.key
        value = this.resolve(pair.value)
      } else if (isSeq(value)) {
        const item = value.items[Number(step)] as Node | undefined
        if (!item) return { key, value }
        key = null
        value = this.resolve(item)
      } else return { key, value }
    }
    return { key, value }
  }

  private resolve(node: Node | null): Node | null {
    if (!isAlias(node)) return node
    this.aliases ??= meantBy(this.doc)
    return this.aliases.get(node) ?? null
  }
}

/** A value and where it was written. */
export class Located {
  constructor(
    readonly file: YamlFile,
    readonly path: Path,
    readonly value: unknown,
  ) {}

  /** The part under a key or index; undefined where there is none. */
  at(step: string | number): Located {
    const value = this.value
    const own = typeof value === 'object' && value !== null && Object.hasOwn(value, step)
    return new Located(
      this.file,
      [...this.path, step],
      own ? (value as Record<string | number, unknown>)[step] : undefined,
    )
  }

  /** The same place with another value, for a part of what is written there. */
  withValue(value: unknown): Located {
    return new Located(this.file, this.path, value)
  }

  /** Entries of a list, in order; none where it is no list. */
  items(): Located[] {
    return Array.isArray(this.value) ? this.value.map((_, index) => this.at(index)) : []
  }

  /** Keys of a map; none where it is no map. */
  keys(): string[] {
    return isObject(this.value) ? Object.keys(this.value) : []
  }

  spot(): Spot {
    return this.file.spot(this.path, 'value')
  }

  keySpot(): Spot {
    return this.file.spot(this.path, 'key')
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A spot that is looked for once, the first time that anything but its file is asked for. */
function found(file: string, look: () => Spot): Spot {
  let known: Spot | undefined
  const spot = () => (known ??= look())
  return {
    place: {
      file,
      get line() {
        return spot().place.line
      },
      get col() {
        return spot().place.col
      },
    },
    get width() {
      return spot().width
    },
  }
}

/** What every alias stands for: the latest anchor of its name before it. One walk: the parser would take one for each. */
function meantBy(doc: Document.Parsed): Map<Node, Node | null> {
  const anchors = new Map<string, Node>()
  const meant = new Map<Node, Node | null>()
  visit(doc, {
    Node(_, node) {
      if (isAlias(node)) meant.set(node, anchors.get(node.source) ?? null)
      else if (node.anchor) anchors.set(node.anchor, node)
    },
  })
  return meant
}

function isEmpty(node: Node | null): boolean {
  return node === null || (isScalar(node) && node.range?.[0] === node.range?.[1])
}

/** A block collection is pointed at by its first key or item: its whole would be the rest of the file. */
function firstToken(node: Node): Node {
  if ((isMap(node) || isSeq(node)) && !node.flow) {
    const first = isMap(node) ? (node.items[0]?.key as Node | undefined) : (node.items[0] as Node | undefined)
    if (first?.range) return firstToken(first)
  }
  return node
}

/** Counts without parsing: brackets that stay open, indentation, and `- - - ` on one line. */
function nestedTooDeeply(text: string): boolean {
  let open = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0x5b || code === 0x7b) open++
    else if ((code === 0x5d || code === 0x7d) && open > 0) open--
    if (open > MAX_DEPTH) return true
  }
  return text.split('\n').some(line => (/^[\s\-?:]*/.exec(line) as RegExpExecArray)[0].length > 4 * MAX_DEPTH)
}

function containsItself(value: unknown, above: readonly unknown[] = []): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (above.includes(value)) return true
  return Object.values(value).some(part => containsItself(part, [...above, value]))
}
