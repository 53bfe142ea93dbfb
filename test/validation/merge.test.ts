import { describe, expect, it } from '@jest/globals'
import { agreementOf } from '../../scripts/validation/agreement.js'
import type { LabelledEvent, Labels } from '../../scripts/validation/labels.js'
import { merge } from '../../scripts/validation/merge.js'
import { event } from './support.js'

/** What a reader says of an event: the same, but for what is given. */
const read = ({ id, label, expect: response, severity, to }: LabelledEvent, given: Partial<Labels> = {}): Labels => ({
  id,
  label,
  expect: response,
  ...(severity && { severity }),
  ...(to && { to }),
  ...given,
})

describe('merging two readers', () => {
  it('keeps the writer’s line as it is where both expect the same', () => {
    const one = event({ expect: 'remind', label: 'commerce', also_ok: ['allow'], note: 'border' })
    const { gold, disagreements } = merge([one], [read(one, { note: 'other words' })])
    expect(gold).toEqual([one])
    expect(disagreements).toEqual([])
  })

  it('lets the writer’s response count and accepts the reader’s, with both notes listed', () => {
    const one = event({ expect: 'remind', label: 'commerce', note: 'sells' })
    const { gold, disagreements } = merge([one], [read(one, { expect: 'allow', note: 'gives away' })])
    expect(gold).toEqual([{ ...one, also_ok: ['allow'] }])
    expect(disagreements).toEqual([
      {
        id: one.id,
        differs: { expect: { writer: 'remind', reader: 'allow' } },
        writer_note: 'sells',
        reader_note: 'gives away',
      },
    ])
  })

  it('accepts a response once, though the writer had accepted it already', () => {
    const one = event({ expect: 'remind', also_ok: ['allow', 'collect'] })
    expect(merge([one], [read(one, { expect: 'collect' })]).gold[0]?.also_ok).toEqual(['allow', 'collect'])
  })

  it('lists severity, recipient, marks and label, and changes nothing for them', () => {
    const one = event({ expect: 'escalate', severity: 'P0', to: 'head_teacher', label: 'emergency', collective: true })
    const other = read(one, { severity: 'P1', to: 'supervisor', label: 'rumor_chain', duplicate_alert: true })
    const { gold, disagreements } = merge([one], [other])
    expect(gold).toEqual([one])
    expect(disagreements[0]?.differs).toEqual({
      severity: { writer: 'P0', reader: 'P1' },
      to: { writer: 'head_teacher', reader: 'supervisor' },
      collective: { writer: true, reader: false },
      duplicate_alert: { writer: false, reader: true },
      label: { writer: 'emergency', reader: 'rumor_chain' },
    })
  })

  it('compares severity and recipient only where both escalate', () => {
    const one = event({ expect: 'escalate', severity: 'P2', to: 'head_teacher' })
    const { disagreements } = merge([one], [{ id: one.id, label: 'normal', expect: 'allow' }])
    expect(Object.keys(disagreements[0]?.differs ?? {})).toEqual(['expect'])
  })

  it('refuses a reader who read something else', () => {
    const [one, two] = [event(), event()]
    expect(() => merge([one, two], [read(two), read(one)])).toThrow(one.id)
    expect(() => merge([one, two], [read(one)])).toThrow(/nothing here/)
    expect(() => merge([one], [read(one), read(two)])).toThrow(two.id)
  })
})

describe('agreement', () => {
  it('is raw and beyond chance (Cohen 1960: 20 yes/yes, 5, 10, 15 no/no gives 0.4)', () => {
    const pairs = [
      ...Array(20).fill(['yes', 'yes']),
      ...Array(5).fill(['yes', 'no']),
      ...Array(10).fill(['no', 'yes']),
      ...Array(15).fill(['no', 'no']),
    ] as [string, string][]
    const { same, raw, kappa } = agreementOf(pairs)
    expect({ same, raw }).toEqual({ same: 35, raw: 0.7 })
    expect(kappa).toBeCloseTo(0.4, 10)
  })

  it('is nothing beyond chance where one answers always the same, and perfect where both do', () => {
    const lazy: [string, string][] = [
      ['a', 'a'],
      ['a', 'b'],
    ]
    expect(agreementOf(lazy).kappa).toBeCloseTo(0, 10)
    expect(
      agreementOf([
        ['a', 'a'],
        ['a', 'a'],
      ]).kappa,
    ).toBe(1)
  })

  it('of nothing is nothing', () => {
    expect(agreementOf([])).toMatchObject({ pairs: 0, same: 0, raw: 0 })
  })
})
