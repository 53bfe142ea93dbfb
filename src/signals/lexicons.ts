import type { SignalResources } from '../model/signal.js'
import { compileLexicon, type Matcher } from '../text/index.js'
import { OptionError, type OptionProblem } from './signal.js'

const compiled = new WeakMap<SignalResources, Map<string, Matcher>>()

/**
 * One matcher for the words of the named lexicons and some more; the same names give the same matcher for as long as
 * the resources are the same. Throws OptionError (BZ110) that lists every unknown name.
 */
export function matcherOf(
  names: readonly string[],
  resources: SignalResources,
  path: readonly (string | number)[],
  more: readonly string[] = [],
): Matcher {
  let known = compiled.get(resources)
  if (!known) compiled.set(resources, (known = new Map()))
  const key = JSON.stringify([names, more])
  let matcher = known.get(key)
  if (!matcher) {
    matcher = compileLexicon([...new Set([...wordsOf(names, resources, path), ...more])])
    known.set(key, matcher)
  }
  return matcher
}

/** Words of the named lexicons. Throws OptionError (BZ110) that lists every unknown name. */
export function wordsOf(
  names: readonly string[],
  resources: SignalResources,
  path: readonly (string | number)[],
): string[] {
  const problems: OptionProblem[] = []
  const words: string[] = []
  for (const name of names) {
    const list = resources.lexicon(name)
    if (list) words.push(...list)
    else
      problems.push({
        path,
        message: `没有名为 ${name} 的词表`,
        expected: `词表名（文件名.词表名）：${resources.lexiconNames().join('、')}`,
        valid: resources.lexiconNames(),
        code: 'BZ110',
      })
  }
  if (problems.length > 0) throw new OptionError(problems)
  return words
}
