import { describe, expect, it } from '@jest/globals'
import { findRanks, findScores } from '../../../src/text/entities/marks.js'
import { found } from './support.js'

const scores = (text: string) => found(findScores, text)
const ranks = (text: string) => found(findRanks, text)

describe('marks', () => {
  it.each([
    ['after a subject', '数学95', ['95']],
    ['small ones say what they are', '数学9分', ['9']],
    ['small ones that do not are a number of something', '数学9', []],
    ['ten and more need not', '数学10', ['10']],
    ['the most there is', '总分750', ['750']],
    ['more than there is', '总分751', []],
    ['more than there is, with a unit', '考了751分', []],
    ['with a unit alone', '他才60分', ['60']],
    ['the most, with a unit alone', '他有750分', ['750']],
    ['a time', '8点30分', []],
    ['a rating', '评分4.5分', []],
    ['a pass mark', '一本线多500分', []],
    ['one mark once', '数学95分', ['95']],
    ['half marks', '英语88.5', ['88.5']],
    ['short for two subjects', '语92 数8', ['92', '8']],
    ['short for one is none', '语92', []],
    ['letters', '语a+数b', ['a+', 'b']],
    ['a list of names', '张小明98，李小红95，王小刚87。', ['98', '95', '87']],
    ['the lowest of a list', '张小明20，李小红95，王小刚87。', ['20', '95', '87']],
    ['a list of small numbers', '张小明19，李小红95，王小刚87。', []],
    ['a list that counts something else', '张小明98，解放路95，王小刚87。', []],
    ['two names are no list', '张小明98，李小红95。', []],
  ])('%s', (_name, text, expected) => expect(scores(text).map(([covered]) => covered)).toEqual(expected))

  it('letters are written large', () => expect(scores('语a+数b').map(([, value]) => value)).toEqual(['A+', 'B']))

  it('what two patterns find is told once', () => {
    expect(scores('语文92分，语92数88')).toEqual([
      ['92', '92'],
      ['92', '92'],
      ['88', '88'],
    ])
  })
})

describe('places in a ranking', () => {
  it.each([
    ['first by figure', '第3名', [['第3名', '3']]],
    ['first by word', '第三名', [['第三名', '3']]],
    ['tens by word', '倒数第十二', [['倒数第十二', '12']]],
    ['of the class', '班级排名12', [['班级排名12', '12']]],
    ['the longer of two that begin together', '全班第3名', [['全班第3名', '3']]],
    ['the longer, from the end', '倒数第二名', [['倒数第二名', '2']]],
    [
      'several, in order',
      '进了前十名，第3名是他',
      [
        ['进了前十名', '10'],
        ['第3名', '3'],
      ],
    ],
    [
      'in order, whichever pattern found them',
      '班级排名12，不是第3名，是倒数第二',
      [
        ['班级排名12', '12'],
        ['第3名', '3'],
        ['倒数第二', '2'],
      ],
    ],
    ['one within another is one', '年级排名第5名', [['年级排名第5名', '5']]],
    ['a lesson', '第3课', []],
  ])('%s', (_name, text, expected) => expect(ranks(text)).toEqual(expected))
})
