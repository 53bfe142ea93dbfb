import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Echo, EffectError, type Effects, OutboxWorker, type Receipt } from '../../src/effects/index.js'
import { ManualClock, MINUTE, SECOND } from '../../src/model/time.js'
import { FakeStore } from './fake-store.js'

/**
 * What becomes of one call. The process dies before or after the network took it; or the answer is lost; or the
 * ledger cannot note the end. `quick`: the echo is heard before the answer.
 */
const FATES = [
  'well',
  'quick',
  'dies before',
  'dies after',
  'quick, then dies',
  'answer lost',
  'lost',
  'try again',
  'disk fails',
] as const
type Fate = (typeof FATES)[number]

interface Owed {
  target: { group: string } | { person: string; group: string }
  text: string
  urgent: boolean
  later: number
}

class Died extends Error {}

/** The network and the disk: they outlive every process. */
class Outside {
  readonly clock = new ManualClock(Date.UTC(2026, 8, 9))
  readonly store = new FakeStore()
  readonly received: string[] = []
  readonly reported = new Set<string>()
  private pending: { echo: Echo; at: number }[] = []
  private worker: OutboxWorker = this.boot()
  private die: (error: Died) => void = () => {}
  private diskFails = false

  constructor(
    private readonly fates: Fate[],
    private readonly echoDelay: number,
    private readonly hearsItself: boolean,
  ) {
    const settle = this.store.settle.bind(this.store)
    this.store.settle = (id, settlement) => {
      if (this.diskFails && settlement.state === 'done') {
        this.diskFails = false
        throw new Died('the ledger cannot be written')
      }
      return settle(id, settlement)
    }
  }

  async run(): Promise<void> {
    this.worker = this.boot()
    for (let step = 0; step < 2_000; step++) {
      this.deliver()
      const died = new Promise<never>((_, reject) => {
        this.die = reject
      })
      try {
        await Promise.race([this.worker.drain(), died])
      } catch (error) {
        if (!(error instanceof Died)) throw error
        this.clock.advanceTo(this.clock.now() + SECOND)
        this.worker = this.boot()
        continue
      }
      const instants = [this.worker.nextWakeAt(), ...this.pending.map(({ at }) => at)].filter(at => at !== null)
      if (instants.length === 0) return
      this.clock.advanceTo(Math.max(Math.min(...instants), this.clock.now() + 1))
    }
    throw new Error('it never comes to rest')
  }

  private boot(): OutboxWorker {
    const worker = new OutboxWorker({
      store: this.store,
      effects: this.effects(),
      clock: this.clock,
      pacing: { perMinute: 30, perDay: 10_000, jitter: SECOND },
      random: () => 0.3,
      backoff: { first: SECOND, longest: MINUTE, attempts: 1_000 },
      echoWindow: MINUTE,
      online: false,
      onUnknown: action => this.reported.add(action.id),
    })
    worker.recover()
    worker.online()
    // what was not heard by the last process is heard by this one, in time
    this.pending = this.pending.map(({ echo }) => ({ echo, at: this.clock.now() + this.echoDelay }))
    return worker
  }

  private deliver(): void {
    const due = this.pending.filter(({ at }) => at <= this.clock.now())
    this.pending = this.pending.filter(({ at }) => at > this.clock.now())
    for (const { echo } of due) this.worker.heard(echo)
  }

  private effects(): Effects {
    const say = (target: { group: string } | { person: string }, text: string): Promise<Receipt> =>
      this.say(target, text)
    return {
      capabilities: {
        sayInGroup: true,
        sayInPrivate: true,
        recallOwn: true,
        recallOther: false,
        removeMember: false,
        announce: false,
        hearsItself: this.hearsItself,
      },
      sayInGroup: (group, text) => say({ group }, text),
      sayInPrivate: (person, text) => say({ person }, text),
      recallOwn: () => Promise.resolve(),
    }
  }

  private async say(target: { group: string } | { person: string }, text: string): Promise<Receipt> {
    if (!this.store.states().sending) throw new Error('it leaves without being marked')
    const fate = this.fates.shift() ?? 'well'
    if (fate === 'dies before') return this.death()
    if (fate === 'lost') throw new EffectError('unknown', 'no answer')
    if (fate === 'try again') throw new EffectError('retry', '1205')
    const messageId = `m${this.received.length + 1}`
    this.received.push(JSON.stringify([target, text]))
    if (this.hearsItself) {
      const echo = { messageId, at: this.clock.now(), target, text }
      if (fate.startsWith('quick')) this.worker.heard(echo)
      else this.pending.push({ echo, at: this.clock.now() + this.echoDelay })
    }
    if (fate === 'dies after' || fate === 'quick, then dies') return this.death()
    if (fate === 'answer lost') throw new EffectError('unknown', 'no answer')
    if (fate === 'disk fails') this.diskFails = true
    return { messageId }
  }

  /** The process ends: this call never returns to the worker that made it. */
  private death(): Promise<never> {
    this.die(new Died('killed'))
    return new Promise(() => {})
  }
}

const owed = fc.record<Owed>({
  target: fc.constantFrom<Owed['target']>({ group: 'g1' }, { group: 'g2' }, { person: 'p1', group: 'g1' }),
  // few texts, so that the same line is owed more than once
  text: fc.constantFrom('请私聊', '请撤回', '您好'),
  urgent: fc.boolean(),
  later: fc.nat(3 * MINUTE),
})

function outside(lines: readonly Owed[], fates: readonly Fate[], echoDelay: number, hearsItself: boolean): Outside {
  const it = new Outside([...fates], echoDelay, hearsItself)
  const now = it.clock.now()
  for (const { target, text, urgent, later } of lines)
    it.store.owe({
      target,
      text,
      severity: urgent ? 'P0' : null,
      decidedAt: now,
      notBefore: now + later,
      expiresAt: now * 2,
    })
  return it
}

const chatOf = ({ target, text }: Pick<Owed, 'target' | 'text'>): string =>
  JSON.stringify(['person' in target ? { person: target.person } : { group: target.group }, text])

describe('a bot that is killed at any point', () => {
  it('sends everything it owes exactly once where it hears itself', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(owed, { maxLength: 12 }),
        fc.array(fc.constantFrom(...FATES), { maxLength: 30 }),
        fc.integer({ min: 0, max: MINUTE - 2 * SECOND }),
        async (lines, fates, echoDelay) => {
          const it = outside(lines, fates, echoDelay, true)
          await it.run()
          expect([...it.received].sort()).toEqual(lines.map(chatOf).sort())
          expect(it.store.states()).toEqual(lines.length === 0 ? {} : { done: lines.length })
          expect(it.reported.size).toBe(0)
        },
      ),
      { numRuns: 400 },
    )
  })

  it('sends nothing twice where it does not, and reports what it cannot know', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(owed, { maxLength: 12 }),
        fc.array(fc.constantFrom(...FATES), { maxLength: 30 }),
        async (lines, fates) => {
          const it = outside(lines, fates, 0, false)
          await it.run()
          const left = lines.map(chatOf)
          for (const line of it.received) {
            expect(left).toContain(line)
            left.splice(left.indexOf(line), 1)
          }
          const { done = 0, unknown = 0 } = it.store.states()
          expect(done + unknown).toBe(lines.length)
          expect(it.received.length).toBeGreaterThanOrEqual(done)
          const inDoubt = [...it.store.actions.values()].filter(action => action.state === 'unknown')
          expect([...it.reported].sort()).toEqual(inDoubt.map(action => action.id).sort())
        },
      ),
      { numRuns: 400 },
    )
  })
})
