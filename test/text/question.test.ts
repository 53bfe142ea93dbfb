import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { isQuestion, normalise } from '../../src/text/index.js'
import { growth, LINEAR } from '../cpu.js'

const asks = (text: string): boolean => isQuestion(normalise(text))

describe('isQuestion', () => {
  it.each([
    '明天要带雨衣吗',
    '明天要带雨衣吗？',
    '请问家长会几点开始',
    '周五放学几点啊',
    '校服怎么订',
    '谁有今天数学练习的照片',
    '谁家多拿了一个水壶',
    '有没有人顺路接一下',
    '能不能线上参加',
    '老师 这个表要不要签字',
    '孩子发烧了怎么办',
    '在哪儿领书',
    '哪位家长有备用的红领巾',
    '春游交多少钱啊',
    '食堂今天吃什么呀',
    '作业交了没',
    '能请假吗王老师',
    '今天有延时班吗，我四点半到',
    '那双鞋管不管大小',
    '李雷呢',
    '真的？',
    '有人知道门口为什么堵车',
    '想问一下校车改到哪个门',
    '求助：孩子的饭卡丢了',
    '收到。另外问下带几号电池',
    'ＰＰＴ要带吗',
  ])('%s', text => {
    expect(asks(text)).toBe(true)
  })

  it.each([
    ['plain', '收到，谢谢老师'],
    ['nothing', ''],
    ['signs only', '？？？'],
    ['rhetoric', '谁不知道老师辛苦啊'],
    ['rhetoric', '难道我们家长就该忍着？'],
    ['rhetoric', '怎么能这样说话'],
    ['complaint', '凭什么只罚我家孩子'],
    ['complaint', '能不能不要刷屏了'],
    ['exclamation', '孩子们多可爱啊'],
    ['indefinite', '没什么，谢谢大家'],
    ['indefinite', '什么都行'],
    ['indefinite', '谁都可以参加'],
    ['indefinite', '不管怎么说都要感谢老师'],
    ['going on', '孩子在写作业呢'],
    ['statement', '我问了老师，四点放学'],
    ['statement', '明天带两支笔'],
    ['bidding', '请家长确认孩子是否到家'],
    ['a place', '求助电话贴在门口'],
    ['somebody', '有人在门口发传单'],
  ])('%s: %s is none', (_name, text) => {
    expect(asks(text)).toBe(false)
  })

  it('one question among several sentences is enough', () => {
    expect(asks('收到。谢谢老师！明天穿校服吗？我给他准备')).toBe(true)
    expect(asks('谁不知道呢。请问几点开始')).toBe(true)
  })

  it('hostile text takes no time', () => {
    for (const unit of ['吗', '？', '谁', '不', '没', '请确认', 'a', '呢', '能不能']) {
      expect(growth(n => isQuestion(normalise(unit.repeat(n))), 25_000)).toBeLessThan(LINEAR)
    }
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => typeof asks(text) === 'boolean'))
  })
})
