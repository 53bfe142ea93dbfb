import { describe, expect, it } from '@jest/globals'
import { compileRuleSet, decidedBy, evaluate, MemoryHistory, makeFacts, remember } from '../../src/engine/index.js'
import type { EventBody } from '../../src/model/event.js'
import type { Member } from '../../src/model/member.js'
import { MINUTE } from '../../src/model/time.js'
import { registry } from '../../src/signals/index.js'
import { meter } from '../cpu.js'
import { AFTERNOON, GROUP, memberOf, NOW, PARAMS } from '../signals/support.js'
import { outcome, packOf, ruleOf, ruleSetOf, when } from './support.js'

const LEXICONS = {
  'safety.missing': ['没到家', '找不到孩子'],
  'talk.dissent': ['不同意', '不参加'],
  'shop.offer': ['代购', '拿货价'],
  'ack.words': ['收到', '好的'],
}
const ESCALATE = { respond: 'escalate' as const, to: 'head_teacher' as const }

const RULES = [
  ruleOf({
    id: 'flood',
    tier: 'burst',
    topic: 'ack',
    when: when({ consists_of: 'ack.words' }),
    then: [outcome({ respond: 'collect' })],
  }),
  ruleOf({
    id: 'shop',
    category: 'commerce',
    topic: 'shop',
    when: when({ words: 'shop.offer' }),
    unless: [when({ pattern: '[?？]$' })],
    then: [outcome({ roles: ['outsider'], ...ESCALATE, severity: 'P2' }), outcome({ roles: ['parent'] })],
  }),
  ruleOf({
    id: 'shop.again',
    topic: 'shop',
    when: when({ all: [{ words: 'shop.offer' }, { recent: { topic: 'shop', from: 'same', within: '7d' } }] }),
    then: [outcome({ ...ESCALATE, severity: 'P2' })],
  }),
  ruleOf({
    id: 'dissent',
    tier: 'dissent',
    when: when({ words: 'talk.dissent' }),
    then: [outcome({ respond: 'allow' })],
  }),
  ruleOf({
    id: 'missing',
    tier: 'safety',
    category: 'emergency',
    when: when({ words: 'safety.missing' }),
    then: [outcome({ ...ESCALATE, severity: 'P0' })],
  }),
  ruleOf({
    id: 'clone',
    tier: 'safety',
    applies: { roles: null, kinds: ['rename'], grades: null },
    when: when({ name_card: 'clone' }),
    then: [outcome({ ...ESCALATE, severity: 'P1' })],
  }),
  ruleOf({
    id: 'voice',
    tier: 'notice',
    applies: { roles: null, kinds: ['voice'], grades: null },
    when: when({ shape: { duration_at_least: 20 } }),
    then: [outcome({ respond: 'collect' })],
  }),
]

/** Judges a conversation as the pipeline would, each line a minute after the one before. */
function play(lines: [Member, string | EventBody][]): string[] {
  const pack = compileRuleSet(ruleSetOf([packOf(...RULES)], LEXICONS), registry).get('test')
  if (!pack) throw new Error('no pack')
  const history = new MemoryHistory()
  return lines.map(([member, said], index) => {
    const body: EventBody = typeof said === 'string' ? { kind: 'message', message: { kind: 'text', text: said } } : said
    const facts = makeFacts({
      event: {
        id: `e${index}`,
        group: GROUP.id,
        at: NOW + index * MINUTE,
        from: { id: member.id, name: member.name },
        body,
      },
      group: GROUP,
      member,
      history,
      params: PARAMS,
      local: AFTERNOON,
      digest: key => key,
    })
    const verdict = evaluate(pack, facts)
    history.add(remember(facts, decidedBy(verdict)))
    const { rule, outcome } = verdict
    return rule ? [rule.id, outcome?.respond, outcome?.severity].filter(Boolean).join(' ') : '-'
  })
}

const mother = memberOf('parent', '钱多多妈妈', ['钱多多'])
const father = memberOf('parent', '冯小满爸爸', ['冯小满'])
const stranger = memberOf('outsider', '晨光')
const teacher = memberOf('teacher', '英语何佳老师')

describe('a conversation', () => {
  it('is judged line by line, each on what went before (golden)', () => {
    const rename = (name: string): EventBody => ({ kind: 'rename', name })
    const voice = (duration: number): EventBody => ({ kind: 'message', message: { kind: 'voice', text: '', duration } })
    expect(
      play([
        [mother, '明天几点到校'],
        [father, '收到，好的'],
        [mother, '有人要代购吗？'],
        [mother, '新到一批，拿货价'],
        [father, '代 购 也行'],
        [mother, '拿—货—价 最后一天'],
        [stranger, '海外代购'],
        [teacher, '代购的事请私下说'],
        [father, '代购我不同意'],
        [mother, '拿货价先不说了，孩子到现在没到家'],
        [mother, voice(45)],
        [mother, voice(5)],
        [stranger, rename('王老师')],
        [father, rename('冯小满爸爸')],
        [teacher, rename('何老师')],
        [father, { kind: 'recall', of: null }],
      ]),
    ).toEqual([
      '-',
      'flood collect',
      '-',
      'shop remind',
      'shop remind',
      'shop.again escalate P2',
      'shop escalate P2',
      '-',
      'dissent allow',
      'missing escalate P0',
      'voice collect',
      '-',
      'clone escalate P1',
      '-',
      '-',
      '-',
    ])
  })

  it('gives the same twice', () => {
    const lines: [Member, string][] = [
      [mother, '代购'],
      [mother, '代购'],
      [father, '不参加'],
      [stranger, '找不到孩子'],
    ]
    expect(play(lines)).toEqual(play(lines))
  })

  it('stays upright under hostile lines', () => {
    const spent = meter()
    const hostile = [
      '代购'.repeat(100_000),
      '😀'.repeat(10_000),
      `${'@某人 '.repeat(500)}`,
      `${'('.repeat(5_000)}代购${')'.repeat(5_000)}`,
      '\ud800\udfff\u0000\u200b'.repeat(1_000),
      'a'.repeat(30_000),
      '\n'.repeat(20_000),
    ]
    const judged = play(hostile.map(text => [mother, text]))
    expect(judged).toEqual(['shop remind', '-', '-', 'shop.again escalate P2', '-', '-', '-'])
    expect(spent()).toBeLessThan(10_000)
  })
})
