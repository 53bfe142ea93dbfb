import { describe, expect, it } from '@jest/globals'
import { checkCommand } from '../../src/cli/check.js'
import { corrections, precisionOf, precisions } from '../../src/cli/feedback/kept.js'
import { proposeThreshold } from '../../src/cli/feedback/thresholds.js'
import { feedbackCommand } from '../../src/cli/feedback.js'
import { buildProgram, runProgram } from '../../src/cli/program.js'
import { judgeKept } from '../../src/engine/index.js'
import type { Rule, RuleSet } from '../../src/model/rule.js'
import { DAY } from '../../src/model/time.js'
import { registry } from '../../src/signals/index.js'
import { packOf, ruleOf, ruleSetOf } from '../engine/support.js'
import { type Office, office, SCHOOL } from './books.js'
import { NOW } from './support.js'

const JUDGE = {
  loadSchool: async () => ({ ok: true as const, value: SCHOOL, warnings: '' }),
  judge: async (rules: RuleSet, _: readonly string[], lines: Parameters<typeof judgeKept>[2]) =>
    judgeKept(rules, registry, lines),
}

async function run(on: Office, ...args: string[]): Promise<string> {
  const program = buildProgram(on.tools, '0.1.0', [feedbackCommand(on.tools), checkCommand(on.tools)])
  on.screen.lines.length = 0
  await runProgram(program, on.tools, args)
  return on.screen.lines.join('\n')
}

function wrong(on: Office, decisionId: string): void {
  on.ledger.addFeedback({ decisionId, caseId: null, kind: 'false_alarm', by: 'h1', at: NOW })
}

/** A rule of the shipped pack with a line that it fires for. */
async function firing(on: Office): Promise<Rule> {
  const rules = await on.tools.loadRules('')
  const rule = rules.ok ? rules.value.packs.get('common')?.rules.find(one => one.category === 'commerce') : undefined
  if (!rule) throw new Error('no rule about commerce')
  return rule
}

describe('feedback', () => {
  it('says so when there is none', async () => {
    expect(await run(await office(JUDGE), 'feedback')).toContain('还没有提醒或上报过')
  })

  it('lists rules with their precision, the kept lines, and what to look at', async () => {
    const on = await office(JUDGE)
    const parent = on.id('c3-2', '程小满妈妈')
    const rule = await firing(on)
    const text = rule.examples.hit[0]?.text ?? ''
    for (const n of [1, 2, 3, 4]) {
      const id = on.decide(`e${n}`, parent, { rule: rule.id, excerpt: n < 3 ? text : '别的话' })
      if (n < 3) wrong(on, id)
    }
    on.decide('fine', parent, { rule: 'privacy.id_card', respond: 'ask_recall' })
    const said = await run(on, 'feedback')
    expect(said).toMatch(new RegExp(`${rule.id}\\s+4\\s+2\\s+50%`))
    expect(said).toMatch(/privacy\.id_card\s+1\s+0\s+100%/)
    expect(said).toContain(text)
    expect(said).toContain('examples.pass')
    expect(on.code()).toBe(0)
  })

  it('counts each correction once, and only the decision that stands', async () => {
    const on = await office(JUDGE)
    const parent = on.id('c3-2', '程小满妈妈')
    const first = on.decide('e1', parent, { excerpt: '自家橙子' })
    wrong(on, first)
    on.ledger.addFeedback({ decisionId: first, caseId: null, kind: 'false_alarm', by: 'h2', at: NOW })
    expect(corrections(on.ledger, SCHOOL)).toHaveLength(1)
    expect(precisions(on.ledger, [], 0)).toEqual([{ rule: 'commerce.goods', acted: 1, wrong: 0 }])
    expect(precisionOf({ rule: 'x', acted: 0, wrong: 1 })).toBe(0)
  })

  it('keeps a corrected line as long as anything is kept, and no longer', async () => {
    const on = await office(JUDGE)
    const id = on.decide('e1', on.id('c3-2', '程小满妈妈'), { excerpt: '自家橙子' })
    wrong(on, id)
    const keep = { inbox: 0, flagged: 30 * DAY, escalated: 180 * DAY }
    on.ledger.applyRetention(NOW + 100 * DAY, keep)
    expect(corrections(on.ledger, SCHOOL)[0]?.excerpt).toBe('自家橙子')
    on.ledger.applyRetention(NOW + 181 * DAY, keep)
    expect(corrections(on.ledger, SCHOOL)[0]).toMatchObject({ excerpt: null, kept: null })
    expect(on.ledger.verifyChain().ok).toBe(true)
  })
})

describe('check --with feedback', () => {
  it('fails while a rule still fires for what was called a false alarm, and passes when it does not', async () => {
    const on = await office(JUDGE)
    const rule = await firing(on)
    const parent = on.id('c3-2', '程小满妈妈')
    wrong(on, on.decide('e1', parent, { rule: rule.id, excerpt: '明天几点到校' }))
    expect(await run(on, 'check', '--with', 'feedback', '--no-schema', '--school', 'x')).toContain(
      '1 个误报例句都不再命中',
    )
    expect(on.code()).toBe(0)
    wrong(on, on.decide('e2', parent, { rule: rule.id, excerpt: rule.examples.hit[0]?.text ?? '' }))
    await run(on, 'check', '--with', 'feedback', '--no-schema', '--school', 'x')
    expect(on.screen.errors.join('\n')).toMatch(new RegExp(`BZ107.*${rule.id}`))
    expect(on.code()).toBe(1)
  })
})

describe('a proposed threshold', () => {
  const place = { file: 'x', line: 1, col: 1 }
  const line = (text: string) => ({
    text,
    from: 'parent' as const,
    name: null,
    kind: 'text' as const,
    title: null,
    url: null,
    filename: null,
    ocr: null,
    duration: null,
    at: '2026-11-04T15:00:00',
    grade: null,
    place,
  })
  const propose = (hit: string, wrong: string) => {
    const rule = ruleOf({
      id: 'long',
      when: { op: 'signal', signal: 'shape', options: { at_least: 5 }, place },
      examples: { hit: [{ ...line(hit), after: [] }], pass: [] },
    })
    const pack = { ...packOf(rule), name: 'common' }
    const kept = [{ pack: 'common', rule: 'long', line: line(wrong) }]
    return proposeThreshold(ruleSetOf([pack]), pack, rule, kept, async (rules, lines) =>
      judgeKept(rules, registry, lines),
    )
  }

  it('is the smallest at which the false alarms stop and every example still hits', async () => {
    expect(await propose('一二三四五六七八九十', '一二三四五六七')).toEqual({ signal: 'shape', from: 5, to: 8 })
  })

  it('is none where an example would be lost', async () => {
    expect(await propose('一二三四五六', '一二三四五六七')).toBeNull()
  })
})
