import type { GroupEvent, Speaker } from '../model/event.js'
import type { GroupProfile, Member } from '../model/member.js'

/**
 * The member an event is about: who said it, or of a join whoever is not on the school file's list, else the first.
 * Whoever is not listed is an outsider, whatever they call themselves.
 */
export function memberOf(profile: GroupProfile, event: GroupEvent): Member {
  const { body } = event
  const about = body.kind === 'join' ? body.joined : body.kind === 'leave' ? body.left : event.from ? [event.from] : []
  const members = about.map(speaker => listed(profile, speaker) ?? outsider(speaker))
  return members.find(member => member.role === 'outsider') ?? members[0] ?? SYSTEM
}

const SYSTEM: Member = { id: '', name: '', role: 'bot', students: [], exempt: [] }

function listed(profile: GroupProfile, speaker: Speaker): Member | undefined {
  return profile.members.find(member => member.id === speaker.id)
}

function outsider(speaker: Speaker): Member {
  return { id: speaker.id, name: speaker.name, role: 'outsider', students: [], exempt: [] }
}

interface Names {
  students: readonly string[]
  names: readonly string[]
}

const kept = new WeakMap<GroupProfile, Names>()

/**
 * Names that must not appear in what is kept or shown of this group. The same object for as long as nobody is called
 * otherwise: what is compiled from the names is kept with it.
 */
export function namesOf(profile: GroupProfile): Names {
  const names = [...profile.members.map(m => m.name), ...profile.people.map(p => p.name)]
  const before = kept.get(profile)
  if (before && before.students === profile.students && same(before.names, names)) return before
  const now = { students: profile.students, names }
  kept.set(profile, now)
  return now
}

function same(before: readonly string[], now: readonly string[]): boolean {
  return before.length === now.length && before.every((name, place) => name === now[place])
}
