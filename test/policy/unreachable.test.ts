import { describe, expect, it } from '@jest/globals'
import type { Category } from '../../src/model/category.js'
import { HOUR } from '../../src/model/time.js'
import { unreached } from '../../src/policy/index.js'
import { at, because, danger, member, place, rule, sent, World } from './world.js'

const leak = () => rule({ category: 'privacy_leak', tier: 'privacy', then: { respond: 'ask_recall' } })
const late = () => rule({ category: 'quiet_hours', tier: 'quiet' })

/** A class in which nobody is the bot's friend. `told`: the group knows already how to become one. */
function class_(told = true): World {
  const world = new World()
  for (const id of ['m1', 'm2', 'm3', 't1', 'x']) world.unreachable.add(id)
  if (told) world.say({ rule: rule({ topic: 'earlier' }), by: member('m3'), at: at('08:00') })
  return world
}

describe('somebody the bot cannot write to', () => {
  it('is left to the head teacher, with a ready text', () => {
    const draft = class_().say({ rule: rule(), at: at('12:00') })
    expect(sent(draft)).toEqual(['alert→p-head'])
    expect(draft.actions[0]?.text).toBe(
      'alert.ready_text|time=12:00|who=m*|what=标题:commerce|text=您好，可在2分钟内撤回',
    )
  })

  it('is left alone at night, and in a matter of the wrong group', () => {
    expect(class_().say({ rule: rule(), at: at('22:30') }).actions).toEqual([])
    expect(class_(false).say({ rule: rule({ category: 'mispost' }), at: at('12:00') }).actions).toEqual([])
  })

  it('is handed over once in six hours', () => {
    const world = class_()
    world.say({ rule: rule(), at: at('12:00') })
    expect(world.say({ rule: rule(), at: at('12:30') }).actions).toEqual([])
    expect(sent(world.say({ rule: rule(), at: at('18:01') }))).toEqual(['alert→p-head'])
  })

  it('still has the recall waited for', () => {
    const draft = class_().say({ rule: leak(), at: at('12:00') })
    expect(draft.opens).toMatchObject({ kind: 'recall', deadline: at('12:02') })
    expect(sent(draft)).toEqual(['alert→p-head'])
    expect(draft.actions[0]?.text).toContain('alert.ready_text')
  })
})

describe('how to be reached', () => {
  it('is said once to the group, beside the ready text', () => {
    const world = class_(false)
    const draft = world.say({ rule: rule(), at: at('12:00') })
    expect(sent(draft)).toEqual(['alert→p-head', 'collective→g1'])
    expect(draft.actions[1]).toMatchObject({ text: 'notice.befriend', notBefore: at('12:00'), expiresAt: at('13:00') })
    expect(sent(world.say({ rule: rule(), by: member('m2'), at: at('1 12:00') }))).toEqual(['alert→p-head'])
  })

  it('also when somebody has to be asked to recall', () => {
    expect(sent(class_(false).say({ rule: leak(), at: at('12:00') }), 'collective')).toEqual(['collective→g1'])
  })

  it.each<[string, (world: World) => void, string]>([
    ['at night', () => {}, '22:30'],
    ['during a pause', world => Object.assign(world, { pausedUntil: at('13:00') }), '12:00'],
    ['where friend requests are not taken', world => Object.assign(world, { befriends: false }), '12:00'],
    [
      'beyond two lines a day',
      world => Object.assign(world, { params: { ...world.params, publicLinesPerDay: 0 } }),
      '12:00',
    ],
    [
      'while an emergency is talked about',
      world => void world.say({ rule: danger(), by: member('m9'), at: at('11:00') }),
      '12:00',
    ],
  ])('is not said %s', (_, change, time) => {
    const world = class_(false)
    change(world)
    expect(sent(world.say({ rule: leak(), at: at(time) }), 'collective')).toEqual([])
  })

  it('is not said because of a teacher or a stranger', () => {
    for (const by of [member('t1', 'teacher'), member('x', 'outsider')])
      expect(sent(class_(false).say({ rule: rule(), by, at: at('12:00') }), 'collective')).toEqual([])
  })
})

describe('a category with a line for the group', () => {
  it('has it said once for the night, in the morning', () => {
    const world = class_()
    const first = world.say({ rule: late(), at: at('22:30') })
    expect(first.actions).toMatchObject([
      { kind: 'collective', target: { group: 'g1' }, notBefore: at('1 07:00'), expiresAt: at('1 08:00') },
    ])
    expect(because(first, 'night')).toEqual(['夜间不在群里说话，留到早上说一次'])
    expect(world.say({ rule: late(), by: member('m2'), at: at('1 05:30') }).actions).toEqual([])
    expect(sent(world.say({ rule: late(), by: member('m2'), at: at('1 22:10') }))).toEqual(['collective→g1'])
  })

  it('names nobody and quotes nothing', () => {
    const [line] = class_().say({ rule: late(), at: at('22:30') }).actions
    expect(line?.text).toBe('【群小助手】早上好，夜里先休息')
  })

  it('counts on the day it is said', () => {
    const world = class_()
    world.params = { ...world.params, publicLinesPerDay: 1 }
    world.deeds.splice(0)
    world.say({ rule: late(), at: at('22:30') })
    const next = world.say({ rule: rule({ category: 'quiet_hours' }), by: member('m2'), at: at('1 13:00') })
    expect(sent(next, 'collective')).toEqual([])
    expect(sent(next, 'alert')).toEqual(['alert→p-head'])
  })

  it('has nothing said for a teacher, whose matter is never the group’s', () => {
    const draft = class_().say({ rule: late(), by: member('t1', 'teacher'), at: at('22:30') })
    expect(draft.actions).toEqual([])
  })

  it('falls back to the ready text by day where the lines are used up', () => {
    const world = class_()
    world.params = { ...world.params, publicLinesPerDay: 0 }
    expect(sent(world.say({ rule: late(), at: at('12:00') }))).toEqual(['alert→p-head'])
    expect(world.say({ rule: late(), by: member('m2'), at: at('23:00') }).actions).toEqual([])
  })

  it('is never used for a recall request', () => {
    const asked = rule({ category: 'quiet_hours', then: { respond: 'ask_recall' } })
    expect(sent(class_().say({ rule: asked, at: at('12:00') }), 'collective')).toEqual([])
  })
})

describe('a private word that turns out not to arrive', () => {
  /** The decision, and the one after the private word failed. */
  function after(world: World, sketch: Parameters<World['say']>[0], now = sketch.at + HOUR / 60) {
    const first = world.say({ id: 'e-first', ...sketch })
    const standing = first.actions.filter(({ kind }) => kind !== 'remind' && kind !== 'ask_recall')
    const input = { ...world.input({ ...sketch, id: 'e-first', now }), reachable: () => false }
    return { first, later: unreached(input, standing) }
  }

  it('is handed over with a ready text; the decision replaces the one before', () => {
    const { first, later } = after(new World(), { rule: rule(), at: at('12:00') })
    expect(sent(first)).toEqual(['remind→m1'])
    expect(later).toMatchObject({ supersedes: 'd1', respond: 'remind', rule: first.rule, at: at('12:01') })
    expect(sent(later ?? first)).toEqual(['alert→p-head', 'collective→g1'])
    expect(later?.steps.map(({ because }) => because)).toContain('私下的话没有送到本人')
  })

  it('takes back what said that the sender was told', () => {
    const copied = rule({ category: 'fundraising', then: { to: 'head_teacher' } })
    const { first, later } = after(new World(), { rule: copied, at: at('12:00') })
    expect(first.actions.map(action => action.text)).toContain('alert.copy|time=12:00|who=m*|what=标题:fundraising')
    expect(later?.actions.map(action => action.text.split('|')[0])).toEqual(['alert.ready_text', 'notice.befriend'])
  })

  it('keeps the case of a recall request, and says in time that it may be too late', () => {
    const { first, later } = after(new World(), { rule: leak(), at: at('12:00') }, at('12:05'))
    expect(later?.opens).toEqual(first.opens)
    expect(later?.actions.map(action => action.text).join()).toContain('text=您好，下次留意就好')
    expect(later?.actions.map(action => action.text).join()).not.toContain('asked_recall')
  })

  it('owes no private word to the sender, so that nothing goes round', () => {
    const categories: Category[] = ['commerce', 'quiet_hours', 'privacy_leak', 'mispost', 'fundraising']
    for (const category of categories)
      for (const respond of ['remind', 'ask_recall'] as const)
        for (const time of ['06:30', '12:00', '22:30']) {
          const { later } = after(new World(), { rule: rule({ category, then: { respond } }), at: at(time) })
          const again = later?.actions.filter(({ kind }) => kind === 'remind' || kind === 'ask_recall')
          expect(again).toEqual([])
          expect(later?.actions.every(action => place(action) !== 'm1')).toBe(true)
        }
  })

  it('is nothing without a decision before, or a rule', () => {
    const world = new World()
    expect(unreached(world.input({ rule: rule(), at: at('12:00') }), [])).toBeNull()
    expect(unreached(world.input({ rule: null, at: at('12:00') }), [])).toBeNull()
  })
})

describe('an account from which somebody else may be writing', () => {
  const suspected = () => {
    const world = new World()
    world.suspected.add('m1')
    return world
  }

  it('is not reminded, and its matter is nobody’s to hand over', () => {
    const draft = suspected().say({ rule: rule(), at: at('12:00') })
    expect(draft.actions).toEqual([])
    expect(because(draft, 'reach')).toEqual(['账号可能被盗，不与它私聊'])
  })

  it('is not asked to recall: the head teacher is told at once', () => {
    const draft = suspected().say({ rule: leak(), at: at('12:00') })
    expect(sent(draft)).toEqual(['alert→p-head'])
    expect(draft.opens).toMatchObject({ kind: 'escalation', severity: 'P1' })
    expect(draft.actions[0]?.text).toContain('alert.p1')
  })

  it('has its owner told by every channel, once a case', () => {
    const world = new World()
    world.channels = { t1: ['email', 'wecom'], 'p-head': ['email'] }
    const fraud = { rule: danger('scam_impersonation'), by: member('t1', 'teacher') }
    const first = world.say({ ...fraud, at: at('05:00') })
    const toOwner = first.actions.filter(action => place(action) === 't1')
    expect(toOwner.map(({ kind, channel, text, notBefore }) => [kind, channel, text, notBefore])).toEqual([
      ['second_channel', 'email', 'second.hijacked|code=A1', at('05:00')],
      ['second_channel', 'wecom', 'second.hijacked|code=A1', at('05:00')],
    ])
    const second = world.say({ ...fraud, at: at('05:10') })
    expect(second.actions.filter(action => place(action) === 't1')).toEqual([])
  })

  it('whose owner has no channel gets nothing at all', () => {
    const draft = new World().say({ rule: danger('scam_impersonation'), by: member('t1', 'teacher'), at: at('05:00') })
    expect(draft.actions.filter(action => place(action) === 't1')).toEqual([])
  })

  it('is no such account where the matter is another', () => {
    const world = new World()
    world.channels = { m1: ['email'] }
    expect(world.say({ rule: danger(), at: at('05:00') }).actions.map(place)).not.toContain('m1')
  })
})
