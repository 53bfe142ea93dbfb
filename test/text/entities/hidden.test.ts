import { describe, expect, it } from '@jest/globals'
import { findHiddenNumbers } from '../../../src/text/entities/hidden.js'
import { reported } from './support.js'

const found = (text: string) => reported(findHiddenNumbers, text)

const PHONE = '13912345678'
const CARD = '6222020000000000125'
const ID = '110105194912310038'
const BEFORE_X = '11010519491231002'

describe('numbers that only a mask looks for', () => {
  it.each([
    ['a row of seven digits', '订单1234567', [['mobile', '1234567', '1234567']]],
    ['six digits are none', '邮编810000', []],
    ['six and four are none together', '810000 2026', []],
    [
      'every row of its own',
      '1234567，7654321',
      [
        ['mobile', '1234567', '1234567'],
        ['mobile', '7654321', '7654321'],
      ],
    ],
    ['Chinese numerals', '一三九一二三四', [['mobile', '一三九一二三四', '1391234']]],
    ['no digits', '老师好', []],
    ['nothing', '', []],
  ])('%s', (_name, text, expected) => expect(found(text)).toEqual(expected))

  it.each([
    ['a phone number parted in two', '146671 857460', '146671 857460', '14667185746'],
    ['one that begins within a group', '21391 2345678', '21391 2345678', PHONE],
    ['one that ends within a group', '139123 456780', '139123 456780', PHONE],
    ['one in three groups', '139 1234 5678', '139 1234 5678', PHONE],
    ['only the groups it touches', '66 139123 45678 99', '139123 45678', PHONE],
    ['a card in groups', '6222 0200 0000 0000 125', '6222 0200 0000 0000 125', CARD],
    ['a card within more digits', '9 6222020000000 000125', '6222020000000 000125', CARD],
    ['an identity number in groups', '110105 19491231 0038', '110105 19491231 0038', ID],
  ])('%s', (_name, text, covered, value) => {
    expect(found(text).filter(([, , digits]) => digits === value)).toEqual([['mobile', covered, value]])
  })

  it.each([
    ['two short groups that make no number', '26391 2345678'],
    ['what lies too far apart', '139123号45678'],
    ['a row of a known length that fails its check', '6222 0200 0000 0000 126'],
    ['an identity number that fails its check', '440524 200101 010011'],
  ])('%s is none', (_name, text) => {
    expect(found(text).filter(([, , digits]) => digits.length >= 11)).toEqual([])
  })

  it('an identity number that ends in X takes its X along', () => {
    for (const sign of ['X', 'x', '×', ' X']) {
      expect(found(`110105 19491231 002${sign} 好`)).toContainEqual([
        'national_id',
        `110105 19491231 002${sign}`,
        BEFORE_X,
      ])
    }
    expect(found('66 110105 19491231 002X')).toContainEqual(['national_id', '110105 19491231 002X', `66${BEFORE_X}`])
    // the X of something else, further on, and a check that fails
    for (const text of ['110105 19491231 002好X', '110105 19491231 003X', '110105 19491231 002 好', '231002X']) {
      expect(found(text).filter(([kind]) => kind === 'national_id')).toEqual([])
    }
  })

  it('two numbers in one row are both found', () => {
    expect(found('139123 45678 138765 43210').filter(([, , digits]) => digits.length === 11)).toEqual([
      ['mobile', '139123 45678', PHONE],
      ['mobile', '138765 43210', '13876543210'],
    ])
  })
})
