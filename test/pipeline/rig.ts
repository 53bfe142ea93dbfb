import { createHmac } from 'node:crypto'
import { compileRuleSet } from '../../src/engine/index.js'
import { type Ledger, openLedger } from '../../src/ledger/index.js'
import type { GroupEvent, MessageBody } from '../../src/model/event.js'
import type { GroupProfile, Member, Person } from '../../src/model/member.js'
import { MESSAGE_KEYS } from '../../src/model/message.js'
import type { Rule } from '../../src/model/rule.js'
import { ManualClock } from '../../src/model/time.js'
import type { CaseStep, Deps, Outcome } from '../../src/pipeline/deps.js'
import { Moderator } from '../../src/pipeline/moderator.js'
import { registry } from '../../src/signals/index.js'
import { localTime } from '../../src/text/index.js'
import { outcome, packOf, ruleOf, ruleSetOf, when } from '../engine/support.js'
import { PARTS } from '../policy/world.js'
import { NOW } from '../signals/support.js'

export const KEY = Buffer.alloc(32, 3)
export const GROUP = 'c3-2'

/** 团购 is a word in private, 群收款 goes to the head teacher, 红包来啦 depends on who it is, 身份证号 is asked to be recalled. */
const RULES: Rule[] = [
  ruleOf({
    id: 'fee',
    category: 'fee_collection',
    topic: 'fee',
    when: when({ words: ['fee'] }),
    then: [outcome({ respond: 'escalate', severity: 'P1', to: 'head_teacher' })],
  }),
  ruleOf({
    id: 'fraud',
    category: 'scam_impersonation',
    topic: 'fraud',
    tier: 'safety',
    when: when({ words: ['fraud'] }),
    then: [outcome({ respond: 'escalate', severity: 'P0', to: 'head_teacher' })],
  }),
  ruleOf({
    id: 'danger',
    category: 'emergency',
    topic: 'danger',
    tier: 'safety',
    when: when({ words: ['danger'] }),
    then: [outcome({ respond: 'escalate', severity: 'P0', to: 'head_teacher' })],
  }),
  ruleOf({
    id: 'advert',
    category: 'commerce',
    topic: 'advert',
    when: when({ words: ['advert'] }),
    then: [outcome({ message: 'private.advert' })],
  }),
  ruleOf({
    id: 'gift',
    category: 'red_packet',
    topic: 'gift',
    when: when({ words: ['gift'] }),
    then: [
      outcome({ roles: ['outsider'], respond: 'escalate', severity: 'P2', to: 'head_teacher' }),
      outcome({ roles: ['teacher'], message: 'teacher.gift' }),
      outcome({ message: 'private.gift' }),
    ],
  }),
  ruleOf({
    id: 'phone',
    category: 'privacy_leak',
    topic: 'phone',
    when: when({ words: ['number'] }),
    then: [outcome({ respond: 'ask_recall', message: 'private.phone' })],
  }),
]

const LEXICONS = {
  fee: ['群收款'],
  fraud: ['验证码发我'],
  danger: ['摔断了腿'],
  advert: ['团购'],
  gift: ['红包来啦'],
  number: ['身份证号'],
}

/** Every text of the program, made of its key and its parameters. */
const MESSAGES = new Map<string, string>([
  ...Object.entries(MESSAGE_KEYS).map(([key, params]): [string, string] => [
    key,
    [key, ...params.map(name => `{${name}}`)].join(' '),
  ]),
  ...PARTS,
  ['private.advert', '班级群里先不发团购啦。'],
  ['private.phone', '麻烦撤回一下。'],
  ['private.gift', '红包可以先不发啦。'],
  ['teacher.gift', '老师，红包学校不收。'],
  ['group.gentle', '请大家留意群规。'],
])

export interface Rig {
  ledger: Ledger
  moderator: Moderator
  deps: Deps
  clock: ManualClock
  parent: Member
  teacher: Person
  outcomes: Outcome[]
  steps: CaseStep[]
  /** how often the outbox was woken */
  woken(): number
}

export interface RigOptions {
  file?: string
  mode?: 'live' | 'shadow'
  /** what is put before the real ledger */
  wrap?: (ledger: Ledger) => Ledger
  judged?: (outcome: Outcome) => void
  wake?: () => void
}

/** One class with a head teacher and a parent, everybody reachable, on Wednesday afternoon. */
export function rig(options: RigOptions = {}): Rig {
  const real = openLedger({ file: options.file ?? ':memory:', botId: 'bz1', key: KEY })
  const ledger = options.wrap?.(real) ?? real
  const ruleSet = { ...ruleSetOf([{ ...packOf(...RULES), name: 'common' }], LEXICONS), messages: MESSAGES }
  ledger.saveRuleSet(ruleSet.hash, ruleSet.sources, NOW)
  const compiled = compileRuleSet(ruleSet, registry)
  const member = (name: string, role: Member['role']): Member => {
    return { id: ledger.personId(GROUP, name, name, role), name, role, students: [], exempt: [] }
  }
  const head = member('班主任王老师', 'head_teacher')
  const parent = member('程小满妈妈', 'parent')
  const teacher: Person = { id: head.id, name: head.name, role: 'head_teacher' }
  const profile: GroupProfile = {
    id: GROUP,
    name: '三年级2班家长群',
    pack: 'common',
    grade: 3,
    timezone: 'Asia/Shanghai',
    members: [head, parent],
    people: [teacher],
    students: ['程小满'],
    scamNoticeAuthorised: false,
  }
  const clock = new ManualClock(NOW)
  const outcomes: Outcome[] = []
  const steps: CaseStep[] = []
  let woken = 0
  const deps: Deps = {
    ledger,
    clock,
    rules: () => ({ ruleSet, compiled }),
    groups: {
      profile: group => (group === GROUP ? profile : null),
      mode: () => options.mode ?? 'live',
      rolesOf: person => (person === teacher.id ? ['head_teacher'] : []),
      selves: person => [person],
      all: () => [profile],
    },
    reachable: () => true,
    localTime: (at, timezone) => localTime(at, timezone, { workdays: [], restDays: [] }),
    digest: key => createHmac('sha256', KEY).update(key).digest('base64url').slice(0, 22),
    wake: () => {
      woken++
      options.wake?.()
    },
    log: { info: () => {}, warn: () => {}, error: () => {} },
    judged: it => {
      outcomes.push(it)
      options.judged?.(it)
    },
    caseMoved: step => steps.push(step),
  }
  return { ledger, moderator: new Moderator(deps), deps, clock, parent, teacher, outcomes, steps, woken: () => woken }
}

export function said(id: string, from: Member, text: string, more: Partial<MessageBody> = {}, at = NOW): GroupEvent {
  return {
    id,
    group: GROUP,
    at,
    from: { id: from.id, name: from.name },
    body: { kind: 'message', message: { kind: 'text', text, ...more } },
  }
}
