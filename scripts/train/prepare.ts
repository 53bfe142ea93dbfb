import { CATEGORIES } from '../../src/model/category.js'
import { parseMeanings } from '../../src/text/intent/index.js'
import { inputOf, type Line, readCorpus, readMeanings, talkOf, wordsOf } from './corpus.js'
import { SETTINGS, sampleOf } from './learn.js'
import { groupsOf, nearCopies } from './near.js'
import { foldsOf, type Prepared } from './validate.js'

export const CORPUS = 'corpus'
export const TALKS = 'corpus/talks'
const MEANINGS = 'corpus/meanings'

export interface Corpus {
  lines: readonly Line[]
  /** places of lines that are nearly alike, the later one first */
  pairs: readonly (readonly [number, number])[]
  /** the meanings as one file */
  words: string
  prepared: Prepared
  /** in which fold each line is held out */
  folds: readonly number[]
  /** in which fold a day of talk is held out, whole */
  foldOf(talk: string): number
}

/** corpus/ of the project folder, ready to be learned from. Throws for a line that is not valid, naming it. */
export function preparedCorpus(): Corpus {
  const lines = readCorpus(CORPUS)
  const pairs = nearCopies(lines.map(wordsOf))
  const groups = groupsOf(
    lines.map(line => talkOf(line) ?? line.topic),
    pairs,
  )
  const inputs = lines.map(inputOf)
  const words = readMeanings(MEANINGS)
  const meanings = parseMeanings(words)
  const samples = lines.map((line, index) =>
    sampleOf(inputs[index] as Prepared['inputs'][number], CATEGORIES.indexOf(line.label), meanings),
  )
  const folds = foldsOf(groups, SETTINGS.seed)
  const foldOfTalk = new Map(lines.map((line, index) => [talkOf(line), folds[index] as number]))
  return {
    lines,
    pairs,
    words,
    folds,
    prepared: { inputs, samples, meanings, groups },
    foldOf: talk => foldOfTalk.get(talk) ?? 0,
  }
}
