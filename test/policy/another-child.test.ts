import { describe, expect, it } from '@jest/globals'
import type { Member } from '../../src/model/member.js'
import { HOUR, MINUTE } from '../../src/model/time.js'
import { at, danger, member, rule, World } from './world.js'

const EVENING = at('19:00')
const parentOf = (id: string, name: string, ...students: string[]): Member => ({ ...member(id), name, students })
const li = parentOf('m1', '李明轩妈妈', '李明轩')
const father = parentOf('m2', '李明轩爸爸', '李明轩')
const zhang = parentOf('m3', '张梓涵妈妈', '张梓涵')
const wang = parentOf('m4', '王一诺妈妈')

function evening() {
  const world = new World()
  world.members = [li, father, zhang, wang]
  const say = (by: Member, text: string, minutes: number) => {
    const draft = world.say({ rule: danger(), by, at: EVENING + minutes * MINUTE, text })
    return draft.actions.filter(({ kind }) => kind === 'alert').length
  }
  return { world, say }
}

describe('an emergency while another one runs', () => {
  it('of another family’s child is told, once', () => {
    const { world, say } = evening()
    expect(say(li, '明轩还没回家，电话打不通', 0)).toBeGreaterThan(0)
    expect(say(zhang, '我家梓涵在小区门口被车撞了', 12)).toBeGreaterThan(0)
    expect(say(zhang, '我女儿流了好多血', 13)).toBe(0)
    expect(world.cases.map(({ key }) => key)).toEqual(['P0:emergency', 'P0:emergency:m3'])
  })

  it.each([
    ['the other parent of the same child', father, '我儿子到现在没回家'],
    ['somebody who speaks of the same one', zhang, '明轩也没回家吗'],
    ['what somebody’s child saw', zhang, '我家孩子说看到明轩在网吧'],
    ['a teacher', member('t1', 'teacher'), '我家孩子也晕倒了'],
  ])('is the same one for %s', (_, by, text) => {
    const { say } = evening()
    say(li, '明轩还没回家', 0)
    expect(say(by, text, 10)).toBe(0)
  })

  it('goes by name cards where the roster says nothing', () => {
    const { world, say } = evening()
    const other = parentOf('m5', '王一诺爸爸')
    world.members = [...world.members, other]
    say(other, '我家一诺还没回家', 0)
    expect(say(wang, '我女儿没回来', 5)).toBe(0)
    expect(say(zhang, '我女儿也没回来', 6)).toBeGreaterThan(0)
  })

  it('goes by the name on a card, not by where its holder works', () => {
    const { world, say } = evening()
    const grandmother = parentOf('m6', '谷雨轩奶奶')
    const mother = parentOf('m7', '谷雨轩妈妈（苏州）')
    world.members = [...world.members, grandmother, mother]
    say(grandmother, '雨轩喊不醒了', 0)
    expect(say(mother, '我家雨轩还没醒吗 电话不接了', 3)).toBe(0)
  })

  it.each(['两趟车我都在 点了人头的 没得他', '我现在在桥上 没看到', '俺家在西头第三家 谁醒着'])(
    'is the same one for whoever speaks of themselves: %s',
    text => {
      const { say } = evening()
      say(li, '明轩还没回家', 0)
      expect(say(zhang, text, 40)).toBe(0)
    },
  )

  it('is one accident where a whole bus is in it', () => {
    const { say } = evening()
    say(li, '校车翻了', 0)
    const many = Array.from({ length: 12 }, (_, i) => parentOf(`b${i}`, `周${i}妈妈`, `周${i}`))
    expect(many.map((one, i) => say(one, '我儿子也在车上 受伤了', i + 1)).filter(count => count > 0)).toHaveLength(3)
  })
})

describe('an emergency beside despair that somebody told of', () => {
  const after = (by: Member, text: string, minutes: number, accuses = false) => {
    const { world } = evening()
    const hint = accuses
      ? { ...danger('self_harm_bullying'), then: [{ ...danger('self_harm_bullying').then[0], to: 'supervisor' }] }
      : danger('self_harm_bullying')
    world.say({ rule: hint as ReturnType<typeof danger>, by: li, at: EVENING, text: '她说以后用不着了' })
    const draft = world.say({ rule: danger(), by, at: EVENING + minutes * MINUTE, text })
    return draft.actions.filter(({ kind }) => kind === 'alert').length
  }

  it('adds to it', () => {
    expect(after(zhang, '六楼边上有个人 我没敢出声', 10)).toBe(0)
    expect(after(member('t1', 'teacher'), '手臂有伤 现在去卫生院', 31)).toBe(0)
  })

  it('is told as its own once the despair was told long ago, however lately it was spoken of', () => {
    const { world } = evening()
    const say = (rule: ReturnType<typeof danger>, by: Member, minutes: number) =>
      world.say({ rule, by, at: EVENING + minutes * MINUTE, text: '她说以后用不着了' }).actions
    expect(say(danger('self_harm_bullying'), li, 0)).not.toHaveLength(0)
    expect(say(danger('self_harm_bullying'), li, 100)).toHaveLength(0)
    expect(new Set(say(danger(), zhang, 121).map(({ topic }) => topic))).toEqual(new Set(['P0:emergency']))
  })

  it('is another matter for another family’s child, after an hour, or where staff were accused', () => {
    expect(after(zhang, '我家梓涵在小区门口被车撞了', 10)).toBeGreaterThan(0)
    expect(after(zhang, '六楼边上有个人', 61)).toBeGreaterThan(0)
    expect(after(zhang, '六楼边上有个人', 10, true)).toBeGreaterThan(0)
  })
})

describe('an emergency that was dealt with', () => {
  const closed = () => {
    const it = evening()
    it.say(li, '明轩还没回家', 0)
    it.world.close('P0:emergency')
    return it
  }

  it('is told of no more while people go on about it', () => {
    const { say } = closed()
    expect([say(zhang, '人找到没有', 10), say(wang, '刚才摔的那个送医院了', 25)]).toEqual([0, 0])
  })

  it('is another one for somebody new, once it has been quiet', () => {
    const { world, say } = closed()
    expect(say(zhang, '操场上有人晕倒了', 31)).toBeGreaterThan(0)
    expect(world.cases).toHaveLength(1)
  })

  it('is still running for two hours where nobody dealt with it', () => {
    const { say } = evening()
    say(li, '明轩还没回家', 0)
    expect(say(zhang, '操场上有人晕倒了', 31)).toBe(0)
  })
})

describe('a quarrel', () => {
  const abuse = rule({
    category: 'abuse_conflict',
    tier: 'conflict',
    then: { respond: 'escalate', severity: 'P1', to: 'head_teacher' },
  })
  const day = () => {
    const world = new World()
    return (by: string, hours: number) =>
      world
        .say({ rule: abuse, by: member(by), at: at('10:00') + hours * HOUR })
        .actions.filter(({ kind }) => kind === 'alert').length
  }

  it('is told once while it lasts, whoever joins in', () => {
    const say = day()
    expect([say('m1', 0), say('m2', 0.5), say('m3', 1.2), say('m4', 2)]).toEqual([1, 0, 0, 0])
  })

  it('of others, hours later, is another one', () => {
    const say = day()
    expect([say('m1', 0), say('m2', 2)]).toEqual([1, 1])
  })

  it('joins the graver case that still runs, and is not told beside it', () => {
    const world = new World()
    const threat = { ...abuse, then: [{ ...abuse.then[0], severity: 'P0' as const }] } as typeof abuse
    world.say({ rule: threat, by: member('m1'), at: at('10:00') })
    const draft = world.say({ rule: abuse, by: member('m2'), at: at('10:40') })
    expect(draft.actions.filter(({ kind }) => kind === 'alert')).toEqual([])
    expect(draft.opens?.key).toBe('P0:abuse_conflict')
  })

  it('that is taken up again by the same people is not', () => {
    const say = day()
    expect([say('m1', 0), say('m1', 2)]).toEqual([1, 0])
  })
})
