import pc from 'picocolors'
import type { FileFacts, Probe } from '../../src/cli/doctor/probe.js'
import type { Terminal } from '../../src/cli/terminal.js'
import type { Tools } from '../../src/cli/tools.js'
import type { DecisionLine, DecisionRecord } from '../../src/ledger/index.js'
import type { Action } from '../../src/model/action.js'
import type { RuleSet } from '../../src/model/rule.js'
import type { School } from '../../src/model/school.js'
import { DAY, MINUTE, SECOND } from '../../src/model/time.js'

/** 2026-11-04 15:00:07 in Shanghai, a Wednesday */
export const NOW = Date.UTC(2026, 10, 4, 7, 0, 7)
export const ZONE = 'Asia/Shanghai'

export interface Screen extends Terminal {
  readonly lines: string[]
  readonly errors: string[]
}

/** A terminal that keeps what was written. */
export function screen(color = false): Screen {
  const lines: string[] = []
  const errors: string[] = []
  return {
    lines,
    errors,
    out: text => void lines.push(...text.split('\n')),
    err: text => void errors.push(...text.split('\n')),
    colors: pc.createColors(color),
    columns: 100,
    interactive: false,
  }
}

export interface Bench {
  tools: Tools
  screen: Screen
  /** highest exit code set */
  code(): number
}

/** Tools that do nothing but what a test gives them; anything else is refused. */
export function bench(given: Partial<Tools> = {}): Bench {
  const terminal = screen()
  let code = 0
  const refuse = (name: string) => () => {
    throw new Error(`${name} was not expected`)
  }
  const tools: Tools = {
    terminal,
    env: {},
    probe: probe(),
    now: () => NOW,
    exit: next => {
      code = Math.max(code, next)
    },
    repeat: refuse('repeat'),
    qrText: refuse('qrText'),
    school: refuse('school'),
    loadSchool: refuse('loadSchool'),
    loadRules: refuse('loadRules'),
    writeSchemas: refuse('writeSchemas'),
    readLedger: refuse('readLedger'),
    wait: refuse('wait'),
    openBeside: refuse('openBeside'),
    judge: refuse('judge'),
    testChannels: refuse('testChannels'),
    testOpinion: refuse('testOpinion'),
    replay: refuse('replay'),
    demo: refuse('demo'),
    run: refuse('run'),
    ...given,
  }
  return { tools, screen: terminal, code: () => code }
}

export const FOLDER: FileFacts = { kind: 'folder', mode: 0o700, mine: true }
export const SECRET: FileFacts = { kind: 'file', mode: 0o600, mine: true }

/** A healthy machine; `files` by path. */
export function probe(given: Partial<Probe> = {}, files: Readonly<Record<string, FileFacts>> = {}): Probe {
  return {
    node: '20.11.1',
    zone: () => ({ name: ZONE, offset: 480, tz: null }),
    sqlite: async () => '3.50.0',
    file: async path => files[path] ?? (path === '/' ? FOLDER : null),
    freeBytes: async () => 50 * 1024 ** 3,
    tryWriting: async () => null,
    reach: async () => ({ ok: true, address: '192.0.2.7', took: 21 }),
    ...given,
  }
}

export function school(given: Partial<School> = {}): School {
  return {
    school: '柳溪小学',
    timezone: ZONE,
    bot: { id: 'bz1', puppet: 'wechaty-puppet-wechat4u', puppetToken: null },
    dataDir: '/srv/data',
    rulesDir: '/srv/rules',
    groups: [
      {
        id: 'c3-2',
        topic: '三年级2班家长群',
        pack: 'common',
        grade: 3,
        members: [],
        students: [],
        scamNoticeAuthorised: false,
        mode: 'shadow',
      },
    ],
    people: [{ name: '德育处赵主任', role: 'supervisor', groups: null, channels: [] }],
    smtp: null,
    pacing: { perMinute: 6, perDay: 120, jitter: 3 * SECOND },
    retention: { inbox: 10 * MINUTE, flagged: 30 * DAY, escalated: 180 * DAY },
    signals: [],
    calendar: { workdays: [], restDays: [] },
    ...given,
  }
}

/** A rule set with empty packs of these names. */
export function ruleSet(...packs: string[]): RuleSet {
  return {
    hash: 'abcdef0123456789',
    packs: new Map(packs.map(name => [name, { name, title: name, rules: [], params: {} as never }])),
    lexicons: new Map(),
    messages: new Map(),
    sources: new Map(),
  }
}

export function action(given: Partial<Action> = {}): Action {
  return {
    id: 'bz1-a7',
    cause: 'bz1-d12',
    part: 0,
    kind: 'remind',
    target: { person: 'bz1-p3', group: 'c3-2' },
    recipient: null,
    text: '您好，群里请不要发推销信息。',
    topic: 'commerce',
    category: 'commerce',
    severity: null,
    notBefore: NOW,
    expiresAt: NOW + MINUTE,
    decidedAt: NOW,
    state: 'done',
    attempts: 1,
    sentAs: 'm1',
    settledAt: NOW + 2 * SECOND,
    error: null,
    ...given,
  }
}

export function decisionLine(given: Partial<DecisionLine> = {}): DecisionLine {
  return {
    seq: 12,
    id: 'bz1-d12',
    eventId: 'e12',
    group: 'c3-2',
    at: NOW,
    member: 'bz1-p3',
    role: 'parent',
    kind: 'text',
    rule: 'commerce.solicit',
    category: 'commerce',
    topic: 'commerce',
    respond: 'remind',
    severity: null,
    to: null,
    supersedes: null,
    caseId: null,
    excerpt: '自家橙子，要的私我',
    actions: [action()],
    ...given,
  }
}

export function decisionRecord(
  decision: Partial<DecisionRecord['decision']> = {},
  given: Partial<Omit<DecisionRecord, 'decision'>> = {},
): DecisionRecord {
  return {
    seq: 12,
    decision: {
      id: 'bz1-d12',
      eventId: 'e12',
      group: 'c3-2',
      at: NOW,
      rule: 'commerce.solicit',
      category: 'commerce',
      topic: 'commerce',
      respond: 'remind',
      severity: null,
      to: null,
      steps: [],
      trace: [],
      actions: [],
      opens: null,
      supersedes: null,
      ruleSet: 'f00d',
      ...decision,
    },
    committedAt: NOW,
    hash: 'beef',
    supersededBy: null,
    event: {
      seq: 12,
      id: 'e12',
      group: 'c3-2',
      at: NOW,
      member: 'bz1-p3',
      role: 'parent',
      kind: 'text',
      digest: 'd',
      length: 9,
      late: false,
      recordedAt: NOW,
      meta: {},
    },
    actions: [],
    case: null,
    remembered: null,
    excerpt: '自家橙子，要的私我',
    ...given,
  }
}
