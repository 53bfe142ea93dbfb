import { addsTo, continued, evaluate, tightenVerdict, writtenAsOne } from '../engine/index.js'
import type { GroupProfile } from '../model/member.js'
import type { Facts } from '../model/signal.js'
import type { Verdict } from '../model/verdict.js'
import { factsOf, type Judging, packOf } from './judging.js'

export interface Judged {
  verdict: Verdict
  /** how many earlier lines of the sender the verdict took in */
  continues: number
  /** what the verdict speaks of: the message, or all those lines as one */
  said: Facts
}

/** What the rules say of a message alone, or of all that its sender is writing line by line where that says more. */
export function judge(deps: Judging, facts: Facts, profile: GroupProfile): Judged {
  const alone: Judged = { verdict: verdictOn(deps, facts, profile), continues: 0, said: facts }
  const thread = continued(facts)
  if (!thread) return alone
  const said = factsOf(deps, writtenAsOne(facts.event, thread), profile, thread.first)
  const verdict = verdictOn(deps, said, profile)
  return addsTo(alone.verdict, verdict, said, thread) ? { verdict, continues: thread.lines, said } : alone
}

function verdictOn(deps: Judging, facts: Facts, profile: GroupProfile): Verdict {
  const verdict = evaluate(packOf(deps, profile), facts)
  return profile.tighten ? tightenVerdict(verdict, profile.tighten) : verdict
}
