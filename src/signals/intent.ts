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
import { worded } from './evidence.js'
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
      unlike: TENTHS.map(tenth => unlike(asked, tenth)),
    }
  },
  detect(facts, options: Options, { model, classes, over, unlike }: Asked): Evidence {
    const { probabilities } = judged(facts, model).intent
    let score = 0
    for (let i = 0; i < classes.length; i++) score += probabilities[classes[i] as number] ?? 0
    const like = score >= options.at_least && (over < 0 || score > (probabilities[over] as number))
    return like ? alike(facts, options, model, score) : (unlike[Math.round(Math.min(score, 1) * 10)] as Evidence)
  },
  explain: evidence => evidence.detail ?? '',
})

/** A set of options, with the places of its categories among the model's classes; -1 for none. */
interface Asked {
  model: IntentModel
  classes: readonly number[]
  over: number
  /** what is said of a message that is not like it, by tenths of its likeness */
  unlike: readonly Evidence[]
}

const TENTHS = Array.from({ length: 11 }, (_, tenth) => tenth / 10)

/** By far the commonest answer: one object for all messages that are as little like it. */
function unlike({ is, at_least }: Options, score: number): Evidence {
  const wanted = is.map(category => CATEGORY_LABELS[category]).join('、')
  const why = score < at_least ? `${score.toFixed(1)}，需 ${at_least}` : '更像正常交流'
  return Object.freeze({ hit: false, score, detail: `不够像${wanted}（${why}）` })
}

function alike(facts: Facts, { is }: Options, model: IntentModel, score: number): Evidence {
  const { input, intent } = judged(facts, model)
  return worded({ hit: true, score }, () => {
    const likeliest = is.reduce((a, b) => (intent.probability(b) > intent.probability(a) ? b : a))
    const { spans, sentence } = explainIntent(model, input, likeliest, score, hiddenIn(facts))
    return { spans: input.text === facts.text ? spans : [], detail: sentence }
  })
}

/** How much likelier a message is to be of a category than to be ordinary talk; 1 is as likely. */
export function leaning(facts: Facts, category: Category): number {
  const { intent } = judged(facts, intentModel())
  return intent.probability(category) / intent.probability('normal')
}

/** How likely a message is to be of a category. */
export function probability(facts: Facts, category: Category): number {
  return judged(facts, intentModel()).intent.probability(category)
}

interface Judged {
  input: IntentInput
  intent: Intent
}
/** The event at hand, about which many rules ask. */
let latest: { facts: Facts; judged: Judged } | undefined

function judged(facts: Facts, model: IntentModel): Judged {
  if (latest?.facts !== facts) {
    const input = inputOf(facts)
    latest = { facts, judged: { input, intent: model.judge(input) } }
  }
  return latest.judged
}

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
  const said = history.recent({ since: event.at - STILL_HEARD }, 10).filter(line => line.text)
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
