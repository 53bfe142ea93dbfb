import { describe, expect, it } from '@jest/globals'
import { EXAMPLE_GROUP, runExamples } from '../../src/engine/index.js'
import type { Example, Rule } from '../../src/model/rule.js'
import { registry } from '../../src/signals/index.js'
import { exampleOf, outcome, packOf, ruleOf, ruleSetOf, when } from './support.js'

const LEXICONS = { 'shop.offer': ['代购', '拿货'], 'ack.words': ['收到'] }

function problemsOf(
  given: Partial<Rule>,
  hit: (Partial<Example> | string)[],
  pass: (Partial<Example> | string)[] = [],
) {
  const rule = ruleOf({
    id: 'a',
    when: when({ words: 'shop.offer' }),
    ...given,
    examples: { hit: hit.map(exampleOf), pass: pass.map(exampleOf) },
  })
  return runExamples(ruleSetOf([packOf(rule)], LEXICONS), registry)
}

describe('runExamples', () => {
  it('has nothing to say where all hold', () => {
    expect(problemsOf({}, ['找我代购', '拿货价'], ['明天带红领巾', '谁有胶棒'])).toEqual([])
  })

  it('reports a hit that is missed, with the reason, at its place', () => {
    const place = { file: 'packs/common/commerce.yaml', line: 17, col: 9 }
    expect(problemsOf({}, [{ text: '买橙子', place }])).toEqual([
      {
        code: 'BZ107',
        message: '规则 a（test 包）的示例应命中却没有命中：「买橙子」。未命中：词表 shop.offer 0/1',
        place,
        expected: null,
        didYouMean: null,
        width: 3,
      },
    ])
  })

  it('reports a pass that hits, and an excuse that swallows a hit', () => {
    expect(problemsOf({}, [], ['有人找我代购'])[0]?.message).toBe(
      '规则 a（test 包）的示例不应命中却命中了：「有人找我代购」。命中：词表 shop.offer 1/1',
    )
    expect(problemsOf({ unless: [when({ role: 'parent' })] }, ['代购'])[0]?.message).toContain('已豁免：发送者是家长')
  })

  it('reports a hit by somebody or of a kind the rule does not look at', () => {
    const applies = { roles: ['outsider' as const], kinds: null, grades: null }
    expect(problemsOf({ applies }, ['代购'])[0]?.message).toContain('不适用：不针对家长')
    expect(problemsOf({ applies }, [{ text: '代购', from: 'outsider' }], ['代购'])).toEqual([])
    expect(problemsOf({}, [{ text: '代购', kind: 'rename' }])[0]?.message).toContain('不看改群昵称')
  })

  it('reports everything at once', () => {
    expect(problemsOf({}, ['甲', '乙'], ['代购']).map(problem => problem.code)).toEqual(['BZ107', 'BZ107', 'BZ107'])
  })

  it('shortens long examples and names empty ones by what they hold', () => {
    expect(problemsOf({}, ['长'.repeat(100)])[0]?.message).toContain(`「${'长'.repeat(29)}…」`)
    expect(problemsOf({}, [{ kind: 'link', title: '标题' }])[0]).toMatchObject({
      message: expect.stringContaining('「标题」'),
      width: 1,
    })
    expect(problemsOf({}, [{ kind: 'voice' }])[0]?.message).toContain('「voice」')
    expect(problemsOf({}, ['第一行\n第二行'])[0]).toMatchObject({
      message: expect.stringContaining('「第一行」'),
      width: 3,
    })
  })

  it('hands over title, address, file name, picture and duration', () => {
    const hits = [
      [{ words: 'shop.offer' }, { kind: 'link', title: '代购群' }],
      [{ words: 'shop.offer' }, { kind: 'file', filename: '代购.doc' }],
      [{ words: 'shop.offer' }, { kind: 'image', ocr: '代购' }],
      [{ link: 'any' }, { kind: 'link', url: 'https://a.example' }],
      [{ shape: { duration_at_least: 30 } }, { kind: 'voice', duration: 31 }],
      [{ mentions: 'all' }, { text: '@所有人 开会' }],
      [{ mentions: { at_least: 2 } }, { text: '@王老师 @李老师 在吗' }],
    ] as [Record<string, unknown>, Partial<Example>][]
    for (const [condition, example] of hits) {
      expect({ condition, problems: problemsOf({ when: when(condition) }, [example]) }).toEqual({
        condition,
        problems: [],
      })
    }
  })

  it('plays joins, leaves, renames, recalls and grey lines', () => {
    const kinds = ['join', 'leave', 'rename', 'recall', 'notice'] as const
    for (const kind of kinds) {
      const applies = { roles: null, kinds: [kind], grades: null }
      expect(problemsOf({ applies, when: when({ kind }) }, [{ kind, text: '甲' }])).toEqual([])
    }
    const cards = { applies: { roles: null, kinds: ['join' as const, 'rename' as const], grades: null } }
    const agency = { ...cards, when: when({ name_card: 'agency_like' }) }
    const joins = [
      { kind: 'join' as const, text: '晨光教育' },
      { kind: 'join' as const, name: '晨光教育', from: 'outsider' as const },
    ]
    expect(problemsOf(agency, [...joins, { kind: 'rename', text: '晨光教育' }], [{ kind: 'join' }])).toEqual([])
  })

  it('says them at the time given, on a school day in the afternoon otherwise', () => {
    const quiet = { when: when({ time: 'quiet' }) }
    expect(
      problemsOf(quiet, [{ at: '2026-11-04T23:10' }, { at: '2026-11-05T06:59' }], [{}, { at: '2026-11-05T07:00' }]),
    ).toEqual([])
    expect(problemsOf({ when: when({ time: 'rest_day' }) }, [{ at: '2026-11-07T15:00' }], [{}])).toEqual([])
  })

  it('says them in the grade given', () => {
    const applies = { roles: null, kinds: null, grades: [1, 2] }
    expect(problemsOf({ applies }, [{ text: '代购', grade: 2 }], [{ text: '代购', grade: 3 }])).toEqual([])
  })

  it('says first what was said before, and lets the whole pack judge it', () => {
    const ack = ruleOf({
      id: 'ack',
      topic: 'ack',
      when: when({ words: 'ack.words' }),
      then: [outcome({ respond: 'collect' })],
    })
    const after = ['甲妈妈', '乙妈妈', '丙妈妈', '丁妈妈'].map((name, i) =>
      exampleOf({ text: '收到', name, at: `2026-11-04T14:5${i}` }),
    )
    const hit = exampleOf({ text: '好的，收到', after })
    const pass = exampleOf({ text: '好的，收到', after: after.slice(1) })
    const flood = ruleOf({
      id: 'flood',
      when: when({ burst: { topic: 'ack' } }),
      examples: { hit: [hit], pass: [pass] },
    })
    expect(runExamples(ruleSetOf([packOf(ack, flood)], LEXICONS), registry)).toEqual([])
  })

  it('remembers digests between the lines of an example', () => {
    const again = (at: string) => exampleOf({ text: '在吗', at })
    const hit = { text: '在 吗？', after: [again('2026-11-04T14:58'), again('2026-11-04T14:59')] }
    expect(problemsOf({ when: when({ repeat: 3 }) }, [hit], [{ ...hit, name: '另一位妈妈' }])).toEqual([])
  })

  it('reports the same example said twice, in hits, passes or across', () => {
    const twice = problemsOf({}, ['代购', '代购'], ['红领巾', { text: '红领巾', from: 'teacher' }])
    expect(twice).toMatchObject([{ code: 'BZ117', message: '规则 a 的示例重复：「代购」' }])
    expect(problemsOf({}, ['代购'], ['代购']).map(problem => problem.code)).toEqual(['BZ117', 'BZ107'])
  })

  it('tells apart examples that differ in what was said before', () => {
    const after = [exampleOf('收到')]
    expect(problemsOf({}, ['代购', { text: '代购', after }])).toEqual([])
  })

  it('runs a rule that two packs share once', () => {
    const rule = ruleOf({
      id: 'a',
      when: when({ words: 'shop.offer' }),
      examples: { hit: [exampleOf('甲')], pass: [] },
    })
    const strict = { ...packOf(rule), name: 'strict' }
    expect(runExamples(ruleSetOf([packOf(rule), strict], LEXICONS), registry)).toHaveLength(1)
    const overridden = { ...packOf({ ...rule, title: '更严' }), name: 'strict' }
    expect(runExamples(ruleSetOf([packOf(rule), overridden], LEXICONS), registry)).toHaveLength(2)
  })

  it('uses the numbers of the pack', () => {
    const rule = ruleOf({
      id: 'a',
      when: when({ time: 'quiet' }),
      examples: { hit: [exampleOf({ at: '2026-11-04T21:30' })], pass: [] },
    })
    const pack = packOf(rule)
    const early = { ...pack, params: { ...pack.params, quiet: { from: 21 * 60, to: 7 * 60 } } }
    expect(runExamples(ruleSetOf([pack]), registry)).toHaveLength(1)
    expect(runExamples(ruleSetOf([early]), registry)).toEqual([])
  })

  it('knows a class with pupils, their mothers and the staff', () => {
    expect(EXAMPLE_GROUP.students.length).toBeGreaterThan(5)
    const own = { when: when({ name_card: 'well_formed' }) }
    expect(problemsOf(own, [{}, { name: '周子涵爸爸' }, { from: 'teacher' }], [{ from: 'outsider' }])).toEqual([])
    expect(
      problemsOf(
        { when: when({ name_card: 'clone' }) },
        [{ name: '王老师', from: 'outsider' }],
        [{ from: 'head_teacher' }],
      ),
    ).toEqual([])
  })
})
