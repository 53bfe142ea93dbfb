import { type Advance, advance, type CaseContext, type Digit, type Moved, type Trigger } from '../../src/cases/index.js'
import type { ActionDraft } from '../../src/model/action.js'
import type { Case } from '../../src/model/case.js'
import type { Person, Recipient } from '../../src/model/member.js'
import { DAY, type Instant, MINUTE } from '../../src/model/time.js'
import { at, MESSAGES, MIDNIGHT, PARAMS, place, STAFF } from '../policy/world.js'

export { at, STAFF }

export function aCase(more: Partial<Case> = {}): Case {
  return {
    id: 'c1',
    code: 'A7',
    kind: 'escalation',
    severity: 'P1',
    category: 'fee_collection',
    key: 'P1:fee_collection:m1',
    owner: 'head_teacher',
    about: 'm1',
    deadline: at('12:30'),
    summary: '集资',
    group: 'g1',
    decisionId: 'd1',
    openedAt: at('12:00'),
    state: 'open',
    step: 0,
    closedAt: null,
    closedBy: null,
    ...more,
  }
}

export function contextAt(now: Instant, more: Partial<CaseContext> = {}): CaseContext {
  return {
    now,
    minutes: Math.floor(((now - MIDNIGHT) % DAY) / MINUTE),
    time: '12:00',
    params: PARAMS,
    shadow: false,
    messages: MESSAGES,
    people: role => STAFF[role],
    told: [STAFF.head_teacher],
    heard: new Map(),
    pending: [],
    about: { id: 'm1', who: '李*妈妈', role: 'parent', reachable: true, reminderFree: true },
    publicLineFree: true,
    readyText: '您好',
    groupText: '【群小助手】请大家留意',
    excerpt: '每家[价格]，[姓名]统一收',
    last: null,
    lastLine: null,
    ...more,
  }
}

export const reply = (digit: Digit, role: Recipient = 'head_teacher'): Trigger => ({
  kind: 'reply',
  digit,
  by: STAFF[role],
  channel: 'wechat',
})

export function moved(result: Advance): Moved {
  if ('refused' in result) throw new Error(`refused: ${result.refused}`)
  return result
}

/** `chain.repeat→p-head`: key of the text and who gets it. */
export function lines(actions: readonly ActionDraft[]): string[] {
  return actions.map(action => `${action.text.split('|')[0]}→${place(action)}`)
}

/** A case that lives on: the ledger's part of the work, in memory. */
export class Chain {
  found: Case
  readonly log: string[] = []
  told: Person[]
  private readonly more: Partial<CaseContext>

  constructor(found: Case, told: readonly Recipient[], more: Partial<CaseContext> = {}) {
    this.found = found
    this.told = told.map(role => STAFF[role])
    this.more = more
  }

  /** Lets the clock run: every deadline is taken when it comes. */
  until(end: Instant): this {
    for (let round = 0; this.living() && this.found.deadline <= end; round++) {
      if (round > 100) throw new Error('the chain does not come to rest')
      this.take({ kind: 'deadline' }, this.found.deadline)
    }
    return this
  }

  take(trigger: Trigger, now: Instant): Advance {
    const result = advance(this.found, trigger, contextAt(now, { ...this.more, told: this.told }))
    if ('refused' in result) return result
    this.found = { ...this.found, ...result.to }
    for (const action of result.actions) {
      this.log.push(`${clock(now)} ${result.record.what}: ${lines([action])[0]} ${clock(action.notBefore)}`)
      const person = Object.values(STAFF).find(one => one.id === place(action))
      if (action.kind === 'alert' && person && !this.told.includes(person)) this.told.push(person)
    }
    if (result.actions.length === 0) this.log.push(`${clock(now)} ${result.record.what}`)
    return result
  }

  private living(): boolean {
    return this.found.state !== 'closed' && this.found.state !== 'ignored'
  }
}

/** `12:03`, `1 07:00` on the next day */
export function clock(instant: Instant): string {
  const day = Math.floor((instant - MIDNIGHT) / DAY)
  const minutes = Math.floor(((instant - MIDNIGHT) % DAY) / MINUTE)
  const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  return day === 0 ? time : `${day} ${time}`
}
