import { describe, expect, it } from '@jest/globals'
import type { RawContact, RawMember } from '../../../src/gateways/wechaty/raw.js'
import { Roster } from '../../../src/gateways/wechaty/roster.js'

const member = (UserName: string, NickName: string, DisplayName = ''): RawMember => ({
  UserName,
  NickName,
  DisplayName,
})
const room = (members: readonly RawMember[], NickName = '三班'): RawContact => ({
  UserName: '@@r',
  NickName,
  MemberList: members,
})

describe('Roster', () => {
  it('takes the first list as it is', () => {
    const roster = new Roster()
    expect(roster.update(room([member('@a', '小满', '周可馨妈妈'), member('@b', '大山')]))).toBeNull()
    expect(roster.room('@@r')).toMatchObject({ topic: '三班', names: new Set(['周可馨妈妈', '大山']) })
  })

  it('tells who joined, left and renamed', () => {
    const roster = new Roster()
    roster.update(room([member('@a', '小满'), member('@b', '大山'), member('@c', '秋')]))
    expect(roster.update(room([member('@a', '小满', '周可馨妈妈'), member('@c', '秋'), member('@d', '新')]))).toEqual({
      room: '@@r',
      joined: [{ id: '@d', card: '', nick: '新' }],
      left: [{ id: '@b', card: '', nick: '大山' }],
      renamed: [{ id: '@a', card: '周可馨妈妈', nick: '小满' }],
    })
  })

  it('does not call a new nickname behind a name card a rename', () => {
    const roster = new Roster()
    roster.update(room([member('@a', '小满', '周可馨妈妈')]))
    expect(roster.update(room([member('@a', '大满', '周可馨妈妈')]))).toBeNull()
  })

  it('keeps the members when a short form without them comes', () => {
    const roster = new Roster()
    roster.update(room([member('@a', '小满')]))
    expect(roster.update(room([], '四班'))).toBeNull()
    expect(roster.room('@@r')).toMatchObject({ topic: '四班', names: new Set(['小满']) })
  })

  it('decodes names', () => {
    const roster = new Roster()
    roster.update(room([member('@a', 'A&amp;B <span class="emoji emoji1f602"></span>')], '三班 &lt;家长&gt;'))
    expect(roster.room('@@r')).toMatchObject({ topic: '三班 <家长>', names: new Set(['A&B 😂']) })
  })

  it('finds by name card before nickname, never when two have it, and those who just left', () => {
    const roster = new Roster()
    roster.update(
      room([
        member('@a', '小满', '大山'),
        member('@b', '大山'),
        member('@c', '同名'),
        member('@d', '同名'),
        member('@e', '要走的'),
      ]),
    )
    expect(roster.named('@@r', '同名')).toBeNull()
    expect(roster.named('@@r', '大山')).toBeNull()
    expect(roster.named('@@r', '小满')?.id).toBe('@a')
    roster.update(room([member('@a', '小满')]))
    expect(roster.named('@@r', '要走的')?.id).toBe('@e')
    expect(roster.member('@@r', '@e')?.nick).toBe('要走的')
    expect(roster.named('@@nowhere', '小满')).toBeNull()
  })

  it.each([
    [{ UserName: '@person', NickName: '某人' }],
    [{}],
    [{ UserName: 7 }],
    [{ UserName: '@@r', MemberList: 'x' }],
    [{ UserName: '@@r', MemberList: [null, {}, { UserName: '' }] }],
  ])('is not upset by %j', contact => {
    const roster = new Roster()
    expect(roster.update(contact as unknown as RawContact)).toBeNull()
    expect(roster.room('@@r')).toBeNull()
  })
})
