import { describe, expect, it } from '@jest/globals'
import { findMarksOf, findStudents, givenName, pupilOf } from '../../../src/text/entities/students.js'
import { findEntities, normalise } from '../../../src/text/index.js'

const named = (text: string, roster: readonly string[]): [string, string][] =>
  findStudents(normalise(text), roster).map(({ span, value }) => [text.slice(span.start, span.end), value])

/** The marks that stand after the names of a roster. */
function marks(text: string, roster: readonly string[]): [string, string][] {
  const normal = normalise(text)
  return findMarksOf(findStudents(normal, roster), normal).map(({ span, value }) => [
    text.slice(span.start, span.end),
    value,
  ])
}

describe('given names', () => {
  it.each([
    ['王子涵', '子涵'],
    ['欧阳子涵', '子涵'],
    ['阿依古丽', '依古丽'],
    ['李雷', null],
    ['欧阳雷', null],
    ['王ab', null],
    ['王子a', null],
    ['王a子', null],
    ['', null],
  ])('of %s: %s', (name, given) => expect(givenName(name)).toBe(given))
})

describe('pupils named', () => {
  it('by whole name, wherever it stands', () => {
    expect(named('老师李雷和王子涵都没来', ['李雷', '王子涵'])).toEqual([
      ['李雷', '李雷'],
      ['王子涵', '王子涵'],
    ])
  })

  it('by given name, unless that is a word of every day', () => {
    expect(named('子涵明天来', ['王子涵', '李明天'])).toEqual([['子涵', '王子涵']])
  })

  it('all who share a given name', () => {
    expect(named('子涵来了', ['王子涵', '欧阳子涵', '李雷'])).toEqual([['子涵', '王子涵、欧阳子涵']])
  })

  it('all who share a whole name', () => {
    expect(named('李雷来了', ['李雷', '李雷'])).toEqual([['李雷', '李雷、李雷']])
  })

  it('a whole name goes before another’s given name', () => {
    expect(named('子涵来了', ['子涵', '王子涵'])).toEqual([['子涵', '子涵']])
  })

  it('a given name after another surname is another child, and after what stands apart it is not', () => {
    expect(named('王子涵来了', ['李子涵'])).toEqual([])
    expect(named('诸葛子涵来了', ['李子涵'])).toEqual([])
    expect(named('诸 葛子涵来了', ['李子涵'])).toEqual([['子涵', '李子涵']])
    expect(named('找王，子涵来了', ['李子涵'])).toEqual([['子涵', '李子涵']])
    expect(named('王 子涵来了', ['李子涵'])).toEqual([['子涵', '李子涵']])
    expect(named('子涵来了', ['李子涵'])).toEqual([['子涵', '李子涵']])
  })

  it('names of one character are never looked for', () => {
    expect(named('雷声很大', ['雷', '李雨'])).toEqual([])
  })

  it('one roster asked twice, and another one', () => {
    const roster = ['李雷']
    expect(named('李雷', roster)).toEqual(named('李雷', roster))
    expect(named('李雷', ['韩梅'])).toEqual([])
  })
})

describe('marks after names', () => {
  const ROSTER = ['李雷', '韩梅', '钱多多']
  it.each([
    [
      'of a table',
      '李雷 678 韩梅：95.5',
      [
        ['678', '678'],
        ['95.5', '95.5'],
      ],
    ],
    [
      'the most there is',
      '李雷 750 韩梅 751 钱多多 90',
      [
        ['750', '750'],
        ['90', '90'],
      ],
    ],
    ['one alone may be anything', '李雷 678', []],
    ['numbers of something', '李雷 12号 韩梅 13号', []],
    ['none', '李雷 韩梅', []],
  ])('%s', (_name, text, expected) => expect(marks(text, ROSTER)).toEqual(expected))

  it('a mark that is found by itself is told once', () => {
    const text = '李雷98分，韩梅95分，钱多多 90'
    const found = findEntities(normalise(text), { students: ROSTER })
    expect(found.map(({ kind, value }) => `${kind} ${value}`)).toEqual([
      'student 李雷',
      'score 98',
      'student 韩梅',
      'score 95',
      'student 钱多多',
      'score 90',
    ])
  })

  it('marks with words and commas between them', () => {
    const found = findEntities(normalise('李雷 98，韩梅 95，包邮'), { students: ROSTER })
    expect(found.filter(({ kind }) => kind === 'score').map(({ value }) => value)).toEqual(['98', '95'])
  })
})

it('what goes before the name on a card is no pupil’s', () => {
  expect(['李雷妈妈', '李雷', '3班李雷妈妈'].map(pupilOf)).toEqual(['李雷', null, null])
})

it('a surname in letters hides nobody, and a given name in letters names nobody for certain', () => {
  expect(named('Z子涵来了', ['王子涵'])).toEqual([['子涵', '王子涵']])
  expect(named('李L来了', ['李雷'])).toEqual([])
})
