import { describe, expect, it } from '@jest/globals'
import { heldOutPage } from '../../scripts/held-out/page.js'
import { byLabel, figuresOf, isWrong, type Told } from '../../scripts/held-out/score.js'
import type { Category } from '../../src/model/category.js'
import type { Response, Severity } from '../../src/model/rule.js'

const told = (
  label: Category | null,
  severity: Severity | null,
  respond: Response | null,
  as: Severity | null = null,
): Told => ({
  line: { label, severity },
  got: respond && { id: 'x', respond, category: null, severity: as, to: null, actions: [] },
})

const ALL: Told[] = [
  told('normal', null, 'allow'),
  told('normal', null, 'collect'),
  told('normal', null, 'remind'),
  told('normal', null, 'escalate', 'P0'),
  told('complaint_dissent', null, 'allow'),
  told('commerce', null, 'remind'),
  told('commerce', null, 'allow'),
  told('emergency', 'P0', 'escalate', 'P0'),
  told('emergency', 'P0', 'escalate', 'P1'),
  told('emergency', 'P0', 'allow'),
  told('abuse_conflict', 'P1', 'escalate', 'P0'),
  told('homework', null, null),
  told(null, null, 'escalate', 'P0'),
]

describe('figures of held-out days', () => {
  it('count labelled lines, each where it belongs', () => {
    expect(figuresOf(ALL)).toEqual({
      lines: 12,
      missing: 1,
      falseAlarms: { some: 3, all: 4 },
      approached: { some: 2, all: 4 },
      caught: { some: 4, all: 7 },
      p0Caught: { some: 1, all: 3 },
      p0Escalated: { some: 2, all: 3 },
      p0False: { some: 2, all: 12 },
    })
  })

  it('are told label by label, the most frequent first', () => {
    const labels = byLabel(ALL)
    expect(labels.map(([label, { lines }]) => `${label} ${lines}`)).toEqual([
      'normal 4',
      'emergency 3',
      'commerce 2',
      'complaint_dissent 1',
      'abuse_conflict 1',
      'homework 1',
    ])
  })

  it('know what went wrong, of what is labelled', () => {
    expect(ALL.map((one, index) => (isWrong(one) ? index : -1)).filter(index => index >= 0)).toEqual([
      1, 2, 3, 6, 8, 9, 10, 11,
    ])
  })

  it('stand on the page', () => {
    const page = heldOutPage({ rules: 'abc', talks: 3, folds: 5, all: figuresOf(ALL), labels: byLabel(ALL) })
    expect(page).toContain('| ordinary lines of which something was made | 75.0 % (3/4) |')
    expect(page).toContain('| told as P0 and labelled as less, per 1,000 lines | 166.7 |')
    expect(page).toContain('| emergency | 3 | 66.7 % (2/3) | 1 | 3 | 1 |')
    expect(page).toContain('| abuse_conflict | 1 | 100.0 % (1/1) | 1 | 0 | 0 |')
  })

  it('of nothing are nothing', () => {
    const page = heldOutPage({ rules: 'abc', talks: 0, folds: 5, all: figuresOf([]), labels: byLabel([]) })
    expect(page).not.toContain('NaN')
  })
})
