import { describe, expect, it } from '@jest/globals'
import { accusesStaff, normalise } from '../../src/text/index.js'
import { growth, LINEAR } from '../cpu.js'

const accuses = (text: string): boolean => accusesStaff(normalise(text))

describe('an accusation of somebody of the school', () => {
  it.each([
    '王老师猥亵我女儿',
    '班主任王老师摸我女儿下面',
    '王老师性侵学生',
    '王老师给我女儿发裸照',
    '副班主任刘老师猥亵我女儿',
    '王老师打我孩子，孩子不想活了',
    '班主任打我孩子耳光',
    '我女儿被体育老师摸了',
    '班主任把我孩子打流血了',
    '王老师把我儿子打得鼻青脸肿',
    '数学陈老师对女生动手动脚',
    '孩子让保安扇耳光了',
    '我家娃被宿管阿姨掐的胳膊都青了',
    '那个教官踹学生',
    '校车司机猥亵孩子 学校到底管不管',
    '体育老师叫她一个人去器材室 还摸她屁股',
    '英语老师用尺子打我儿子手 都肿了',
    '孩子说被王老师锁在办公室',
  ])('is one: %s', text => {
    expect(accuses(text)).toBe(true)
  })

  it.each([
    '王老师，我孩子被同学打了',
    '老师我女儿说他打她',
    '老师 孩子说不想活了',
    '王老师打电话说孩子发烧了',
    '老师打了三个电话我没接到',
    '体育老师掐表说进步了五秒',
    '老师摸了摸孩子的头夸他',
    '孩子被老师表扬了',
    '孩子被老师带去打针了',
    '我家孩子被老师送医院了',
    '老师把孩子抱去医务室了 谢谢',
    '老师，隔壁班那个男生摸她屁股',
    '老师从来不打孩子',
    '老师能不能管管，同学打我孩子',
    '小时候老师打我们手心',
    '请老师看看谁打了我家孩子',
    '王老师好 我儿子被人打得鼻青脸肿',
    '新闻里那个老师猥亵学生 气死了',
    '老师让孩子打卡',
    '老师给孩子们拍的照片真好看',
    '谢谢老师给他抱被子',
    '班主任说有人打他',
    '李老师打他电话没人接',
    '保安打学生家长电话了',
    '老师叫他带跳绳',
    '教练让他多打球',
    '老师关教室门了',
    '老师锁门了 孩子书包还在里面',
    '音乐老师抱她下来的 脚没事',
  ])('is none: %s', text => {
    expect(accuses(text)).toBe(false)
  })

  it('is looked for in time that grows with the text alone', () => {
    const unit = '老师把我女儿老师对她打他'
    expect(growth(n => accuses(unit.repeat(n)), 1 << 6)).toBeLessThan(LINEAR)
  })
})
