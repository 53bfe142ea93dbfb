import { describe, expect, it } from '@jest/globals'
import { spelledNumber } from '../../src/text/numerals.js'

describe('spelledNumber', () => {
  it.each([
    ['三', 3],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['两百五', 250],
    ['一百零五', 105],
    ['一千二', 1200],
    ['一万', 10_000],
    ['一万二', 12_000],
    ['三千零五十', 3050],
    ['一二三', 123],
    ['二〇', 20],
  ])('%s is %i', (text, value) => {
    expect(spelledNumber(text)).toBe(value)
  })

  it('is NaN for anything else', () => {
    expect(spelledNumber('三个')).toBeNaN()
  })
})
