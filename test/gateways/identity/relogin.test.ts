import { describe, expect, it } from '@jest/globals'
import { SchoolDirectory } from '../../../src/gateways/directory.js'
import { openLedger } from '../../../src/ledger/index.js'
import type { Role } from '../../../src/model/member.js'
import type { School, SchoolGroup } from '../../../src/model/school.js'

/** Small, fast, and the same every time. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

interface Someone {
  id: number
  group: string
  role: Role
  /** of the school file; null for those who came later */
  listedAs: string | null
  card: string
  nick: string
  avatar: number
  friend: boolean
  here: boolean
}

const GROUPS = ['c1', 'c2', 'c3', 'c4']
const SIZE = 46
const COMMON_NICKS = ['momo', '小满', '平安是福', '静待花开', '阳光', '一路有你']
const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛'
const GIVEN = '子墨若溪雨桐浩然一诺思远梓涵欣怡俊杰诗琪明轩可馨'

/** Four classes with their teachers, twins, parents who have one nickname, and a few dozen logins ahead of them. */
class Town {
  readonly people: Someone[] = []
  readonly topics = new Map(GROUPS.map((id, index) => [id, `${'一二三四'[index]}年级1班家长群`]))
  login = 0
  private count = 0

  constructor(readonly random: () => number) {
    for (const group of GROUPS) this.fill(group)
  }

  wire(person: Someone): string {
    return `@${this.login}x${person.id * 7919}`
  }

  room(group: string): string {
    return `@@${this.login}r${group}`
  }

  /** One night: names and pictures change, people come and go, ids are void. */
  night(): void {
    this.login++
    for (const person of this.people.filter(one => one.here)) {
      const teacher = this.people.find(one => one.group === person.group && one.role === 'head_teacher') as Someone
      if (this.chance(0.07)) person.card = this.chance(0.03) ? teacher.card : this.renamed(person)
      if (this.chance(0.07)) person.nick = this.nick()
      if (this.chance(0.05)) person.avatar = this.next()
      if (this.chance(0.05) && person.role === 'parent') person.here = false
    }
    for (const group of GROUPS) {
      const gone = SIZE - this.people.filter(one => one.group === group && one.here).length
      for (let i = 0; i < gone; i++) this.add(group, 'parent', null, this.chance(0.9) ? this.parentName() : '')
    }
    // the admin puts most of the new ones into the school file
    for (const one of this.people) {
      const taken = this.people.some(other => other !== one && other.group === one.group && other.listedAs === one.card)
      if (one.listedAs === null && /^[^班]/.test(one.card) && !taken && this.chance(0.5)) one.listedAs = one.card
    }
    const renamed = this.pick(GROUPS)
    if (this.chance(0.2)) this.topics.set(renamed, `${this.topics.get(renamed)?.slice(0, 8)}${this.next()}`)
  }

  school(): School {
    const groups = GROUPS.map((id): SchoolGroup => {
      const members = this.people
        .filter(one => one.group === id && one.listedAs !== null)
        .map(one => ({ name: one.listedAs as string, aka: [], role: one.role, students: [], exempt: [] }))
      const topic = this.topics.get(id) as string
      return { id, topic, pack: 'common', grade: 1, members, students: [], scamNoticeAuthorised: false, mode: 'live' }
    })
    return { groups, people: [], timezone: 'Asia/Shanghai' } as unknown as School
  }

  private fill(group: string): void {
    const teacher = this.pick([...SURNAMES])
    this.add(group, 'head_teacher', `班主任${teacher}老师`)
    for (const subject of ['数学', '英语']) this.add(group, 'teacher', `${subject}${this.pick([...SURNAMES])}老师`)
    const twins = [this.pupil(), this.pupil()].join('、')
    for (const kin of ['妈妈', '爸爸']) this.add(group, 'parent', `${twins}${kin}`)
    while (this.people.filter(one => one.group === group).length < SIZE) this.add(group, 'parent', this.parentName())
  }

  private add(group: string, role: Role, listedAs: string | null, card = listedAs ?? ''): void {
    if (listedAs && this.people.some(one => one.group === group && one.listedAs === listedAs)) return
    const friend = role !== 'parent' || this.chance(0.4)
    const person = {
      id: this.next(),
      group,
      role,
      listedAs,
      card,
      nick: this.nick(),
      avatar: this.next(),
      friend,
      here: true,
    }
    this.people.push(person)
  }

  private renamed({ card, listedAs }: Someone): string {
    if (card === '' || this.chance(0.2)) return this.parentName()
    return `${listedAs ?? card.slice(0, 5)}${this.pick(['', '（家委）', '138', '·早'])}`
  }

  private parentName(): string {
    return `${this.pupil()}${this.pick(['妈妈', '爸爸', '奶奶', '外公'])}`
  }

  private pupil(): string {
    return this.pick([...SURNAMES]) + this.pick([...GIVEN]) + this.pick([...GIVEN])
  }

  private nick(): string {
    return this.chance(0.2) ? this.pick(COMMON_NICKS) : `昵称${this.next()}`
  }

  private pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)] as T
  }

  private chance(share: number): boolean {
    return this.random() < share
  }

  private next(): number {
    return ++this.count
  }
}

const looksOf = (town: Town, one: Someone, pictures: boolean) => ({
  id: town.wire(one),
  card: one.card,
  nick: one.nick,
  avatar: one.friend && pictures ? String(one.avatar) : '',
})

/** What the network shows after a login: class groups, and a group of the same parents that is nobody's business. */
function show(town: Town, directory: SchoolDirectory, pictures: boolean): void {
  const members = (group: string) =>
    town.people.filter(one => one.group === group && one.here).map(one => looksOf(town, one, pictures))
  directory.sights.rooms([
    ...GROUPS.map(group => ({ id: `${town.room(group)}p`, topic: `${group}悄悄话`, members: members(group).slice(3) })),
    ...GROUPS.map(group => ({
      id: town.room(group),
      topic: town.topics.get(group) as string,
      members: members(group),
    })),
  ])
  for (const group of GROUPS)
    if (directory.sights.groupOf(town.room(group)) === group) directory.meet(group, members(group))
}

describe('fifty logins', () => {
  it.each([
    [1, 'in time'],
    [2, 'in time'],
    [1, 'late'],
    [1, 'never'],
  ])('bind groups and members right, and none wrong with certainty (seed %d, pictures come %s)', (seed, come) => {
    const town = new Town(randomOf(seed))
    const ledger = openLedger({ file: ':memory:', botId: 'bz1', key: Buffer.alloc(32, 1) })
    const directory = new SchoolDirectory(town.school(), ledger, ledger, () => town.login)
    const idOf = new Map<Someone, string>()
    // the school file keeps the names that the groups had at the start
    const topics = new Map(town.topics)
    const figures = {
      groups: 0,
      groupsRight: 0,
      members: 0,
      right: 0,
      certain: 0,
      wrongCertain: 0,
      asked: 0,
      rights: 0,
    }
    const answer = (kind: 'member' | 'group', group: string | null, mark: string, candidate: string, yes: boolean) => {
      const { id } = ledger.askBinding({ kind, group, mark, candidate, text: '?', at: town.login })
      ledger.answerBinding(id, yes ? 'yes' : 'no', 'admin', town.login)
      return id
    }
    for (let login = 0; login <= 50; login++) {
      if (login > 0) {
        town.night()
        directory.forget()
        for (const group of town.school().groups)
          directory.addGroup({ ...group, topic: topics.get(group.id) as string }, '')
        for (const one of town.people) {
          const listed = one.listedAs && ledger.findPersonId(one.group, `member:${one.listedAs}`)
          if (listed) idOf.set(one, listed)
        }
      }
      show(town, directory, come === 'in time')
      if (come === 'late') show(town, directory, true)
      if (login > 0) {
        for (const group of GROUPS) {
          figures.groups++
          const doubt = directory.roomDoubts().find(one => one.group === group)
          const certain = directory.sights.groupOf(town.room(group))
          const wrong = town.people.length > 0 && directory.sights.groupOf(`${town.room(group)}p`) !== null
          if (!wrong && (certain === group || (certain === null && doubt?.room.id === town.room(group))))
            figures.groupsRight++
        }
      }
      // the admin answers, once
      const answered: string[] = []
      for (const doubt of directory.roomDoubts()) {
        if (doubt.group === null) continue
        answered.push(answer('group', null, doubt.mark, doubt.group, doubt.room.id === town.room(doubt.group)))
      }
      directory.reconsider()
      show(town, directory, come !== 'never')
      const byWire = new Map(town.people.map(one => [town.wire(one), one]))
      if (login > 0) {
        const bound = new Map(GROUPS.flatMap(group => directory.bindings(group)).map(one => [one.seen, one]))
        for (const one of town.people) {
          const id = idOf.get(one)
          const network = id === undefined ? null : directory.networkId(id)
          if (network !== null && network !== town.wire(one)) figures.wrongCertain++
          const holder = byWire.get(network ?? '')
          if (id && holder && holder.role === 'parent' && directory.rolesOf(id).length > 0) figures.rights++
          if (!one.here) continue
          figures.members++
          const sure = network === town.wire(one)
          if (sure) figures.certain++
          const found = bound.get(town.wire(one))
          if (sure || (id === undefined ? found?.known === null : found?.known === id)) figures.right++
        }
      }
      for (const doubt of directory.doubts()) {
        figures.asked++
        const one = byWire.get(doubt.network) as Someone
        for (const candidate of doubt.candidates)
          answered.push(answer('member', doubt.group, doubt.look, candidate, candidate === idOf.get(one)))
      }
      directory.reconsider()
      for (const id of answered) ledger.markBinding(id, { applied: true })
      for (const group of GROUPS) {
        const sight = directory.sight(group)
        if (sight)
          ledger.saveKnownGroup({ group, topic: sight.topic, owner: '', members: sight.members, present: true }, login)
      }
      // everybody speaks
      for (const one of town.people.filter(other => other.here)) {
        const { id } = directory.member(one.group, town.wire(one), { card: one.card || one.nick, nick: one.nick })
        // somebody who changed everything is somebody new from now on
        if (!idOf.has(one) || directory.networkId(id) === town.wire(one)) idOf.set(one, id)
      }
    }
    const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(2)} %`
    process.stdout.write(
      `seed ${seed}, pictures ${come}: groups right ${share(figures.groupsRight, figures.groups)}, members right ${share(figures.right, figures.members)} of ${figures.members}, ` +
        `certain ${share(figures.certain, figures.members)}, wrong with certainty ${figures.wrongCertain}, questions a login and group ${(figures.asked / figures.groups).toFixed(1)}\n`,
    )
    expect(figures.groupsRight).toBe(figures.groups)
    // less is known without pictures, and no more is claimed
    expect(figures.right / figures.members).toBeGreaterThanOrEqual(come === 'in time' ? 0.98 : 0.96)
    expect(figures.wrongCertain).toBe(0)
    expect(figures.rights).toBe(0)
    ledger.close()
  })
})
