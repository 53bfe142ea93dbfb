import { evaluate, makeFacts, remember } from '../engine/index.js'
import type { EventRecord } from '../ledger/index.js'
import type { Decision } from '../model/decision.js'
import { BanzhangError } from '../model/errors.js'
import type { GroupEvent, PrivateMessage } from '../model/event.js'
import type { Remembered } from '../model/history.js'
import type { GroupProfile, Member } from '../model/member.js'
import type { Facts } from '../model/signal.js'
import { type Instant, MINUTE } from '../model/time.js'
import type { Verdict } from '../model/verdict.js'
import { decide } from '../policy/index.js'
import { excerpt, mask, maskName } from '../text/index.js'
import { afterWork } from './after-work.js'
import { moveDueCases, recalled } from './cases.js'
import { pausedKey } from './commands/pause.js'
import { objects } from './consent.js'
import type { Deps, Outcome, Timed } from './deps.js'
import { exceptionsOf } from './exceptions.js'
import { portraitConsent } from './portrait.js'
import { handlePrivate } from './private.js'
import { asks, trackQuestions } from './questions/track.js'
import { together } from './together.js'
import { memberOf, namesOf } from './who.js'

const EXCERPT_LENGTH = 60
/** reason of the gap that a lost event leaves */
export const LOST = '没来得及判断，原文已按规定删除'
/** What is heard later than this is logged, never punished: nobody can take it back any more. */
const LATE_AFTER = 10 * MINUTE

/**
 * The one path from a group event to a decision on disk. Synchronous but for what the outbox does later, so the events
 * of a group are handled in the order in which they come.
 */
export class Moderator {
  private readonly deps: Deps
  private readonly jobs: Timed | null

  constructor(deps: Deps, jobs: Timed | null = null) {
    this.deps = deps
    this.jobs = jobs
  }

  /** Judges an event and writes what is owed because of it. Null for an event that was known already. */
  event(heard: GroupEvent): Outcome | null {
    const { facts, profile } = this.look(heard)
    try {
      return together(this.deps, deps => this.take(deps, facts, profile))
    } catch (error) {
      // what could not be decided has been heard all the same: `resume` comes back to it
      this.record(facts, this.keepsText(facts) ? JSON.stringify(facts.event) : null)
      throw error
    }
  }

  /** The same for several at once, in order, in one write: all of them, or it throws and nothing was written. */
  events(heard: readonly GroupEvent[]): void {
    together(this.deps, deps => {
      for (const event of heard) {
        const { facts, profile } = this.look(event)
        this.take(deps, facts, profile)
      }
    })
  }

  privateMessage(message: PrivateMessage): void {
    together(this.deps, deps => handlePrivate(deps, message))
  }

  /**
   * Finishes what a crash interrupted between hearing and deciding. Call once, before anything else is heard. What
   * cannot be decided is left for the next start; once its text is gone it is lost, which is a gap.
   */
  resume(): number {
    const { ledger, log } = this.deps
    let resumed = 0
    for (const record of ledger.undecidedEvents()) {
      try {
        const text = ledger.inboxText(record.id, this.deps.clock.now(), 'resume')
        if (text === null) this.lose(record)
        else if (this.finish(JSON.parse(text) as GroupEvent)) resumed++
      } catch (error) {
        log.error({ event: record.id, error: messageOf(error) }, 'an event could not be decided on this start')
      }
    }
    return resumed
  }

  /** False for a group that has left the school file. */
  private finish(event: GroupEvent): boolean {
    const profile = this.deps.groups.profile(event.group)
    if (!profile) return false
    const facts = this.factsOf(event, profile)
    together(this.deps, deps => this.settle(deps, facts, profile))
    return true
  }

  private lose(record: EventRecord): void {
    const { ledger, log } = this.deps
    ledger.batch(() => {
      ledger.loseEvent(record.id)
      ledger.addGap(record.at, record.at, LOST)
    })
    log.warn({ event: record.id, group: record.group }, 'an event was lost: its text expired before it was decided')
  }

  /** Runs the jobs that are due, moves every case whose deadline has come and forgets what is past its time. */
  tick(): void {
    this.jobs?.tick()
    moveDueCases(this.deps)
    this.deps.ledger.purgeInbox(this.deps.clock.now())
    this.deps.wake()
  }

  /** When something will have to happen on its own; null when nothing waits. */
  nextDeadline(): Instant | null {
    const next = [this.deps.ledger.nextDeadline(), this.jobs?.nextDue() ?? null].filter(at => at !== null)
    return next.length === 0 ? null : Math.min(...next)
  }

  private look(heard: GroupEvent): { facts: Facts; profile: GroupProfile } {
    const event = this.deps.clock.now() - heard.at > LATE_AFTER ? { ...heard, late: true } : heard
    const profile = this.deps.groups.profile(event.group)
    if (!profile) throw new BanzhangError('BZ304', `群 ${event.group} 尚未在学校文件中登记`)
    return { facts: this.factsOf(event, profile), profile }
  }

  /** One commit for what was heard and what was decided; the text need not wait in the inbox. */
  private take(deps: Deps, facts: Facts, profile: GroupProfile): Outcome | null {
    return this.record(facts, null) === 'new' ? this.settle(deps, facts, profile) : null
  }

  private record(facts: Facts, textForInbox: string | null): 'new' | 'duplicate' {
    const { event, member, digest, text } = facts
    return this.deps.ledger.recordEvent({
      event,
      member: event.from?.id ?? null,
      role: member.role,
      digest: this.keepsText(facts) ? digest : '',
      length: text.key.length,
      textForInbox,
      recordedAt: this.deps.clock.now(),
    })
  }

  /** Of somebody who objected nothing is kept that goes back to their words, digests included. */
  private keepsText({ event, group }: Facts): boolean {
    return event.from === null || !objects(this.deps.ledger, group.id, event.from.id)
  }

  /** The decision on an event, and what the event itself brings about. */
  private settle(deps: Deps, facts: Facts, profile: GroupProfile): Outcome {
    const outcome = this.judge(deps, facts, profile, null)
    trackQuestions(deps, facts, outcome)
    afterWork(deps, facts, outcome, pausedUntil(deps.ledger.meta(pausedKey(profile.id))))
    portraitConsent(deps, facts)
    if (facts.event.body.kind === 'recall') recalled(deps, facts.event)
    deps.ledger.finishInbox(facts.event.id)
    return outcome
  }

  private factsOf(event: GroupEvent, group: GroupProfile): Facts {
    const pack = this.packOf(group)
    return makeFacts({
      event,
      group,
      member: this.memberOf(event, group),
      history: this.deps.ledger.history(group.id, event.id),
      params: pack.pack.params,
      local: () => this.deps.localTime(event.at, group.timezone),
      digest: this.deps.digest,
    })
  }

  private memberOf(event: GroupEvent, group: GroupProfile): Member {
    const member = memberOf(group, event)
    const exceptions = exceptionsOf(this.deps.ledger, group.id, member.id)
    return exceptions.length === 0 ? member : { ...member, exempt: [...member.exempt, ...exceptions] }
  }

  private packOf(group: GroupProfile) {
    const compiled = this.deps.rules().compiled.get(group.pack)
    if (!compiled) throw new BanzhangError('BZ113', `群「${group.id}」使用的规则包 ${group.pack} 不存在`)
    return compiled
  }

  private judge(deps: Deps, facts: Facts, profile: GroupProfile, earlier: Decision | null): Outcome {
    const { ledger, clock } = deps
    const { ruleSet } = deps.rules()
    const mode = deps.groups.mode(profile.id)
    const verdict: Verdict = evaluate(this.packOf(profile), facts)
    const draft = decide({
      verdict,
      facts,
      deeds: ledger.deeds(profile.id),
      now: clock.now(),
      people: role => profile.people.find(person => person.role === role) ?? null,
      reachable: deps.reachable,
      ...(deps.channels ? { channels: deps.channels } : {}),
      openCase: key => ledger.openCaseByKey(profile.id, key),
      nextCode: () => ledger.nextCode(),
      messages: ruleSet.messages,
      mode,
      ruleSet: ruleSet.hash,
      earlier,
      pausedUntil: pausedUntil(ledger.meta(pausedKey(profile.id))),
      who: id => maskName(nameOf(profile, facts, id)),
    })
    const masked = this.masked(facts, profile)
    const mayKeep = this.keepsText(facts)
    const keep = mayKeep && ((draft.respond !== 'allow' && draft.respond !== 'collect') || asks(facts, draft))
    const remembered = remember(facts, draft)
    const committed = ledger.commitDecision({
      draft,
      remembered: mayKeep ? remembered : wordless(remembered),
      excerpt: keep ? excerpt(masked, EXCERPT_LENGTH) : null,
      now: clock.now(),
      withhold: mode === 'shadow',
    })
    if (committed.actions.length > 0) deps.wake()
    const outcome: Outcome = {
      event: facts.event,
      who: maskName(facts.member.name),
      text: masked,
      decision: committed.decision,
      actions: committed.actions,
      openedCase: committed.openedCase,
    }
    deps.judged?.(outcome)
    return outcome
  }

  private masked(facts: Facts, profile: GroupProfile): string {
    const parts = [facts.text.original, facts.attached.original].filter(part => part !== '')
    return mask(parts.join(' '), namesOf(profile))
  }
}

function nameOf(profile: GroupProfile, facts: Facts, id: string): string {
  if (facts.member.id === id) return facts.member.name
  return profile.members.find(member => member.id === id)?.name ?? ''
}

function wordless({ text, ...remembered }: Remembered): Remembered {
  return { ...remembered, digest: '' }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function pausedUntil(meta: string | null): Instant | null {
  return meta === null ? null : Number(meta)
}
