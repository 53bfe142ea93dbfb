import type { SignalResources } from '../model/signal.js'
import type { NormalText, Span } from '../model/text.js'
import { compileLexicon, type Matcher, soundOf, spanOf, toKey, weakKey } from '../text/index.js'
import { scannerOf } from './scanner.js'
import { OptionError, type OptionProblem } from './signal.js'

/** Words of some lexicons, ready to be looked for. */
export interface WordList {
  /** what is looked for: match keys of the words, or what they sound like; none empty */
  readonly keys: readonly string[]
  /** whether any of the words occurs; cheap, to be asked first */
  occursIn(text: NormalText): boolean
  readonly matcher: Matcher
  /** what the matcher is to be run on */
  keyOf(text: NormalText): string
  /** where a place in that key is in the text as written */
  spanIn(text: NormalText, start: number, end: number): Span
  /** name of the lexicon that a word of the matcher comes from */
  lexiconOf(index: number): string
}

const known = new WeakMap<SignalResources, Map<string, WordList>>()

/**
 * The words of the named lexicons; the same names give the same list for as long as the resources are the same.
 * Throws OptionError (BZ110) that lists every unknown name.
 */
export function wordListOf(names: readonly string[], resources: SignalResources): WordList {
  let lists = known.get(resources)
  if (!lists) known.set(resources, (lists = new Map()))
  const key = names.join('\n')
  let list = lists.get(key)
  if (!list) lists.set(key, (list = compileList(names, resources)))
  return list
}

function compileList(names: readonly string[], resources: SignalResources): WordList {
  const origin = new Map<string, string>()
  for (const [name, words] of lexiconsOf(names, resources, [])) {
    for (const word of words) if (!origin.has(word)) origin.set(word, name)
  }
  const words = [...origin.keys()]
  const keys = words.map(toKey).filter(key => key !== '')
  return {
    keys,
    occursIn: scannerOf(resources).add({ on: 'key', strings: keys }).occursIn,
    matcher: compileLexicon(words),
    keyOf: text => text.key,
    spanIn: spanOf,
    lexiconOf: index => origin.get(words[index] as string) as string,
  }
}

/** The same words, found also where something is written that sounds like them. Words of one syllable are left out. */
export function soundListOf(names: readonly string[], resources: SignalResources): WordList {
  const plain = wordListOf(names, resources)
  let list = sounding.get(plain)
  if (!list) sounding.set(plain, (list = compileSounds(names, resources)))
  return list
}

const sounding = new WeakMap<WordList, WordList>()

function compileSounds(names: readonly string[], resources: SignalResources): WordList {
  const entries = lexiconsOf(names, resources, []).flatMap(([name, words]) => words.map(word => [word, name] as const))
  const heard = entries.filter(([word]) => soundOf(toKey(word)).length > 1)
  const sound = (word: string) => soundOf(toKey(word))
  const words = heard.map(([word]) => word)
  return {
    keys: words.map(sound),
    occursIn: scannerOf(resources).add({ on: 'sound', strings: words.map(sound) }).occursIn,
    matcher: compileLexicon(words, sound),
    keyOf: text => soundOf(text.key),
    spanIn(text, start, end) {
      const { starts, ends } = weakKey(text.key)
      return spanOf(text, starts[start] as number, ends[end - 1] as number)
    },
    lexiconOf: index => (heard[index] as readonly [string, string])[1],
  }
}

/** The named lexicons with their words. Throws OptionError (BZ110) that lists every unknown name. */
export function lexiconsOf(
  names: readonly string[],
  resources: SignalResources,
  path: readonly (string | number)[],
): [name: string, words: readonly string[]][] {
  const problems: OptionProblem[] = []
  const lexicons: [string, readonly string[]][] = []
  for (const name of names) {
    const words = resources.lexicon(name)
    if (words) lexicons.push([name, words])
    else
      problems.push({
        path,
        message: `没有名为 ${name} 的词表`,
        expected: expectedNames(name, resources.lexiconNames()),
        valid: resources.lexiconNames(),
        code: 'BZ110',
      })
  }
  if (problems.length > 0) throw new OptionError(problems)
  return lexicons
}

/** The lists of the file that was named; where there is no such file, the files. */
function expectedNames(name: string, all: readonly string[]): string {
  const file = name.split('.')[0] ?? ''
  const near = all.filter(one => one.startsWith(`${file}.`))
  if (near.length > 0) return `词表名（文件名.词表名），${file} 里有：${near.join('、')}`
  return `词表名（文件名.词表名），文件有：${[...new Set(all.map(one => one.split('.')[0]))].join('、')}`
}
