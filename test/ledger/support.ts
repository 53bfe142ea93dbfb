import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Ledger, openLedger } from '../../src/ledger/index.js'
import type { ActionDraft } from '../../src/model/action.js'
import type { CaseOpening } from '../../src/model/case.js'
import type { DecisionDraft } from '../../src/model/decision.js'
import type { GroupEvent, MessageBody } from '../../src/model/event.js'
import type { Remembered } from '../../src/model/history.js'
import { MINUTE } from '../../src/model/time.js'

export const KEY = Buffer.alloc(32, 7)
export const T0 = Date.UTC(2026, 10, 4, 7, 0)
export const GROUP = 'c3-2'
export const RULES = 'hash-1'

/** A ledger in memory with one rule set and one parent. */
export function memoryLedger(): { ledger: Ledger; parent: string } {
  return furnish(openLedger({ file: ':memory:', botId: 'bz1', key: KEY }))
}

export function furnish(ledger: Ledger): { ledger: Ledger; parent: string } {
  ledger.saveRuleSet(RULES, new Map([['packs/common/pack.yaml', 'pack: common\n']]), T0)
  return { ledger, parent: ledger.personId(GROUP, 'wx-1', '程小满妈妈', 'parent') }
}

/** Runs with a folder of its own and removes it afterwards. */
export function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-'))
  try {
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export function open(folder: string, readonly = false): Ledger {
  return openLedger({ file: join(folder, 'ledger.db'), botId: 'bz1', key: KEY, readonly })
}

export function message(id: string, from: string | null, text = '您好', more: Partial<MessageBody> = {}): GroupEvent {
  return {
    id,
    group: GROUP,
    at: T0,
    from: from === null ? null : { id: from, name: '程小满妈妈' },
    body: { kind: 'message', message: { kind: 'text', text, ...more } },
  }
}

export function record(
  ledger: Ledger,
  id: string,
  member: string | null,
  options: { at?: number; text?: string | null; group?: string } = {},
): 'new' | 'duplicate' {
  const { at = T0, text = null, group = GROUP } = options
  return ledger.recordEvent({
    event: { ...message(id, member), at, group },
    member,
    role: 'parent',
    digest: `digest-${id}`,
    length: 2,
    textForInbox: text,
    recordedAt: at,
  })
}

export function draft(eventId: string, more: Partial<DecisionDraft> = {}): DecisionDraft {
  return {
    eventId,
    group: GROUP,
    at: T0,
    rule: 'commerce.solicit',
    category: 'commerce',
    topic: 'commerce',
    respond: 'remind',
    severity: null,
    to: null,
    steps: [{ step: 'cooldown', changed: false, because: '六小时内没有提醒过同类内容' }],
    trace: [
      { rule: 'privacy.mobile', tier: 'privacy', result: 'missed', because: '没有手机号' },
      { rule: 'commerce.solicit', tier: 'conduct', result: 'fired', because: '有价格，也有联系方式' },
      { rule: 'privacy.id', tier: 'privacy', result: 'missed', because: '没有手机号' },
    ],
    actions: [],
    opens: null,
    supersedes: null,
    ruleSet: RULES,
    ...more,
  }
}

export function remembered(eventId: string, more: Partial<Remembered> = {}): Remembered {
  return {
    eventId,
    at: T0,
    member: null,
    role: 'parent',
    kind: 'text',
    digest: '',
    length: 2,
    rule: null,
    category: null,
    topic: null,
    respond: 'allow',
    severity: null,
    question: false,
    notice: null,
    ...more,
  }
}

export function toPerson(person: string, more: Partial<ActionDraft> = {}): ActionDraft {
  return {
    kind: 'remind',
    target: { person, group: GROUP },
    recipient: null,
    text: '刚才那条可能不太适合班级群。',
    topic: 'commerce',
    category: 'commerce',
    severity: null,
    notBefore: T0,
    expiresAt: T0 + 30 * MINUTE,
    ...more,
  }
}

export function opening(key: string, more: Partial<CaseOpening> = {}): CaseOpening {
  return {
    kind: 'escalation',
    severity: 'P2',
    category: 'fee_collection',
    key,
    owner: 'head_teacher',
    about: null,
    deadline: T0 + 60 * MINUTE,
    summary: '有人在群里收费',
    ...more,
  }
}

/** Records an event and decides it. */
export function decide(
  ledger: Ledger,
  eventId: string,
  more: {
    draft?: Partial<DecisionDraft>
    remembered?: Partial<Remembered>
    excerpt?: string | null
    now?: number
    member?: string | null
  } = {},
) {
  const at = more.draft?.at ?? T0
  const member = more.member ?? null
  const group = more.draft?.group ?? GROUP
  record(ledger, eventId, member, { at, group })
  const decision = draft(eventId, more.draft)
  return ledger.commitDecision({
    draft: decision,
    remembered: remembered(eventId, {
      at,
      member,
      respond: decision.respond,
      topic: decision.topic,
      category: decision.category,
      severity: decision.severity,
      ...more.remembered,
    }),
    excerpt: more.excerpt ?? null,
    now: more.now ?? at,
  })
}
