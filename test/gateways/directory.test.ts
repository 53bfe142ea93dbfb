import { beforeEach, describe, expect, it } from '@jest/globals'
import { type PeopleStore, SchoolDirectory } from '../../src/gateways/directory.js'
import type { School } from '../../src/model/school.js'

const school: School = {
  school: '柳溪小学',
  timezone: 'Asia/Shanghai',
  bot: { id: 't', puppet: '', puppetToken: null },
  dataDir: '',
  rulesDir: '',
  groups: [
    {
      id: 'c1',
      topic: '一班家长群',
      pack: 'common',
      grade: 1,
      members: [
        { name: '班主任季老师', aka: ['季老师'], role: 'head_teacher', students: [], exempt: [] },
        { name: '许桐妈妈', aka: [], role: 'parent', students: ['许桐'], exempt: ['voice'] },
      ],
      students: ['许桐'],
      scamNoticeAuthorised: false,
      mode: 'live',
    },
    {
      id: 'c2',
      topic: '二班家长群',
      pack: 'common',
      grade: 1,
      members: [],
      students: [],
      scamNoticeAuthorised: false,
      mode: 'live',
    },
  ],
  people: [
    { name: '德育处罗主任', role: 'supervisor', groups: null, channels: [] },
    { name: '教务处段主任', role: 'leader', groups: ['c2'], channels: [] },
  ],
  smtp: null,
  pacing: { perMinute: 1, perDay: 1, jitter: 0 },
  retention: { inbox: 0, flagged: 0, escalated: 0 },
  signals: [],
  calendar: { workdays: [], restDays: [] },
}

class People implements PeopleStore {
  readonly known = new Map<string, { id: string; name: string; role: string }>()

  personId(group: string | null, key: string, name: string, role: string): string {
    const full = `${group ?? ''}/${key}`
    const found = this.known.get(full) ?? { id: `p${this.known.size + 1}`, name, role }
    this.known.set(full, found)
    return found.id
  }

  findPersonId(group: string | null, key: string): string | null {
    return this.known.get(`${group ?? ''}/${key}`)?.id ?? null
  }

  renamePerson(id: string, name: string): void {
    for (const person of this.known.values()) if (person.id === id) person.name = name
  }

  role(id: string): string | undefined {
    return [...this.known.values()].find(person => person.id === id)?.role
  }
}

let people: People
let directory: SchoolDirectory

beforeEach(() => {
  people = new People()
  directory = new SchoolDirectory(school, people)
})

describe('groups', () => {
  it('are bound by their name; others are nobody’s business', () => {
    expect(directory.group('一班家长群')).toBe('c1')
    expect(directory.group('牌友群')).toBeNull()
  })

  it('know who answers for them: members with a role, and people listed for all or for this group', () => {
    expect(directory.profile('c1')?.people.map(person => person.role)).toEqual(['head_teacher', 'supervisor'])
    expect(directory.profile('c2')?.people.map(person => person.role)).toEqual(['supervisor', 'leader'])
  })
})

describe('members', () => {
  it('are bound by name card, nickname or an earlier card, whatever its width and spaces', () => {
    const teacher = directory.member('c1', '@a', { card: '班主任 季老师' })
    expect(people.role(teacher.id)).toBe('head_teacher')
    expect(people.role(directory.member('c1', '@b', { card: '', nick: '许桐妈妈' }).id)).toBe('parent')
    expect(directory.networkId(teacher.id)).toBe('@a')
  })

  it('keep their person when they rename', () => {
    const before = directory.member('c1', '@b', { card: '许桐妈妈' })
    const after = directory.member('c1', '@b', { card: '许桐妈妈（家委）' })
    expect(after.id).toBe(before.id)
    expect(after.name).toBe('许桐妈妈（家委）')
  })

  it('who copy a teacher’s name card are outsiders', () => {
    const teacher = directory.member('c1', '@a', { card: '班主任季老师' })
    const copy = directory.member('c1', '@x', { card: '班主任季老师' })
    expect(copy.id).not.toBe(teacher.id)
    expect(people.role(copy.id)).toBe('outsider')
  })

  it('who rename to a teacher’s card stay who they were', () => {
    const parent = directory.member('c1', '@b', { card: '许桐妈妈' })
    expect(directory.member('c1', '@b', { card: '班主任季老师' }).id).toBe(parent.id)
    expect(people.role(parent.id)).toBe('parent')
  })

  it('not on the list are outsiders, the same one each time', () => {
    const first = directory.member('c1', '@x', { card: '好运来' })
    expect(directory.member('c1', '@x', { card: '好运来' }).id).toBe(first.id)
    expect(people.role(first.id)).toBe('outsider')
  })
})

describe('members the network lists', () => {
  const listed = (id: string, card: string, nick = '') => ({ id, card, nick })

  it('can be reached and answered before they ever spoke', () => {
    directory.meet('c1', [listed('@a', '季老师'), listed('@b', '', '许桐妈妈')])
    const teacher = directory.person('@a', '老季')
    expect(people.role(teacher?.id ?? '')).toBe('head_teacher')
    expect(directory.networkId(directory.member('c1', '@b', { card: '许桐妈妈' }).id)).toBe('@b')
    expect(directory.rolesOf(teacher?.id ?? '')).toEqual(['head_teacher'])
  })

  it('are not made persons for being there', () => {
    const before = people.known.size
    directory.meet('c1', [listed('@x', '好运来'), listed('@y', '')])
    expect(people.known.size).toBe(before)
  })

  it('are known again after a restart though the school file does not list them', () => {
    const stranger = directory.member('c1', '@x', { card: '好运来' })
    const again = new SchoolDirectory(school, people)
    expect(again.networkId(stranger.id)).toBeNull()
    again.meet('c1', [listed('@x', '好运来')])
    expect(again.networkId(stranger.id)).toBe('@x')
  })

  it('are not believed when two bear one name', () => {
    directory.meet('c1', [listed('@a', '季老师'), listed('@x', '班主任季老师')])
    expect(directory.person('@a', '季老师')).toBeNull()
    expect(directory.person('@x', '季老师')).toBeNull()
  })

  it('do not take the place of somebody already bound', () => {
    const teacher = directory.member('c1', '@a', { card: '季老师' })
    directory.meet('c1', [listed('@x', '季老师'), listed('@a', '季老师')])
    expect(directory.networkId(teacher.id)).toBe('@a')
    expect(people.role(directory.member('c1', '@x', { card: '季老师' }).id)).toBe('outsider')
  })

  it('of a group that is nobody’s business are passed over', () => {
    directory.meet('c9', [listed('@a', '季老师')])
    expect(directory.person('@a', '季老师')).toBeNull()
  })
})

describe('a new login', () => {
  it('makes every network id void: the same people come under new ones', () => {
    const teacher = directory.member('c1', '@a', { card: '季老师' })
    directory.forget()
    expect(directory.networkId(teacher.id)).toBeNull()
    expect(directory.member('c1', '@new', { card: '季老师' }).id).toBe(teacher.id)
    expect(directory.networkId(teacher.id)).toBe('@new')
  })
})

describe('people in private chats', () => {
  it('are known when they are on the list or were seen in a group', () => {
    expect(directory.person('@s', '德育处罗主任')?.name).toBe('德育处罗主任')
    const teacher = directory.member('c1', '@a', { card: '季老师' })
    expect(directory.person('@a', '老季')?.id).toBe(teacher.id)
  })

  it('are strangers otherwise, and so is whoever copies the name of somebody already bound', () => {
    directory.person('@s', '德育处罗主任')
    expect(directory.person('@t', '德育处罗主任')).toBeNull()
    expect(directory.person('@u', '路人')).toBeNull()
  })

  it('answer in the roles they have', () => {
    const supervisor = directory.person('@s', '德育处罗主任')
    expect(directory.rolesOf(supervisor?.id ?? '')).toEqual(['supervisor'])
    expect(directory.rolesOf(directory.member('c1', '@b', { card: '许桐妈妈' }).id)).toEqual([])
  })

  it('knows one account in several groups, and on the list, as one person', () => {
    const two: School = {
      ...school,
      groups: school.groups.map(group => ({
        ...group,
        members: [{ name: '班主任季老师', aka: [], role: 'head_teacher', students: [], exempt: [] }],
      })),
    }
    const directory = new SchoolDirectory(two, new People())
    const ids = ['c1', 'c2'].map(group => directory.member(group, '@t', { card: '班主任季老师' }).id)
    expect(new Set(ids).size).toBe(2)
    for (const id of ids) expect([...directory.selves(id)].sort()).toEqual([...ids].sort())
    expect(directory.selves('nobody')).toEqual(['nobody'])
    const stranger = directory.member('c1', '@x', { card: '路人' }).id
    expect(directory.selves(stranger)).toEqual([stranger])
  })
})
