import { paramsFor } from '../engine/index.js'
import type { GroupProfile, Person } from '../model/member.js'
import { DAY } from '../model/time.js'
import { leavesAt, wallClock } from '../policy/index.js'
import type { JobContext } from './job.js'

/**
 * One private line of a job to somebody in charge, by day only. It is sent in shadow mode too: it is what shadow mode
 * says. Under one run nobody is owed two.
 */
export function owe(context: JobContext, group: GroupProfile, person: Person, text: string, topic: string): void {
  const { deps, cause } = context
  const now = deps.clock.now()
  const pack = deps.rules().ruleSet.packs.get(group.pack)
  const wall = wallClock(now, deps.localTime(now, group.timezone).minutes)
  const notBefore = pack ? leavesAt(wall, paramsFor(group, pack.params), 'P2') : now
  deps.ledger.addActions(
    `${cause}/${group.id}/${person.id}`,
    [
      {
        kind: 'digest',
        target: { person: person.id, group: group.id },
        recipient: person.role,
        text,
        topic,
        category: null,
        severity: null,
        notBefore,
        expiresAt: notBefore + DAY,
      },
    ],
    now,
  )
  deps.wake()
}
