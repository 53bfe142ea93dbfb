import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { anonymous, mask } from '../../src/text/index.js'

const OPTIONS = { students: ['李雷', '钱多多', '欧阳子涵'], names: ['李雷妈妈', '班主任王芳老师', '鲜果直送小刘'] }

describe('anonymous', () => {
  it.each([
    ['我是李雷妈妈，电话13912345678', '我是[姓名]，电话[手机号]'],
    ['钱多多没来，子涵也没来', '[姓名]没来，[姓名]也没来'],
    ['錢多多、李 雷', '[姓名]、[姓名]'],
    ['王芳老师说的', '[姓名]老师说的'],
    ['石老师、柏主任都说了', '[姓名]老师、[姓名]主任都说了'],
    ['谢谢老师，班主任老师辛苦了，问问数学老师', '谢谢老师，班主任老师辛苦了，问问数学老师'],
    ['张小满妈妈和何想同学', '[姓名]妈妈和[姓名]同学'],
    ['@快乐每一天 @鲜果直送小刘，橙子还有吗', '@[姓名] @[姓名]，橙子还有吗'],
    ['发到 zhang.san1990@qq.com 或加q 88776655', '发到 [邮箱] 或加q [QQ号]'],
    ['群号 88 66 21 要的进', '群号 [号码] 要的进'],
    ['验证码 483920', '验证码 [号码]'],
    ['住阳光小区3栋2单元501，微信abc_12345', '住[地址]，微信[微信号]'],
    ['橙子30元一箱，5斤装', '橙子30元一箱，5斤装'],
    ['', ''],
  ])('%s → %s', (text, shown) => {
    expect(anonymous(text, OPTIONS)).toBe(shown)
  })

  it('leaves no name, no family name beside one, no number of five digits, however they are put together', () => {
    const piece = fc.oneof(
      fc.constantFrom('李雷', '钱多多', '子涵', '王芳', '@', ' ', '的', '[姓名]', '[', '*', '妈妈'),
      fc.integer({ min: 0, max: 10 ** 12 }).map(String),
      fc.string({ maxLength: 4 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
        const shown = anonymous(pieces.join(''), OPTIONS)
        expect(shown).not.toMatch(/李雷|钱多多|子涵|王芳|\d{5}/u)
        expect(anonymous(shown, OPTIONS)).toBe(shown)
      }),
    )
  })

  it('hides whatever a mask hides', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[李雷钱多王芳一三0-9 @.a-z]{0,30}$/u), text => {
        const shown = anonymous(text, OPTIONS)
        expect(mask(shown, OPTIONS)).toBe(shown)
      }),
    )
  })
})
