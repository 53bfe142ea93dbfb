import type { GroupProfile } from '../model/member.js'
import type { Duration, Instant } from '../model/time.js'
import type { Deps } from '../pipeline/deps.js'
import type { Timetable } from './schedule.js'

export interface JobContext {
  deps: Deps
  groups: readonly GroupProfile[]
  timezone: string
  /** when it should have run */
  due: Instant
  /** when it was due the time before */
  before: Instant
  /** when another job of this schedule was due last */
  lastRun: (name: string) => Instant | null
  /** unique to this run: what is owed under it is owed once */
  cause: string
  /** how long texts are kept; null where nothing is to be erased */
  retention: { inbox: Duration; flagged: Duration; escalated: Duration } | null
}

/** Something that is done at its hour. `run` writes and owes; it is one transaction with the claim of the run. */
export interface Job extends Timetable {
  /** one sentence for docs/workflow.md */
  says: string
  run(context: JobContext): void
}
