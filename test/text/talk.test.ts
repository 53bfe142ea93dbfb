import { describe, expect, it } from '@jest/globals'
import { isQuestion, normalise, noticeOf, zonedInstant } from '../../src/text/index.js'

/** One day of a class group as people type it: who is staff, what is a question, what is a notice. */
const DAY: readonly [staff: boolean, text: string, question: boolean, wanted: string | null][] = [
  [true, '【通知】各位家长，明天体检，请给孩子穿方便穿脱的衣服，早上空腹到校。收到请回复。', false, 'reply'],
  [false, '收到', false, null],
  [false, '收到，谢谢老师', false, null],
  [false, '收到。请问要带水杯吗', true, null],
  [true, '要带的', false, null],
  [true, '大家不用再回复收到了，我这边都看到了', false, 'none'],
  [false, '老师好，孩子昨晚发烧，今天请假一天', false, null],
  [true, '好的，安心休息', false, null],
  [false, '谁家孩子多拿了一件校服外套', true, null],
  [false, '里面写了名字没有', true, null],
  [false, '我家的，写了', false, null],
  [true, '本周五下午2点召开家长会，参加的请接龙，周四晚8点截止', false, 'chain'],
  [false, '1. 李雷妈妈 参加', false, null],
  [false, '2. 钱多多爸爸 不参加，出差', false, null],
  [false, '可以爷爷来吗', true, null],
  [true, '@李雷妈妈 可以的', false, null],
  [false, '停车方便不', true, null],
  [false, '今天堵车堵得厉害，晚到十分钟', false, null],
  [false, '谁不知道这条路天天堵', false, null],
  [true, '温馨提示：降温了，请给孩子加衣服。看到即可。', false, 'none'],
  [false, '这天说变就变，冷死了', false, null],
  [false, '怎么能让孩子在风里站那么久', false, null],
  [false, '孩子几点出来呀', true, null],
  [true, '正常放学，4:30南门', false, null],
  [false, '那延时班呢', true, null],
  [true, '延时班5:40，请各位家长准时接', false, 'unsaid'],
  [false, '辛苦老师了🌹', false, null],
  [false, '[玫瑰][玫瑰]', false, null],
  [true, '禁毒微课的答题请大家月底前完成', false, 'unsaid'],
  [false, '登不进去怎么弄啊', true, null],
  [false, '密码忘了咋整', true, null],
  [false, '我也登不进去', false, null],
  [true, '还登不上的请家长打信息中心电话，不要在群里发账号', false, 'unsaid'],
  [false, '有没有人知道初始密码是多少', true, null],
  [false, '不管怎样先试试学号', false, null],
  [false, '进去了进去了，谢谢', false, null],
]

const AT = zonedInstant('2026-09-09T15:00', 'Asia/Shanghai') as number

describe('a day of talk', () => {
  it.each(DAY)('staff %s: %s', (isStaff, text, question, wanted) => {
    const normal = normalise(text)
    expect(isQuestion(normal)).toBe(question)
    const notice = isStaff ? noticeOf(normal, { eventId: 'e', at: AT, timezone: 'Asia/Shanghai' }) : null
    expect(notice?.wanted ?? null).toBe(wanted)
  })
})
