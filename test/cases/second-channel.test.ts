import { expect, it } from '@jest/globals'
import { advance, type CaseContext, type Trigger } from '../../src/cases/index.js'
import type { Case } from '../../src/model/case.js'
import type { Instant } from '../../src/model/time.js'
import { place } from '../policy/world.js'
import { aCase, at, contextAt, moved, reply, STAFF } from './world.js'

const CHANNELS: Record<string, readonly string[]> = { 'p-head': ['email', 'wecom'], 'p-leader': ['wecom'] }

function told(found: Case, trigger: Trigger, now: Instant, more: Partial<CaseContext> = {}): string[] {
  const context = contextAt(now, { channels: id => CHANNELS[id] ?? [], ...more })
  return moved(advance(found, trigger, context))
    .actions.filter(({ kind }) => kind === 'second_channel')
    .map(action => `${place(action)} ${action.channel} ${action.text}`)
}

const clock: Trigger = { kind: 'deadline' }
const danger = (more: Partial<Case> = {}) =>
  aCase({ severity: 'P0', category: 'emergency', deadline: at('12:03'), ...more })

it('every step of an emergency goes by every channel, until somebody answers', () => {
  const everybody = { told: [STAFF.head_teacher, STAFF.deputy] }
  expect(told(danger(), clock, at('12:03'), everybody)).toEqual([
    'p-head email second.alert|code=A7|severity=P0',
    'p-head wecom second.alert|code=A7|severity=P0',
  ])
  expect(told(danger({ step: 1 }), clock, at('12:10'), everybody)).toEqual([
    'p-leader wecom second.alert|code=A7|severity=P0',
  ])
  expect(told(danger({ deadline: at('1 02:00') }), clock, at('1 02:00'), everybody)).toHaveLength(2)
})

it('that somebody answered wakes nobody', () => {
  const others = { told: [STAFF.deputy, STAFF.head_teacher] }
  expect(told(danger(), reply('1', 'deputy'), at('12:04'), others)).toEqual([])
})

it('a P1 goes by day; what is held for the morning, and a P2, do not', () => {
  expect(told(aCase(), clock, at('12:30'))).toHaveLength(2)
  expect(told(aCase({ deadline: at('22:30') }), clock, at('22:30'))).toEqual([])
  const expired = { kind: 'recall', state: 'waiting', deadline: at('12:02') } as const
  expect(told(aCase(expired), clock, at('12:02'))).toHaveLength(2)
  expect(told(aCase({ ...expired, severity: 'P2' }), clock, at('12:02'))).toEqual([])
})

it('the answer to a digit goes to nobody else by those', () => {
  for (const digit of ['1', '2', '3', '5', '?'] as const) expect(told(aCase(), reply(digit), at('12:10'))).toEqual([])
})
