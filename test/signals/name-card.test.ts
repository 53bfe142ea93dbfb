import { describe, expect, it } from '@jest/globals'
import { ask, factsOf, GROUP, memberOf } from './support.js'

const card = (name: string, is: string, role: Parameters<typeof memberOf>[0] = 'outsider') =>
  ask('name_card', is, factsOf({ member: { ...memberOf(role, name), id: 'id:x' } })).hit

describe('name_card', () => {
  it.each(['王老师', '语文陈老师', '班主任', '德育处赵主任', '周校长', '班 主 任', '班主任①'])(
    'teacher_like: %s',
    name => {
      expect(card(name, 'teacher_like')).toBe(true)
    },
  )

  it.each(['钱多多妈妈', '王老师妈妈', '晨光', '冯小满家长', '小王'])('not teacher_like: %s', name => {
    expect(card(name, 'teacher_like')).toBe(false)
  })

  it.each(['晨光教育', 'A课程顾问小李', '优选团购', '某某托管班', '平安保险小张'])('agency_like: %s', name => {
    expect(card(name, 'agency_like')).toBe(true)
  })

  it.each(['钱多多妈妈', '英语何佳老师', '教务处主任', '晨光'])('not agency_like: %s', name => {
    expect(card(name, 'agency_like')).toBe(false)
  })

  it.each(['班主任王老师', '班主任 王老师', '班主任\u200b王老師', '王老师', '王班主任', '班主任王老帅'])(
    'clone of a member of staff: %s',
    name => {
      expect(card(name, 'clone')).toBe(true)
    },
  )

  it.each(['李老师', '英语何佳', '钱多多妈妈', '王老师妈妈', '班主任李老师', '王', '', '🌹'])('no clone: %j', name => {
    expect(card(name, 'clone')).toBe(false)
  })

  it('does not take the staff for clones of each other or of themselves', () => {
    expect(card('班主任王老师', 'clone', 'head_teacher')).toBe(false)
    expect(card('王老师', 'clone', 'teacher')).toBe(false)
  })

  it.each([
    '钱多多妈妈',
    '钱多多爸爸',
    '冯小满奶奶',
    '3班冯小满妈妈',
    '12号钱多多爸',
    '钱多多、冯小满妈妈',
    '钱多多-妈妈',
    '冯小满的外公',
    '英语何佳老师',
  ])('well_formed: %s', name => {
    expect(card(name, 'well_formed')).toBe(true)
  })

  it.each(['晨光', '静待花开', '多多妈', '甲乙丙妈妈', '钱多多', '妈妈', 'A0装修小李'])('not well_formed: %s', name => {
    expect(card(name, 'well_formed')).toBe(false)
  })

  it('takes any pupil where there is no roster', () => {
    const facts = factsOf({ member: memberOf('parent', '甲乙丙妈妈') })
    const unlisted = { ...facts, group: { ...GROUP, students: [] } }
    expect(ask('name_card', 'well_formed', unlisted).hit).toBe(true)
  })

  it('checks nobody against a roster that was made from the others’ cards', () => {
    const other = memberOf('parent', '冯小满妈妈', ['冯小满'])
    const one = memberOf('parent', '车轮滚滚')
    const group = { ...GROUP, students: ['冯小满'], rosterWritten: false, members: [other, one] }
    const renamed = (name: string, roster = group) => ({
      ...factsOf({ body: { kind: 'rename', name }, member: one }),
      group: roster,
    })
    expect(ask('name_card', 'well_formed', renamed('车梓萱爸爸')).hit).toBe(true)
    expect(ask('name_card', 'well_formed', renamed('静待花开')).hit).toBe(false)
    expect(ask('name_card', 'well_formed', renamed('车梓萱爸爸', { ...group, rosterWritten: true })).hit).toBe(false)
    const listed = { ...group, rosterWritten: true, students: ['冯小满', '车梓涵'] }
    expect(ask('name_card', 'well_formed', renamed('车梓萱爸爸', listed)).hit).toBe(false)
  })

  it('wants a parent’s own child where it is known', () => {
    const father = memberOf('parent', '冯小满爸爸', ['钱多多'])
    expect(ask('name_card', 'well_formed', factsOf({ member: father })).hit).toBe(false)
  })

  it('reads the new name of a rename and everybody who joined', () => {
    const rename = factsOf({ body: { kind: 'rename', name: '王老师' } })
    expect(ask('name_card', 'clone', rename)).toMatchObject({ hit: true, sentence: '与老师相仿的群昵称 1/1' })
    expect(ask('name_card', { is: 'clone', of: 'sender' }, rename).hit).toBe(false)
    expect(ask('name_card', { is: 'clone', of: 'joined' }, rename).hit).toBe(false)
    const joined = [
      { id: 'x', name: '冯小满妈妈' },
      { id: 'y', name: '晨光教育' },
    ]
    const join = factsOf({ body: { kind: 'join', joined, inviter: null, via: 'invite' } })
    expect(ask('name_card', 'agency_like', join)).toMatchObject({ hit: true, count: 1 })
    expect(ask('name_card', 'well_formed', join)).toMatchObject({ hit: false, count: 1, needed: 2 })
    expect(ask('name_card', { is: 'agency_like', of: 'new_name' }, join).hit).toBe(false)
    expect(ask('name_card', { is: 'agency_like', of: 'new_name' }, factsOf('在吗')).hit).toBe(false)
  })

  it('goes by the name that the sender bears now', () => {
    const facts = factsOf({ member: memberOf('parent', '冯小满爸爸'), text: '资料费今晚交' })
    const renamed = { ...facts, event: { ...facts.event, from: { id: facts.member.id, name: '班主任王老师.' } } }
    expect(ask('name_card', { is: 'clone', of: 'sender' }, facts).hit).toBe(false)
    expect(ask('name_card', { is: 'clone', of: 'sender' }, renamed).hit).toBe(true)
  })

  it('knows a member of staff who joins again', () => {
    const joined = [{ id: 'id:班主任王老师', name: '王老师' }]
    const join = factsOf({ body: { kind: 'join', joined, inviter: null, via: 'invite' }, role: 'outsider' })
    expect(ask('name_card', 'clone', join).hit).toBe(false)
  })

  it('never repeats the name', () => {
    expect(
      ask('name_card', 'teacher_like', factsOf({ member: memberOf('outsider', '王老师') })).sentence,
    ).not.toContain('王')
  })
})
