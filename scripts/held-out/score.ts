import type { Category } from '../../src/model/category.js'
import type { TalkLine } from '../train/talks.js'
import type { Decision } from '../validation/decisions.js'
import type { Part } from '../validation/score.js'

/** A line of a talk beside what was decided on it. */
export interface Told {
  line: Pick<TalkLine, 'label' | 'severity'>
  got: Decision | null
}

export interface HeldOutFigures {
  lines: number
  /** without a decision */
  missing: number
  /** ordinary lines of which anything was made */
  falseAlarms: Part
  /** of them, those that would have cost somebody a word */
  approached: Part
  /** lines that are something else, of which something was made */
  caught: Part
  /** lines of a P0 matter that were told as P0; that were told at all */
  p0Caught: Part
  p0Escalated: Part
  /** told as P0 though labelled as less */
  p0False: Part
}

/** Labels on which silence is right. */
const LEFT_ALONE: readonly Category[] = ['normal', 'complaint_dissent', 'unanswered_question', 'bot_appeal']

/** Figures of lines that somebody labelled; those without a label count for nothing. */
export function figuresOf(all: readonly Told[]): HeldOutFigures {
  const labelled = all.filter(({ line }) => line.label !== null)
  const part = (among: readonly Told[], test: (one: Told) => boolean): Part => ({
    some: among.filter(test).length,
    all: among.length,
  })
  const ordinary = labelled.filter(({ line }) => line.label === 'normal')
  const due = labelled.filter(({ line }) => !LEFT_ALONE.includes(line.label as Category))
  const grave = labelled.filter(({ line }) => line.severity === 'P0')
  return {
    lines: labelled.length,
    missing: labelled.filter(({ got }) => got === null).length,
    falseAlarms: part(ordinary, isMade),
    approached: part(ordinary, ({ got }) => got !== null && got.respond !== 'allow' && got.respond !== 'collect'),
    caught: part(due, isMade),
    p0Caught: part(grave, saysP0),
    p0Escalated: part(grave, ({ got }) => got?.respond === 'escalate'),
    p0False: part(labelled, one => saysP0(one) && one.line.severity !== 'P0'),
  }
}

const isMade = ({ got }: Told): boolean => got !== null && got.respond !== 'allow'
const saysP0 = ({ got }: Told): boolean => got?.respond === 'escalate' && got.severity === 'P0'

/** A false alarm, a miss, or a P0 where none was due, or the other way round. */
export function isWrong(one: Told): boolean {
  const { label, severity } = one.line
  if (label === null) return false
  const isDue = label === 'normal' ? false : LEFT_ALONE.includes(label) ? null : true
  return (isDue !== null && isMade(one) !== isDue) || saysP0(one) !== (severity === 'P0')
}

/** The same for each label, the most frequent first. */
export function byLabel(all: readonly Told[]): [label: Category, figures: HeldOutFigures][] {
  const groups = new Map<Category, Told[]>()
  for (const one of all) {
    const { label } = one.line
    if (label === null) continue
    const group = groups.get(label)
    if (group) group.push(one)
    else groups.set(label, [one])
  }
  return [...groups]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([label, told]): [Category, HeldOutFigures] => [label, figuresOf(told)])
}
