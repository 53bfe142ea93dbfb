import { describe, expect, it } from '@jest/globals'
import type { Rule } from '../../src/model/rule.js'
import { accepted, brief, only, rejected, ruleWith } from './helpers.js'

const HIT = '    hit: [批发价来了, 拿货找我]\n'
const hit = (text: string, more: readonly (readonly [string, string])[] = []) =>
  ruleWith([HIT, `    hit:${text}\n`], ...more)
const hits = async (text: string, more: readonly (readonly [string, string])[] = []) =>
  ((await accepted(hit(text, more))).packs.get('common')?.rules[0] as Rule).examples.hit
const applies = (text: string) => ['  when:', `  applies: ${text}\n  when:`] as const

describe('an example', () => {
  it('is a text, said by a parent on a Wednesday afternoon', async () => {
    const [first] = await hits(' [批发价来了, 拿货找我]')
    expect(first).toEqual({
      text: '批发价来了',
      from: 'parent',
      name: null,
      kind: 'text',
      title: null,
      url: null,
      filename: null,
      ocr: null,
      duration: null,
      at: '2026-11-04T15:00:00',
      grade: null,
      after: [],
      place: { file: 'packs/common/rules.yaml', line: 9, col: 11 },
    })
  })

  it('is said by whom, and in which grade, the rule is about', async () => {
    const [first] = await hits(' [甲, 乙]', [applies('{ roles: [teacher, parent], grades: [2, 3] }')])
    expect(first).toMatchObject({ from: 'teacher', grade: 2 })
  })

  it('says what differs', async () => {
    const long = ' [甲, { text: 乙, from: outsider, name: 外人, at: "2026-11-04T23:10", grade: 5 }]'
    expect((await hits(long))[1]).toMatchObject({
      text: '乙',
      from: 'outsider',
      name: '外人',
      at: '2026-11-04T23:10:00',
      grade: 5,
    })
  })

  it('needs no text when it is no text', async () => {
    const voice = (await hits(' [甲, { kind: voice, duration: 20 }]'))[1]
    expect(voice).toMatchObject({ kind: 'voice', text: '', duration: 20 })
    expect((await hits(' [甲, { kind: join, name: 新人 }]'))[1]).toMatchObject({ kind: 'join', name: '新人' })
  })

  it('follows what was said before, half a minute apart', async () => {
    const after =
      ' [甲, { text: 丁, from: teacher, after: [乙, { text: 丙, from: parent }, { text: 戊, at: "2026-11-03T09:00" }] }]'
    expect((await hits(after))[1]?.after).toMatchObject([
      { text: '乙', from: 'teacher', at: '2026-11-04T14:58:30' },
      { text: '丙', from: 'parent', at: '2026-11-04T14:59:00' },
      { text: '戊', from: 'teacher', at: '2026-11-03T09:00:00' },
    ])
  })

  it('reckons back over midnight', async () => {
    const late = ' [甲, { text: 丁, at: "2026-03-01T00:00:10", after: [乙] }]'
    expect((await hits(late))[1]?.after[0]?.at).toBe('2026-02-28T23:59:40')
  })

  it.each([
    [' [甲, ""]', 'BZ105 rules.yaml:9:14+2 示例是空的'],
    [' [甲, 12]', 'BZ103 rules.yaml:9:14+2 hit 的第 2 项应为文本，写的是 12'],
    [' [甲, [玫瑰]]', 'BZ103 rules.yaml:9:14+4 hit 的第 2 项应为文本，写的是列表'],
    [' [甲, { from: parent }]', 'BZ105 rules.yaml:9:14+16 示例缺少 text'],
    [' [甲, { text: 乙, form: parent }]', 'BZ102 rules.yaml:9:25+4 没有 form 这个键'],
    [' [甲, { text: 乙, from: 班主任 }]', 'BZ104 rules.yaml:9:31+3 from 不能是“班主任”'],
    [' [甲, { text: 乙, at: 2026-11-04 }]', 'BZ104 rules.yaml:9:29+10 at 的写法不对：“2026-11-04”'],
    [' [甲, { text: 乙, at: "2026-02-30T10:00" }]', 'BZ104 rules.yaml:9:29+18 at 的值不能用：“2026-02-30T10:00”'],
    [' [甲, { text: 乙, after: 丙 }]', 'BZ103 rules.yaml:9:32+1 after 应为列表，写的是“丙”'],
    [' [甲, { text: 乙, after: [{ text: 丙, kind: vioce }] }]', 'BZ104 rules.yaml:9:50+5 kind 不能是“vioce”'],
    [' [甲, { text: 乙, after: [{ text: 丙, after: [丁] }] }]', 'BZ102 rules.yaml:9:44+5 没有 after 这个键'],
    [' [甲]', 'BZ120 rules.yaml:9:5+3 hit 只有 1 条示例'],
    [' []', 'BZ120 rules.yaml:9:5+3 hit 只有 0 条示例'],
    ['', 'BZ105 rules.yaml:9:5+3 hit 应为列表'],
    [' 批发价', 'BZ103 rules.yaml:9:10+3 hit 应为列表'],
  ])('%s', async (text, expected) => expect(brief([await only(hit(text))])).toEqual([expected]))

  it('quotes what YAML took for something else', async () => {
    expect((await only(hit(' [甲, 0666]'))).didYouMean).toBe('"0666"')
    expect((await only(hit(' [甲, [玫瑰]]'))).didYouMean).toBe('"[玫瑰]"')
    expect((await only(hit(' [甲, { text: 乙, at: 2026-11-04 15:00 }]'))).didYouMean).toBe('"2026-11-04T15:00"')
  })

  it('stands once in a rule, whether it hits or passes', async () => {
    expect(brief([await only(hit(' [甲, 乙, 甲]'))])).toEqual(['BZ117 rules.yaml:9:17+1 同一条示例已在第 9 行写过'])
    expect(brief([await only(hit(' [甲, 谢谢]'))])).toEqual(['BZ117 rules.yaml:10:20+2 同一条示例已在第 9 行写过'])
    expect((await only(hit(' [甲, { text: 甲, from: parent }, 乙]'))).code).toBe('BZ117')
  })

  it('may say the same at another hour or by somebody else', async () => {
    expect(
      await hits(
        ' [谢谢, { text: 借一下红领巾, from: teacher }]'.replace('谢谢', '{ text: 谢谢, at: "2026-11-04T23:00" }'),
      ),
    ).toHaveLength(2)
  })

  it('needs hit and pass, and knows no others', async () => {
    const missing = await rejected(ruleWith(['    pass: [借一下红领巾, 谢谢]\n', '']))
    expect(brief(missing)).toEqual(['BZ120 rules.yaml:8:3+8 pass 只有 0 条示例'])
    const other = await rejected(ruleWith(['    pass:', '    miss:']))
    expect(brief(other)).toEqual(['BZ102 rules.yaml:10:5+4 examples 里没有 miss 这个键'])
    const list = await rejected(ruleWith([HIT, '    - x\n'], ['    pass: [借一下红领巾, 谢谢]\n', '']))
    expect(brief(list)).toEqual(['BZ103 rules.yaml:9:7+1 examples 应有 hit 和 pass 两个列表'])
  })
})
