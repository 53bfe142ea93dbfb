import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { rehearsalOf } from '../../src/cli/go-live/rehearsal.js'
import { goLiveCommand } from '../../src/cli/go-live.js'
import { buildProgram, runProgram } from '../../src/cli/program.js'
import { DAY, HOUR } from '../../src/model/time.js'
import { addConsent } from '../../src/pipeline/consent.js'
import { handlePrivate } from '../../src/pipeline/private.js'
import { GROUP, rig } from '../pipeline/rig.js'
import { type Office, office, SCHOOL, word } from './books.js'
import { NOW } from './support.js'

async function goLive(on: Office, ...args: string[]): Promise<string> {
  const program = buildProgram(on.tools, '0.1.0', [goLiveCommand(on.tools)])
  on.screen.lines.length = 0
  await runProgram(program, on.tools, ['go-live', '--group', 'c3-2', ...args])
  return on.screen.lines.join('\n')
}

function recordAll(on: Office): void {
  const base = { on: '2026-11-01', by: '王老师', recordedAt: NOW }
  addConsent(on.ledger, 'c3-2', { ...base, kind: 'posted', version: null })
  addConsent(on.ledger, 'c3-2', { ...base, kind: 'consulted' })
  addConsent(on.ledger, 'c3-2', { ...base, kind: 'guardians', agreed: 39, of: 40 })
}

/** What the running bot does when the head teacher replies. */
function replied(on: Office, by = on.id('c3-2', '班主任王老师')): void {
  const found = on.ledger.openCases({ kind: 'test' }).at(-1)
  if (!found) throw new Error('no test alert')
  on.ledger.moveCase({
    caseId: found.id,
    from: found,
    to: { state: 'closed', closedAt: NOW, closedBy: 'head_teacher:1' },
    move: { by: `head_teacher:${by}`, channel: 'wechat', what: '1', at: NOW },
    actions: [],
  })
}

describe('go-live', () => {
  it('refuses at first, names all that is missing, and owes one test alert', async () => {
    const on = await office()
    const said = await goLive(on)
    for (const part of [
      '还没有试运行过',
      '公约还没有',
      '还没有征求',
      '监护人同意',
      '测试提醒 A1 已准备好',
      '还差 5 项',
    ]) {
      expect(said).toContain(part)
    }
    expect(on.code()).toBe(1)
    const due = on.ledger.dueActions(NOW, 10)
    expect(due).toHaveLength(1)
    expect(due[0]).toMatchObject({ kind: 'alert', state: 'owed', recipient: 'head_teacher', severity: 'P2' })
    expect(due[0]?.text).toMatch(/【测试A1】.*回复 A1 1/)
  })

  it('asks nobody twice while an answer is awaited', async () => {
    const on = await office()
    await goLive(on)
    expect(await goLive(on)).toContain('还没有回复测试提醒 A1')
    expect(on.ledger.openCases({ kind: 'test' })).toHaveLength(1)
  })

  it('holds the test for the morning', async () => {
    const on = await office({}, NOW + 9 * HOUR)
    await goLive(on)
    expect(on.ledger.nextDueAt()).toBe(Date.UTC(2026, 10, 4, 23, 30))
  })

  it('asks again where nobody answered in time, and takes nobody else’s word', async () => {
    const on = await office()
    await goLive(on)
    const head = on.id('c3-2', '班主任王老师')
    replied(on, 'bz1-p99')
    expect(rehearsalOf(on.ledger, 'c3-2', head).state).toBe('none')
    expect(await goLive(on)).toContain('A2 已准备好')
  })

  it('shows what was not sent: counts by kind, lines of the last week', async () => {
    const on = await office()
    const parent = on.id('c3-2', '程小满妈妈')
    on.decide('old', parent, { at: NOW - 15 * DAY, excerpt: '旧的一条', held: true, actions: [word(parent)] })
    on.decide('new', parent, { at: NOW - DAY, excerpt: '自家橙子', held: true, actions: [word(parent)] })
    const elsewhere = word(parent, { target: { person: parent, group: 'c3-3' } })
    on.decide('elsewhere', parent, { group: 'c3-3', excerpt: '别班', held: true, actions: [elsewhere] })
    const said = await goLive(on)
    expect(said).toContain('本来会发：私下提醒 2')
    expect(said).toContain('自家橙子')
    expect(said).toContain('→ 私下提醒：您好')
    expect(said).not.toMatch(/旧的一条|别班/)
    expect(said).toContain('试运行了 15 天')
  })

  it('says which line to change when everything is there, and changes nothing itself', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'live-'))
    try {
      const file = join(dir, 'school.yaml')
      const text = 'groups:\n  - id: c3-2\n    topic: x\n    mode: shadow # 试运行\n  - id: c3-3\n    mode: shadow\n'
      writeFileSync(file, text)
      const on = await office()
      on.decide('old', on.id('c3-2', '程小满妈妈'), { at: NOW - 14 * DAY })
      recordAll(on)
      await goLive(on)
      replied(on)
      expect(await goLive(on, '--school', file)).toContain('school.yaml 第 4 行的 mode: shadow 改为 mode: live')
    } finally {
      rmSync(dir, { recursive: true, force: true })
    }
  })

  it('waits for the two weeks', async () => {
    const on = await office()
    on.decide('old', on.id('c3-2', '程小满妈妈'), { at: NOW - 13 * DAY })
    recordAll(on)
    await goLive(on)
    replied(on)
    expect(await goLive(on)).toContain('再等 1 天')
    expect(on.code()).toBe(1)
  })

  it('is done for a group that is live already', async () => {
    const groups = SCHOOL.groups.map(group => ({ ...group, mode: 'live' as const }))
    const on = await office({ school: async () => ({ ...SCHOOL, groups }) })
    expect(await goLive(on)).toContain('已经是正式模式')
    expect(on.code()).toBe(0)
  })
})

describe('a test alert', () => {
  it('is answered through the one path, in shadow mode, and is no feedback on any rule', async () => {
    for (const digit of ['1', '5']) {
      const { ledger, deps, teacher } = rig({ mode: 'shadow' })
      const group = deps.groups.profile(GROUP)
      const { askForRehearsal } = await import('../../src/cli/go-live/rehearsal.js')
      const { ruleSet } = deps.rules()
      const params = ruleSet.packs.get('common')?.params
      if (!group || !params) throw new Error('the rig has no group')
      const local = deps.localTime(deps.clock.now(), group.timezone)
      const base = { group, person: teacher, params, messages: ruleSet.messages, local }
      const code = askForRehearsal(ledger, { ...base, now: deps.clock.now() })
      const [owed] = ledger.dueActions(deps.clock.now(), 5)
      ledger.settle(owed?.id ?? '', { state: 'done', now: deps.clock.now() })
      handlePrivate(deps, { id: `r${digit}`, at: deps.clock.now(), from: teacher, text: `${code} ${digit}` })
      expect(rehearsalOf(ledger, GROUP, teacher.id).state).toBe('answered')
      expect(ledger.feedback()).toEqual([])
    }
  })
})
