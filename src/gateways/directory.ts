import { type GroupProfile, type Member, type Person, RECIPIENTS, type Recipient, type Role } from '../model/member.js'
import type { School, SchoolGroup, SchoolMember, SchoolPerson } from '../model/school.js'
import type { Directory } from './gateway.js'

/** The part of the ledger that knows people by a stable key. */
export interface PeopleStore {
  personId(group: string | null, key: string, name: string, role: Role): string
  findPersonId(group: string | null, key: string): string | null
  renamePerson(id: string, name: string): void
}

interface Bound {
  profile: GroupProfile
  topic: string
  /** name card, simplified for comparison → the school file's person */
  byCard: Map<string, { id: string; member: SchoolMember }>
}

/**
 * Binds what a network says to the school file's groups and people.
 * A network identity keeps the person it was first bound to, whatever it calls itself later; a school-file person is
 * bound to one identity at a time, so whoever copies a teacher's name card is an outsider.
 */
export class SchoolDirectory implements Directory {
  private readonly groups = new Map<string, Bound>()
  private readonly people = new Map<string, Person & { groups: readonly string[] | null }>()
  private readonly personOfIdentity = new Map<string, { id: string; name: string }>()
  private readonly identityOfPerson = new Map<string, string>()
  private readonly store: PeopleStore

  constructor(school: School, store: PeopleStore) {
    this.store = store
    this.addPeople(school.people)
    for (const group of school.groups) this.addGroup(group, school.timezone)
  }

  /** Adds people the bot answers to; groups added later know them. */
  addPeople(people: readonly SchoolPerson[]): void {
    for (const { name, role, groups } of people) {
      const id = this.store.personId(null, `person:${name}`, name, role)
      this.people.set(id, { id, name, role, groups: mergeGroups(this.people.get(id)?.groups, groups) })
    }
  }

  /** Adds or replaces a group. */
  addGroup(group: SchoolGroup, timezone: string): void {
    const byCard: Bound['byCard'] = new Map()
    const members: Member[] = []
    const people: Person[] = []
    for (const member of group.members) {
      const id = this.store.personId(group.id, `member:${member.name}`, member.name, member.role)
      members.push({ id, name: member.name, role: member.role, students: member.students, exempt: member.exempt })
      for (const card of [member.name, ...member.aka]) byCard.set(comparable(card), { id, member })
      if (isRecipient(member.role)) people.push({ id, name: member.name, role: member.role })
    }
    for (const person of this.people.values()) {
      const answersHere = person.groups === null || person.groups.includes(group.id)
      if (answersHere) people.push({ id: person.id, name: person.name, role: person.role })
    }
    this.groups.set(group.id, {
      topic: group.topic,
      byCard,
      profile: {
        id: group.id,
        name: group.topic,
        pack: group.pack,
        grade: group.grade,
        timezone,
        members,
        people,
        students: group.students,
        scamNoticeAuthorised: group.scamNoticeAuthorised,
      },
    })
  }

  group(topic: string): string | null {
    for (const [id, bound] of this.groups) if (bound.topic === topic) return id
    return null
  }

  /** What is known of a bound group; null for others. */
  profile(group: string): GroupProfile | null {
    return this.groups.get(group)?.profile ?? null
  }

  profiles(): readonly GroupProfile[] {
    return [...this.groups.values()].map(bound => bound.profile)
  }

  member(group: string, networkId: string, names: { card: string; nick?: string }): { id: string; name: string } {
    const identity = `${group}\u0000${networkId}`
    const name = names.card || names.nick || ''
    const bound = this.personOfIdentity.get(identity)
    if (bound) {
      if (name && bound.name !== name) {
        this.store.renamePerson(bound.id, name)
        bound.name = name
      }
      return bound
    }
    const id = this.free(group, names) ?? this.store.personId(group, `network:${networkId}`, name, 'outsider')
    return this.bind(group, networkId, id, name)
  }

  meet(group: string, members: readonly { id: string; card: string; nick: string }[]): void {
    const strangers = members.filter(member => !this.personOfIdentity.has(`${group}\u0000${member.id}`))
    const claims = new Map<string, typeof members>()
    for (const member of strangers) {
      const id = this.free(group, member) ?? this.store.findPersonId(group, `network:${member.id}`)
      if (id !== null) claims.set(id, [...(claims.get(id) ?? []), member])
    }
    for (const [id, claimants] of claims) {
      const [member] = claimants
      // of two with one name neither is believed before they speak
      if (member && claimants.length === 1) this.bind(group, member.id, id, member.card || member.nick)
    }
  }

  forget(): void {
    this.personOfIdentity.clear()
    this.identityOfPerson.clear()
  }

  person(networkId: string, nick: string): { id: string; name: string } | null {
    for (const [id, identity] of this.identityOfPerson) if (identity === networkId) return { id, name: nick }
    const wanted = comparable(nick)
    for (const person of this.people.values()) {
      if (comparable(person.name) !== wanted || this.identityOfPerson.has(person.id)) continue
      this.identityOfPerson.set(person.id, networkId)
      return { id: person.id, name: person.name }
    }
    return null
  }

  networkId(person: string): string | null {
    return this.identityOfPerson.get(person) ?? null
  }

  /** Roles in which somebody on the school file's list is told things; empty for everybody else. */
  rolesOf(person: string): readonly Recipient[] {
    const roles = new Set<Recipient>()
    for (const { profile } of this.groups.values()) {
      for (const one of profile.people) if (one.id === person) roles.add(one.role)
    }
    const listed = this.people.get(person)
    if (listed) roles.add(listed.role)
    return [...roles]
  }

  private bind(group: string, networkId: string, id: string, name: string): { id: string; name: string } {
    const person = { id, name }
    this.personOfIdentity.set(`${group}\u0000${networkId}`, person)
    this.identityOfPerson.set(id, networkId)
    return person
  }

  /** The school file's person of this name who is not bound yet. */
  private free(group: string, names: { card: string; nick?: string }): string | null {
    const listed = this.listed(group, names)
    return listed && !this.identityOfPerson.has(listed.id) ? listed.id : null
  }

  private listed(group: string, names: { card: string; nick?: string }) {
    const byCard = this.groups.get(group)?.byCard
    if (!byCard) return null
    const found = byCard.get(comparable(names.card)) ?? (names.nick ? byCard.get(comparable(names.nick)) : undefined)
    return found ?? null
  }
}

function isRecipient(role: Role): role is Role & Recipient {
  return (RECIPIENTS as readonly Role[]).includes(role)
}

/** Name cards are compared without width, space and case. */
function comparable(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, '').toLowerCase()
}

function mergeGroups(
  before: readonly string[] | null | undefined,
  more: readonly string[] | null,
): readonly string[] | null {
  if (before === undefined) return more
  return before === null || more === null ? null : [...before, ...more]
}
