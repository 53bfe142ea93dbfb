import { describe, expect, it } from '@jest/globals'
import type { GroupProfile, Member, Person, Recipient } from '../../src/model/member.js'
import type { ChannelConfig, SchoolPerson } from '../../src/model/school.js'
import { channelsOf } from '../../src/pipeline/channels.js'

const mail = (to: string): ChannelConfig => ({ kind: 'email', to: `${to}@school.example` })
const listed = (
  name: string,
  role: Recipient,
  groups: string[] | null,
  ...channels: ChannelConfig[]
): SchoolPerson => ({
  name,
  role,
  groups,
  channels,
})
const person = (id: string, name: string, role: Recipient): Person => ({ id, name, role })
const member = ({ id, name, role }: Person): Member => ({ id, name, role, students: [], exempt: [] })

function profile(id: string, members: Person[], others: Person[] = []): GroupProfile {
  return {
    id,
    name: id,
    pack: 'common',
    grade: 3,
    timezone: 'Asia/Shanghai',
    members: members.map(member),
    people: [...members, ...others],
    students: [],
    scamNoticeAuthorised: false,
  }
}

const find = (people: SchoolPerson[], profiles: GroupProfile[], selves: Record<string, string[]> = {}) =>
  channelsOf(people, { profiles: () => profiles, selves: id => selves[id] ?? [id] })

describe('the channels of a person', () => {
  it('belong to whoever the list names, as such or as a member of the group', () => {
    const of = find(
      [listed('周老师', 'head_teacher', null, mail('zhou')), listed('孙主任', 'supervisor', null, mail('sun'))],
      [
        profile(
          'c1',
          [person('m1', '周 老师', 'head_teacher')],
          [person('p1', '周老师', 'head_teacher'), person('p2', '孙主任', 'supervisor')],
        ),
      ],
    )
    for (const id of ['m1', 'p1']) expect(of(id)).toEqual([mail('zhou')])
    expect(of('p2')).toEqual([mail('sun')])
    expect(of('nobody')).toEqual([])
  })

  it('follow the only holder of a role under another name', () => {
    const of = find(
      [listed('周敏', 'head_teacher', ['c1'], mail('zhou'))],
      [
        profile('c1', [person('m1', '班主任周老师', 'head_teacher')], [person('p1', '周敏', 'head_teacher')]),
        profile('c2', [person('m2', '班主任吴老师', 'head_teacher')]),
      ],
    )
    expect(of('m1')).toEqual([mail('zhou')])
    expect(of('m2')).toEqual([])
  })

  it('go to nobody where it is not clear who is meant', () => {
    const two = [person('m1', '柏老师', 'deputy'), person('m2', '穆老师', 'deputy')]
    const of = find([listed('某老师', 'deputy', null, mail('x'))], [profile('c1', two)])
    expect([of('m1'), of('m2')]).toEqual([[], []])
    const named = find([listed('柏老师', 'deputy', null, mail('bai'))], [profile('c1', two)])
    expect([named('m1'), named('m2')]).toEqual([[mail('bai')], []])
  })

  it('are those of one account under all its ids, each once', () => {
    const people = [
      listed('周老师', 'head_teacher', null, mail('zhou')),
      listed('周老师', 'admin', null, mail('zhou'), mail('admin')),
    ]
    const others = [person('p1', '周老师', 'head_teacher'), person('p2', '周老师', 'admin')]
    const of = find(people, [profile('c1', [], others), profile('c2', [], others)], { p1: ['p1', 'p2'] })
    expect(of('p1')).toEqual([mail('zhou'), mail('admin')])
    expect(of('p2')).toEqual([mail('zhou'), mail('admin')])
  })

  it('are none where the school file gives none', () => {
    const of = find([listed('周老师', 'head_teacher', null)], [profile('c1', [person('m1', '周老师', 'head_teacher')])])
    expect(of('m1')).toEqual([])
  })
})
