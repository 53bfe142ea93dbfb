import type { Decision } from '../../scripts/validation/decisions.js'
import type { Header, LabelledEvent, Stretch } from '../../scripts/validation/labels.js'

export const header: Header = {
  scenario: 'x1',
  group: '五年级3班家长群',
  group_type: 'common',
  members: [
    { name: '班主任陶老师', role: 'head_teacher' },
    ...['甲', '乙', '丙', '丁', '戊'].map(name => ({ name: `${name}妈妈`, role: 'parent' })),
  ],
}

let next = 0
/** An innocent event; ids go up. */
export const event = (given: Partial<LabelledEvent> = {}): LabelledEvent => ({
  id: `x1-${++next}`,
  t: '2026-11-04T15:00:00+08:00',
  from: '甲妈妈',
  type: 'text',
  text: '好的',
  label: 'normal',
  expect: 'allow',
  ...given,
})

export const stretch = (...events: LabelledEvent[]): Stretch => ({ header, events })

export const decision = (id: string, given: Partial<Decision> = {}): Decision => ({
  id,
  respond: 'allow',
  category: null,
  severity: null,
  to: null,
  actions: [],
  ...given,
})

/** Events of one label to be counted, one a minute, by senders in turn. */
export const flood = (
  senders: readonly string[],
  given: Partial<LabelledEvent> = {},
  from = '15:00',
): LabelledEvent[] =>
  senders.map((name, index) => {
    const minute = String(Number(from.slice(3)) + index).padStart(2, '0')
    return event({
      t: `2026-11-04T${from.slice(0, 2)}:${minute}:00+08:00`,
      from: `${name}妈妈`,
      text: `老师辛苦了${index}`,
      label: 'flattery',
      expect: 'collect',
      ...given,
    })
  })
