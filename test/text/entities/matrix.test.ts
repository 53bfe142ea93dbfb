import { describe, expect, it } from '@jest/globals'
import type { EntityKind } from '../../../src/model/text.js'
import { findEntities, mask, normalise } from '../../../src/text/index.js'

/** One bare sample of each kind that is personal, and what a mask puts in its place. */
const SAMPLES: readonly [kind: EntityKind, sample: string, value: string, placeholder: string][] = [
  ['mobile', '13912345678', '13912345678', '[手机号]'],
  ['national_id', '11010519491231002X', '11010519491231002X', '[身份证号]'],
  ['bank_card', '6222020000000000125', '6222020000000000125', '[银行卡号]'],
  ['plate', '青A12345', '青A12345', '[车牌]'],
  ['address', '幸福家园3栋2单元501', '幸福家园3栋2单元501', '[地址]'],
  ['email', 'lilei@example.com', 'lilei@example.com', '[邮箱]'],
  ['url', 'www.example.com/a', 'www.example.com/a', '[链接]'],
  ['wechat_id', 'wxid_abcd1234efgh', 'wxid_abcd1234efgh', '[微信号]'],
]

const wide = (text: string): string =>
  [...text].map(c => (/[!-~]/.test(c) ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c)).join('')
const DRESSES: Record<string, (text: string) => string> = {
  plain: text => text,
  'full width': wide,
  'zero-width spaces': text => [...text].join('\u200b'),
  'variation selectors': text => [...text].join('\ufe0f'),
  'direction marks': text => [...text].join('\u202d'),
  tags: text => [...text].join('\u{e0020}'),
}
const SURROUNDINGS: readonly [before: string, after: string][] = [
  ['', ''],
  ['是：', '。'],
  ['（', '）'],
  ['“', '”'],
  ['收到 ', ' 谢谢'],
  ['\n', '\n'],
  ['😂', '😂'],
  ['【', '】'],
]

describe.each(SAMPLES)('%s', (kind, sample, value, placeholder) => {
  it.each(Object.keys(DRESSES))('%s, in every surrounding', name => {
    const written = (DRESSES[name] as (text: string) => string)(sample)
    for (const [before, after] of SURROUNDINGS) {
      const text = before + written + after
      const found = findEntities(normalise(text), { students: [] }).filter(entity => entity.kind === kind)
      expect(found.map(entity => entity.value)).toEqual([value])
      const { start, end } = found[0]?.span as { start: number; end: number }
      expect(text.slice(start, end)).toBe(written)
      expect(mask(text)).toBe(before + placeholder + after)
    }
  })

  it('twice in a text is found twice', () => {
    const text = `${sample}，还有${sample}`
    const found = findEntities(normalise(text), { students: [] }).filter(entity => entity.kind === kind)
    expect(found).toHaveLength(2)
    expect(mask(text)).toBe(`${placeholder}，还有${placeholder}`)
  })

  it('is not found in half', () => {
    // a shorter host is a host
    if (kind === 'url') return
    const half = sample.slice(0, Math.ceil(sample.length / 2) - 2)
    const found = findEntities(normalise(half), { students: [] })
    expect(found.filter(entity => entity.kind === kind)).toEqual([])
  })
})

describe('kinds that meet in one text', () => {
  it('are all found, in order of place', () => {
    const text = normalise('李雷语文92，家住幸福家园3栋2单元501，电话13912345678，微信lilei_88，班费30元')
    const found = findEntities(text, { students: ['李雷'] })
    expect(found.map(entity => entity.kind)).toEqual(['student', 'score', 'address', 'mobile', 'wechat_id', 'price'])
  })

  it('one number may be two things', () => {
    const kinds = findEntities(normalise('加微信13912345678'), { students: [] }).map(entity => entity.kind)
    expect(kinds.sort()).toEqual(['mobile', 'wechat_id'])
  })

  it('an e-mail address is no link and no QQ number', () => {
    const kinds = findEntities(normalise('QQ邮箱10001234@qq.com'), { students: [] }).map(entity => entity.kind)
    expect(kinds).toEqual(['email'])
  })
})
