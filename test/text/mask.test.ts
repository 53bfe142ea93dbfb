import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { isBankCard, isNationalId } from '../../src/text/entities/checks.js'
import { anonymous, excerpt, mask, maskName, normalise, toKey } from '../../src/text/index.js'
import { growth, LINEAR } from '../cpu.js'

const OPTIONS = {
  students: ['李雷', '钱多多', '欧阳子涵'],
  names: ['李雷妈妈', '班主任王芳老师', 'A00鲜果直送小刘', '妈妈', '豆豆（窦苗）妈妈', '数学陈老师'],
}

describe('mask', () => {
  it.each([
    ['我是李雷妈妈，电话13912345678', '我是李*妈妈，电话[手机号]'],
    ['１３９ １２３４ ５６７８', '[手机号]'],
    ['139\u200b12345678', '[手机号]'],
    ['13 91 23 45 67 8', '[手机号]'],
    ['一三九一二三四五六七八', '[手机号]'],
    ['订单号13912345678', '订单号[手机号]'],
    ['5139123456780', '[号码]'],
    ['身份证11010519491231002X', '身份证[身份证号]'],
    ['卡号 6222 0200 0000 0000 125', '卡号 [银行卡号]'],
    ['家里座机0971-6123456', '家里座机[电话]'],
    ['住阳光小区3栋2单元501', '住[地址]'],
    ['酒店在朝阳北路101号', '酒店在[地址]'],
    ['加我微信abc_12345', '加我微信[微信号]'],
    ['要的抓紧私我，微信 lemon_pies', '要的抓紧私我，微信 [微信号]'],
    ['微信 iPhone15 版', '微信 iPhone15 版'],
    ['QQ 123456789', 'QQ [QQ号]'],
    ['发到a.b@qq.com', '发到[邮箱]'],
    ['www.example.com/x?id=3', '[链接]'],
    ['青A12345', '[车牌]'],
    ['钱多多没来，子涵也没来', '钱*没来，子*也没来'],
    ['李*雷、錢多多', '李*、钱*'],
    ['李子涵、趙子涵和诸葛子涵', '李*、赵*和诸*'],
    ['关于子涵', '关于*'],
    ['我们班Z子涵、 子涵', '我们班Z子*、 子*'],
    ['王芳妈妈和李王芳', '王*妈妈和李王*'],
    ['王芳老师说窦苗迟到', '王*老师说窦*迟到'],
    ['我妈妈说明天3点到', '我妈妈说明天3点到'],
    ['收到，谢谢老师', '收到，谢谢老师'],
    ['语文92，班级第3名', '语文92，班级第3名'],
    ['', ''],
  ])('%s → %s', (text, masked) => {
    expect(mask(text, OPTIONS)).toBe(masked)
  })

  it('works without any names', () => {
    expect(mask('李雷 13912345678')).toBe('李雷 [手机号]')
  })

  it('of a stranger who shares a given name, nothing', () => {
    expect(anonymous('李子涵和欧阳子涵来了', OPTIONS)).toBe('[姓名]和[姓名]来了')
  })

  it('placeholders that somebody wrote do not hide what they part', () => {
    expect(mask('139[手机号]12345678')).toBe('139[手机号][号码]')
  })
})

/** Digits as people disguise them. */
const costumes: ((digit: string) => string)[] = [
  digit => digit,
  digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
  digit => `${digit}\ufe0f\u20e3`,
  digit => `${digit}\u200b`,
  digit => String.fromCodePoint(0x1d7d8 + Number(digit)),
  digit => '零一二三四五六七八九'[Number(digit)] as string,
  digit => '零壹贰叁肆伍陆柒捌玖'[Number(digit)] as string,
]
const gap = fc.constantFrom(
  ...['', '', '', ' ', '-', '.', ' - '],
  ...['🌹', '[玫瑰]', '\n', '，', '、', '。', '❤️', '…', '：'],
)
const dressed = (digits: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.array(fc.constantFrom(...costumes), { minLength: digits.length, maxLength: digits.length }),
      fc.array(gap, { minLength: digits.length, maxLength: digits.length }),
    )
    .map(([dress, gaps]) =>
      [...digits].map((digit, i) => (/\d/.test(digit) ? dress[i]?.(digit) : digit) + (gaps[i] ?? '')).join(''),
    )

const digitString = (length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })
const mobile = fc.tuple(fc.integer({ min: 3, max: 9 }), digitString(9)).map(([second, rest]) => `1${second}${rest}`)
const nationalId = fc
  .tuple(
    fc.constantFrom('110105', '630104', '440524'),
    fc.integer({ min: 1950, max: 2019 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    digitString(3),
  )
  .map(([place, year, month, day, order]) => {
    const body = `${place}${year}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}${order}`
    return [...'0123456789X'].map(check => body + check).find(isNationalId) as string
  })
const card = fc
  .tuple(fc.constantFrom('62', '4', '53'), fc.integer({ min: 16, max: 19 }), digitString(17))
  .map(([prefix, length, rest]) => {
    const body = (prefix + rest).slice(0, length - 1)
    return [...'0123456789'].map(check => body + check).find(isBankCard)
  })
  .filter(found => found !== undefined)

/** What a reader could put together again from a masked text. */
const readable = (masked: string): string =>
  normalise(masked)
    .display.replace(/\[\p{L}{1,4}\]/gu, '')
    .replace(/[零一二三四五六七八九]/g, digit => String('零一二三四五六七八九'.indexOf(digit)))
    .replace(/[零壹贰叁肆伍陆柒捌玖]/g, digit => String('零壹贰叁肆伍陆柒捌玖'.indexOf(digit)))
    .replace(/[^\p{L}\p{N}]/gu, '')

const around = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    '电话',
    '订单号',
    '12',
    '3 ',
    ' 2026-09-10 ',
    '微信',
    '李雷',
    '[手机号]',
    '+86 ',
    '一',
    '身份证',
    ' - ',
    '(',
    ')',
    '@',
    'http://',
    '号',
    '路',
  ),
)

describe('nothing survives', () => {
  for (const [name, number] of [
    ['mobile number', mobile],
    ['identity number', nationalId],
    ['card', card],
  ] as const) {
    it(`no ${name}, whatever it wears and whatever surrounds it`, () => {
      fc.assert(
        fc.property(
          number.chain(digits => fc.tuple(fc.constant(digits), dressed(digits))),
          around,
          around,
          ([digits, written], before, after) => {
            const masked = mask(`${before}${written}${after}`, OPTIONS)
            expect(readable(masked).toUpperCase()).not.toContain(digits)
          },
        ),
        { numRuns: 1000 },
      )
    })
  }

  it('no name of two letters or more', () => {
    const name = fc.string({ unit: fc.constantFrom(...'赵钱孙李周吴郑王子涵雨桐一诺明轩'), minLength: 2, maxLength: 4 })
    fc.assert(
      fc.property(name, fc.constantFrom('', '妈妈', '爸爸', '老师'), around, around, (student, kin, before, after) => {
        const masked = mask(`${before}${student}${kin}${after}`, { students: [student], names: [student + kin] })
        expect(toKey(masked)).not.toContain(student)
      }),
      { numRuns: 500 },
    )
  })
})

describe('masking twice', () => {
  const piece = fc.oneof(
    around,
    mobile,
    nationalId,
    fc.constantFrom(
      '李',
      '雷',
      '妈妈',
      '王',
      '芳',
      '老师',
      '钱多多',
      '*',
      '3栋2单元501',
      'a.b@qq.com',
      '加v abc123',
      'www.a.com',
      '13',
      '1391234',
      '豆豆（',
      '小刘',
    ),
  )

  it('changes nothing', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
        const once = mask(pieces.join(''), OPTIONS)
        expect(mask(once, OPTIONS)).toBe(once)
      }),
      { numRuns: 1500 },
    )
  })

  it('takes no longer for each line of a huge text', () => {
    expect(growth(n => mask('李雷妈妈13912345678，'.repeat(n), OPTIONS), 500)).toBeLessThan(LINEAR)
  })
})

describe('maskName', () => {
  it.each([
    ['李雷妈妈', '李*妈妈'],
    ['李雷', '李*'],
    ['李雷的妈妈', '李*的妈妈'],
    ['欧阳子涵爸爸', '欧*爸爸'],
    ['班主任王芳老师', '班主任王*老师'],
    ['语文-王芳老师', '语文王*老师'],
    ['豆豆（窦苗）妈妈', '豆*妈妈'],
    ['A00鲜果直送', 'A*'],
    ['Tom mom', 'T*mom'],
    ['13912345678', '1*'],
    ['妈妈', '妈*'],
    ['𠮷野家长', '𠮷*家长'],
    ['🌸', '*'],
    ['', '*'],
  ])('%s → %s', (name, masked) => {
    expect(maskName(name)).toBe(masked)
  })

  it('a mask of a mask is itself', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('李*妈妈', '王*老师')), name => {
        expect(maskName(maskName(name))).toBe(maskName(name))
      }),
    )
  })
})

describe('excerpt', () => {
  it('is one line, cut at whole characters', () => {
    expect(excerpt('你好\n  世界', 10)).toBe('你好 世界')
    expect(excerpt('你好世界', 3)).toBe('你好…')
    expect(excerpt('𠮷𠮷𠮷', 2)).toBe('𠮷…')
    expect(excerpt('好', 1)).toBe('好')
    expect(excerpt('你好', 1)).toBe('…')
    expect(excerpt('', 5)).toBe('')
  })
})
