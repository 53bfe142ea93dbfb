import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { findEntities, normalise } from '../../../src/text/index.js'
import { growth, LINEAR } from '../../cpu.js'

const KINDS = ['mobile', 'landline', 'national_id', 'bank_card']

/** `kind:value` of every number found. */
function numbers(text: string): string[] {
  return findEntities(normalise(text), { students: [] })
    .filter(entity => KINDS.includes(entity.kind))
    .map(entity => `${entity.kind}:${entity.value}`)
}

describe('mobile numbers', () => {
  it.each([
    ['plain', '我电话13912345678'],
    ['full width and spaces', '１３９ １２３４ ５６７８'],
    ['hyphens', '139-1234-5678'],
    ['dots', '139.1234.5678'],
    ['keycaps', '1️⃣3️⃣9️⃣12345678'],
    ['zero width', '139\u200b1234\u200b5678'],
    ['Chinese numerals', '一三九一二三四五六七八'],
    ['the telephone’s one', '幺三九幺二三四五六七八'],
    ['mixed', '139一二三四5678'],
    ['spelled out', '1 3 9 1 2 3 4 5 6 7 8'],
    ['country code', '+86 139 1234 5678'],
    ['country code, joined', '8613912345678'],
    ['brackets', '（139）12345678'],
  ])('%s', (_name, text) => {
    expect(numbers(text)).toEqual(['mobile:13912345678'])
  })

  it('reads the letter O among digits as zero', () => {
    expect(numbers('139123o5678')).toEqual(['mobile:13912305678'])
  })

  it('points at the whole number as written', () => {
    const text = '打１３９ １２３４\u200b ５６７８。'
    const [entity] = findEntities(normalise(text), { students: [] })
    expect(text.slice(entity?.span.start, entity?.span.end)).toBe('１３９ １２３４\u200b ５６７８')
  })

  it('two of them are two', () => {
    expect(numbers('13912345678 13812345679')).toEqual(['mobile:13912345678', 'mobile:13812345679'])
    expect(numbers('13912345678、13812345679')).toHaveLength(2)
  })

  it.each([
    ['inside a longer number', '5139123456789'],
    ['an order', '订单号13912345678'],
    ['a parcel', '快递单号：13912345678'],
    ['a tracking code', 'SF13912345678'],
    ['a meeting', '腾讯会议：139-1234-5678'],
    ['no such prefix', '12012345678'],
    ['exercises', '做第1、3、4、5、6、7、8、9、10、11题'],
    ['times', '2026-09-10 08:30 至 2026-09-11 17:30'],
    ['marks', '18 95 97 88 92 100'],
    ['an emergency line', '有事打110或者120'],
    ['service lines', '热线12345、12355、95588'],
  ])('%s is none', (_name, text) => {
    expect(numbers(text)).toEqual([])
  })

  it('is told with its country code, whatever goes before it', () => {
    expect(numbers('008613912345678')).toEqual(['mobile:13912345678'])
    expect(numbers('8686139123456789')).toEqual([])
  })

  it.each([
    ['four groups', '139 12 345 678', true],
    ['five groups', '139 12 34 56 78', false],
    ['digit by digit', '1-3-9-1-2-3-4-5-6-7-8', true],
    ['letters that may stand before it', 'tel13912345678', true],
    ['letters further before it', 'sf，13912345678', true],
  ])('in %s', (_name, text, is) => expect(numbers(text)).toEqual(is ? ['mobile:13912345678'] : []))

  it('the nearest label counts', () => {
    expect(numbers('快递单号看短信，收件人手机13912345678')).toEqual(['mobile:13912345678'])
    expect(numbers('订单1234，13912345678')).toEqual(['mobile:13912345678'])
  })
})

describe('identity numbers', () => {
  it.each([
    '身份证号11010519491231002X',
    '110105 19491231 002x 麻烦填一下',
    '１１０１０５１９４９１２３１００２Ｘ',
    '110105-19491231-002 X',
    '学籍号G11010519491231002X',
  ])('%s', text => {
    expect(numbers(text)).toEqual(['national_id:11010519491231002X'])
  })

  it('a slip of the pen is still a leak where it says what it is', () => {
    expect(numbers('身份证：110105194912310021')).toEqual(['national_id:110105194912310021'])
    expect(numbers('身份证：11010519491231003X')).toEqual(['national_id:11010519491231003X'])
    expect(numbers('身份证 110105491231002')).toEqual(['national_id:110105491231002'])
    for (const unlabelled of [
      '110105194912310021',
      '11010519491231003X',
      '110105491231002',
      '订单11010519491231003X',
    ]) {
      expect(numbers(unlabelled)).toEqual([])
    }
    expect(numbers('身份证 1101051949123100，X老师收')).toEqual([])
    expect(numbers('身份证 11010519491231003，X老师收')).toEqual([])
  })

  it('an order number is none', () => {
    expect(numbers('发票编号753004881290036412 已开好')).toEqual([])
  })
})

describe('cards', () => {
  it.each([
    ['6222020000000000125', '6222020000000000125'],
    ['卡号 6222 0200 0000 0000 125', '6222020000000000125'],
    ['4111-1111-1111-1111', '4111111111111111'],
    ['建行账号6217001234567890123', '6217001234567890123'],
  ])('%s', (text, card) => {
    expect(numbers(text)).toEqual([`bank_card:${card}`])
  })

  it('a slip of the pen counts where it says that it is a card, from 15 digits on', () => {
    expect(numbers('卡号 622202000000000')).toEqual(['bank_card:622202000000000'])
    expect(numbers('卡号 62220200000000')).toEqual([])
    expect(numbers('622202000000000')).toEqual([])
  })

  it('orders and codes are none', () => {
    expect(numbers('订单号4111111111111111')).toEqual([])
    expect(numbers('4111111111111112')).toEqual([])
  })
})

describe('landlines', () => {
  it.each([
    ['家里座机 0971-6123456', ['landline:09716123456']],
    ['孩子爷爷家里电话：6123456', ['landline:6123456']],
    ['传达室总机028-66778899', []],
    ['酒店电话是010-66778899', []],
    ['监督举报电话 0971-6123456', []],
    ['家里来了6123456个人', []],
    ['家里 0971-612-3456', ['landline:09716123456']],
    ['家里 0971 61 23 456', []],
    ['家里电话 612 3456', ['landline:6123456']],
    ['家里电话 61 23 456', []],
    ['家里电话 612345678', []],
    ['家里电话 1234567', []],
    ['家里 0755-81234567', ['landline:075581234567']],
    ['家里订单号 0971-6123456', []],
    ['我家那边都挺好的，今年的收成也还可以，就是打不通 0971-6123456', []],
  ])('%s', (text, expected) => {
    expect(numbers(text)).toEqual(expected)
  })
})

describe('every number', () => {
  const digits = fc
    .integer({ min: 3, max: 9 })
    .chain(second =>
      fc
        .string({ unit: fc.constantFrom(...'0123456789'), minLength: 9, maxLength: 9 })
        .map(rest => `1${second}${rest}`),
    )

  it('is found between letters', () => {
    fc.assert(
      fc.property(digits, mobile => {
        expect(numbers(`好的${mobile}谢谢`)).toEqual([`mobile:${mobile}`])
      }),
    )
  })

  it('hostile rows of digits take no time', () => {
    for (const unit of ['9', '1 ', '1-', '13912345678 ', '一']) {
      const work = (n: number) => findEntities(normalise(unit.repeat(n / unit.length)), { students: [] })
      expect(growth(work, 25_000)).toBeLessThan(LINEAR)
    }
  })
})
