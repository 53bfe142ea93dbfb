import { describe, expect, it } from '@jest/globals'
import { openBeside } from '../../src/ledger/index.js'
import { HOUR } from '../../src/model/time.js'
import {
  decide,
  draft,
  GROUP,
  inFolder,
  KEY,
  memoryLedger,
  open,
  opening,
  record,
  remembered,
  T0,
  toPerson,
} from './support.js'

describe('erasing what goes back to one person', () => {
  it('empties every text of theirs, leaves those of others, and the chain holds', () => {
    const { ledger, parent } = memoryLedger()
    const other = ledger.personId(GROUP, 'wx-2', '吴语桐爸爸', 'parent')
    const about = toPerson(parent)
    const { actions } = decide(ledger, 'e1', { member: parent, excerpt: '加我 ***', draft: { actions: [about] } })
    decide(ledger, 'e2', { member: other, excerpt: '橙子十块', draft: { actions: [toPerson(other)] } })
    record(ledger, 'e3', parent, { text: '原话' })
    ledger.settle(actions[0]?.id ?? '', { state: 'done', now: T0 })
    expect(ledger.eraseTexts(parent, T0)).toEqual({
      withdrawn: 0,
      inbox: 1,
      excerpts: 1,
      actionTexts: 1,
      summaries: 0,
    })
    expect(ledger.decision('e1')?.excerpt).toBeNull()
    expect(ledger.actionsTo(parent).map(action => action.text)).toEqual([''])
    expect(ledger.decision('e2')?.excerpt).toBe('橙子十块')
    expect(ledger.actionsTo(other)[0]?.text).not.toBe('')
    expect(ledger.inboxText('e3', T0, 'test')).toBeNull()
    expect(ledger.verifyChain().ok).toBe(true)
  })

  it('withdraws what is still owed, so that no empty line is ever sent', () => {
    const { ledger, parent } = memoryLedger()
    decide(ledger, 'e1', { member: parent, draft: { actions: [toPerson(parent), toPerson('h1', { kind: 'alert' })] } })
    expect(ledger.eraseTexts(parent, T0)).toMatchObject({ withdrawn: 2, actionTexts: 2 })
    expect(ledger.dueActions(T0 + HOUR, 10)).toEqual([])
    expect(ledger.verifyChain().ok).toBe(true)
  })

  it('empties summaries of closed cases about them, and digests of their group that may quote them', () => {
    const { ledger, parent } = memoryLedger()
    const closed = { to: { state: 'closed', closedAt: T0, closedBy: 'head_teacher:1' }, actions: [] } as const
    decide(ledger, 'e1', { member: parent, draft: { respond: 'escalate', opens: opening('k', { about: parent }) } })
    ledger.addActions('job/digest/1', [toPerson('h1', { kind: 'digest', text: '·刚才 程*妈妈：几点' })], T0)
    const [digest] = ledger.actionsOf('job/digest/1')
    ledger.settle(digest?.id ?? '', { state: 'done', now: T0 })
    expect(ledger.eraseTexts(parent, T0)).toMatchObject({ summaries: 0, actionTexts: 1 })
    const move = { by: 'head_teacher:h1', channel: 'wechat', what: '1', at: T0 }
    ledger.moveCase({ caseId: 'bz1-c1', from: { state: 'open', step: 0 }, ...closed, move })
    expect(ledger.eraseTexts(parent, T0)).toMatchObject({ summaries: 1, actionTexts: 0 })
    expect(ledger.case('bz1-c1')?.summary).toBe('')
  })

  it('does nothing for somebody nobody knows', () => {
    const { ledger } = memoryLedger()
    decide(ledger, 'e1', { excerpt: '加我 ***' })
    expect(Object.values(ledger.eraseTexts('bz1-p99', T0))).toEqual([0, 0, 0, 0, 0])
    expect(ledger.decision('e1')?.excerpt).toBe('加我 ***')
  })
})

describe('a ledger opened beside the bot', () => {
  it('writes what a person says at a terminal, and the bot sees it and goes on', () => {
    inFolder(folder => {
      const bot = open(folder)
      const parent = bot.personId(GROUP, 'wx-1', '程小满妈妈', 'parent')
      bot.saveRuleSet('hash-1', new Map(), T0)
      const beside = openBeside({ file: bot.file, botId: 'bz1', key: KEY })
      beside.setMeta('consent:c3-2', '[]')
      beside.noteAccess(parent, 'export', T0)
      expect(bot.meta('consent:c3-2')).toBe('[]')
      expect(bot.accesses(0)).toEqual([{ eventId: parent, reader: 'export', at: T0, found: true }])
      record(bot, 'e1', parent)
      bot.commitDecision({ draft: draft('e1'), remembered: remembered('e1'), excerpt: '加我 ***', now: T0 })
      expect(beside.eraseTexts(parent, T0).excerpts).toBe(1)
      expect(beside.erasePerson(parent)).toBe(true)
      beside.close()
      expect(bot.person(parent)).toMatchObject({ name: '', erased: true })
      expect(bot.verifyChain()).toEqual({ ok: true, length: 1 })
      bot.close()
    })
  })
})

describe('decisions and lines of one person', () => {
  it('are found by who they are', () => {
    const { ledger, parent } = memoryLedger()
    decide(ledger, 'e1', { member: parent, draft: { actions: [toPerson(parent)] } })
    decide(ledger, 'e2')
    expect(ledger.decisions({ member: parent, limit: 10 }).map(line => line.eventId)).toEqual(['e1'])
    expect(ledger.actionsTo(parent)).toHaveLength(1)
    expect(ledger.actionsTo('bz1-p99')).toEqual([])
  })
})
