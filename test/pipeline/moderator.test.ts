import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { type Ledger, openLedger } from '../../src/ledger/index.js'
import type { PrivateMessage } from '../../src/model/event.js'
import { HOUR, MINUTE } from '../../src/model/time.js'
import { NOW } from '../signals/support.js'
import { GROUP, KEY, rig, said } from './rig.js'

/** Runs with a ledger file in a folder of its own. */
function withFile(work: (file: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'moderator-'))
  try {
    work(join(folder, 'ledger.db'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const whisper = (id: string, from: { id: string; name: string }, text: string, at = NOW): PrivateMessage => ({
  id,
  at,
  from: { id: from.id, name: from.name },
  text,
})

const states = (ledger: Ledger) => ledger.stats().actions.map(({ kind, state, count }) => `${kind} ${state} ${count}`)

describe('an event', () => {
  it('is recorded and decided once, however often it is heard', () => {
    const { moderator, ledger, parent, outcomes } = rig()
    expect(moderator.event(said('m1', parent, '老师好'))?.decision.respond).toBe('allow')
    expect(moderator.event(said('m1', parent, '老师好'))).toBeNull()
    expect([ledger.stats().events, ledger.stats().decisions, outcomes.length]).toEqual([1, 1, 1])
    expect(ledger.undecidedEvents()).toEqual([])
  })

  it('wakes the outbox only when something is owed', () => {
    const { moderator, parent, woken } = rig()
    moderator.event(said('m1', parent, '老师好'))
    expect(woken()).toBe(0)
    moderator.event(said('m2', parent, '团购水果'))
    expect(woken()).toBe(1)
  })

  it('is on disk, for everybody, before anybody is told of it', () => {
    withFile(file => {
      const seen: unknown[] = []
      const look = (what: string) => {
        const reader = openLedger({ file, botId: 'bz1', key: KEY, readonly: true })
        seen.push([what, reader.decision('m1')?.actions.length, reader.undecidedEvents().length])
        reader.close()
      }
      const { moderator, parent, ledger } = rig({ file, judged: () => look('judged'), wake: () => look('wake') })
      moderator.event(said('m1', parent, '团购水果'))
      expect(seen).toEqual([
        ['judged', 1, 0],
        ['wake', 1, 0],
      ])
      ledger.close()
    })
  })

  it('is decided with others that came at once as it would have been alone, in one write', () => {
    const alone = rig()
    const at = { commits: 0 }
    const { moderator, outcomes, ledger, parent } = rig({
      wrap: real => {
        let depth = 0
        return {
          ...real,
          batch(work) {
            if (depth++ === 0) at.commits++
            try {
              return real.batch(work)
            } finally {
              depth--
            }
          },
        }
      },
    })
    const texts = ['团购水果', '老师好', '团购水果', '我的身份证号', '老师好']
    const list = texts.map((text, n) => said(`m${n}`, parent, text))
    for (const event of list) alone.moderator.event(event)
    moderator.events([...list, list[0] as (typeof list)[number]])
    expect(at.commits).toBe(1)
    const told = (of: typeof outcomes) => of.map(({ event, decision }) => [event.id, decision.respond, decision.rule])
    expect(told(outcomes)).toEqual(told(alone.outcomes))
    expect(states(ledger)).toEqual(states(alone.ledger))
    expect(ledger.verifyChain()).toMatchObject({ ok: true, length: texts.length })
  })

  it('leaves nothing of those that came at once when one of them cannot be decided', () => {
    let broken = true
    const { moderator, ledger, parent, outcomes, woken } = rig({
      wrap: real => ({
        ...real,
        commitDecision(commit) {
          if (broken && commit.draft.eventId === 'm2') throw new Error('no decision today')
          return real.commitDecision(commit)
        },
      }),
    })
    const list = ['m1', 'm2', 'm3'].map(id => said(id, parent, '团购水果'))
    expect(() => moderator.events(list)).toThrow('no decision today')
    expect([ledger.stats().events, ledger.stats().decisions, outcomes.length, woken()]).toEqual([0, 0, 0, 0])
    broken = false
    moderator.events(list)
    expect([ledger.stats().events, ledger.stats().decisions, outcomes.length]).toEqual([3, 3, 3])
    expect(ledger.verifyChain()).toMatchObject({ ok: true, length: 3 })
  })

  it('leaves no text in the inbox once it is decided', () => {
    const { moderator, ledger, parent } = rig()
    moderator.event(said('m1', parent, '团购水果'))
    expect(ledger.inboxText('m1', NOW, 'test')).toBeNull()
  })

  it('that cannot be decided is kept with its text, and decided on the next start', () => {
    let broken = true
    const { moderator, ledger, parent, outcomes, woken } = rig({
      wrap: real => ({
        ...real,
        finishInbox(id) {
          if (broken) throw new Error('no decision today')
          real.finishInbox(id)
        },
      }),
    })
    expect(() => moderator.event(said('m1', parent, '团购水果'))).toThrow('no decision today')
    expect([ledger.stats().events, ledger.stats().decisions, outcomes.length, woken()]).toEqual([1, 0, 0, 0])
    expect(states(ledger)).toEqual([])
    expect(ledger.undecidedEvents().map(event => event.id)).toEqual(['m1'])
    expect(moderator.event(said('m1', parent, '团购水果'))).toBeNull()
    broken = false
    expect(moderator.resume()).toBe(1)
    expect(outcomes.map(({ decision }) => decision.rule)).toEqual(['advert'])
    expect(ledger.undecidedEvents()).toEqual([])
    expect(ledger.inboxText('m1', NOW, 'test')).toBeNull()
    expect(moderator.resume()).toBe(0)
    expect(states(ledger)).toEqual(['remind owed 1'])
  })

  it('that can never be decided blocks neither the start nor its neighbours, and is lost when its text is gone', () => {
    const { moderator, ledger, parent, clock, outcomes } = rig({
      wrap: real => ({
        ...real,
        finishInbox(id) {
          if (outcomes.length === 0 || id === 'm1') throw new Error('never')
          real.finishInbox(id)
        },
        commitDecision(commit) {
          if (commit.draft.eventId === 'm1' || clock.now() === NOW) throw new Error('never')
          return real.commitDecision(commit)
        },
      }),
    })
    for (const id of ['m1', 'm2']) expect(() => moderator.event(said(id, parent, '团购水果'))).toThrow('never')
    clock.advanceTo(NOW + MINUTE)
    outcomes.push({} as never)
    expect(moderator.resume()).toBe(1)
    expect(ledger.undecidedEvents().map(event => event.id)).toEqual(['m1'])
    expect(ledger.gaps(0)).toEqual([])
    clock.advanceTo(NOW + 11 * MINUTE)
    expect(moderator.resume()).toBe(0)
    expect(ledger.undecidedEvents()).toEqual([])
    expect(ledger.gaps(0)).toMatchObject([{ from: NOW, to: NOW, reason: expect.stringContaining('没来得及判断') }])
    const looked = ledger.accesses(0).length
    expect(moderator.resume()).toBe(0)
    expect(ledger.accesses(0)).toHaveLength(looked)
  })

  it('whose watcher fails is decided all the same, once', () => {
    const { moderator, ledger, parent } = rig({
      judged: () => {
        throw new Error('the screen is gone')
      },
    })
    expect(() => moderator.event(said('m1', parent, '团购水果'))).toThrow('the screen is gone')
    expect([ledger.stats().decisions, ledger.undecidedEvents().length]).toEqual([1, 0])
    expect(ledger.inboxText('m1', NOW, 'test')).toBeNull()
  })

  it('of a group that is not in the school file is refused', () => {
    const { moderator, parent } = rig()
    const event = { ...said('m1', parent, '老师好'), group: 'other' }
    expect(() => moderator.event(event)).toThrow(expect.objectContaining({ code: 'BZ304' }))
  })

  it('that is a recall answers the recall request in the same write', () => {
    const { moderator, ledger, parent, steps } = rig()
    moderator.event(said('m1', parent, '孩子身份证号是'))
    expect(ledger.openCases({ kind: 'recall' })).toHaveLength(1)
    const at = NOW + MINUTE
    const recall = { ...said('m2', parent, '', {}, at), body: { kind: 'recall' as const, of: 'm1' } }
    moderator.event(recall)
    expect(ledger.cases().map(it => [it.state, it.closedBy])).toEqual([['closed', 'recalled']])
    expect(steps.map(step => step.what)).toEqual(['recalled'])
  })
})

describe('shadow mode', () => {
  it('decides everything and owes nothing, at no moment', () => {
    const { moderator, ledger, parent } = rig({ mode: 'shadow' })
    for (const [i, text] of ['团购水果', '群收款', '孩子身份证号是'].entries())
      moderator.event(said(`m${i}`, parent, text))
    expect(ledger.stats().decisions).toBe(3)
    expect(states(ledger).every(line => line.includes('withheld'))).toBe(true)
    expect([ledger.nextDueAt(), ledger.openCases().length]).toEqual([null, 2])
  })

  it('moves cases without telling anybody', () => {
    const { moderator, ledger, parent, clock } = rig({ mode: 'shadow' })
    moderator.event(said('m1', parent, '群收款'))
    clock.advanceTo(NOW + 2 * HOUR)
    moderator.tick()
    expect(ledger.caseMoves('bz1-c1').length).toBeGreaterThan(1)
    expect(ledger.nextDueAt()).toBeNull()
  })

  it('still answers who writes to the bot', () => {
    const { moderator, ledger, teacher } = rig({ mode: 'shadow' })
    moderator.privateMessage(whisper('p1', teacher, '帮助'))
    expect(states(ledger)).toEqual(['reply owed 1'])
  })

  it('does not make a case of an objection to a line that nobody got', () => {
    const { moderator, ledger, parent } = rig({ mode: 'shadow' })
    moderator.event(said('m1', parent, '团购水果'))
    moderator.privateMessage(whisper('p1', parent, '这是误会'))
    expect(ledger.cases()).toEqual([])
  })
})

describe('a private message', () => {
  it('that is heard again never answers another case', () => {
    const { moderator, ledger, parent, teacher } = rig()
    moderator.event(said('m1', parent, '群收款'))
    moderator.privateMessage(whisper('p1', teacher, '1'))
    expect(ledger.case('bz1-c1')).toMatchObject({ state: 'closed', closedBy: 'head_teacher:1' })
    moderator.event({ ...said('m2', parent, '又发起群收款', {}, NOW + 8 * HOUR), id: 'm2' })
    const open = ledger.openCases().map(it => it.id)
    moderator.privateMessage(whisper('p1', teacher, '1'))
    expect(ledger.openCases().map(it => it.id)).toEqual(open)
    expect(open).toHaveLength(1)
  })

  it('whose answer cannot be written has not been heard: it counts when it comes again', () => {
    let broken = true
    const { moderator, ledger, parent, teacher, steps } = rig({
      wrap: real => ({
        ...real,
        moveCase(input) {
          const moved = real.moveCase(input)
          if (broken) throw new Error('disk full')
          return moved
        },
      }),
    })
    moderator.event(said('m1', parent, '群收款'))
    expect(() => moderator.privateMessage(whisper('p1', teacher, '5'))).toThrow('disk full')
    expect([ledger.case('bz1-c1')?.state, ledger.feedback().length, steps.length]).toEqual(['open', 0, 0])
    broken = false
    moderator.privateMessage(whisper('p1', teacher, '5'))
    expect([ledger.case('bz1-c1')?.state, ledger.feedback().length, steps.length]).toEqual(['closed', 1, 1])
  })

  it('of a parent who objects to a word makes one case for the head teacher', () => {
    const { moderator, ledger, parent } = rig()
    const owed = moderator.event(said('m1', parent, '团购水果'))?.actions[0]?.id ?? ''
    ledger.markSending(owed, NOW)
    ledger.settle(owed, { state: 'done', now: NOW })
    moderator.privateMessage(whisper('p1', parent, '这是误会'))
    moderator.privateMessage(whisper('p1', parent, '这是误会'))
    expect(ledger.cases({ group: GROUP }).map(it => [it.kind, it.category])).toEqual([['appeal', 'commerce']])
    expect(states(ledger)).toEqual(['alert owed 1', 'remind done 1', 'reply owed 1'])
  })
})
