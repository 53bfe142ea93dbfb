import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { ActionDraft, ActionKind } from '../../src/model/action.js'
import type { CaseOpening } from '../../src/model/case.js'
import type { Category } from '../../src/model/category.js'
import type { DecisionDraft } from '../../src/model/decision.js'
import type { EventBody, MessageKind } from '../../src/model/event.js'
import type { ActionQuery, Deeds, History, HistoryQuery, Remembered } from '../../src/model/history.js'
import type { Member, Person, Recipient, Role } from '../../src/model/member.js'
import { MESSAGE_KEYS } from '../../src/model/message.js'
import type { Outcome, PolicyParams, Rule, Tier } from '../../src/model/rule.js'
import type { Facts } from '../../src/model/signal.js'
import { DAY, HOUR, type Instant, MINUTE } from '../../src/model/time.js'
import { decide, type PolicyInput } from '../../src/policy/index.js'
import { normalise } from '../../src/text/index.js'

export const PARAMS: PolicyParams = {
  quiet: { from: 22 * 60, to: 7 * 60 },
  workHours: { from: 7 * 60, to: 20 * 60 },
  dayHours: { from: 7 * 60 + 30, to: 21 * 60 },
  publicLinesPerDay: 2,
  remindersPerPersonPerDay: 1,
  alertsPerDay: 5,
  collectiveCooldown: 6 * HOUR,
  duplicateWindow: 6 * HOUR,
  emergencyThread: 2 * HOUR,
  emergencyLull: HOUR,
  recallWindow: 2 * MINUTE,
  recallWindowFile: 3 * HOUR,
  committeePublishes: false,
  chain: {
    p0Repeat: 3 * MINUTE,
    p0Leader: 10 * MINUTE,
    p1Repeat: 30 * MINUTE,
    p1Deputy: HOUR,
    // each at once: a test that is about bundles says so
    p2Bundle: 0,
    p2Expire: DAY,
  },
}

/** 2026-09-09T00:00+08:00, a Wednesday */
export const MIDNIGHT: Instant = Date.UTC(2026, 8, 8, 16)

/** `15:00`, or `1 07:05` on the day after, as an instant on the school's clock. */
export function at(clock: string): Instant {
  const [, day = '0', hours, minutes] = /^(?:(\d+) )?(\d\d):(\d\d)$/.exec(clock) as unknown as string[]
  return MIDNIGHT + Number(day) * DAY + Number(hours) * HOUR + Number(minutes) * MINUTE
}

/** Parts of other texts are as the project has them: a test sees what stands in a parameter. */
export const PARTS: ReadonlyMap<string, string> = new Map(
  Object.entries(
    parse(readFileSync(new URL('../../rules/messages.zh-CN.yaml', import.meta.url), 'utf8')) as Record<string, string>,
  ).filter(([key]) => /^(?:choice|refused|word|window|gap)\./.test(key)),
)

/** Every text the program chooses, as `key|name=value|…`, so that tests see the parameters. */
export const MESSAGES: ReadonlyMap<string, string> = new Map([
  ...Object.entries(MESSAGE_KEYS).map(
    ([key, names]) => [key, [key, ...names.map(name => `${name}={${name}}`)].join('|')] as [string, string],
  ),
  ...PARTS,
  ['sender.word', '您好，{window}'],
  ['collective.ack', '【群小助手】无需逐条回复'],
  ['instead.quiet_hours', '【群小助手】早上好，夜里先休息'],
  ['group.gentle', '【群小助手】请大家留意'],
])

export const STAFF: Record<Recipient, Person> = {
  head_teacher: { id: 'p-head', name: '班主任高老师', role: 'head_teacher' },
  deputy: { id: 'p-deputy', name: '副班主任柏老师', role: 'deputy' },
  supervisor: { id: 'p-super', name: '德育处闻主任', role: 'supervisor' },
  leader: { id: 'p-leader', name: '校办程主任', role: 'leader' },
  counsellor: { id: 'p-couns', name: '心理老师穆老师', role: 'counsellor' },
  admin: { id: 'p-admin', name: '管理员', role: 'admin' },
}

export function member(id: string, role: Role = 'parent', more: Partial<Member> = {}): Member {
  return { id, name: `${id}的名片`, role, students: [], exempt: [], ...more }
}

export interface RuleSketch {
  category?: Category
  tier?: Tier
  topic?: string
  then?: Partial<Outcome>
  escalateAfter?: Rule['escalateAfter']
  burst?: Rule['burst']
}

export function rule(sketch: RuleSketch = {}): Rule {
  const category = sketch.category ?? 'commerce'
  return {
    id: `${category}.test`,
    title: `标题:${category}`,
    why: '',
    category,
    tier: sketch.tier ?? 'conduct',
    applies: { roles: null, kinds: null, grades: null },
    when: { op: 'all', of: [] },
    unless: [],
    then: [
      {
        roles: null,
        respond: 'remind',
        severity: null,
        to: null,
        message: 'sender.word',
        publicNotice: false,
        ...sketch.then,
      },
    ],
    topic: sketch.topic ?? category,
    escalateAfter: sketch.escalateAfter ?? null,
    burst: sketch.burst ?? null,
    examples: { hit: [], pass: [] },
    place: { file: 'test.yaml', line: 1, col: 1 },
  }
}

/** A rule that collects: `count` alike from `senders` people in ten minutes. */
export function flood(topic = 'ack', more: Partial<NonNullable<Rule['burst']>> = {}): Rule {
  return rule({
    category: 'ack_flood',
    tier: 'notice',
    topic,
    then: { respond: 'collect', message: null },
    burst: { count: 5, senders: 3, within: 10 * MINUTE, cooldown: 6 * HOUR, message: 'collective.ack', ...more },
  })
}

export function danger(category: Category = 'emergency', to: Recipient = 'head_teacher', notice = false): Rule {
  const then = { respond: 'escalate', severity: 'P0', to, message: null, publicNotice: notice } as const
  return rule({ category, tier: 'safety', then })
}

interface Deed extends ActionDraft {
  eventId: string
  decisionId: string
  decidedAt: Instant
}

export interface Said {
  rule: Rule | null
  by?: Member
  /** when it was posted, and judged unless `now` is given */
  at: Instant
  now?: Instant
  text?: string
  kind?: MessageKind
  body?: EventBody
  late?: boolean
  /** the id of an event that is judged again */
  id?: string
}

/** A class with a ledger in memory: enough to see what policy does over a day. */
export class World {
  readonly deeds: Deed[] = []
  readonly memory: Remembered[] = []
  readonly cases: (CaseOpening & { id: string; code: string })[] = []
  readonly decisions: DecisionDraft[] = []
  staff: Partial<Record<Recipient, Person>> = { ...STAFF }
  unreachable = new Set<string>()
  suspected = new Set<string>()
  befriends = true
  /** person id → names of channels */
  channels: Record<string, readonly string[]> = {}
  scamNotice = true
  members: readonly Member[] = []
  params = PARAMS
  mode: PolicyInput['mode'] = 'live'
  pausedUntil: Instant | null = null

  say(said: Said): DecisionDraft {
    const draft = decide(this.input(said))
    this.keep(draft, said)
    return draft
  }

  input(said: Said): PolicyInput {
    const by = said.by ?? member('m1')
    const eventId = said.id ?? `e${this.decisions.length + 1}`
    const body: EventBody = said.body ?? {
      kind: 'message',
      message: { kind: said.kind ?? 'text', text: said.text ?? '' },
    }
    const minutes = Math.floor(((((said.at - MIDNIGHT) % DAY) + DAY) % DAY) / MINUTE)
    const facts = {
      event: {
        id: eventId,
        group: 'g1',
        at: said.at,
        from: { id: by.id, name: by.name },
        body,
        ...(said.late ? { late: true } : {}),
      },
      text: normalise(said.text ?? ''),
      group: { id: 'g1', members: this.members, grade: 3, scamNoticeAuthorised: this.scamNotice },
      member: by,
      local: { date: '2026-09-09', minutes, weekday: 3, workday: true, festival: null },
      params: this.params,
      history: this.history(eventId),
    } as unknown as Facts
    const outcome = said.rule?.then[0] ?? null
    const earlier = this.decisions.find(draft => draft.eventId === said.id)
    return {
      verdict: {
        rule: said.rule,
        outcome,
        category: said.rule?.category ?? null,
        fired: said.rule ? [said.rule] : [],
        evidence: [],
        trace: () => [],
      },
      facts,
      deeds: this.ledger(eventId),
      now: said.now ?? said.at,
      people: role => this.staff[role] ?? null,
      channels: id => this.channels[id] ?? [],
      reachable: id => !this.unreachable.has(id),
      suspected: id => this.suspected.has(id),
      befriends: this.befriends,
      openCase: key => this.cases.find(found => found.key === key) ?? null,
      nextCode: () => `A${this.cases.length + 1}`,
      messages: MESSAGES,
      mode: this.mode,
      ruleSet: 'hash',
      earlier: earlier ? { ...earlier, id: 'd1' } : null,
      pausedUntil: this.pausedUntil,
      who: id => `${id.slice(0, 1)}*`,
    }
  }

  /** Nobody answers: cases stay open unless a test closes them. */
  close(key: string): void {
    const index = this.cases.findIndex(found => found.key === key)
    if (index >= 0) this.cases.splice(index, 1)
  }

  private keep(draft: DecisionDraft, said: Said): void {
    const by = said.by ?? member('m1')
    this.decisions.push(draft)
    for (const action of draft.actions) {
      this.deeds.push({
        ...action,
        eventId: draft.eventId,
        decisionId: `d${this.decisions.length}`,
        decidedAt: draft.at,
      })
    }
    const { opens } = draft
    if (opens && !this.cases.some(found => found.key === opens.key)) {
      const id = `c${this.cases.length + 1}`
      this.cases.push({ ...opens, id, code: `A${this.cases.length + 1}` })
    }
    this.memory.unshift({
      eventId: draft.eventId,
      at: said.at,
      member: by.id,
      role: by.role,
      kind: said.kind ?? 'text',
      digest: '',
      length: 0,
      rule: draft.rule,
      category: draft.category,
      topic: draft.topic,
      respond: draft.respond,
      severity: draft.severity,
      question: false,
      notice: null,
    })
  }

  history(except: string): History {
    const past = this.memory.filter(event => event.eventId !== except)
    const fits = (event: Remembered, query: HistoryQuery) =>
      event.at >= query.since &&
      (query.member === undefined || event.member === query.member) &&
      (query.topic === undefined || event.topic === query.topic) &&
      (query.category === undefined || event.category === query.category) &&
      (query.respond === undefined || query.respond.includes(event.respond)) &&
      (query.severity === undefined || event.severity === query.severity)
    return {
      recent: (query, limit = 200) => past.filter(event => fits(event, query)).slice(0, limit),
      count: query => {
        const found = past.filter(event => fits(event, query))
        return { events: found.length, members: new Set(found.map(event => event.member)).size }
      },
      notice: () => null,
    }
  }

  private ledger(except: string): Deeds {
    const past = this.deeds.filter(deed => deed.eventId !== except)
    const fits = (deed: Deed, query: ActionQuery) =>
      query.kinds.includes(deed.kind) &&
      deed.decidedAt >= query.since &&
      (query.to === undefined || place(deed) === query.to) &&
      (query.topic === undefined || deed.topic === query.topic) &&
      (query.severity === undefined || deed.severity === query.severity) &&
      (query.leaves === undefined || deed.notBefore === query.leaves)
    return {
      count: query => past.filter(deed => fits(deed, query)).length,
      last: query => {
        const found = past.filter(deed => fits(deed, query)).at(-1)
        return found ? { at: found.decidedAt, decisionId: found.decisionId } : null
      },
    }
  }
}

export function place(action: ActionDraft): string {
  return 'person' in action.target ? action.target.person : action.target.group
}

/** `alert→p-head`, one for each action. */
export function sent(draft: DecisionDraft, ...kinds: ActionKind[]): string[] {
  return draft.actions
    .filter(action => kinds.length === 0 || kinds.includes(action.kind))
    .map(action => `${action.kind}→${place(action)}`)
}

/** The sentences of one kind of step. */
export function because(draft: DecisionDraft, step: string): string[] {
  return draft.steps.filter(one => one.step === step).map(one => one.because)
}
