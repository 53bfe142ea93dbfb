import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { quotationIn } from '../../src/text/index.js'
import { meter } from '../cpu.js'

const LINE = '- - - - - - - - - - - - - - -'
const quote = (of: string, quoted: string, said: string) => `「${of}：${quoted}」\n${LINE}\n${said}`

describe('a quotation in a text', () => {
  it('is taken apart', () => {
    expect(quotationIn(quote('钱多多妈妈', '橙子要的私我', '别在群里发广告'))).toEqual({
      of: '钱多多妈妈',
      quoted: '橙子要的私我',
      text: '别在群里发广告',
    })
  })

  it('may have lines, quotation marks and colons of its own, on either side', () => {
    expect(quotationIn(quote('王老师', '通知：\n一、穿「校服」\n二、带水', '收到\n谢谢'))).toEqual({
      of: '王老师',
      quoted: '通知：\n一、穿「校服」\n二、带水',
      text: '收到\n谢谢',
    })
  })

  it('may be of a quotation, of which the outer one counts', () => {
    expect(quotationIn(quote('甲', '在吗', quote('乙', '在', '好')))?.text).toBe(quote('乙', '在', '好'))
  })

  it('may have nothing said to it', () => {
    expect(quotationIn(quote('甲', '在吗', ''))).toMatchObject({ text: '' })
  })

  it.each([
    '「好的」',
    '「甲：在吗」',
    `「甲：在吗」${LINE}\n好`,
    `甲说「乙：在吗」\n${LINE}\n好`,
    `「甲：在吗\n${LINE}\n好`,
    `「：在吗」\n${LINE}\n好`,
    '「甲：在吗」\n- -\n好',
    '',
  ])('is none in %j', text => {
    expect(quotationIn(text)).toBeNull()
  })

  it('comes back as it went in', () => {
    const words = fc.stringMatching(/^[一-龥a-z，。\n]{1,30}$/)
    const name = fc.stringMatching(/^[一-龥a-z]{1,10}$/)
    fc.assert(
      fc.property(name, words, words, (of, quoted, said) => {
        expect(quotationIn(quote(of, quoted, said))).toEqual({ of, quoted, text: said.trim() })
      }),
    )
  })

  it('costs little, whatever it holds', () => {
    const spent = meter()
    for (const text of [
      `「甲：${'」\n'.repeat(8_000)}`,
      `「甲：${`」\n${LINE} `.repeat(1_000)}`,
      `「甲：${'\n'.repeat(16_000)}`,
      `「${'甲'.repeat(16_000)}`,
      `「甲：在」\n${'- '.repeat(8_000)}\n好`,
    ])
      quotationIn(text)
    expect(spent()).toBeLessThan(2_000)
  })
})
