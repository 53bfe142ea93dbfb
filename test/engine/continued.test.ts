import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  addsTo,
  compileRuleSet,
  continued,
  decidedBy,
  evaluate,
  MemoryHistory,
  makeFacts,
  remember,
  writtenAsOne,
} from '../../src/engine/index.js'
import type { EventBody, GroupEvent } from '../../src/model/event.js'
import type { Member } from '../../src/model/member.js'
import type { Facts } from '../../src/model/signal.js'
import { SECOND } from '../../src/model/time.js'
import { registry } from '../../src/signals/index.js'
import { cpu } from '../cpu.js'
import { AFTERNOON, GROUP, memberOf, NOW, PARAMS } from '../signals/support.js'
import { outcome, packOf, ruleOf, ruleSetOf, when } from './support.js'

const LEXICONS = {
  offer: ['橙子', '代购', '自家果园'],
  call: ['加我', '私我', '微信'],
  missing: ['不见了', '找不到'],
  child: ['孩子'],
  insult: ['我操'],
  dissent: ['不同意'],
  thanks: ['谢谢'],
}
const RULES = [
  ruleOf({
    id: 'missing',
    tier: 'safety',
    category: 'emergency',
    when: when({ all: [{ words: 'missing' }, { words: 'child' }] }),
    unless: [when({ pattern: '水杯|猫' })],
    then: [outcome({ respond: 'escalate', severity: 'P0', to: 'head_teacher' })],
  }),
  ruleOf({
    id: 'insult',
    tier: 'conflict',
    category: 'abuse_conflict',
    when: when({ words: 'insult' }),
    then: [outcome({ respond: 'escalate', severity: 'P1', to: 'head_teacher' })],
  }),
  ruleOf({
    id: 'weapon',
    tier: 'safety',
    category: 'self_harm_bullying',
    when: when({ pattern: { re: '提.{0,4}凳子', on: 'key' } }),
    then: [outcome({ respond: 'escalate', severity: 'P0', to: 'head_teacher' })],
  }),
  ruleOf({ id: 'dissent', tier: 'dissent', when: when({ words: 'dissent' }), then: [outcome({ respond: 'allow' })] }),
  ruleOf({
    id: 'shop',
    tier: 'conduct',
    category: 'commerce',
    when: when({ all: [{ words: 'offer' }, { words: 'call' }] }),
    unless: [when({ question: true })],
    then: [outcome({ respond: 'remind' })],
  }),
  ruleOf({
    id: 'order',
    tier: 'conduct',
    category: 'commerce',
    when: when({ words: 'offer' }),
    unless: [when({ pattern: '吗' }), when({ not: { pattern: '斤' } })],
    then: [outcome({ respond: 'remind' })],
  }),
  ruleOf({
    id: 'thanks',
    tier: 'burst',
    category: 'flattery',
    when: when({ words: 'thanks' }),
    then: [outcome({ respond: 'collect' })],
  }),
]
const pack = compileRuleSet(ruleSetOf([packOf(...RULES)], LEXICONS), registry).get('test')

const mother = memberOf('parent', '钱多多妈妈', ['钱多多'])
const father = memberOf('parent', '冯小满爸爸', ['冯小满'])

interface Line {
  by?: Member
  /** seconds since the line before */
  after?: number
  text?: string
  body?: EventBody
  late?: boolean
}

/** What the intent model would say of all lines together, measured by ordinary talk: in doubt, as likely. */
const AS_LIKELY = 1
const UNLIKELY = 0.1
const VERY_LIKELY = 4

/** Says the lines as the pipeline would; what was made of each, `+n` where n earlier lines were taken in. */
function play(lines: readonly (string | Line)[], likelihood = AS_LIKELY): string[] {
  if (!pack) throw new Error('no pack')
  const compiled = pack
  const past: { history: MemoryHistory; event: string }[] = []
  let history = new MemoryHistory()
  const kept: Parameters<MemoryHistory['add']>[0][] = []
  let at = NOW
  return lines.map((given, index) => {
    const line = typeof given === 'string' ? { text: given } : given
    at += (line.after ?? 20) * SECOND
    const by = line.by ?? mother
    const event: GroupEvent = {
      id: `e${index}`,
      group: GROUP.id,
      at,
      from: { id: by.id, name: by.name },
      body: line.body ?? { kind: 'message', message: { kind: 'text', text: line.text ?? '' } },
      ...(line.late && { late: true }),
    }
    const about = (of: GroupEvent, known: MemoryHistory): Facts =>
      makeFacts({
        event: of,
        group: GROUP,
        member: by,
        history: known,
        params: PARAMS,
        local: AFTERNOON,
        digest: key => key,
      })
    const facts = about(event, history)
    const alone = evaluate(compiled, facts)
    const thread = continued(facts)
    let verdict = alone
    let taken = 0
    if (thread) {
      const known = past.find(one => one.event === thread.first)?.history
      const whole = about(writtenAsOne(event, thread), known ?? new MemoryHistory())
      const together = evaluate(compiled, whole)
      if (addsTo(alone, together, whole, thread, () => likelihood)) {
        verdict = together
        taken = thread.lines
      }
    }
    past.push({ history, event: event.id })
    kept.push(remember(facts, decidedBy(verdict)))
    history = new MemoryHistory()
    for (const one of kept) history.add(one)
    const name = verdict.rule?.id ?? '-'
    return taken > 0 ? `${name}+${taken}` : name
  })
}

describe('a message continued over several lines', () => {
  it('is found where the lines together are what none of them is', () => {
    expect(play(['自家果园的', '甜得很', '想要的 加我'])).toEqual(['-', '-', 'shop+2'])
    expect(play(['我家孩子到现在', '还是找不到'])).toEqual(['-', 'missing+1'])
  })

  it('is found in pieces of words', () => {
    expect(play(['代', '购', '加', '我'])).toEqual(['-', '-', '-', 'shop+3'])
    expect(play(['孩子', '不见', '了'])).toEqual(['-', '-', 'missing+2'])
  })

  it('is found in words cut in two, where all of it reads like that', () => {
    const lines = ['自家果园新鲜橙子 二十五一箱 要的私', '我 包邮']
    expect(play(lines, VERY_LIKELY)).toEqual(['-', 'shop+1'])
    expect(play(lines, AS_LIKELY)).toEqual(['-', '-'])
  })

  it('keeps what a line is by itself, if that is as grave', () => {
    expect(play(['自家果园的橙子', '孩子不见了'])).toEqual(['-', 'missing'])
    expect(play(['自家果园的橙子', '代购也行 私我'])).toEqual(['-', 'shop'])
  })

  it('is graver together than the last line is alone', () => {
    expect(play(['孩子从早上出门', '到现在找不到 谢谢大家帮忙'])).toEqual(['-', 'missing+1'])
  })

  it('goes through a picture of the sender, which is no end', () => {
    const picture: EventBody = { kind: 'message', message: { kind: 'image', text: '' } }
    expect(play(['自家果园的橙子 今天摘的', { body: picture }, '要的加我'])).toEqual(['-', '-', 'shop+1'])
  })

  it('ends where somebody else speaks', () => {
    expect(play(['自家果园的橙子', { by: father, text: '好的' }, '要的加我'])).toEqual(['-', '-', '-'])
    expect(play(['孩子', { by: father, text: '不见了' }])).toEqual(['-', '-'])
  })

  it('ends with a pause, a recall, and what is no message', () => {
    expect(play(['自家果园的橙子', { after: 121, text: '要的加我' }])).toEqual(['-', '-'])
    expect(play(['自家果园的橙子', { body: { kind: 'recall', of: null } }, '要的加我'])).toEqual(['-', '-', '-'])
    expect(play(['自家果园的橙子', { body: { kind: 'rename', name: '甲' } }, '要的加我'])).toEqual(['-', '-', '-'])
  })

  it('takes in at most six lines, and no long texts', () => {
    const chatter = ['早上好', '天气不错', '记得带伞', '路上小心', '车挺多的', '慢慢来啊']
    expect(play(['自家果园的橙子', ...chatter, '要的加我']).at(-1)).toBe('-')
    expect(play(['自家果园的橙子', ...chatter.slice(1), '要的加我']).at(-1)).not.toBe('shop+7')
    expect(play([`自家果园的橙子${'好'.repeat(300)}`, '要的加我'])).toEqual(['-', '-'])
  })

  it('is not looked for in what was heard late', () => {
    expect(play(['自家果园的橙子', { text: '要的加我', late: true }])).toEqual(['-', '-'])
  })
})

describe('innocent lines that stand next to each other', () => {
  it('make no word of the end of one and the beginning of the next', () => {
    expect(play(['到门口我', '操场见'])).toEqual(['-', '-'])
    expect(play(['老师说得先找到我', '操场见面的那个同学'])).toEqual(['-', '-'])
    expect(play(['先别来找不', '到校门口的先走'])).toEqual(['-', '-'])
  })

  it('make no phrase with a gap that nobody spoke of', () => {
    // the pattern reaches from one line into a whole short one
    expect(play(['校门七点提前开', '带凳子吗'], UNLIKELY)).toEqual(['-', '-'])
  })

  it('stay excused by what excused one of them', () => {
    expect(play(['孩子的水杯放操场', '回来就不见了'])).toEqual(['-', '-'])
    expect(play(['我家猫跑了 孩子急哭了', '到现在还是找不到'])).toEqual(['-', '-'])
  })

  it('are not charged with what a first one was excused from', () => {
    // a question about ordering is none any more once another line follows: both words stand in the first
    expect(play(['橙子是加我还是加老师？', '明天几点到校'])).toEqual(['-', '-'])
    expect(play(['橙子有人要吗', '体育课要跑八百米 带一斤水'])).toEqual(['-', '-'])
  })

  it('are not charged because the two halves of a finding are about two things', () => {
    expect(play(['今天美术课画橙子 交一张作业', '晚上的家长会请假了 有事可以电话 微信也行'], UNLIKELY)).toEqual([
      '-',
      '-',
    ])
  })

  it('leave dissent, floods and the hour to each line', () => {
    expect(play(['橙子的事', '我不同意这样'])).toEqual(['-', 'dissent'])
    expect(play(['老师辛苦', '谢谢'])).toEqual(['-', 'thanks'])
  })

  it('are never judged together across two people, however they alternate', () => {
    const words = ['自家果园的橙子', '加我', '孩子', '不见了', '好的', '明天见']
    const said = fc.array(fc.constantFrom(...words), { minLength: 2, maxLength: 8 })
    fc.assert(
      fc.property(said, texts => {
        const judged = play(texts.map((text, index) => ({ text, by: index % 2 ? father : mother })))
        expect(judged.every(one => !one.includes('+'))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

describe('hostile lines', () => {
  it('cost no more than they should', () => {
    const lines = Array.from({ length: 40 }, (_, index) => ({ text: `${'代'.repeat(150)}${index}`, after: 1 }))
    expect(cpu(() => play(lines))).toBeLessThan(10_000)
  })
})
