import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Ledger, openLedger } from '../../src/ledger/index.js'
import { childProgram, ended } from './child.js'
import { decide, draft, furnish, GROUP, KEY, opening, remembered, T0, toPerson } from './support.js'

/** Kills itself before the nth statement that writes, while it supersedes a decision, joins a case and sends. */
const BUSY = `
import Database from 'better-sqlite3'
import { openLedger } from './src/ledger/index.js'
const [file, nth, plan] = process.argv.slice(2)
const { draft, second, remembered } = JSON.parse(plan)
const prepare = Database.prototype.prepare
let written = 0, armed = false
Database.prototype.prepare = function (sql) {
  const statement = prepare.call(this, sql)
  if (!/^\\s*(INSERT|UPDATE|DELETE)/i.test(sql)) return statement
  const run = statement.run
  statement.run = function (...values) {
    if (armed && ++written === Number(nth)) process.kill(process.pid, 'SIGKILL')
    return run.apply(this, values)
  }
  return statement
}
const ledger = openLedger({ file, botId: 'bz1', key: Buffer.alloc(32, 7) })
armed = true
const event = { id: 'x1', group: draft.group, at: draft.at, from: null, body: { kind: 'message', message: { kind: 'text', text: '' } } }
ledger.recordEvent({ event, member: null, role: 'parent', digest: 'd', length: 1, textForInbox: '原文', recordedAt: draft.at })
process.send('recorded')
const { decision, actions } = ledger.commitDecision({ draft, remembered, excerpt: '打码', now: draft.at })
process.send(decision.id)
ledger.markSending(actions[0].id, draft.at)
process.send('sending')
ledger.settle(actions[0].id, { state: 'done', now: draft.at, sentAs: 'm1' })
process.send('done')
const later = ledger.commitDecision({ draft: { ...second, supersedes: decision.id }, remembered, excerpt: '打码', now: draft.at })
process.send(later.decision.id)
ledger.moveCase({ caseId: 'bz1-c1', from: { state: 'open', step: 0 }, to: { state: 'closed', closedAt: 1 },
  move: { by: 'p', channel: 'wechat', what: '1', at: 1 }, actions: second.actions })
process.send('moved')
ledger.finishInbox('x1')
process.send('finished')
process.send('written ' + written, () => process.exit(0))
`

/** Reads as fast as it can while the bot writes; what it sees must always be whole. */
const READER = `
import { openLedger } from './src/ledger/index.js'
const ledger = openLedger({ file: process.argv[2], botId: 'bz1', key: Buffer.alloc(32, 7), readonly: true })
let last = 0
process.send('ready')
process.on('message', () => { process.send(last, () => process.exit(0)) })
const look = () => {
  const report = ledger.verifyChain()
  if (!report.ok) throw new Error(JSON.stringify(report))
  if (report.length < last) throw new Error('went back')
  last = report.length
  for (const line of ledger.decisions({ limit: 20, order: 'desc' }))
    if (line.actions.length !== 2) throw new Error(line.id + ' is not whole')
  setImmediate(look)
}
look()
`

/** Tries to be the bot. */
const RIVAL = `
import { openLedger } from './src/ledger/index.js'
try {
  openLedger({ file: process.argv[2], botId: 'bz1', key: Buffer.alloc(32, 7) })
  process.send('in')
} catch (error) { process.send(error.code) }
setInterval(() => {}, 1000)
`

let home: string
const folder = (name: string) => mkdtempSync(join(home, `${name}-`))
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'ledger-crash-'))
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

describe('killed between two statements', () => {
  const actions = [toPerson('p1'), toPerson('h1', { kind: 'alert', severity: 'P1' })]
  const plan = {
    draft: draft('x1', { actions, opens: opening('k') }),
    second: draft('x1', {
      actions: [...actions, toPerson('h2', { kind: 'alert', severity: 'P0' })],
      opens: opening('k'),
    }),
    remembered: remembered('x1', { respond: 'remind' }),
  }

  /** What must hold whatever was cut off: all of a step or nothing of it, and nothing that was acknowledged is lost. */
  function check(ledger: Ledger, said: readonly unknown[]): void {
    expect(ledger.integrity()).toEqual([])
    expect(ledger.verifyChain().ok).toBe(true)
    const first = ledger.decision('bz1-d000001')
    const second = ledger.decision('bz1-d000002')
    if (said.includes('recorded')) expect(ledger.event('x1')).not.toBeNull()
    if (said.includes('bz1-d000001')) expect(first).not.toBeNull()
    if (said.includes('bz1-d000002')) expect(second).not.toBeNull()
    expect(ledger.undecidedEvents().map(event => event.id)).toEqual(ledger.event('x1') && !first ? ['x1'] : [])
    expect(first?.actions.length ?? 0).toBe(first ? 2 : 0)
    expect(second?.actions.length ?? 0).toBe(second ? 1 : 0)
    expect([first?.case?.code, first?.excerpt]).toEqual(first ? ['A1', '打码'] : [undefined, undefined])
    expect(ledger.history(GROUP).recent({ since: 0 })).toHaveLength(first ? 1 : 0)
    const moves = ledger.caseMoves('bz1-c1').map(move => move.what)
    const closed = ledger.case('bz1-c1')?.state === 'closed'
    expect(moves).toEqual([...(first ? ['opened'] : []), ...(second ? ['joined'] : []), ...(closed ? ['1'] : [])])
    expect(ledger.actionsOf('bz1-m000003')).toHaveLength(closed ? 3 : 0)
    if (said.includes('moved')) expect(closed).toBe(true)
    const sending = ledger.recoverSending(T0).map(action => action.id)
    if (said.includes('sending')) expect(first?.actions[0]?.state).not.toBe('owed')
    if (said.includes('done')) expect(first?.actions[0]).toMatchObject({ state: 'done', sentAs: 'm1' })
    else if (said.includes('sending')) expect([[], ['bz1-a000001']]).toContainEqual(sending)
    if (said.includes('finished')) expect(ledger.inboxText('x1', T0, 'test')).toBeNull()
    else if (said.includes('recorded') && !said.includes('moved'))
      expect(ledger.inboxText('x1', T0, 'test')).toBe('原文')
  }

  it('keeps everything that was acknowledged and no half of anything, wherever it is cut', async () => {
    const start = childProgram(folder('busy'), BUSY)
    const attempt = async (nth: number) => {
      const file = join(folder('run'), 'ledger.db')
      furnish(openLedger({ file, botId: 'bz1', key: KEY })).ledger.close()
      const end = await ended(start(file, String(nth), JSON.stringify(plan)))
      const ledger = openLedger({ file, botId: 'bz1', key: KEY })
      check(ledger, end.said)
      ledger.close()
      return end
    }
    const whole = await attempt(0)
    expect([whole.code, whole.errors]).toEqual([0, ''])
    const statements = Number(/written (\d+)/.exec(String(whole.said.at(-1)))?.[1])
    expect(statements).toBeGreaterThan(25)
    for (let nth = 1; nth <= statements; nth += 2) {
      const ends = await Promise.all([nth, nth + 1].filter(each => each <= statements).map(attempt))
      for (const end of ends) expect([end.signal, end.errors]).toEqual(['SIGKILL', ''])
    }
  }, 60_000)
})

describe('several processes', () => {
  it('a reader sees whole decisions only, while the bot writes', async () => {
    const start = childProgram(folder('reader'), READER)
    const file = join(folder('shared'), 'ledger.db')
    const { ledger } = furnish(openLedger({ file, botId: 'bz1', key: KEY }))
    decide(ledger, 'e0', { draft: { actions: [toPerson('p1'), toPerson('p2')] } })
    const child = start(file)
    const end = ended(child)
    await new Promise(resolve => child.once('message', resolve))
    for (let i = 1; i <= 400; i++) {
      decide(ledger, `e${i}`, { draft: { actions: [toPerson('p1'), toPerson('p2')] } })
      if (i % 10 === 0) await new Promise(resolve => setImmediate(resolve))
    }
    child.send('enough')
    const { said, code, errors } = await end
    expect([errors, code]).toEqual(['', 0])
    expect(said[1]).toBeGreaterThan(0)
    ledger.close()
  }, 30_000)

  it('one bot at a time; the lock dies with its process', async () => {
    const start = childProgram(folder('rival'), RIVAL)
    const file = join(folder('locked'), 'ledger.db')
    const mine = openLedger({ file, botId: 'bz1', key: KEY })
    const first = (child: ReturnType<typeof start>) => new Promise(resolve => child.once('message', resolve))
    const kept = start(file)
    expect(await first(kept)).toBe('BZ207')
    kept.kill('SIGKILL')
    mine.close()
    const holder = start(file)
    expect(await first(holder)).toBe('in')
    expect(() => openLedger({ file, botId: 'bz1', key: KEY })).toThrow(expect.objectContaining({ code: 'BZ207' }))
    const gone = ended(holder)
    holder.kill('SIGKILL')
    await gone
    openLedger({ file, botId: 'bz1', key: KEY }).close()
  }, 30_000)
})
