import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { type OutboxWorker, SimulatedEffects, type SimulatedSend } from '../../src/effects/index.js'
import { compileRuleSet } from '../../src/engine/index.js'
import { SchoolDirectory } from '../../src/gateways/directory.js'
import { Jobs } from '../../src/jobs/index.js'
import { type Ledger, openLedger } from '../../src/ledger/index.js'
import type { GroupEvent, MessageBody } from '../../src/model/event.js'
import type { Rule, RuleSet } from '../../src/model/rule.js'
import type { School } from '../../src/model/school.js'
import { DAY, type Duration, type Instant, ManualClock, MINUTE } from '../../src/model/time.js'
import { assemble } from '../../src/pipeline/assemble.js'
import type { Deps, LiveRules } from '../../src/pipeline/deps.js'
import type { Moderator } from '../../src/pipeline/moderator.js'
import { registry } from '../../src/signals/index.js'
import { localTime, zonedInstant } from '../../src/text/index.js'
import { outcome, packOf, ruleOf, ruleSetOf, when } from '../engine/support.js'

export const ZONE = 'Asia/Shanghai'
export const GROUP = 'c3-2'
const KEY = Buffer.alloc(32, 5)
export const at = (local: string): Instant => zonedInstant(local, ZONE) as number

/** `11-04 17:30` */
export function show(instant: Instant): string {
  const { date, minutes } = localTime(instant, ZONE)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${date.slice(5)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

const MESSAGES = new Map(
  Object.entries(parse(readFileSync(new URL('../../rules/messages.zh-CN.yaml', import.meta.url), 'utf8'))),
) as Map<string, string>

/** 走丢了 is an emergency, 群收款 a P1, 拼单 a P2, 我反对 a complaint, 谢谢 a flood. */
const RULES: Rule[] = [
  ruleOf({
    id: 'missing',
    title: '疑似孩子未归',
    tier: 'safety',
    category: 'emergency',
    when: when({ words: ['missing'] }),
    then: [outcome({ respond: 'escalate', severity: 'P0', to: 'head_teacher' })],
  }),
  ruleOf({
    id: 'fee',
    title: '疑似收费',
    category: 'fee_collection',
    when: when({ words: ['fee'] }),
    then: [outcome({ respond: 'escalate', severity: 'P1', to: 'head_teacher' })],
  }),
  ruleOf({
    id: 'advert',
    title: '疑似推销',
    category: 'commerce',
    when: when({ words: ['advert'] }),
    then: [outcome({ respond: 'escalate', severity: 'P2', to: 'head_teacher' })],
  }),
  ruleOf({
    id: 'dissent',
    tier: 'dissent',
    category: 'complaint_dissent',
    when: when({ words: ['dissent'] }),
    then: [outcome({ respond: 'allow' })],
  }),
  ruleOf({
    id: 'card',
    category: 'namecard',
    when: when({ words: ['card'] }),
    then: [outcome({ respond: 'remind', message: 'namecard.private' })],
  }),
  ruleOf({
    id: 'thanks',
    category: 'flattery',
    when: when({ words: ['thanks'] }),
    then: [outcome({ respond: 'collect' })],
  }),
]
const LEXICONS = {
  missing: ['走丢了'],
  fee: ['群收款'],
  advert: ['拼单'],
  dissent: ['我反对'],
  card: ['我改了群昵称'],
  thanks: ['老师辛苦'],
}

const SCHOOL: School = {
  school: '柳溪小学',
  timezone: ZONE,
  bot: { id: 'bz1', puppet: '', puppetToken: null },
  dataDir: '',
  rulesDir: '',
  groups: [
    {
      id: GROUP,
      topic: '三年级2班家长群',
      pack: 'common',
      grade: 3,
      members: [
        { name: '班主任季老师', aka: [], role: 'head_teacher', students: [], exempt: [] },
        { name: '副班主任柯老师', aka: [], role: 'deputy', students: [], exempt: [] },
        { name: '程小满妈妈', aka: [], role: 'parent', students: ['程小满'], exempt: [] },
        { name: '罗安安爸爸', aka: [], role: 'parent', students: ['罗安安'], exempt: [] },
        { name: '江一帆爸爸', aka: [], role: 'parent', students: ['江一帆'], exempt: [] },
      ],
      students: ['程小满', '罗安安', '江一帆'],
      scamNoticeAuthorised: false,
      posts: [
        { at: '2026-11-20T07:30', text: '周五穿校服，收到请回复', notice: true },
        { at: '2026-11-20T23:10', text: '祝大家周末愉快', notice: false },
      ],
      mode: 'live',
    },
  ],
  people: [
    { name: '德育处罗主任', role: 'supervisor', groups: null, channels: [] },
    { name: '周校长', role: 'leader', groups: null, channels: [] },
  ],
  smtp: null,
  pacing: { perMinute: 1000, perDay: 10_000, jitter: 0 },
  retention: { inbox: 10 * MINUTE, flagged: 30 * DAY, escalated: 180 * DAY },
  signals: [],
  calendar: { workdays: [], restDays: [] },
}

export type Name =
  | '班主任季老师'
  | '副班主任柯老师'
  | '程小满妈妈'
  | '罗安安爸爸'
  | '江一帆爸爸'
  | '德育处罗主任'
  | '周校长'

/** One machine with its ledger on disk, a class and a network that keeps what it was given; it may die at any time. */
export class Machine {
  readonly clock: ManualClock
  /** everything that ever reached somebody, over all runs */
  readonly sent: (SimulatedSend & { to: string })[] = []
  readonly errors: unknown[] = []
  /** ids of people whom nothing private reaches, and of those who are not in the group */
  readonly unreachable = new Set<string>()
  readonly gone = new Set<string>()
  ledger!: Ledger
  deps!: Deps
  moderator!: Moderator
  private outbox!: OutboxWorker
  private effects!: SimulatedEffects
  private directory!: SchoolDirectory
  private counted = 0
  private said = 0
  private readonly ruleSet: RuleSet
  private readonly rules: LiveRules

  constructor(
    private readonly file: string,
    start: Instant,
    private readonly mode: 'live' | 'shadow' = 'live',
    p2Bundle: Duration = 0,
  ) {
    const pack = packOf(...RULES)
    const params = { ...pack.params, chain: { ...pack.params.chain, p2Bundle } }
    this.ruleSet = { ...ruleSetOf([{ ...pack, name: 'common', params }], LEXICONS), messages: MESSAGES }
    this.rules = { ruleSet: this.ruleSet, compiled: compileRuleSet(this.ruleSet, registry) }
    this.clock = new ManualClock(start)
    this.boot()
  }

  boot(): void {
    this.ledger = openLedger({ file: this.file, botId: 'bz1', key: KEY })
    this.ledger.saveRuleSet(this.ruleSet.hash, this.ruleSet.sources, this.clock.now())
    this.directory = new SchoolDirectory(SCHOOL, this.ledger)
    this.effects = new SimulatedEffects({ clock: this.clock })
    this.counted = 0
    const { moderator, outbox } = assemble({
      ledger: this.ledger,
      directory: this.directory,
      effects: this.effects,
      clock: this.clock,
      key: KEY,
      rules: () => this.rules,
      mode: () => this.mode,
      reachable: person => !this.unreachable.has(person),
      met: person => !this.gone.has(person),
      pacing: SCHOOL.pacing,
      random: () => 0,
      online: true,
      calendar: SCHOOL.calendar,
      log: { info: () => {}, warn: () => {}, error: fields => this.failed(fields) },
      jobs: deps => {
        this.deps = deps
        return new Jobs(deps, { timezone: ZONE, retention: SCHOOL.retention })
      },
    })
    this.moderator = moderator
    this.outbox = outbox
    outbox.recover()
    moderator.resume()
  }

  /** The process dies and starts again. */
  kill(): void {
    this.collect()
    this.ledger.close()
    this.boot()
  }

  /** Everything that is due, now. */
  async work(): Promise<void> {
    this.moderator.tick()
    await this.outbox.drain()
    this.collect()
  }

  /** Goes on to an instant, with all that falls due on the way. */
  async until(instant: Instant): Promise<void> {
    for (;;) {
      await this.work()
      const next = [this.moderator.nextDeadline(), this.outbox.nextWakeAt()].filter(when => when !== null)
      const soonest = Math.min(...next)
      if (soonest > instant) break
      if (soonest <= this.clock.now()) this.clock.advanceTo(this.clock.now() + MINUTE)
      else this.clock.advanceTo(soonest)
    }
    this.clock.advanceTo(instant)
    await this.work()
  }

  /** The clock is put right, or wrong. */
  async setTo(instant: Instant): Promise<void> {
    this.clock.restartAt(instant)
    await this.work()
  }

  /** The machine sleeps: time goes by and nothing happens. */
  async sleep(time: Duration): Promise<void> {
    this.clock.advanceTo(this.clock.now() + time)
    await this.work()
  }

  say(name: Name, text: string, more: Partial<MessageBody> = {}): void {
    const id = this.member(name)
    const event: GroupEvent = {
      id: `m${++this.said}`,
      group: GROUP,
      at: this.clock.now(),
      from: { id, name },
      body: { kind: 'message', message: { kind: 'text', text, ...more } },
    }
    this.moderator.event(event)
  }

  async whisper(name: Name, text: string): Promise<void> {
    const from = { id: this.member(name), name }
    this.moderator.privateMessage({ id: `w${++this.said}`, at: this.clock.now(), from, text })
    await this.work()
  }

  /** `11-04 17:30 班主任季老师` of every digest that was sent. */
  digests(which: string): string[] {
    return this.sent.filter(({ text }) => text.startsWith(which)).map(one => `${show(one.at)} ${one.to}`)
  }

  member(name: Name): string {
    const profile = this.directory.profile(GROUP)
    const person = [...(profile?.members ?? []), ...(profile?.people ?? [])].find(one => one.name === name)
    if (!person) throw new RangeError(name)
    return person.id
  }

  /** What a dead process still tries to do is none of the living one's errors. */
  private failed(fields: Record<string, unknown>): void {
    if (!String(fields.error).includes('connection is not open')) this.errors.push(fields)
  }

  private collect(): void {
    for (const one of this.effects.sent.slice(this.counted)) {
      const to = 'person' in one.target ? (this.ledger.person(one.target.person)?.name ?? '') : '群'
      this.sent.push({ ...one, to })
    }
    this.counted = this.effects.sent.length
  }
}
