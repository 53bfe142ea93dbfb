import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { SchoolDirectory } from '../../../src/gateways/directory.js'
import type { Looks } from '../../../src/gateways/identity/marks.js'
import type { School } from '../../../src/model/school.js'
import { SECOND } from '../../../src/model/time.js'
import { BindingDesk } from '../../../src/pipeline/binding/desk.js'
import { handlePrivate } from '../../../src/pipeline/private.js'
import { GROUP, type Rig, rig } from '../rig.js'

const TOPIC = '三年级2班家长群'
const members = [
  { name: '班主任王老师', aka: [], role: 'head_teacher', students: [], exempt: [] },
  { name: '程小满妈妈', aka: [], role: 'parent', students: ['程小满'], exempt: [] },
] as const
const group = {
  id: GROUP,
  topic: TOPIC,
  pack: 'common',
  grade: 3,
  members,
  students: ['程小满'],
  scamNoticeAuthorised: false,
  mode: 'live',
}
const school = {
  timezone: 'Asia/Shanghai',
  groups: [group],
  people: [{ name: '管理员老周', role: 'admin', groups: null, channels: [] }],
} as unknown as School

const teacher: Looks = { id: '@t', card: '班主任王老师', nick: '晨光', avatar: '11' }
const mother: Looks = { id: '@m', card: '程小满妈妈', nick: '小溪' }
const admin: Looks = { id: '@admin', card: '', nick: '管理员老周', avatar: '5' }

let world: Rig
let directory: SchoolDirectory
let desk: BindingDesk

beforeEach(() => {
  world = rig()
  directory = new SchoolDirectory(school, world.ledger, world.ledger, () => world.clock.now())
  world.deps.groups = {
    profile: id => directory.profile(id),
    mode: () => 'live',
    rolesOf: person => directory.rolesOf(person),
    selves: person => directory.selves(person),
    all: () => directory.profiles(),
  }
  desk = new BindingDesk(world.deps, directory)
  show([teacher, mother])
  pass()
})
afterEach(() => world.ledger.close())

function show(list: readonly Looks[], room: { id?: string; topic?: string; owner?: string } = {}): void {
  directory.sights.contacts([admin])
  const seen = { id: '@@r', topic: TOPIC, owner: '@t', ...room, members: list }
  directory.sights.rooms([seen])
  if (directory.sights.groupOf(seen.id) === GROUP) directory.meet(GROUP, list)
}

/** Long enough for the desk to act. */
function pass(): void {
  for (let i = 0; i < 10; i++) {
    world.clock.advanceTo(world.clock.now() + 6 * SECOND)
    desk.tick()
  }
}

const relogin = (list: readonly Looks[], room = {}) => {
  directory.forget()
  show(
    list.map(looks => ({ ...looks, id: `${looks.id}2` })),
    { id: '@@r2', owner: '@t2', ...room },
  )
  pass()
}
const texts = () => world.ledger.dueActions(Number.MAX_SAFE_INTEGER, 100).map(action => action.text)
const idOf = (name: string) => world.ledger.findPersonId(GROUP, `member:${name}`) ?? ''
const open = () => world.ledger.openCases({ kind: 'binding' })
const says = (text: string) =>
  handlePrivate(world.deps, {
    id: `p${text}${world.clock.now()}`,
    at: world.clock.now(),
    from: { id: directory.person('@admin', '')?.id ?? '', name: '' },
    text,
  })

describe('when everything is clear', () => {
  it('nobody is asked or told anything, now and after another login', () => {
    relogin([teacher, mother])
    expect(texts()).toEqual([])
    expect(world.ledger.bindingQuestions()).toEqual([])
    expect(directory.networkId(idOf('班主任王老师'))).toBe('@t2')
  })
})

describe('a teacher who cannot be told for certain', () => {
  const copy: Looks = { ...teacher, id: '@x', avatar: '99' }

  it('has no rights and hears nothing in private, but is no stranger either; the admin is asked once', () => {
    relogin([copy, mother])
    const speaker = directory.member(GROUP, '@x2', { card: '班主任王老师', nick: '晨光' })
    expect(speaker.id).not.toBe(idOf('班主任王老师'))
    expect(directory.networkId(speaker.id)).toBeNull()
    expect(directory.networkId(idOf('班主任王老师'))).toBeNull()
    expect(directory.person('@x2', '晨光')).toBeNull()
    expect(directory.rolesOf(speaker.id)).toEqual([])
    expect(directory.profile(GROUP)?.members.find(member => member.id === speaker.id)?.role).toBe('parent')
    expect(open()).toHaveLength(1)
    expect(texts()).toHaveLength(1)
    expect(texts()[0]).toContain('bind.members')
    expect(texts()[0]).not.toContain('晨光')
    relogin([copy, mother])
    expect(texts()).toHaveLength(1)
  })

  it('is the teacher when the admin says so, and stays it at the next login', () => {
    relogin([copy, mother])
    says(`${open()[0]?.code} 1`)
    pass()
    expect(directory.networkId(idOf('班主任王老师'))).toBe('@x2')
    expect(world.ledger.bindingQuestions()[0]).toMatchObject({ answer: 'yes', applied: true, text: null })
    relogin([copy, mother])
    expect(directory.networkId(idOf('班主任王老师'))).toBe('@x2')
    expect(open()).toEqual([])
  })

  it('is an outsider when the admin says no, and nobody is asked again', () => {
    relogin([copy, mother])
    const { id } = directory.member(GROUP, '@x2', { card: '班主任王老师', nick: '晨光' })
    says(`${open()[0]?.code} 5`)
    pass()
    expect(world.ledger.bindingQuestions()[0]).toMatchObject({ answer: 'no', applied: true })
    expect(directory.profile(GROUP)?.members.some(member => member.id === id)).toBe(false)
    relogin([copy, mother])
    expect(open()).toEqual([])
    expect(directory.networkId(idOf('班主任王老师'))).toBeNull()
  })

  it('is answered in the terminal as well', () => {
    relogin([copy, mother])
    const [question] = world.ledger.bindingQuestions()
    world.ledger.answerBinding(question?.id ?? '', 'yes', 'terminal', 0)
    pass()
    expect(directory.networkId(idOf('班主任王老师'))).toBe('@x2')
  })

  it('and a copy of them cannot both be confirmed with one digit', () => {
    relogin([{ ...copy, nick: '甲' }, { ...copy, id: '@y', nick: '乙' }, mother])
    expect(open()).toEqual([])
    expect(texts()).toHaveLength(1)
    expect(texts()[0]).toContain('bind.terminal')
    expect(world.ledger.bindingQuestions()).toHaveLength(2)
  })
})

describe('a group', () => {
  it('that was renamed in the night waits for the admin: nothing is heard of it before', () => {
    relogin([teacher, mother], { topic: '四年级2班' })
    expect(directory.sights.groupOf('@@r2')).toBeNull()
    expect(texts()[0]).toContain('bind.group')
    says(`${open()[0]?.code} 1`)
    pass()
    expect(directory.sights.groupOf('@@r2')).toBe(GROUP)
    expect(texts().some(text => text.includes('bind.renamed') && text.includes('四年级2班'))).toBe(true)
    relogin([teacher, mother], { topic: '四年级2班' })
    expect(directory.sights.groupOf('@@r2')).toBe(GROUP)
  })

  it('renamed, handed over or left while the bot looks on is told to the head teacher, once', () => {
    show([teacher, mother], { topic: '四年级2班' })
    pass()
    show([teacher, mother], { topic: '四年级2班', owner: '@m' })
    pass()
    directory.sights.left('@@r')
    pass()
    pass()
    expect(texts().map(text => text.split(' ')[0])).toEqual(['bind.renamed', 'bind.owner', 'bind.removed'])
    const told = world.ledger.dueActions(Number.MAX_SAFE_INTEGER, 9).map(action => action.target)
    expect(new Set(told.map(target => 'person' in target && target.person))).toEqual(new Set([idOf('班主任王老师')]))
  })

  it('that nobody registered is told to the admin once; lines for the school file only when asked for', () => {
    const stranger = {
      id: '@@other',
      topic: '五年级1班家长群',
      members: [
        { id: '@q', card: '班主任刘老师', nick: '' },
        { id: '@p', card: '乐乐、贝贝妈妈', nick: '' },
      ],
    }
    directory.sights.rooms([stranger])
    pass()
    expect(texts()).toHaveLength(1)
    expect(texts()[0]).toContain('五年级1班家长群')
    expect(directory.sights.groupOf('@@other')).toBeNull()
    const [question] = world.ledger.bindingQuestions()
    expect(question?.text).toBe('五年级1班家长群')
    world.ledger.answerBinding(question?.id ?? '', 'propose', 'terminal', 0)
    pass()
    const proposal = world.ledger.bindingQuestions()[0]
    expect(proposal?.applied).toBe(true)
    expect(proposal?.text).toContain('head_teacher')
    expect(proposal?.text).toContain('"贝贝"')
    relogin([teacher, mother])
    directory.sights.rooms([stranger])
    pass()
    expect(texts()).toHaveLength(1)
  })
})

describe('a member who adds the bot', () => {
  it('is greeted once', () => {
    directory.sights.befriended('@m')
    pass()
    directory.sights.befriended('@m')
    directory.sights.befriended('@nobody')
    pass()
    expect(texts()).toEqual(['friend.greeting'])
  })
})
