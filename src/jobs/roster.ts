import type { KnownPerson } from '../ledger/index.js'
import type { GroupProfile } from '../model/member.js'
import { DAY, type Instant } from '../model/time.js'
import type { Deps } from '../pipeline/deps.js'
import { isWellFormed } from '../signals/cards.js'

/** How a group differs from its list in the school file. */
export interface Roster {
  /** in the last seven days */
  joined: number
  /** of them, how many are not on the list */
  outsiders: number
  /** parents in the group whose card says of no pupil whose parent they are */
  odd: readonly KnownPerson[]
  /** pupils of whom nobody was seen in the group */
  unseenPupils: number
}

export function rosterOf(deps: Deps, group: GroupProfile, now: Instant): Roster {
  const met = deps.met ?? deps.reachable
  const joins = deps.ledger.history(group.id).recent({ since: now - 7 * DAY, kinds: ['join'] })
  const joined = new Set(joins.flatMap(event => event.joined ?? []))
  const known = deps.ledger.people(group.id).filter(person => !person.erased && person.name !== '')
  const here = (pupil: string) => group.members.some(({ id, students }) => students.includes(pupil) && met(id))
  return {
    joined: joined.size,
    outsiders: known.filter(person => person.role === 'outsider' && joined.has(person.id)).length,
    odd: known.filter(({ id, role, name }) => role === 'parent' && met(id) && !isWellFormed(name, group.students)),
    unseenPupils: group.students.filter(pupil => !here(pupil)).length,
  }
}
