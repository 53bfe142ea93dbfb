import { describe, expect, it } from '@jest/globals'
import { consentCommand } from '../../src/cli/consent.js'
import { buildProgram, runProgram } from '../../src/cli/program.js'
import { consentOf } from '../../src/pipeline/consent.js'
import { type Office, office } from './books.js'

async function consent(on: Office, ...args: string[]): Promise<string> {
  const program = buildProgram(on.tools, '0.1.0', [consentCommand(on.tools)])
  on.screen.lines.length = 0
  await runProgram(program, on.tools, ['consent', ...args])
  return on.screen.lines.join('\n')
}

const IN = ['--group', 'c3-2', '--by', '王老师']

describe('consent', () => {
  it('lists every group with nothing on record', async () => {
    const said = await consent(await office())
    expect(said).toMatch(/c3-2.*✗ 公约已发.*✗ 已征求意见.*✗ 监护人同意/)
    expect(said).toContain('c3-3')
  })

  it('puts things on record with day and name, and shows them', async () => {
    const on = await office()
    await consent(on, 'add', '公约已发', ...IN, '--on', '2026-11-01')
    await consent(on, 'add', '已征求意见', ...IN)
    await consent(on, 'add', '监护人同意', ...IN, '--agreed', '39', '--of', '40')
    expect(on.code()).toBe(0)
    const said = await consent(on, 'show', '--group', 'c3-2')
    for (const part of ['✓ 公约已发', '2026-11-01', '2026-11-04', '39/40', '登记人 王老师'])
      expect(said).toContain(part)
    expect(consentOf(on.ledger, 'c3-3').posted).toBeNull()
  })

  it('takes an objection by name card, erases what was kept, and takes it back', async () => {
    const on = await office()
    const parent = on.id('c3-2', '吴语桐爸爸')
    on.decide('e1', parent, { excerpt: '自家橙子' })
    await consent(on, 'add', '不同意', ...IN, '--person', '桐爸')
    expect(consentOf(on.ledger, 'c3-2').objectors).toEqual([parent])
    expect(on.ledger.decision('e1')?.excerpt).toBeNull()
    expect(on.ledger.verifyChain().ok).toBe(true)
    expect(await consent(on)).toContain('不同意留下文字 1 人')
    await consent(on, 'add', '改为同意', ...IN, '--person', parent)
    expect(consentOf(on.ledger, 'c3-2').objectors).toEqual([])
  })

  it.each([
    [['add', '随便', ...IN], '可选：公约已发'],
    [['add', '公约已发', '--group', 'c3-2'], '--by'],
    [['add', '公约已发', '--by', '王老师'], '--group'],
    [['add', '公约已发', ...IN, '--on', '2026-13-01'], '日期不对'],
    [['add', '公约已发', ...IN, '--on', '2027-01-01'], '日期不对'],
    [['add', '监护人同意', ...IN, '--agreed', '41', '--of', '40'], '还多'],
    [['add', '监护人同意', ...IN, '--agreed', '很多'], '--agreed'],
    [['add', '不同意', ...IN], '--person'],
    [['add', '不同意', ...IN, '--person', '某某妈妈'], 'BZ503'],
  ])('refuses %j and says why', async (args, why) => {
    const on = await office()
    await consent(on, ...args)
    expect([on.code(), on.screen.errors.join('\n')]).toEqual([3, expect.stringContaining(why)])
    expect(on.ledger.metas('consent:')).toEqual([])
  })

  it('says so where the bot never ran', async () => {
    const on = await office({ openBeside: () => null })
    await consent(on)
    expect(on.screen.errors.join('')).toContain('先运行一次 banzhang run')
  })
})
