import { expect, it } from '@jest/globals'
import { buildRuleSet, watchRuleSet } from '../../src/config/index.js'
import { SimulatedEffects } from '../../src/effects/index.js'
import { compileRuleSet, runExamples } from '../../src/engine/index.js'
import type { Gateway, Listener } from '../../src/gateways/gateway.js'
import { type Ledger, openLedger } from '../../src/ledger/index.js'
import type { Member } from '../../src/model/member.js'
import type { RuleSet } from '../../src/model/rule.js'
import type { SchoolGroup } from '../../src/model/school.js'
import { ManualClock } from '../../src/model/time.js'
import type { Outcome } from '../../src/pipeline/deps.js'
import { live } from '../../src/pipeline/live.js'
import { registry } from '../../src/signals/index.js'
import { intentCard } from '../../src/text/intent/index.js'
import { talkMark } from '../../src/text/talk/index.js'
import { school } from '../cli/support.js'
import { catalogue, goodFiles, RULE } from '../config/helpers.js'
import { NOW } from '../signals/support.js'
import { GROUP, KEY, said } from './rig.js'

const RULES_FILE = 'packs/common/rules.yaml'
const LEXICON_FILE = 'lexicons/commerce.yaml'
/** which weights judge beside the rules */
const WEIGHTS: [string, string] = ['models/intent.json', intentCard()]
const TALK: [string, string] = ['models/talk.json', talkMark()]
const WIDER = 'offer: [批发价, 拿货, 团购]\n'
/** not what a rule may say */
const BROKEN = RULE.replace('respond: remind', 'respond: shout')
/** well-formed, but its own example does not come true */
const UNTRUE = RULE.replace('拿货找我', '今天天气好')

const listed = (name: string, role: Member['role']) => ({ name, aka: [], role, students: [], exempt: [] })
const [group] = school().groups
const SCHOOL = school({
  groups: [
    {
      ...(group as SchoolGroup),
      id: GROUP,
      mode: 'live',
      members: [listed('班主任王老师', 'head_teacher'), listed('程小满妈妈', 'parent')],
    },
  ],
})

/** A bot at work on rules that are edited while it hears: one step of the watcher is one edit noticed. */
class Room {
  readonly files = new Map(Object.entries(goodFiles()))
  readonly ledger: Ledger = openLedger({ file: ':memory:', botId: 'bz1', key: KEY })
  readonly reports: string[] = []
  private readonly outcomes: Outcome[] = []
  private readonly clock = new ManualClock(NOW)
  private timers: (() => void)[] = []
  private loading: Promise<unknown> = Promise.resolve()
  private changed = () => {}
  private listener: Listener | null = null
  private parent: Member | undefined
  private heard = 0

  readonly load = () => {
    const result = buildRuleSet(new Map(this.files), [], {
      catalogue,
      runExamples: set => runExamples(set, registry),
    })
    this.loading = result
    return result
  }

  /** Starts the bot and the watcher; gives the rules it begins with. */
  async open(): Promise<RuleSet> {
    const first = await this.load()
    if (!first.ok) throw new Error(first.diagnostics.map(({ message }) => message).join())
    let rules = this.take(first.ruleSet)
    const { bot, directory } = live({
      school: SCHOOL,
      ledger: this.ledger,
      key: KEY,
      rules: () => rules,
      clock: this.clock,
      every: () => () => {},
      random: () => 0.5,
      log: { info: () => {}, warn: () => {}, error: () => {} },
      judged: outcome => void this.outcomes.push(outcome),
      gateway: (): Gateway => ({
        effects: new SimulatedEffects({ clock: this.clock }),
        start: async told => void (this.listener = told),
        stop: async () => {},
      }),
    })
    await bot.start()
    this.parent = directory.profile(GROUP)?.members.find(({ role }) => role === 'parent')
    watchRuleSet('rules', {
      load: this.load,
      current: first.ruleSet,
      onLoaded: next => {
        rules = this.take(next)
        this.reports.push(`loaded ${next.hash}`)
      },
      onRejected: diagnostics => this.reports.push(...diagnostics.map(({ code, place }) => `${code} ${place.file}`)),
      watch: (_, onChange) => {
        this.changed = onChange
        return { close: () => {} }
      },
      timers: { set: then => this.timers.push(then), clear: () => void (this.timers = []) },
    })
    await this.pass()
    return first.ruleSet
  }

  private take(ruleSet: RuleSet) {
    this.ledger.saveRuleSet(ruleSet.hash, ruleSet.sources, NOW)
    return { ruleSet, compiled: compileRuleSet(ruleSet, registry) }
  }

  private async pass(): Promise<void> {
    for (const then of this.timers.splice(0)) then()
    await this.loading
    await new Promise(resolve => setImmediate(resolve))
  }

  /** Saves a file as an editor would, and lets the watcher notice. */
  async edit(file: string, text: string): Promise<void> {
    this.files.set(file, text)
    this.changed()
    await this.pass()
  }

  /** What became of a line: the response, and the rules that judged it. */
  async hear(text: string): Promise<{ respond: string | undefined; ruleSet: string | undefined }> {
    if (!this.parent || !this.listener) throw new Error('not open')
    await this.listener.event(said(`e${++this.heard}`, this.parent, text))
    const decision = this.outcomes.at(-1)?.decision
    return { respond: decision?.respond, ruleSet: decision?.ruleSet }
  }
}

it('a good edit takes over without a restart, and the next decision names it', async () => {
  const room = new Room()
  const { hash } = await room.open()
  expect(await room.hear('团购接龙开始了')).toEqual({ respond: 'allow', ruleSet: hash })
  await room.edit(LEXICON_FILE, WIDER)
  const next = room.ledger.ruleSets().at(-1)?.hash
  expect(next).not.toBe(hash)
  expect(room.reports).toEqual([`loaded ${next}`])
  expect(await room.hear('团购接龙快结束了')).toEqual({ respond: 'remind', ruleSet: next })
})

it.each([
  ['breaks the format', BROKEN, 'BZ104'],
  ['makes an example untrue', UNTRUE, 'BZ107'],
  ['is no YAML', '- {', 'BZ101'],
])('an edit that %s leaves the old rules judging, and is reported once', async (_, text, code) => {
  const room = new Room()
  const { hash } = await room.open()
  await room.edit(RULES_FILE, text)
  await room.edit(RULES_FILE, text)
  expect(room.reports).toEqual([`${code} ${RULES_FILE}`])
  expect(await room.hear('批发价来了')).toEqual({ respond: 'remind', ruleSet: hash })
  expect(room.ledger.ruleSets().map(kept => kept.hash)).toEqual([hash])
})

it('a mended mistake takes over, and what it was before is not news', async () => {
  const room = new Room()
  const { hash } = await room.open()
  await room.edit(RULES_FILE, BROKEN)
  await room.edit(LEXICON_FILE, WIDER)
  expect(await room.hear('团购接龙开始了')).toEqual({ respond: 'allow', ruleSet: hash })
  await room.edit(RULES_FILE, RULE)
  expect((await room.hear('团购接龙快结束了')).respond).toBe('remind')
  await room.edit(LEXICON_FILE, goodFiles()[LEXICON_FILE] as string)
  expect((await room.hear('团购接龙结束了')).ruleSet).toBe(hash)
})

it('keeps every version whole under its hash, the first of two alike', async () => {
  const room = new Room()
  const { hash } = await room.open()
  const before = new Map(room.files)
  await room.edit(LEXICON_FILE, WIDER)
  const after = new Map(room.files)
  await room.edit(LEXICON_FILE, before.get(LEXICON_FILE) as string)
  const kept = room.ledger.ruleSets().map(one => one.hash)
  expect(kept).toEqual([hash, expect.any(String)])
  expect(kept.map(one => room.ledger.ruleSetSources(one))).toEqual([
    new Map([...before, WEIGHTS, TALK]),
    new Map([...after, WEIGHTS, TALK]),
  ])
  for (const one of kept) {
    const again = await buildRuleSet(room.ledger.ruleSetSources(one) ?? new Map(), [], { catalogue })
    expect(again.ok && again.ruleSet.hash).toBe(one)
  }
})
