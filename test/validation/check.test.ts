import { describe, expect, it } from '@jest/globals'
import { doubtfulMarks, idleLabels, mistakesOf, valuesWrong } from '../../scripts/validation/check.js'
import type { LabelledEvent } from '../../scripts/validation/labels.js'
import { event, flood, stretch } from './support.js'

const NAMES = ['甲', '乙', '丙', '丁', '戊']
const says = (remarks: readonly { says: string }[]) => remarks.map(remark => remark.says)
const mark = (events: readonly LabelledEvent[], index: number) =>
  events.map((one, i) => (i === index ? { ...one, collective: true } : one))

describe('mistakes of format', () => {
  it('finds none in a log that replay reads', () => {
    expect(mistakesOf(stretch(event(), event({ t: '2026-11-04T15:00:01+08:00' })))).toEqual([])
  })

  it('finds times that go back, ids twice, types that do not exist, grey lines from people', () => {
    const one = event()
    expect(says(mistakesOf(stretch(one, { ...one, t: '2026-11-04T14:59:59+08:00' })))).toEqual([
      'id twice',
      'earlier than the line before',
    ])
    expect(says(mistakesOf(stretch(event({ type: 'hologram' }))))[0]).toContain('type')
    expect(says(mistakesOf(stretch(event({ type: 'system', from: '路人' }))))).toEqual(['a grey line from a person'])
    expect(mistakesOf(stretch(event({ t: 'yesterday' })))).not.toEqual([])
  })

  it('finds values that are not of the vocabulary, and escalations without whom or how urgent', () => {
    expect(valuesWrong(event({ label: 'spam' as never, expect: 'kick' as never, also_ok: ['ban' as never] }))).toEqual([
      'label: spam',
      'expect: kick',
      'also_ok: ban',
    ])
    expect(valuesWrong(event({ expect: 'escalate' }))).toEqual(['severity: undefined', 'to: undefined'])
    expect(valuesWrong(event({ expect: 'escalate', severity: 'P1', to: 'supervisor' }))).toEqual([])
  })

  it('tells of labels that mean nothing where they stand', () => {
    expect(
      says(idleLabels(stretch(event({ duplicate_alert: true }), event({ expect: 'escalate', to: 'leader' })))),
    ).toEqual(['duplicate_alert with allow'])
  })
})

describe('marks of the collective line', () => {
  it('are right on the fifth alike of three senders, and on the third identical of one', () => {
    expect(doubtfulMarks(stretch(...mark(flood(NAMES), 4)))).toEqual([])
    expect(doubtfulMarks(stretch(...mark(flood(['甲', '甲', '甲'], { text: '1' }), 2)))).toEqual([])
  })

  it('are doubtful before that', () => {
    expect(says(doubtfulMarks(stretch(...mark(flood(NAMES), 3))))[0]).toMatch(
      /^marked below the threshold: 4 .* from 4/,
    )
    expect(says(doubtfulMarks(stretch(...mark(flood(['甲', '乙', '甲', '乙', '甲']), 4))))[0]).toMatch(/from 2/)
  })

  it('are missed once where the threshold is reached without one', () => {
    const told = doubtfulMarks(stretch(...flood([...NAMES, ...NAMES.slice(0, 3)])))
    expect(says(told)).toEqual(['threshold reached, no mark'])
  })

  it('are doubtful at night, twice in six hours, three times a day', () => {
    const night = flood(NAMES, {}, '22:10')
    expect(says(doubtfulMarks(stretch(...mark(night, 4))))).toEqual(['marked at night'])
    const again = [...mark(flood(NAMES, {}, '09:00'), 4), ...mark(flood(NAMES, {}, '11:00'), 4)]
    expect(says(doubtfulMarks(stretch(...again)))).toEqual(['marked within six hours of the same label'])
    const three = (['flattery', 'blessing', 'ack_flood'] as const).flatMap((label, index) =>
      mark(flood(NAMES, { label }, `1${index}:00`), 4),
    )
    expect(says(doubtfulMarks(stretch(...three)))).toEqual(['the third mark of a day'])
  })

  it('need no threshold for voice, and none is missed at night', () => {
    const voice = event({ type: 'voice', label: 'voice_message', expect: 'collect', collective: true })
    expect(doubtfulMarks(stretch(voice))).toEqual([])
    expect(doubtfulMarks(stretch(...flood(NAMES, {}, '23:10')))).toEqual([])
  })

  it('count what lies within ten minutes only', () => {
    const slow = NAMES.map((name, index) => flood([name], {}, `1${index}:00`)).flat()
    expect(doubtfulMarks(stretch(...slow))).toEqual([])
  })
})
