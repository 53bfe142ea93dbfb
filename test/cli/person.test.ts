import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { exportCommand } from '../../src/cli/export.js'
import { forgetCommand } from '../../src/cli/forget.js'
import { buildProgram, runProgram } from '../../src/cli/program.js'
import type { OpinionCall } from '../../src/ledger/index.js'
import { addConsent, consentOf } from '../../src/pipeline/consent.js'
import { addException, listExceptions } from '../../src/pipeline/exceptions.js'
import { opening } from '../ledger/support.js'
import { type Office, office, word } from './books.js'
import { NOW } from './support.js'

async function run(on: Office, ...args: string[]): Promise<string> {
  const program = buildProgram(on.tools, '0.1.0', [exportCommand(on.tools), forgetCommand(on.tools)])
  on.screen.lines.length = 0
  await runProgram(program, on.tools, args)
  return on.screen.lines.join('\n')
}

async function withTraces(): Promise<{ on: Office; parent: string }> {
  const on = await office()
  const parent = on.id('c3-2', '吴语桐爸爸')
  on.decide('e1', parent, { excerpt: '自家橙子', actions: [word(parent)] })
  addException(on.ledger, 'c3-2', parent, 'commerce')
  addConsent(on.ledger, 'c3-2', { on: '2026-11-01', by: '王老师', recordedAt: NOW, kind: 'objects', person: parent })
  return { on, parent }
}

describe('export', () => {
  it('holds everything that is kept of one member, and the reading is on record', async () => {
    const { on, parent } = await withTraces()
    on.decide('other', on.id('c3-2', '程小满妈妈'), { excerpt: '别人的话' })
    const text = await run(on, 'export', '吴语桐爸爸')
    const kept = JSON.parse(text)
    expect(kept).toMatchObject({
      person: { id: parent, name: '吴语桐爸爸' },
      said: [{ event: 'e1', excerpt: '自家橙子', respond: 'remind' }],
      told: [{ kind: 'remind', state: 'owed' }],
      exceptions: ['commerce'],
      consent: [{ what: 'objects' }],
      readings: [{ of: parent, reader: 'export:admin' }],
    })
    expect(text).not.toContain('别人的话')
    expect(on.ledger.accesses(0)).toHaveLength(1)
  })

  it('tells of which messages masked words were shown to a model, and of nobody else\u2019s', async () => {
    const { on, parent } = await withTraces()
    const call: Omit<OpinionCall, 'id' | 'decisionId'> = {
      ...{ group: 'c3-2', at: NOW, digest: 'd', model: 'school-7b', about: 'commerce', probability: 0.5 },
      ...{ from: 0.3, to: 0.8, outcome: null, opinion: null, ms: null, tokens: null, status: null, changed: null },
    }
    const mine = on.decide('mine', parent)
    on.ledger.addOpinionCall({ ...call, decisionId: mine })
    on.ledger.addOpinionCall({ ...call, decisionId: on.decide('other', on.id('c3-2', '程小满妈妈')) })
    const { opinions } = JSON.parse(await run(on, 'export', '吴语桐爸爸'))
    expect(opinions).toEqual([
      {
        decision: mine,
        at: new Date(NOW).toISOString(),
        model: 'school-7b',
        about: 'commerce',
        outcome: null,
        opinion: null,
      },
    ])
  })

  it('goes to a file for its owner alone, never over another one', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'export-'))
    try {
      const { on } = await withTraces()
      const file = join(dir, 'x.json')
      await run(on, 'export', '桐爸', '--out', file)
      expect(JSON.parse(readFileSync(file, 'utf8')).person.name).toBe('吴语桐爸爸')
      expect(statSync(file).mode & 0o777).toBe(0o600)
      await run(on, 'export', '桐爸', '--out', file)
      expect(on.screen.errors.join('')).toContain('BZ501')
    } finally {
      rmSync(dir, { recursive: true, force: true })
    }
  })

  it('refuses a name that several have, and tells them apart by id', async () => {
    const { on } = await withTraces()
    await run(on, 'export', '程小满妈妈')
    expect(on.screen.errors.join('')).toMatch(/BZ502.*有 2 个.*c3-2.*c3-3/)
    expect(on.ledger.accesses(0)).toEqual([])
    expect(JSON.parse(await run(on, 'export', on.id('c3-3', '程小满妈妈'))).person.group).toBe('c3-3')
  })

  it('refuses somebody nobody knows', async () => {
    const { on } = await withTraces()
    await run(on, 'export', '没有这个人\u001b[2J')
    expect([on.code(), on.screen.errors.join('')]).toEqual([3, expect.stringContaining('BZ503')])
    expect(on.screen.errors.join('')).not.toContain('\u001b')
  })
})

describe('forget', () => {
  it('changes nothing without --yes', async () => {
    const { on, parent } = await withTraces()
    expect(await run(on, 'forget', '吴语桐爸爸')).toContain('--yes')
    expect([on.code(), on.ledger.person(parent)?.name]).toEqual([1, '吴语桐爸爸'])
  })

  it('erases name, words, lines, settings; the chain holds, and it says so', async () => {
    const { on, parent } = await withTraces()
    const said = await run(on, 'forget', '吴语桐爸爸', '--yes')
    expect(said).toContain('哈希链仍然完整：1 个决定')
    expect(said).toContain('名单里还有这个人')
    expect(on.ledger.person(parent)).toMatchObject({ name: '', erased: true })
    expect(on.ledger.decision('e1')?.excerpt).toBeNull()
    expect(on.ledger.actionsTo(parent)).toMatchObject([{ text: '', state: 'withdrawn' }])
    expect(listExceptions(on.ledger, 'c3-2')).toEqual([])
    expect(consentOf(on.ledger, 'c3-2').objectors).toEqual([])
    expect(on.ledger.accesses(0)).toMatchObject([{ eventId: parent, reader: 'forget:admin' }])
    await run(on, 'forget', '吴语桐爸爸', '--yes')
    expect(on.screen.errors.join('')).toContain('BZ503')
  })

  it('waits for an open case about them', async () => {
    const { on } = await withTraces()
    const parent = on.id('c3-3', '程小满妈妈')
    on.decide('e9', parent, {
      group: 'c3-3',
      respond: 'escalate',
      severity: 'P2',
      opens: opening('k', { about: parent }),
    })
    await run(on, 'forget', parent, '--yes')
    expect(on.screen.errors.join('')).toContain('A1')
    expect(on.ledger.person(parent)?.name).toBe('程小满妈妈')
  })
})
