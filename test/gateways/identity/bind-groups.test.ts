import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parse } from 'yaml'
import { bindGroups, type KnownGroup } from '../../../src/gateways/identity/bind-groups.js'
import { proposeGroup } from '../../../src/gateways/identity/propose.js'

const members = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => [`card${from + i}`, `nick${from + i}`])
const known = (id: string, more: Partial<KnownGroup> = {}): KnownGroup => ({
  id,
  topics: [`topic ${id}`],
  members: [],
  confirmed: [],
  denied: [],
  ...more,
})
const room = (id: string, topic: string, list: string[][] = members(0, 40)) => ({ id, topic, members: list })

describe('groups', () => {
  it('never seen are bound by their name, unless two rooms bear it', () => {
    expect(bindGroups([known('a')], [room('@@1', 'topic a')])[0]).toMatchObject({ known: 'a', certainty: 'certain' })
    const two = bindGroups([known('a')], [room('@@1', 'topic a'), room('@@2', 'topic a')])
    expect(two.filter(one => one.known === 'a')).toEqual([expect.objectContaining({ certainty: 'uncertain' })])
  })

  it('seen before are told from a room that only took their name', () => {
    const group = known('a', { members: members(0, 40) })
    const bindings = bindGroups(
      [group],
      [room('@@fake', 'topic a', members(100, 140)), room('@@1', 'topic a', members(4, 44))],
    )
    expect(bindings[1]).toMatchObject({ known: 'a', certainty: 'certain', because: '群名一致，90% 的成员和上次一样' })
    expect(bindings[0]?.known).toBeNull()
    expect(bindGroups([group], [room('@@fake', 'topic a', members(100, 140))])[0]?.certainty).toBe('uncertain')
  })

  it('with a new name are uncertain, however many members are the same, and not seen in a handful of them', () => {
    const group = known('a', { members: members(0, 40) })
    expect(bindGroups([group], [room('@@1', 'other', members(0, 40))])[0]).toMatchObject({
      known: 'a',
      certainty: 'uncertain',
      because: '群名不同，但100% 的成员和上次一样',
    })
    expect(bindGroups([group], [room('@@1', 'other', members(0, 12))])[0]).toMatchObject({ known: null })
  })

  it('do not lose to the parents’ own group', () => {
    const group = known('a', { members: members(0, 40) })
    const bindings = bindGroups(
      [group],
      [room('@@p', 'parents', members(3, 40)), room('@@1', 'topic a', members(6, 44))],
    )
    expect(bindings.map(one => one.known)).toEqual([null, 'a'])
    expect(bindings[1]?.certainty).toBe('certain')
  })

  it('are what a human said', () => {
    const seen = { members: members(0, 40) }
    expect(bindGroups([known('a', { ...seen, confirmed: ['other'] })], [room('@@1', 'other')])[0]?.certainty).toBe(
      'certain',
    )
    expect(bindGroups([known('a', { ...seen, denied: ['other'] })], [room('@@1', 'other')])[0]?.known).toBeNull()
  })

  it('are never two rooms, nor two groups one room', () => {
    const list = fc.array(fc.tuple(fc.constantFrom('topic a', 'topic b', 'x'), fc.integer({ min: 0, max: 30 })), {
      maxLength: 5,
    })
    fc.assert(
      fc.property(list, fc.boolean(), (rooms, before) => {
        const groups = ['a', 'b'].map((id, i) => known(id, { members: before ? members(i * 20, i * 20 + 20) : [] }))
        const bindings = bindGroups(
          groups,
          rooms.map(([topic, from], i) => room(`@@${i}`, topic, members(from, from + 20))),
        )
        expect(bindings.map(one => one.seen)).toEqual(rooms.map((_, i) => `@@${i}`))
        const bound = bindings.flatMap(one => one.known ?? [])
        expect(new Set(bound).size).toBe(bound.length)
        for (const [i, one] of bindings.entries())
          if (one.certainty === 'certain' && one.known) expect(rooms[i]?.[0]).toBe(`topic ${one.known}`)
      }),
    )
  })
})

describe('the lines for the school file', () => {
  it('propose roles and pupils from the name cards, each name once, teachers first', () => {
    const names = [
      '李雷妈妈',
      '班主任王老师',
      '副班主任小陈',
      '数学陈老师',
      '张三、张四爸爸',
      'momo',
      '',
      '李雷妈妈',
      '王老师妈妈',
    ]
    const [group] = parse(proposeGroup('c5', '五年级1班: "家长"群', names)) as { members: unknown[] }[]
    expect(group).toMatchObject({ id: 'c5', topic: '五年级1班: "家长"群', pack: 'common', mode: 'shadow' })
    expect(group?.members.slice(0, 5)).toEqual([
      { name: '班主任王老师', role: 'head_teacher' },
      { name: '副班主任小陈', role: 'deputy' },
      { name: '数学陈老师', role: 'teacher' },
      { name: '李雷妈妈', role: 'parent', students: ['李雷'] },
      { name: '张三、张四爸爸', role: 'parent', students: ['张三', '张四'] },
    ])
    expect(group?.members).toHaveLength(7)
  })

  it('hold whatever somebody is called', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { maxLength: 6 }), names => {
        const [group] = parse(proposeGroup('c5', '群', names)) as { members: { name: string }[] }[]
        const listed = (group?.members ?? []).map(member => member.name).sort()
        expect(listed).toEqual([...new Set(names.filter(name => name !== ''))].sort())
      }),
    )
  })

  it('of a group without a head teacher use the pack for that', () => {
    const [group] = parse(proposeGroup('c5', '群', ['甲'])) as { pack: string }[]
    expect(group?.pack).toBe('no-teacher')
  })
})
