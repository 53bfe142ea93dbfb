import { CATEGORIES, type Category } from '../../src/model/category.js'
import { MESSAGE_KINDS, type MessageKind } from '../../src/model/event.js'
import type { Role } from '../../src/model/member.js'
import { MINUTE, parseTimeOfDay } from '../../src/model/time.js'
import { findEntities, isQuestion, normalise, toKey } from '../../src/text/index.js'
import { type IntentInput, intentModel } from '../../src/text/intent/index.js'
import type { LabelledEvent, Stretch } from './labels.js'
import type { Part } from './score.js'

/** What the intent model says of labelled talk by itself, without rules and policy. Only messages with words count. */
export interface ModelFigures {
  /** innocent messages whose likeliest class is another than normal */
  mistaken: Part
  /** innocent messages of which another class is sure */
  surelyMistaken: Part
  /** messages that need something whose likeliest class is their own */
  known: Part
  /** and is sure */
  surelyKnown: Part
}

/** As sure as rules ask by default. */
export const SURE = 0.8
/** Classes of their own for the model, though nothing is wrong with them: neither innocent look-alikes nor matters. */
const ALWAYS_FINE: ReadonlySet<Category> = new Set(['unanswered_question', 'complaint_dissent', 'bot_appeal'])

export function modelAlone(stretches: readonly Stretch[]): ModelFigures {
  const figures = { mistaken: none(), surelyMistaken: none(), known: none(), surelyKnown: none() }
  for (const stretch of stretches) {
    for (const [index, event] of stretch.events.entries()) {
      const input = inputOf(stretch, index)
      if (!input || ALWAYS_FINE.has(event.label)) continue
      const intent = intentModel().judge(input)
      if (event.expect === 'allow') {
        add(figures.mistaken, intent.best !== 'normal')
        add(
          figures.surelyMistaken,
          CATEGORIES.some(category => category !== 'normal' && intent.probability(category) >= SURE),
        )
      } else if (event.label !== 'normal') {
        add(figures.known, intent.best === event.label)
        add(figures.surelyKnown, intent.probability(event.label) >= SURE)
      }
    }
  }
  return figures
}

const none = (): Part => ({ some: 0, all: 0 })

function add(part: Part, yes: boolean): void {
  part.all++
  if (yes) part.some++
}

type Written = LabelledEvent & { title?: string; filename?: string; ocr?: string }

/** The event as the model is told of it; null where nothing is written. */
function inputOf({ header, events }: Stretch, index: number): IntentInput | null {
  const event = events[index] as Written
  if (!(MESSAGE_KINDS as readonly string[]).includes(event.type)) return null
  const text = normalise(event.text ?? '')
  const attached = normalise([event.title, event.filename, event.ocr].filter(Boolean).join('\n'))
  if (text.key === '' && attached.key === '') return null
  const role = header.members.find(({ name }) => name === event.from)?.role ?? 'unknown'
  return {
    role: role === 'unknown' ? 'outsider' : (role as Role),
    kind: event.type as MessageKind,
    text,
    attached,
    entities: [text, attached].flatMap(part => findEntities(part, { students: [] })).map(({ kind }) => kind),
    question: event.text ? isQuestion(text) : false,
    minutes: parseTimeOfDay(event.t.slice(11, 16)) ?? 0,
    before: lineBefore(events, index),
  }
}

const HEARD = 10 * MINUTE
const JUST_SAID = 3 * MINUTE

/** The sender's own last words, or else what was just said. */
function lineBefore(events: readonly LabelledEvent[], index: number): string {
  const { from, t } = events[index] as LabelledEvent
  const ago = (event: LabelledEvent) => Date.parse(t) - Date.parse(event.t)
  const heard = events.slice(0, index).filter(event => event.text && event.type !== 'system' && ago(event) <= HEARD)
  const own = heard.findLast(event => event.from === from)
  const line = own ?? heard.findLast(event => ago(event) <= JUST_SAID)
  return toKey(line?.text ?? '')
}
