import type { GroupProfile, Person } from '../model/member.js'
import { DAY } from '../model/time.js'
import { leavesByDay } from '../pipeline/when.js'
import type { JobContext } from './job.js'

/**
 * One private line of a job to somebody in charge, by day only. It is sent in shadow mode too: it is what shadow mode
 * says. Under one run nobody is owed two.
 */
export function owe(context: JobContext, group: GroupProfile, person: Person, text: string, topic: string): void {
  const { deps, cause } = context
  const now = deps.clock.now()
  const notBefore = leavesByDay(deps, group)
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
