import { describe, expect, it } from '@jest/globals'
import { findEntities, mask, normalise } from '../../../src/text/index.js'

/** What parents and teachers write every day: numbers everywhere, and nobody's personal data, price or mark. */
const INNOCENT = [
  '明天上午8:30在操场集合，9:15出发',
  '摄影比赛改到9月18日（周五）15:00',
  '科学报告册第23页第1、2、3、5题',
  '口算打卡第12天',
  '请带2B铅笔3支、A4纸10张、彩笔1盒',
  '三（2）班和三（5）班比赛，比分3:2',
  '体温36.5，一切正常',
  '身高1米35，体重30公斤的孩子选130码',
  '坐18路或者23路公交，到第5站下',
  '本周三有12人请假',
  '校车7点10分到小区门口',
  '室内26度，室外35度',
  '腾讯会议 620-511-904，周三20:15开始',
  '会议ID 987 654 321 密码 2026',
  '快递单号SF1234567890123',
  '运单编号7530048812900364 的书架装好了',
  '取件码3-2-4051',
  '准考证号31120708845',
  '学号2026030215',
  '有事请打110、119、120',
  '热线12345，心理援助12355',
  '出勤率98.5%，及格率100%',
  '跳绳1分钟180个',
  '第2单元第3课的生字抄2遍',
  '练习时间不超过30分钟',
  '语文书第15页到第18页',
  '英语听力第6单元',
  '周一到周五都上延时班',
  '2026-2027学年第一学期',
  '孩子6岁半，2019年生的',
  '活动在3号楼报告厅',
  '教学楼4层402教室',
  '南门2号口等',
  '版本8.0.45更新了吗',
  '我们住得远，要1个半小时',
  '一年级二班一共四十三个同学',
  '一二三四五，上山打老虎',
  '一元二次方程太难了',
  '三块积木拼一起',
  '两块饼干',
  '一块去吧',
  '元宵节快乐',
  '今天第一个举手的小朋友有贴纸',
  '请扫码看视频',
  '微信群里通知过了',
  '微信小程序里填',
  '@李雷妈妈 收到',
  '报名表.xlsx打不开',
  'PPT和Word都行',
  'VIP通道那边等',
  'QQ音乐里有这首歌',
  '青A级景区',
  '沪C和苏E都限行吗',
  '3-5岁的弟弟可以一起去吗',
  '10-15分钟就到',
  '下午2-4点',
  '37路末班车提前半小时',
  '120急救车来过了',
  '一诺千金是成语',
]

describe('innocent lines', () => {
  it.each(INNOCENT)('%s', line => {
    const found = findEntities(normalise(line), { students: ['赵一诺', '钱多多'] })
    expect(found).toEqual([])
  })

  it('and most of them come through a mask unharmed', () => {
    const changed = INNOCENT.filter(line => mask(line) !== line)
    // long codes are nobody's business in a log
    const codes = changed.filter(line => /\d{7}|\d{3}[ -]\d{3}[ -]\d{3}|教室|3号楼|4层|\d-\d-\d/.test(line))
    expect(changed).toEqual(codes)
  })
})

/** What must not be missed, with the kind that must be among what is found. */
const LEAKS: readonly [line: string, kind: string][] = [
  ['李雷 13912345678', 'mobile'],
  ['我手机换了：139 1234 5678', 'mobile'],
  ['打孩子爷爷电话一三九一二三四五六七八', 'mobile'],
  ['联系人王女士，１３９１２３４５６７８', 'mobile'],
  ['身份证11010519491231002X', 'national_id'],
  ['报名信息：李雷，身份证号110105194912310021', 'national_id'],
  ['退款退到6222020000000000125', 'bank_card'],
  ['我家住建设小区8栋3单元302', 'address'],
  ['收件地址：解放路12号院3号楼1单元201', 'address'],
  ['车牌青A·12345挪一下', 'plate'],
  ['邮箱lilei@example.com', 'email'],
  ['薇❤️：xxy889', 'wechat_id'],
  ['➕V xxy_889 领资料', 'wechat_id'],
  ['加扣扣123456789', 'qq'],
  ['点http://a.example.top/x?u=1抢', 'url'],
  ['99元3节课', 'price'],
  ['语文考了97', 'score'],
  ['全班第三', 'rank'],
]

describe('leaks', () => {
  it.each(LEAKS)('%s has a %s', (line, kind) => {
    expect(findEntities(normalise(line), { students: [] }).map(entity => entity.kind)).toContain(kind)
  })

  it.each(LEAKS.map(([line]) => line))('%s: what was found is where the span says', line => {
    for (const { span, value } of findEntities(normalise(line), { students: [] })) {
      expect(line.slice(span.start, span.end)).not.toBe('')
      expect(value).not.toMatch(/\s/)
    }
  })
})
