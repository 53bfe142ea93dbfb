import { MemoryHistory } from '../../src/engine/memory-history.js'
import type { EventBody, GroupEvent, MessageBody } from '../../src/model/event.js'
import type { Remembered } from '../../src/model/history.js'
import type { GroupProfile, Member, Role } from '../../src/model/member.js'
import type { PolicyParams } from '../../src/model/rule.js'
import type { Evidence, Facts, SignalResources } from '../../src/model/signal.js'
import type { Entity, EntityKind } from '../../src/model/text.js'
import { HOUR, type LocalTime, MINUTE } from '../../src/model/time.js'
import { type AnySignal, registry, resourcesOf as resourcesOfMap, settled } from '../../src/signals/index.js'
import { normalise, standardReading } from '../../src/text/index.js'

export const PARAMS: PolicyParams = {
  quiet: { from: 22 * 60, to: 7 * 60 },
  workHours: { from: 7 * 60, to: 20 * 60 },
  dayHours: { from: 450, to: 21 * 60 },
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
    p2Bundle: 0,
    p2Expire: 24 * HOUR,
  },
}

/** 2026-11-04 15:00 in Shanghai, a Wednesday. */
export const NOW = Date.UTC(2026, 10, 4, 7, 0)

export const AFTERNOON: LocalTime = { date: '2026-11-04', minutes: 15 * 60, weekday: 3, workday: true, festival: null }

export function memberOf(role: Role, name = `${role}一`, students: string[] = []): Member {
  return { id: `id:${name}`, name, role, students, exempt: [] }
}

export const GROUP: GroupProfile = {
  id: 'g1',
  name: '三年级一班',
  pack: 'common',
  grade: 3,
  timezone: 'Asia/Shanghai',
  members: [
    memberOf('head_teacher', '班主任王老师'),
    memberOf('teacher', '英语何佳老师'),
    memberOf('parent', '钱多多妈妈'),
  ],
  people: [],
  students: ['钱多多', '冯小满'],
  rosterWritten: true,
  scamNoticeAuthorised: false,
}

export interface Said extends Partial<Omit<MessageBody, 'kind'>> {
  kind?: MessageBody['kind']
  body?: EventBody
  role?: Role
  member?: Member
  entities?: readonly (readonly [EntityKind, string, ('text' | 'attached')?])[]
  history?: MemoryHistory
  at?: number
  local?: Partial<LocalTime>
  facts?: Partial<Facts>
}

/** Facts as given, with nothing looked up: what the text room finds is said here. */
export function factsOf(said: Said | string = ''): Facts {
  const { kind, body, role, member, entities, history, at, local, facts, ...message } =
    typeof said === 'string' ? ({ text: said } as Said) : said
  const sender = member ?? memberOf(role ?? 'parent', '钱多多妈妈', role && role !== 'parent' ? [] : ['钱多多'])
  const event: GroupEvent = {
    id: 'e1',
    group: GROUP.id,
    at: at ?? NOW,
    from: { id: sender.id, name: sender.name },
    body: body ?? { kind: 'message', message: { text: '', ...message, kind: kind ?? 'text' } },
  }
  const text = normalise(event.body.kind === 'message' ? event.body.message.text : '')
  return {
    event,
    group: GROUP,
    member: sender,
    local: { ...AFTERNOON, ...local },
    params: PARAMS,
    history: history ?? new MemoryHistory(),
    text,
    standard: standardReading(text),
    digest: text.key,
    attached: normalise([message.title, message.filename, message.ocr].filter(Boolean).join('\n')),
    entities: (entities ?? []).map(([of, value, where = 'text']) => ({ ...entity(of, value), where })),
    notice: null,
    ownNotice: null,
    question: false,
    ...facts,
  }
}

function entity(kind: EntityKind, value: string): Entity {
  return { kind, value, span: { start: 0, end: value.length } }
}

/** A remembered message, with what matters given. */
export function remembered(given: Partial<Remembered> = {}): Remembered {
  return {
    eventId: 'earlier',
    at: NOW - MINUTE,
    member: 'id:钱多多妈妈',
    role: 'parent',
    kind: 'text',
    digest: '',
    length: 0,
    rule: null,
    category: null,
    topic: null,
    respond: 'allow',
    severity: null,
    question: false,
    notice: null,
    ...given,
  }
}

export function historyOf(...events: Partial<Remembered>[]): MemoryHistory {
  const history = new MemoryHistory()
  for (const event of events) history.add(remembered(event))
  return history
}

export function resourcesOf(lexicons: Record<string, string[]> = {}): SignalResources {
  return resourcesOfMap(new Map(Object.entries(lexicons)))
}

/** One signal with its options as written in YAML. */
export function ask(
  name: string,
  written: unknown,
  facts: Facts,
  lexicons: Record<string, string[]> = {},
): Evidence & { sentence: string } {
  const signal = registry.get(name) as AnySignal
  const options = signal.options.parse(written)
  const evidence = signal.detect(facts, options, signal.prepare(options, resourcesOf(lexicons)))
  return { ...settled(evidence), sentence: signal.explain(evidence, options) }
}
