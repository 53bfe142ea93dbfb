import { describe, expect, it } from '@jest/globals'
import { MINUTE } from '../../src/model/time.js'
import { at, danger, member, place, rule, World } from './world.js'

const mother = member('m1')
const NOON = at('12:00')
/** Everybody told by one draft. */
const told = (draft: ReturnType<World['say']>) =>
  draft.actions.filter(({ kind }) => kind === 'alert').map(action => place(action))

describe('somebody of the school is accused of harming a child', () => {
  it.each(['班主任王老师摸我女儿下面', '王老师打我孩子，孩子不想活了', '副班主任刘老师猥亵我女儿'])(
    'and nobody of the class is told, whatever the rule wants: %s',
    text => {
      const draft = new World().say({ rule: danger('self_harm_bullying', 'head_teacher'), by: mother, at: NOON, text })
      expect(draft.to).toBe('supervisor')
      expect(told(draft)).toEqual(['p-super', 'p-leader'])
      expect(draft.opens).toMatchObject({ owner: 'supervisor', key: 'P0:accused:m1' })
    },
  )

  it('in an emergency too', () => {
    const text = '体育老师把我儿子打得骨折了 正在医院'
    expect(new World().say({ rule: danger('emergency'), by: mother, at: NOON, text }).to).toBe('supervisor')
  })

  it('and the class is told as always where nobody of the school is accused', () => {
    const text = '王老师，孩子说他不想活了'
    const draft = new World().say({ rule: danger('self_harm_bullying'), by: mother, at: NOON, text })
    expect(draft.to).toBe('head_teacher')
  })

  it('is told to the school though the class was told of the child’s distress before', () => {
    const world = new World()
    world.say({ rule: danger('self_harm_bullying'), by: mother, at: NOON, text: '孩子说不想活了' })
    const draft = world.say({
      rule: danger('self_harm_bullying', 'supervisor'),
      by: mother,
      at: NOON + 2 * MINUTE,
      text: '她说王老师摸她胸',
    })
    expect(told(draft)).toEqual(['p-super', 'p-leader'])
  })

  it('and what the accuser goes on to tell is the school’s as well, and told once', () => {
    const world = new World()
    world.say({ rule: danger('self_harm_bullying'), by: mother, at: NOON, text: '王老师打我孩子' })
    const draft = world.say({
      rule: danger('self_harm_bullying'),
      by: mother,
      at: NOON + 5 * MINUTE,
      text: '孩子现在说不想活了',
    })
    expect(draft.to).toBe('supervisor')
    expect(told(draft)).toEqual([])
  })

  it('but another emergency of theirs is told to the class', () => {
    const world = new World()
    world.say({ rule: danger('self_harm_bullying'), by: mother, at: NOON, text: '王老师打我孩子' })
    const draft = world.say({ rule: danger('emergency'), by: mother, at: NOON + 5 * MINUTE, text: '孩子晕倒了' })
    expect(draft.to).toBe('head_teacher')
    expect(told(draft)).toContain('p-head')
  })

  it('by two parents is two matters', () => {
    const world = new World()
    const say = (by: string) =>
      world.say({ rule: danger('self_harm_bullying'), by: member(by), at: NOON, text: '王老师打我孩子' })
    expect([told(say('m1')).length, told(say('m2')).length]).toEqual([2, 2])
  })

  it('changes nothing of what is no matter of a child’s safety', () => {
    const sold = rule({ category: 'commerce', then: { respond: 'escalate', severity: 'P2', to: 'head_teacher' } })
    expect(new World().say({ rule: sold, by: mother, at: NOON, text: '王老师打我孩子' }).to).toBe('head_teacher')
  })
})
