import { CATEGORIES, type Category } from '../../src/model/category.js'
import { type IntentModel, softmax } from '../../src/text/intent/index.js'
import { numbersOf, type TalkCard, type TalkClass } from '../../src/text/talk/index.js'
import { classesOf, classOf, learnTalk, TALK_SETTINGS, type TalkSample } from './learn-talk.js'
import { type Talk, type TalkLine, turnsOf } from './talks.js'
import { FOLDS } from './validate.js'

/** A line of a talk that is learned from, as numbers, beside what the intent model says of it alone. */
interface Known extends TalkSample {
  line: TalkLine
  fold: number
  alone: ArrayLike<number>
}

/** Shares of innocent lines that may be wronged, at which what is caught is told. */
export const SHARES = [0.005, 0.01, 0.02, 0.04]

export interface TalkFigures {
  talks: number
  lines: number
  due: number
  /** of lines that need something: caught at each of SHARES, and caught for what they are */
  alone: Caught[]
  inTalk: Caught[]
}

export interface Caught {
  caught: number
  right: number
}

/**
 * Learns what lines are in their talk. What the intent model says of a talk is said by the one of `models` that has not
 * learned from it: `foldOf` tells which. `heat`: the temperature of the model that is shipped.
 */
export function fitTalk(
  talks: readonly Talk[],
  models: readonly IntentModel[],
  foldOf: (talk: string) => number,
  heat: number,
  shipped: Pick<TalkCard, 'intent' | 'talks'>,
): { card: TalkCard; figures: TalkFigures } {
  const classes = classesOf(talks.flatMap(({ lines }) => lines))
  const known = talks.flatMap(talk => knownOf(talk, models, foldOf(talk.name), heat, classes))
  return { card: cardOf(known, classes, shipped), figures: figuresOf(known, classes, talks.length) }
}

/** As `fitTalk`, one for each fold, which has learned nothing of the talks in it; to go with the models of `shipped`. */
export function talkCardsWithout(
  talks: readonly Talk[],
  models: readonly IntentModel[],
  foldOf: (talk: string) => number,
  heat: number,
  shipped: readonly Pick<TalkCard, 'intent' | 'talks'>[],
): TalkCard[] {
  const classes = classesOf(talks.flatMap(({ lines }) => lines))
  const known = talks.flatMap(talk => knownOf(talk, models, foldOf(talk.name), heat, classes))
  return shipped.map((names, fold) =>
    cardOf(
      known.filter(one => one.fold !== fold),
      classes,
      names,
    ),
  )
}

function cardOf(
  known: readonly Known[],
  classes: readonly TalkClass[],
  shipped: Pick<TalkCard, 'intent' | 'talks'>,
): TalkCard {
  const { bias, weights } = learnTalk(known, classes.length, TALK_SETTINGS)
  const rows = weights.length / classes.length
  return {
    version: 1,
    classes,
    reads: CATEGORIES.length,
    ...shipped,
    lines: known.length,
    bias: Array.from(bias, short),
    weights: Array.from({ length: rows }, (_, row) =>
      Array.from(weights.subarray(row * classes.length, (row + 1) * classes.length), short),
    ),
  }
}

const short = (weight: number): number => Number(weight.toFixed(5))

function knownOf(
  talk: Talk,
  models: readonly IntentModel[],
  fold: number,
  heat: number,
  classes: readonly TalkClass[],
): Known[] {
  const model = models[fold] as IntentModel
  const turns = turnsOf(talk, input => softmax(model.logits(input), heat))
  return talk.lines.flatMap((line, index) => {
    const turn = turns[index] ?? null
    const label = classOf(line, classes)
    if (turn === null || label < 0) return []
    return [{ line, label, fold, numbers: numbersOf(turn, CATEGORIES.length), alone: turn.own }]
  })
}

/** By models of the other folds, as with the intent model. */
function figuresOf(known: readonly Known[], classes: readonly TalkClass[], talks: number): TalkFigures {
  const alone: Scored[] = []
  const inTalk: Scored[] = []
  const plain = CATEGORIES.map(category => ({ category, severity: null }))
  for (let fold = 0; fold < FOLDS; fold++) {
    const { bias, weights } = learnTalk(
      known.filter(one => one.fold !== fold),
      classes.length,
      TALK_SETTINGS,
    )
    for (const one of known.filter(one => one.fold === fold)) {
      const logits = Float64Array.from(bias)
      one.numbers.forEach((number, i) => {
        for (let c = 0; c < logits.length; c++)
          logits[c] = (logits[c] as number) + number * (weights[i * logits.length + c] as number)
      })
      inTalk.push(scored(softmax(logits, 1), classes, one.line))
      alone.push(scored(one.alone, plain, one.line))
    }
  }
  const due = known.filter(({ line }) => line.label !== 'normal').length
  return { talks, lines: known.length, due, alone: caughtOf(alone), inTalk: caughtOf(inTalk) }
}

interface Scored {
  /** how unlike ordinary talk */
  score: number
  innocent: boolean
  right: boolean
}

function scored(likely: ArrayLike<number>, classes: readonly TalkClass[], { label }: TalkLine): Scored {
  let best: Category | null = null
  let most = -1
  let normal = 0
  classes.forEach(({ category }, index) => {
    const one = likely[index] as number
    if (category === 'normal') normal = one
    else if (one > most) [best, most] = [category, one]
  })
  return { score: 1 - normal, innocent: label === 'normal', right: best === label }
}

function caughtOf(all: readonly Scored[]): Caught[] {
  const sorted = [...all].sort((a, b) => b.score - a.score)
  const innocent = all.filter(one => one.innocent).length
  const due = all.length - innocent
  return SHARES.map(share => {
    const caught = { caught: 0, right: 0 }
    let wronged = 0
    for (const one of sorted) {
      if (one.innocent && ++wronged > share * innocent) break
      if (one.innocent) continue
      caught.caught += 1 / due
      if (one.right) caught.right += 1 / due
    }
    return caught
  })
}
