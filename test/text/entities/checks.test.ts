import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { isBankCard, isLandline, isLuhn, isMobile, isNationalId } from '../../../src/text/entities/checks.js'

/**
 * The check character that GB 11643 gives to seventeen digits, by its definition and not by the table of weights: with
 * each digit times two to the power of its place from the right, all is 1 modulo 11.
 */
function withCheck(digits: string): string {
  const sum = [...digits].reduce((total, digit, i) => total + 2 ** (digits.length - i) * Number(digit), 0)
  const check = [...Array(11).keys()].find(n => (sum + n) % 11 === 1) as number
  return digits + (check === 10 ? 'X' : String(check))
}
const withLuhn = (digits: string): string => digits + [...'0123456789'].find(last => isLuhn(digits + last))

describe('a citizen’s number', () => {
  it('has a check character that fits', () => {
    expect(isNationalId('11010519491231002X')).toBe(true)
    expect(isNationalId('440524188001010014')).toBe(true)
    for (const last of '0123456789') expect(isNationalId(`11010519491231002${last}`)).toBe(false)
    for (const id of ['11010519491331002X', '11010520230229002X', '99010519491231002X', '1101051949123100'])
      expect(isNationalId(id)).toBe(false)
  })

  it.each([
    ['a day that there is', '20080229', true],
    ['a leap day of no leap year', '20090229', false],
    ['the 31st of a month of 30', '20100431', false],
    ['month 13', '20101301', false],
    ['month 0', '20100001', false],
    ['day 0', '20100100', false],
    ['day 32', '20100132', false],
    ['the first year', '18000101', true],
    ['before the first', '17991231', false],
    ['the last year', '20991231', true],
    ['after the last', '21000101', false],
  ])('date of birth: %s', (_name, date, valid) => {
    expect(isNationalId(withCheck(`630104${date}001`))).toBe(valid)
  })

  it('is of a province', () => {
    expect(isNationalId(withCheck('99010420100101001'))).toBe(false)
    expect(isNationalId(withCheck('00010420100101001'))).toBe(false)
  })

  it('is the whole of what is asked about', () => {
    const id = withCheck('63010420100101001')
    expect([id, `1${id}`, `${id}0`, id.slice(0, -1), ''].map(isNationalId)).toEqual([true, false, false, false, false])
  })
})

describe('Luhn’s check', () => {
  it.each(['79927398713', '4111111111111111', '0', '18', '59', '91'])('%s passes', digits =>
    expect(isLuhn(digits)).toBe(true),
  )
  it.each(['79927398710', '4111111111111112', '1', '81'])('%s fails', digits => expect(isLuhn(digits)).toBe(false))

  it('notices any one digit that is wrong', () => {
    const digits = fc.stringMatching(/^\d{15}$/).map(withLuhn)
    fc.assert(
      fc.property(digits, fc.nat(15), fc.integer({ min: 1, max: 9 }), (card, at, by) => {
        const wrong = card.slice(0, at) + ((Number(card[at]) + by) % 10) + card.slice(at + 1)
        expect([isLuhn(card), isLuhn(wrong)]).toEqual([true, false])
      }),
    )
  })
})

describe('a bank card', () => {
  it.each([
    ['16 digits', withLuhn('622202000000001'), true],
    ['19 digits', withLuhn('622202000000000012'), true],
    ['15 digits', withLuhn('62220200000000'), false],
    ['20 digits', withLuhn('6222020000000000012'), false],
    ['Visa', withLuhn('400000000000001'), true],
    ['Mastercard', withLuhn('510000000000001'), true],
    ['no such range', withLuhn('560000000000001'), false],
    ['begins as none does', withLuhn('122202000000001'), false],
    ['nothing but zeros', '0'.repeat(16), false],
    ['twelve digits', '411111111111', false],
    ['of the usual range', '6222020000000000125', true],
    ['all the same digit', '4'.repeat(16), false],
    ['begins with the same digit', withLuhn('444444444444449'), true],
    ['fails the check', '6222020000000000126', false],
    ['a letter in it', '622202000000000x', false],
  ])('%s', (_name, digits, valid) => expect(isBankCard(digits)).toBe(valid))
})

describe('phone numbers', () => {
  it.each([
    ['13912345678', true],
    ['19912345678', true],
    ['12912345678', false],
    ['1391234567', false],
    ['139123456789', false],
    ['013912345678', false],
  ])('mobile %s: %s', (digits, valid) => expect(isMobile(digits)).toBe(valid))

  it.each([
    ['01062345678', true],
    ['02123456789', true],
    ['09716123456', true],
    ['075581234567', true],
    ['01066778899', true],
    ['01012345', false],
    ['0101234567', false],
    ['01012345678', false],
    ['0971612345', false],
    ['0971612345678', false],
    ['010623456789', false],
    ['109716123456', false],
    ['901062345678', false],
  ])('landline %s: %s', (digits, valid) => expect(isLandline(digits)).toBe(valid))
})
