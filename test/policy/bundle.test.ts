import { describe, expect, it } from '@jest/globals'
import type { Category } from '../../src/model/category.js'
import { MINUTE } from '../../src/model/time.js'
import { at, because, member, PARAMS, rule, World } from './world.js'

const HALF = 30 * MINUTE

function world(): World {
  const it = new World()
  it.params = { ...PARAMS, chain: { ...PARAMS.chain, p2Bundle: HALF } }
  return it
}

const p2 = (category: Category = 'fee_collection', topic: string = category) =>
  rule({ category, topic, then: { respond: 'escalate', severity: 'P2', to: 'head_teacher', message: null } })

describe('a P2 by day', () => {
  it.each([
    ['10:02', '10:30'],
    ['10:30', '10:30'],
    ['07:30', '07:30'],
    ['20:59', '21:00'],
    ['21:00', '1 07:30'],
    ['03:00', '07:30'],
  ])('of %s leaves at %s', (said, leaves) => {
    const draft = world().say({ rule: p2(), at: at(said) })
    expect(draft.actions.map(action => action.notBefore)).toEqual([at(leaves)])
    expect(draft.opens?.deadline).toBe(at(leaves) + PARAMS.chain.p2Expire)
  })

  it('says that it waits, and whom it joins', () => {
    const school = world()
    const first = school.say({ rule: p2(), at: at('10:02'), by: member('m1') })
    const second = school.say({ rule: p2(), at: at('10:09'), by: member('m2') })
    expect(because(first, 'bundle')).toEqual(['等一等可以合成一条的，10:30 发出'])
    expect(because(second, 'bundle')).toEqual(['和等着的合成一条，10:30 发出'])
  })

  it('costs one line of the budget, however many there are', () => {
    const school = world()
    const told = Array.from({ length: 9 }, (_, n) =>
      school.say({ rule: p2(), at: at('10:02') + n * MINUTE, by: member(`m${n}`) }),
    )
    expect(told.map(draft => draft.actions.length)).toEqual(Array(9).fill(1))
    expect(told.slice(1).flatMap(draft => because(draft, 'budget'))).toEqual([])
  })

  it('of a family in need waits for nobody', () => {
    const draft = world().say({ rule: p2('fundraising'), at: at('10:02') })
    expect(draft.actions.map(action => action.notBefore)).toEqual([at('10:02')])
  })

  it('leaves a P1 and a P0 as they are', () => {
    for (const severity of ['P0', 'P1'] as const) {
      const grave = rule({ then: { respond: 'escalate', severity, to: 'head_teacher', message: null } })
      const draft = world().say({ rule: grave, at: at('10:02') })
      expect(draft.actions.every(action => action.notBefore === at('10:02'))).toBe(true)
    }
  })
})
