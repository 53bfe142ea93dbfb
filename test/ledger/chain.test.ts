import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import Database from 'better-sqlite3'
import { type Ledger, openLedger } from '../../src/ledger/index.js'
import { DAY } from '../../src/model/time.js'
import { decide, furnish, GROUP, inFolder, KEY, open, opening, T0, toPerson } from './support.js'

/** A ledger of four decisions, closed; `harm` gets at its file behind the ledger's back. */
function afterHarm(harm: (db: Database.Database) => void, check: (ledger: Ledger) => void): void {
  inFolder(folder => {
    const { ledger, parent } = furnish(open(folder))
    for (const id of ['e1', 'e2', 'e3', 'e4'])
      decide(ledger, id, {
        draft: { actions: [toPerson(parent), toPerson('p9')] },
        excerpt: '加我 ***',
        member: parent,
      })
    ledger.close()
    const db = new Database(join(folder, 'ledger.db'))
    db.pragma('foreign_keys = OFF')
    for (const name of db.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").pluck().all())
      db.exec(`DROP TRIGGER ${name}`)
    harm(db)
    db.close()
    const again = open(folder, true)
    try {
      check(again)
    } finally {
      again.close()
    }
  })
}

describe('the hash chain', () => {
  it('is whole when nobody touched it, and when it is empty', () => {
    afterHarm(
      () => {},
      ledger => expect(ledger.verifyChain()).toEqual({ ok: true, length: 4 }),
    )
    inFolder(folder => {
      const ledger = open(folder)
      expect(ledger.verifyChain()).toEqual({ ok: true, length: 0 })
      ledger.close()
    })
  })

  it.each([
    ['a response', "UPDATE decisions SET respond = 'allow' WHERE seq = 2", 'bz1-d000002'],
    ['the reasons', "UPDATE decisions SET detail = x'007b7d' WHERE seq = 3", 'bz1-d000003'],
    ['the time', 'UPDATE decisions SET at = at + 1 WHERE seq = 1', 'bz1-d000001'],
    ['the rule set', "UPDATE decisions SET rule_set = 'other' WHERE seq = 4", 'bz1-d000004'],
    ['a hash', "UPDATE decisions SET hash = hash || '0' WHERE seq = 2", 'bz1-d000002'],
    ['to whom an action goes', "UPDATE actions SET person = 'p8', target = 'p8' WHERE n = 3", 'bz1-d000002'],
    ['the text of an action', "UPDATE actions SET text = '别的话' WHERE n = 5", 'bz1-d000003'],
    ['an excerpt', "UPDATE excerpts SET text = '别的话' WHERE decision_id = 'bz1-d000003'", 'bz1-d000003'],
    ['an action taken away', 'DELETE FROM actions WHERE n = 4', 'bz1-d000002'],
    ['a decision taken out', 'DELETE FROM decisions WHERE seq = 2', 'bz1-d000003'],
    ['the first one taken out', 'DELETE FROM decisions WHERE seq = 1', 'bz1-d000002'],
    ['the last one cut off', 'DELETE FROM decisions WHERE seq = 4', 'bz1-d000003'],
    ['the head', 'UPDATE chain_head SET length = 3', 'bz1-d000004'],
    ['the head taken away', 'DELETE FROM chain_head', 'bz1-d000004'],
  ])('shows that somebody changed %s, at the right row', (_, sql, at) => {
    afterHarm(
      db => db.exec(sql),
      ledger => expect(ledger.verifyChain()).toMatchObject({ ok: false, at }),
    )
  })

  it('cannot be cut and signed anew without the key', () => {
    afterHarm(
      db => {
        db.exec('DELETE FROM decisions WHERE seq = 4')
        db.exec('UPDATE chain_head SET length = 3, hash = (SELECT hash FROM decisions WHERE seq = 3)')
      },
      ledger => expect(ledger.verifyChain()).toMatchObject({ ok: false, at: 'bz1-d000003' }),
    )
  })

  it('stays valid when names, excerpts and texts are erased and actions are settled', () => {
    inFolder(folder => {
      const { ledger, parent } = furnish(open(folder))
      const { actions } = decide(ledger, 'e1', {
        draft: { actions: [toPerson(parent)] },
        excerpt: '加我 ***',
        member: parent,
      })
      ledger.markSending(actions[0]?.id ?? '', T0)
      ledger.retry(actions[0]?.id ?? '', T0 + 5, 'busy')
      ledger.settle(actions[0]?.id ?? '', { state: 'done', now: T0 + 9, sentAs: 'm1' })
      ledger.erasePerson(parent)
      const report = ledger.applyRetention(T0 + 400 * DAY, { inbox: 0, flagged: 30 * DAY, escalated: 180 * DAY })
      expect(report).toMatchObject({ excerpts: 1, actionTexts: 1 })
      expect(ledger.verifyChain()).toEqual({ ok: true, length: 1 })
      ledger.close()
    })
  })

  it('goes on over a restart and more than a page of rows', () => {
    inFolder(folder => {
      let { ledger } = furnish(open(folder))
      for (let i = 0; i < 600; i++) decide(ledger, `a${i}`)
      ledger.close()
      ledger = open(folder)
      decide(ledger, 'last', { draft: { opens: opening('k') } })
      expect(ledger.verifyChain()).toEqual({ ok: true, length: 601 })
      ledger.close()
    })
  })
})

describe('append-only', () => {
  it.each([
    "UPDATE decisions SET respond = 'allow'",
    'DELETE FROM decisions',
    'DELETE FROM events',
    "UPDATE events SET member = 'x'",
    'DELETE FROM actions',
    "UPDATE actions SET text = 'other'",
    "UPDATE actions SET target = 'x'",
    'DELETE FROM people',
    'DELETE FROM cases',
    'DELETE FROM case_moves',
    "UPDATE case_moves SET by = 'x'",
    'DELETE FROM accesses',
    'DELETE FROM rule_sets',
    'INSERT OR REPLACE INTO decisions SELECT * FROM decisions',
  ])('the file itself refuses: %s', sql => {
    inFolder(folder => {
      const { ledger, parent } = furnish(open(folder))
      decide(ledger, 'e1', { draft: { actions: [toPerson(parent)], opens: opening('k') } })
      ledger.inboxText('e1', T0, 'test')
      ledger.close()
      const db = new Database(join(folder, 'ledger.db'))
      db.pragma('recursive_triggers = ON')
      expect(() => db.exec(sql)).toThrow(/append-only|rows of|does not change/)
      db.close()
    })
  })

  it('moves `seq` on with every change of a row, so that a hub sees each row again', () => {
    inFolder(folder => {
      const { ledger, parent } = furnish(open(folder))
      const { actions } = decide(ledger, 'e1', { draft: { actions: [toPerson(parent), toPerson('p9')] } })
      ledger.markSending(actions[0]?.id ?? '', T0)
      ledger.settle(actions[0]?.id ?? '', { state: 'done', now: T0 })
      ledger.renamePerson(parent, '程小满爸爸')
      ledger.close()
      const db = new Database(join(folder, 'ledger.db'), { readonly: true })
      expect(db.prepare('SELECT n, seq FROM actions ORDER BY n').raw().all()).toEqual([
        [1, 4],
        [2, 2],
      ])
      expect(db.prepare('SELECT seq FROM people').pluck().all()).toEqual([2])
      db.close()
    })
  })

  it('gives two bots no id in common', () => {
    const ids = ['bz1', 'bz2'].map(botId => {
      const { ledger, parent } = furnish(openLedger({ file: ':memory:', botId, key: KEY }))
      const { decision, actions, openedCase } = decide(ledger, 'e1', {
        draft: { actions: [toPerson(parent)], opens: opening('k') },
      })
      return [parent, decision.id, actions[0]?.id, openedCase?.id, ledger.caseMoves(openedCase?.id ?? '')[0]?.id]
    })
    expect(ids[0]).toEqual(['bz1-p1', 'bz1-d000001', 'bz1-a000001', 'bz1-c1', 'bz1-m000001'])
    expect(new Set(ids.flat()).size).toBe(10)
    expect(GROUP).toBe('c3-2')
  })
})
