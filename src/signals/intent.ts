import { z } from 'zod'
import { CATEGORIES, type Category } from '../model/category.js'
import { type EventBody, kindOf } from '../model/event.js'
import type { Remembered } from '../model/history.js'
import type { Evidence, Facts } from '../model/signal.js'
import { CATEGORY_LABELS } from '../model/terms.js'
import type { Entity } from '../model/text.js'
import { MINUTE } from '../model/time.js'
import { normalise, toKey } from '../text/index.js'
import {
  explainIntent,
  type Hidden,
  type Intent,
  type IntentInput,
  type IntentModel,
  intentModel,
  spoken,
  spokenText,
} from '../text/intent/index.js'
import { byTenths, worded } from './evidence.js'
import { oncePerEvent } from './once.js'
import { oneOrMany } from './options.js'
import { defineSignal } from './signal.js'

const categories = oneOrMany(z.enum(CATEGORIES))
const options = z.union([
  categories.transform(is => ({ is, at_least: 0.8, over: undefined as Category | undefined })),
  z.strictObject({
    is: categories,
    at_least: z.number().min(0).max(1).default(0.8),
    over: z.enum(CATEGORIES).optional(),
  }),
])
type Options = z.output<typeof options>

/** What the message is likely to be, by the intent model. Of several categories the probabilities add up. */
export const intent = defineSignal({
  name: 'intent',
  turn: 'first',
  summary: '意图模型认为像某一类，例如 intent: { is: commerce, at_least: 0.8 }；over: normal 表示还要比正常交流更像',
  options,
  prepare(asked): Asked {
    const model = intentModel()
    return {
      model,
      classes: asked.is.map(category => model.classes.indexOf(category)),
      over: asked.over === undefined ? -1 : model.classes.indexOf(asked.over),
      tooLittle: byTenths(score => unlike(asked, score, `${score.toFixed(1)}，需 ${asked.at_least}`)),
      outdone: byTenths(score => unlike(asked, score, '更像正常交流')),
    }
  },
  hits(facts, all) {
    const { probabilities } = judged(facts).intent
    const { ladders, others } = sortedOut(all)
    let found: number[] | undefined
    for (let i = 0; i < ladders.length; i++) {
      const { of, steps, places } = ladders[i] as Ladder
      const score = probabilities[of] as number
      for (let step = 0; step < steps.length && score >= (steps[step] as number); step++) {
        ;(found ??= []).push(places[step] as number)
      }
    }
    for (let i = 0; i < others.length; i++) {
      const place = others[i] as number
      const { options, prepared } = all[place] as Question
      const score = scoreOf(probabilities, prepared.classes)
      const { over } = prepared
      const hit = score >= options.at_least && (over < 0 || score > (probabilities[over] as number))
      if (hit) (found ??= []).push(place)
    }
    return found ?? NONE
  },
  detect(facts, options: Options, asked: Asked): Evidence {
    const { classes, over } = asked
    const answer = judged(facts)
    const { probabilities } = answer.intent
    const score = scoreOf(probabilities, classes)
    if (score < options.at_least) return asked.tooLittle(score)
    if (over >= 0 && score <= (probabilities[over] as number)) return asked.outdone(score)
    return alike(facts, options, asked.model, answer, score)
  },
  explain: evidence => evidence.detail ?? '',
})

/** A set of options, with the places of its categories among the model's classes; -1 for none. */
interface Asked {
  model: IntentModel
  classes: readonly number[]
  over: number
  /** what is said of a message that is not like it, or more like ordinary talk, by its likeness */
  tooLittle: (score: number) => Evidence
  outdone: (score: number) => Evidence
}

type Question = Readonly<{ options: Options; prepared: Asked }>

/** What is asked of one class alone, least first: whoever fails the least has answered them all. */
interface Ladder {
  of: number
  steps: readonly number[]
  /** of each step, its place among all questions */
  places: readonly number[]
}

interface SortedOut {
  ladders: readonly Ladder[]
  others: readonly number[]
}

const NONE: readonly number[] = []

const known = new WeakMap<readonly Question[], SortedOut>()

function sortedOut(all: readonly Question[]): SortedOut {
  let sorted = known.get(all)
  if (!sorted) known.set(all, (sorted = sortOut(all)))
  return sorted
}

function sortOut(all: readonly Question[]): SortedOut {
  const places = all.map((_, place) => place)
  const alone = (place: number): number => {
    const { classes, over } = (all[place] as Question).prepared
    return classes.length === 1 && over < 0 ? (classes[0] as number) : -1
  }
  const least = (place: number) => (all[place] as Question).options.at_least
  const ladders = [...new Set(places.map(alone))]
    .filter(of => of >= 0)
    .map(of => {
      const own = places.filter(place => alone(place) === of).sort((a, b) => least(a) - least(b))
      return { of, steps: own.map(least), places: own }
    })
  return { ladders, others: places.filter(place => alone(place) < 0) }
}

function scoreOf(probabilities: readonly number[], classes: readonly number[]): number {
  let score = 0
  for (let i = 0; i < classes.length; i++) score += probabilities[classes[i] as number] ?? 0
  return score
}

/** By far the commonest answer: one object for all messages that are as little like it. */
function unlike({ is }: Options, score: number, why: string): Evidence {
  const wanted = is.map(category => CATEGORY_LABELS[category]).join('、')
  return { hit: false, score, detail: `不够像${wanted}（${why}）` }
}

function alike(facts: Facts, { is }: Options, model: IntentModel, { input, intent }: Judged, score: number): Evidence {
  return worded({ hit: true, score }, () => {
    const likeliest = is.reduce((a, b) => (intent.probability(b) > intent.probability(a) ? b : a))
    const { spans, sentence } = explainIntent(model, input, likeliest, score, hiddenIn(facts))
    return { spans: input.text === facts.text ? spans : [], detail: sentence }
  })
}

/** How much likelier a message is to be of a category than to be ordinary talk; 1 is as likely. */
export function leaning(facts: Facts, category: Category): number {
  const { intent } = judged(facts)
  return intent.probability(category) / intent.probability('normal')
}

/** How likely a message is to be of a category. */
export function probability(facts: Facts, category: Category): number {
  return judged(facts).intent.probability(category)
}

/** What the model is told of a message, and what it says. */
export interface Judged {
  input: IntentInput
  intent: Intent
}

/** Asked once an event, whoever asks. */
export const judged = oncePerEvent((facts): Judged => {
  const input = inputOf(facts)
  return { input, intent: intentModel().judge(input) }
})

function inputOf(facts: Facts): IntentInput {
  return {
    role: facts.member.role,
    kind: kindOf(facts.event),
    text: facts.event.body.kind === 'join' ? namesJoined(facts.event.body) : spokenText(facts.text),
    attached: facts.attached,
    entities: facts.entities.map(entity => entity.kind),
    question: facts.question,
    minutes: facts.local.minutes,
    before: lineBefore(facts),
  }
}

/** Of a join, all there is are names. */
const namesJoined = ({ joined }: Extract<EventBody, { kind: 'join' }>) =>
  normalise(joined.map(({ name }) => name).join('\n'))

const STILL_HEARD = 10 * MINUTE
/** The line that somebody answers is the last one, or nearly. */
const JUST_SAID = 3 * MINUTE

/** Match key of what this line goes on from: the sender's own last words, or else what was just said by somebody. */
function lineBefore({ event, history, member }: Facts): string {
  const said = history.recent({ since: event.at - STILL_HEARD }, 10).filter(line => line.text && line.at <= event.at)
  const own = said.find(line => line.member === member.id)
  const line: Remembered | undefined = own ?? said.find(one => event.at - one.at <= JUST_SAID)
  return line?.text ? toKey(spoken(line.text)) : ''
}

const PERSONAL: ReadonlySet<Entity['kind']> = new Set([
  'mobile',
  'landline',
  'national_id',
  'bank_card',
  'plate',
  'address',
  'email',
  'wechat_id',
  'qq',
  'student',
  'score',
  'rank',
  'url',
])

const hiddenIn = ({ entities, group }: Facts): Hidden => ({
  spans: entities.filter(entity => entity.where === 'text' && PERSONAL.has(entity.kind)).map(({ span }) => span),
  students: group.students,
  names: group.members.map(({ name }) => name),
})
