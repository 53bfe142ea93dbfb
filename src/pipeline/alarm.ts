import type { OutboxStore } from '../effects/index.js'
import type { Ledger } from '../ledger/index.js'
import type { Action, ActionDraft } from '../model/action.js'
import type { Case } from '../model/case.js'
import { failureAlarm, leavesAt, wallClock } from '../policy/index.js'
import type { Deps } from './deps.js'

type Alarmed = Pick<Deps, 'ledger' | 'clock' | 'rules' | 'groups' | 'localTime' | 'log' | 'channels'>

/**
 * The ledger as the outbox sees it: an alert that fails or expires owes its alarm in the same write, so that no crash
 * comes between them.
 */
export function withAlarms(deps: Alarmed): OutboxStore {
  const { ledger } = deps
  return {
    ...ledger,
    settle(id, settlement) {
      const lost = settlement.state === 'failed' || settlement.state === 'expired'
      const action = lost ? ledger.action(id) : null
      const drafts = action ? alarmsFor(deps, action) : []
      if (drafts.length === 0) return ledger.settle(id, settlement)
      return ledger.batch(() => {
        const settled = ledger.settle(id, settlement)
        if (settled) ledger.addActions(id, drafts, settlement.now)
        return settled
      })
    },
  }
}

/** The same for one of which nobody will ever know whether it arrived. Once an action, however often it is said. */
export function raiseAlarm(deps: Alarmed, action: Action): void {
  const drafts = alarmsFor(deps, action)
  if (drafts.length > 0) deps.ledger.addActions(action.id, drafts, deps.clock.now())
}

/** What others are owed because of it, while the case waits; never throws: the failure itself must be noted. */
function alarmsFor(deps: Alarmed, failed: Action): ActionDraft[] {
  const { ledger, clock, rules, groups, localTime, channels, log } = deps
  // the cause of an alarm is an action; one that fails raises no other
  if (!channels || failed.severity === null || ledger.action(failed.cause)) return []
  try {
    const found = caseOf(ledger, failed)
    const profile = groups.profile(failed.target.group)
    const { ruleSet, compiled } = rules()
    const params = profile && compiled.get(profile.pack)?.pack.params
    if (!found || !profile || !params) return []
    const now = clock.now()
    const leaves = leavesAt(wallClock(now, localTime(now, profile.timezone).minutes), params, failed.severity)
    const context = { now, messages: ruleSet.messages, channels }
    return failureAlarm(failed, ledger.actionsOf(failed.cause), found.code, leaves, context)
  } catch (error) {
    log.error({ action: failed.id, error: error instanceof Error ? error.message : '' }, 'an alarm could not be raised')
    return []
  }
}

/** The open case that an action belongs to, whether a decision owes it or a step of the chain. */
function caseOf(ledger: Ledger, { cause, target }: Action): Case | null {
  const decided = ledger.decision(cause)?.case?.id
  const open = ledger.openCases({ group: target.group })
  return (
    open.find(({ id, decisionId }) => id === decided || decisionId === cause) ??
    open.find(({ id }) => ledger.caseMoves(id).some(move => move.id === cause)) ??
    null
  )
}
