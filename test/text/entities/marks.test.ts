import { describe, expect, it } from '@jest/globals'
import { findRanks, findScores } from '../../../src/text/entities/marks.js'
import { growth, LINEAR } from '../../cpu.js'
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
    ['in Chinese', '语文九十二分', ['九十二']],
    ['in Chinese, got', '数学考了九十八', ['九十八']],
    ['in Chinese, a hundred and more', '总分是一百二十五，英语一百分', ['一百', '一百二十五']],
    ['in Chinese, of both subjects', '语文九十二分数学八十分', ['九十二', '八十']],
    ['in Chinese, a word for very', '语文十分重要', []],
    ['minutes', '语文25分钟，数学20分钟', []],
    ['in Chinese, time', '数学四十分钟，英语听了二十分钟', []],
    ['in Chinese, counted', '语文二十页，数学考了三十道题，生物二十一世纪', []],
    ['in Chinese, not told exactly', '才考了三十几，数学考了七十多', []],
    ['in Chinese, days', '高考三十天倒计时，参考二十本书', []],
    ['in Chinese, hoped for', '没考到九十就抄，要考到八十', []],
    ['one after the other', '成绩：92、88、76', ['92', '88', '76']],
    ['one after the other, with signs and words', '三科成绩分别为 92分/88.5分/100', ['92', '88.5', '100']],
    ['one after each subject', '语文92 数学88', ['92', '88']],
    ['one after each subject, with commas', '语文92、数学88', ['92', '88']],
    ['exercises of a subject', '数学12、13题，语文11、12页', []],
    ['numbers of something, one after the other', '成绩：1、2、3名', []],
    ['pages, one after the other', '成绩 92、93页', []],
    ['days, one after the other', '成绩：12、13号公布', []],
    ['a list of names', '张小明98，李小红95，王小刚87。', ['98', '95', '87']],
    ['the lowest of a list', '张小明20，李小红95，王小刚87。', ['20', '95', '87']],
    ['a list of small numbers', '张小明19，李小红95，王小刚87。', []],
    ['a list that counts something else', '张小明98，解放路95，王小刚87。', []],
    ['two names are no list', '张小明98，李小红95。', []],
  ])('%s', (_name, text, expected) => expect(scores(text).map(([covered]) => covered)).toEqual(expected))

  it('Chinese numerals are told in figures', () =>
    expect(scores('语文九十二分，总分一百零五').map(([, value]) => value)).toEqual(['92', '105']))

  it('hostile rows take no time', () => {
    for (const unit of ['语文', '成绩：', '92、', '成绩：92、', '考了九十', '九十']) {
      expect(growth(n => scores(unit.repeat(n)), 5_000)).toBeLessThan(LINEAR)
    }
  })

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
