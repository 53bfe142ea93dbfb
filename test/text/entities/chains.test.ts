import { describe, expect, it } from '@jest/globals'
import { chainOf, digitGroups } from '../../../src/text/entities/chains.js'

const groups = (text: string): string[] => digitGroups(text).map(group => (group.linked ? '~' : '') + group.digits)

describe('digitGroups', () => {
  it.each([
    ['139 1234-5678', ['139', '~1234', '~5678']],
    ['139、1234', ['139', '1234']],
    ['一三九', ['139']],
    ['一百三十九', ['1', '3', '9']],
    ['1 - 2', ['1', '~2']],
    ['1    2', ['1', '2']],
    ['1\n2', ['1', '2']],
    ['1o2', ['102']],
    ['o2', ['2']],
    ['1O', ['1']],
    ['无', []],
    ['', []],
    ['第3课，第12页', ['3', '12']],
  ])('%s', (text, expected) => {
    expect(groups(text)).toEqual(expected)
  })

  it('knows where they stand', () => {
    const [first, second] = digitGroups('电话139-1234。')
    expect(first).toMatchObject({ start: 2, end: 5 })
    expect(second).toMatchObject({ start: 6, end: 10 })
  })
})

describe('chainOf', () => {
  const spelled = (text: string, first: number, last: number): boolean => {
    const found = digitGroups(text)
    const digits = found
      .slice(first, last + 1)
      .map(group => group.digits)
      .join('')
    return chainOf(found, first, last, digits).spelled
  }

  it('tells digits that are spelled out one by one', () => {
    expect(spelled('1 3 9', 0, 2)).toBe(true)
    expect(spelled('1 39', 0, 1)).toBe(false)
    expect(spelled('13 9', 0, 1)).toBe(false)
  })

  it('but not a part of a longer spelling', () => {
    expect(spelled('1 3 9 5', 0, 2)).toBe(false)
    expect(spelled('1 3 9 5', 1, 3)).toBe(false)
    expect(spelled('1 3 9。5', 0, 2)).toBe(true)
  })

  it('spans its groups', () => {
    const found = digitGroups('打139 1234')
    expect(chainOf(found, 0, 1, '1391234')).toEqual({ start: 1, end: 9, digits: '1391234', groups: 2, spelled: false })
  })
})
