import { describe, expect, it } from '@jest/globals'
import Database from 'better-sqlite3'
import type { ActionDraft } from '../../src/model/action.js'
import { HOUR, MINUTE } from '../../src/model/time.js'
import { decide, furnish, inFolder, memoryLedger, open, T0, toPerson } from './support.js'

const mail = (person: string, more: Partial<ActionDraft> = {}): ActionDraft =>
  toPerson(person, { kind: 'second_channel', channel: 'email', topic: 'A7', severity: 'P0', ...more })

const people = (actions: readonly ActionDraft[]) =>
  actions.map(({ target }) => ('person' in target ? target.person : target.group))

describe('the two lanes of the outbox', () => {
  it('are told apart, so that neither is hidden behind the other', () => {
    const { ledger } = memoryLedger()
    decide(ledger, 'e1', {
      draft: {
        actions: [
          toPerson('p1', { kind: 'alert' }),
          mail('p1'),
          mail('p2', { notBefore: T0 + MINUTE }),
          toPerson('p3'),
        ],
      },
    })
    expect(people(ledger.dueActions(T0 + HOUR, 10, 'chat'))).toEqual(['p1', 'p3'])
    expect(people(ledger.dueActions(T0 + HOUR, 10, 'second'))).toEqual(['p1', 'p2'])
    expect(people(ledger.dueActions(T0 + HOUR, 1, 'second'))).toEqual(['p1'])
    expect(ledger.dueActions(T0 + HOUR, 10)).toHaveLength(4)
    for (const { id } of ledger.dueActions(T0, 10, 'second')) ledger.markSending(id, T0)
    expect([ledger.nextDueAt('second'), ledger.nextDueAt('chat'), ledger.nextDueAt()]).toEqual([T0 + MINUTE, T0, T0])
    expect([
      ledger.sentCount({ since: T0 }),
      ledger.sentCount({ since: T0, lane: 'chat' }),
      ledger.sentCount({ since: T0, lane: 'second' }),
    ]).toEqual([1, 0, 1])
  })

  it('keep which channel it is, under the hash chain and against change', () => {
    inFolder(folder => {
      const { ledger } = furnish(open(folder))
      const { actions } = decide(ledger, 'e1', { draft: { actions: [mail('p1', { channel: 'wecom-2' })] } })
      expect(actions[0]).toMatchObject({ kind: 'second_channel', channel: 'wecom-2', topic: 'A7' })
      expect(ledger.verifyChain()).toMatchObject({ ok: true })
      const db = new Database(ledger.file)
      expect(() => db.exec("UPDATE actions SET channel = 'email'")).toThrow(/does not change/)
      db.exec("DROP TRIGGER actions_keep; UPDATE actions SET channel = 'email'")
      db.close()
      expect(ledger.verifyChain()).toMatchObject({ ok: false })
      ledger.close()
    })
  })

  it('owe each channel once when an event is judged again', () => {
    const { ledger } = memoryLedger()
    const first = decide(ledger, 'e1', { draft: { actions: [mail('p1')] } })
    const again = decide(ledger, 'e1', {
      draft: { actions: [mail('p1'), mail('p1', { channel: 'wecom' })], supersedes: first.decision.id },
    })
    expect(again.actions.map(({ channel }) => channel)).toEqual(['wecom'])
  })

  it('are not settled by a line that is heard in the chat', () => {
    const { ledger } = memoryLedger()
    const { actions } = decide(ledger, 'e1', { draft: { actions: [mail('p1', { text: '【A7】' })] } })
    ledger.markSending(actions[0]?.id ?? '', T0)
    expect(ledger.settleByEcho({ messageId: 'm1', at: T0, target: { person: 'p1' }, text: '【A7】' })).toBeNull()
  })
})
