import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { charterLines, printed } from '../../src/cli/charter/content.js'
import { charterCommand, lastPrinted } from '../../src/cli/charter.js'
import { buildProgram, runProgram } from '../../src/cli/program.js'
import type { School } from '../../src/model/school.js'
import { config } from '../effects/opinion/chat-host.js'
import { type Office, office, SCHOOL, shippedRules } from './books.js'

async function charter(on: Office, ...args: string[]): Promise<string> {
  const program = buildProgram(on.tools, '0.1.0', [charterCommand(on.tools)])
  on.screen.lines.length = 0
  await runProgram(program, on.tools, ['charter', ...args])
  return on.screen.lines.join('\n')
}

describe('charter', () => {
  it('tells parents, gently, what is asked of them, what is kept, who sees it and how to object', async () => {
    const text = await charter(await office(), '--group', 'c3-2', '--text')
    for (const part of [
      '三年级2班家长群 群公约',
      '柳溪小学',
      '误会',
      '110',
      '120',
      '30天',
      '180天',
      '22:00',
      '王老师',
    ]) {
      expect(text).toContain(part)
    }
    expect(text).toContain('德育处赵主任')
    expect(text).not.toMatch(/违规|疑似|undefined|\{[a-z]+\}/)
    // short enough to be read: one line a category
    expect(text.split('\n').length).toBeLessThan(110)
    expect(Math.max(...text.split('\n').map(line => [...line].length))).toBeLessThan(200)
  })

  it('says in brackets only what the category does not say already, and nothing twice', async () => {
    for (const [, line] of (await charter(await office(), '--text')).matchAll(/^· (.*)$/gmu)) {
      const [, category = '', what] = /^([^：（]*)(?:（(.*?)）)?：/u.exec(line ?? '') ?? []
      if (what === undefined) continue
      const titles = what.replace(/等$/u, '').split('、')
      expect(new Set(titles).size).toBe(titles.length)
      expect(titles).not.toContain(category)
      expect(titles.length).toBeLessThanOrEqual(4)
    }
    const text = await charter(await office(), '--group', 'c3-2', '--text')
    expect(text).toMatch(/^· 语音消息：不提醒任何人/mu)
    expect(text).not.toContain('发错群（像是发错了群）')
  })

  it('gives the night of the class, where that is longer', async () => {
    const quiet = { from: 21 * 60, to: 8 * 60 }
    const tighten = { params: { quiet, publicLinesPerDay: 1 }, rules: new Map() }
    const groups = SCHOOL.groups.map(group => (group.id === 'c3-2' ? { ...group, tighten } : group))
    const text = await charter(
      await office({ school: async () => ({ ...SCHOOL, groups }) }),
      '--group',
      'c3-2',
      '--text',
    )
    expect(text).toContain('21:00')
    expect(text).toContain('08:00')
    expect(text).not.toContain('22:00')
  })

  it('says what leaves the machine', async () => {
    const opinion = config('https://llm.school.example/v1')
    const asking = (more: School['opinion']) => office({ school: async () => ({ ...SCHOOL, opinion: more ?? null }) })
    expect(await charter(await asking(null), '--text')).toContain('什么都不离开学校的这台电脑')
    const told = await charter(await asking(opinion), '--text')
    expect(told).toContain('请学校选定的大模型看一眼')
    expect(told).not.toContain('什么都不离开')
    expect(told).not.toContain('llm.school.example')
    // on this very machine nothing leaves it
    const local = await asking({ ...opinion, url: 'http://127.0.0.1:11434/v1' })
    expect(await charter(local, '--text')).toContain('什么都不离开学校的这台电脑')
  })

  it('never names a parent or a child', async () => {
    expect(await charter(await office(), '--text')).not.toMatch(/程小满|吴语桐/)
  })

  it('is Markdown unless text is wanted, and says where the rules come from', async () => {
    const markdown = await charter(await office(), '--group', 'c3-2')
    expect(markdown).toMatch(/^# 三年级2班家长群 群公约$/m)
    expect(markdown).toMatch(/^## 依据$/m)
    expect(markdown).toMatch(/^- 商业推销/m)
  })

  it('has no list of changes the first time, and says that only words changed when no line did', async () => {
    const on = await office()
    expect(await charter(on, '--group', 'c3-2', '--text')).not.toContain('这一版改了什么')
    const last = lastPrinted(on.ledger, 'c3-2')
    on.ledger.setMeta('charter:c3-2', JSON.stringify({ ...last, version: 'f'.repeat(64) }))
    const second = await charter(on, '--group', 'c3-2', '--text')
    expect(second).toContain('这一版改了什么（和2026-11-04的 ffffffffffff 版相比）')
    expect(second).toContain('约定没有变')
    expect(await charter(on, '--group', 'c3-2', '--text')).toBe(second)
  })

  it('prints before the bot ran for the first time, and says that it kept no version', async () => {
    const on = await office({ openBeside: () => null })
    expect(await charter(on, '--group', 'c3-2')).toContain('群公约')
    expect(on.screen.errors.join('')).toContain('还没有账本')
  })

  it('writes two files a group', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'charter-'))
    try {
      await charter(await office(), '--out', join(dir, '公约'))
      expect(readFileSync(join(dir, '公约', 'c3-2-群公约.md'), 'utf8')).toContain('# 三年级2班')
      expect(statSync(join(dir, '公约', 'c3-3-群公约.txt')).size).toBeGreaterThan(500)
    } finally {
      rmSync(dir, { recursive: true, force: true })
    }
  })

  it('refuses a group that is not in the school file', async () => {
    const on = await office()
    await charter(on, '--group', 'nobody')
    expect([on.code(), on.screen.errors.join('')]).toEqual([3, expect.stringContaining('BZ502')])
  })
})

describe('the change list', () => {
  it('names what is new, different and gone since the last one', async () => {
    const rules = await shippedRules()
    const lines = charterLines(rules.packs.get('common') as never, rules.messages)
    const first = printed(lines, 'a'.repeat(64), '2026-09-01', null)
    expect(first.news).toBeNull()
    const changed = lines.slice(1).map((line, i) => (i === 0 ? { ...line, text: '改了的一条' } : line))
    const second = printed(changed, 'b'.repeat(64), '2026-10-01', first)
    expect(second.news?.since).toBe('2026-09-01的 aaaaaaaaaaaa 版')
    expect(second.news?.list).toEqual(['改为：改了的一条', `不再列出：${lines[0]?.text}`])
    const third = printed(lines, 'c'.repeat(64), '2026-11-01', second)
    expect(third.news?.list[0]).toBe(`新增：${lines[0]?.text}`)
    expect(printed(lines, 'c'.repeat(64), '2026-12-01', third).news).toEqual(third.news)
  })
})
