import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { ENTITY_KINDS, type EntityKind } from '../../../src/model/text.js'
import { findEntities, normalise, pupilOf } from '../../../src/text/index.js'
import { growth, LINEAR } from '../../cpu.js'

const ROSTER = ['李雷', '钱多多', '欧阳子涵', '赵一诺', '孙语桐', '周语桐', '高兴', '吴明天']

/** Values of one kind, in order. */
function values(kind: EntityKind, text: string, students: readonly string[] = []): string[] {
  return findEntities(normalise(text), { students })
    .filter(entity => entity.kind === kind)
    .map(entity => entity.value)
}

describe('plates', () => {
  it.each([
    ['青A12345停在门口', ['青A12345']],
    ['京a·d12345 挪一下车', ['京AD12345']],
    ['京AD12345', ['京AD12345']],
    ['粤B1234学', ['粤B1234学']],
    ['云南A级景区', []],
    ['川A组和B组', []],
  ])('%s', (text, expected) => {
    expect(values('plate', text)).toEqual(expected)
  })
})

describe('addresses', () => {
  it.each([
    ['麻烦寄到：幸福家园3栋2单元501', ['幸福家园3栋2单元501']],
    ['我住在西宁市城西区五四西路23号阳光小区3栋2单元501室', ['西宁市城西区五四西路23号阳光小区3栋2单元501室']],
    ['3号楼2单元501', ['3号楼2单元501']],
    ['锦绣苑12-3-402', ['锦绣苑12-3-402']],
    ['家住解放路88号', ['解放路88号']],
    ['大通县桥头镇新城村3组12号', ['大通县桥头镇新城村3组12号']],
    ['家庭住址：浦东新区杨高路100弄5号602室', ['浦东新区杨高路100弄5号602室']],
  ])('%s', (text, expected) => {
    expect(values('address', text)).toEqual(expected)
  })

  it.each([
    ['a town', '我们是青海省西宁市城西区的'],
    ['a classroom', '家长会在3号楼302室'],
    ['a school building', '到教学楼3栋201室集合'],
    ['an underground line', '坐地铁2号线换318路公交'],
    ['a public place', '建设路8号书店门口集合'],
    ['a hotel', '地址是朝阳北路101号，评分很高'],
    ['a crossing', '在马路2号口等'],
    ['a class', '三（2）班第3组'],
    ['a garden', '香山是一座具有山林特色的皇家园林'],
    ['a bus gate', '建设路3号门接孩子'],
    ['a page', '数学书3-12到3-15'],
  ])('%s is none', (_name, text) => {
    expect(values('address', text)).toEqual([])
  })
})

describe('e-mail and links', () => {
  it.each([
    ['发到abc.def@qq.com吧', ['abc.def@qq.com']],
    ['ABC＠１６３．ＣＯＭ', ['abc@163.com']],
    ['@李雷妈妈 收到', []],
    ['a@b', []],
    ['@@@@', []],
    ['a@b.cn', ['a@b.cn']],
    ['abc @qq.com', ['abc@qq.com']],
    ['..-abc@qq.com', ['abc@qq.com']],
    ['发 @qq.com', []],
    ['--@qq.com', []],
    ['a@b.cn@c.cn', ['a@b.cn']],
    ['a@b.cn，c@d.cn', ['a@b.cn', 'c@d.cn']],
    [`${'x'.repeat(70)}@qq.com`, [`${'x'.repeat(64)}@qq.com`]],
  ])('e-mail: %s', (text, expected) => {
    expect(values('email', text)).toEqual(expected)
  })

  it.each([
    ['看 https://mp.example.com/s/abc?x=1，很好', ['https://mp.example.com/s/abc?x=1']],
    ['登录example.com/a看看', ['example.com/a']],
    ['www.example.cn', ['www.example.cn']],
    ['sub.example.com.cn', ['sub.example.com.cn']],
    ['成绩表.xlsx', []],
    ['abc@example.com', []],
    ['9.9元', []],
    ['.com.com.com', []],
    ['https://a.cn/x.).', ['https://a.cn/x']],
    ['example.com/a?!,', ['example.com/a']],
    ['看example.com.', ['example.com']],
    ['a.com b.cn', ['a.com', 'b.cn']],
    ['a.com http://b.cn/c.com d.cn', ['a.com', 'http://b.cn/c.com', 'd.cn']],
    ['http://a.cn http://b.cn c.cn', ['http://a.cn', 'http://b.cn', 'c.cn']],
    ['sub.example.com.x1-y', ['sub.example.com.x1-y']],
    ['-.com', []],
    [`${'x'.repeat(120)}.com`, [`${'x'.repeat(100)}.com`]],
  ])('link: %s', (text, expected) => {
    expect(values('url', text)).toEqual(expected)
  })
})

describe('WeChat and QQ', () => {
  it.each([
    ['加我微信abc_12345', ['abc_12345']],
    ['➕薇 xxy889', ['xxy889']],
    ['+V：xxy889', ['xxy889']],
    ['ｖｘ：Hello-World9', ['hello-world9']],
    ['微信号 lilei2026', ['lilei2026']],
    ['微信：qiandd', ['qiandd']],
    ['V: abc12345', ['abc12345']],
    ['加v 13912345678', ['13912345678']],
    ['wxid_abcd1234efgh', ['wxid_abcd1234efgh']],
    ['联系我：lilei2026', ['lilei2026']],
    ['微信wxid_abcd1234efgh', ['wxid_abcd1234efgh']],
    ['微信 android 版打不开', []],
    ['微信支付20000元', []],
    ['微信转账 20000', []],
    ['发在微信群里', []],
    ['TV: channel8', []],
    ['要的抓紧，微信 lemon_pies', ['lemon_pies']],
    ['微信lemon-pies', ['lemon-pies']],
    ['wx lemon_pies', ['lemon_pies']],
    ['VX lemon2018', ['lemon2018']],
    ['薇 lemon_pies', ['lemon_pies']],
    ['我的薇lemon2018', ['lemon2018']],
    ['WeChat Lemon_Pies', ['lemon_pies']],
    ['微信 web_lemon7', ['web_lemon7']],
    ['微信：iphone_lemon', ['iphone_lemon']],
    ['微信 lemonpies', []],
    ['微信 iPhone', []],
    ['微信 iPhone15ProMax', []],
    ['微信 iPad-mini6', []],
    ['微信 android14', []],
    ['微信 app', []],
    ['微信 appstore', []],
    ['微信 Version_8', []],
    ['微信 v8_0_50', []],
    ['微信 8.0.50', []],
    ['微信 HarmonyOS5', []],
    ['WeChat pay', []],
    ['微信 WeChat-Pay', []],
    ['微信 mini-program', []],
    ['微信 log-in', []],
    ['微信 IMG_20260904', []],
    ['微信 mmexport1788', []],
    ['微信 class_list.xlsx', []],
    ['林薇 room_302', []],
    ['显微 lab_302', []],
    ['在wx_group里', []],
    ['微信号 lemonpies', ['lemonpies']],
    ['加v lemonpies', ['lemonpies']],
    ['薇 lemonpies', []],
    ['微信 ab_1', []],
    ['微信 12345_67', []],
    ['微信 class_list，表在.xlsx里', ['class_list']],
    ['wxid_abcd1234efgh和wxid_zzzz1234', ['wxid_abcd1234efgh', 'wxid_zzzz1234']],
  ])('WeChat: %s', (text, expected) => {
    expect(values('wechat_id', text)).toEqual(expected)
  })

  it.each([
    ['QQ 123456789', ['123456789']],
    ['扣扣：10001', ['10001']],
    ['🐧987654321', ['987654321']],
    ['Q群：987654321', ['987654321']],
    ['12345@qq.com', []],
    ['QQ音乐2026', []],
    ['qq 20000元', []],
  ])('QQ: %s', (text, expected) => {
    expect(values('qq', text)).toEqual(expected)
  })
})

describe('prices', () => {
  it.each([
    ['30元', ['30']],
    ['59.9块包邮', ['59.9']],
    ['¥88', ['88']],
    ['￥１２８', ['128']],
    ['3万元', ['30000']],
    ['1,280元', ['1280']],
    ['30-50元', ['30-50']],
    ['十块钱一斤', ['10']],
    ['两百五十块钱', ['250']],
    ['一百二一节课，一百二十元', ['120']],
    ['只要88包邮，原价199', ['88', '199']],
    ['每人再收35', ['35']],
    ['300多块', ['300']],
    ['一块去吧', []],
    ['带两块积木', []],
    ['3块橡皮', []],
    ['一元二次方程', []],
    ['元旦快乐', []],
    ['每人2支铅笔', []],
    ['第3单元', []],
    ['95%', []],
  ])('%s', (text, expected) => {
    expect(values('price', text)).toEqual(expected)
  })
})

describe('marks and ranks', () => {
  it.each([
    ['语文92', ['92']],
    ['数学：95.5', ['95.5']],
    ['这次考了98分', ['98']],
    ['语92数88英95', ['92', '88', '95']],
    ['语A 数B+', ['A', 'B+']],
    ['张小明98，李小红95，王小刚87……', ['98', '95', '87']],
    ['平均分82，最高99', ['82', '99']],
    ['语文第3课', []],
    ['数学12-14页', []],
    ['数学3页', []],
    ['英语7:40开始', []],
    ['数学：1、练习册', []],
    ['30分钟', []],
    ['8点30分到校', []],
    ['3分57秒', []],
    ['评分4.5分的饭店', []],
    ['铅笔2，橡皮1，尺子1', []],
    ['98路公交改道', []],
    ['百分之三十', []],
    ['体育课穿运动鞋', []],
  ])('score: %s', (text, expected) => {
    expect(values('score', text)).toEqual(expected)
  })

  it('marks of a table stand after the names', () => {
    expect(values('score', '1 李雷 678 2 钱多多 671', ROSTER)).toEqual(['678', '671'])
    expect(values('score', '李雷 678', ROSTER)).toEqual([])
    expect(values('score', '李雷 12号床 钱多多 13号床', ROSTER)).toEqual([])
  })

  it.each([
    ['第3名', ['3']],
    ['班级排名12', ['12']],
    ['年级前50', ['50']],
    ['年级第三', ['3']],
    ['倒数第二名', ['2']],
    ['上学期班级26现在好多了', ['26']],
    ['进了前十名', ['10']],
    ['三年级2班', []],
    ['第3题', []],
    ['前8名赠帆布袋', []],
    ['年级20人', []],
    ['第一节课', []],
    ['排队第一', []],
  ])('rank: %s', (text, expected) => {
    expect(values('rank', text)).toEqual(expected)
  })
})

describe('students', () => {
  it.each([
    ['李雷今天请假', ['李雷']],
    ['李 雷和錢多多', ['李雷', '钱多多']],
    ['子涵没来', ['欧阳子涵']],
    ['一诺千金', []],
    ['欧阳子涵和多多', ['欧阳子涵', '钱多多']],
    ['语桐的水杯', ['孙语桐、周语桐']],
    ['孙语桐', ['孙语桐']],
    ['王子涵没来', []],
    ['请王老师、子涵过来', ['欧阳子涵']],
    ['明天见', []],
    ['', []],
  ])('%s', (text, expected) => {
    expect(values('student', text, ROSTER)).toEqual(expected)
  })

  it('a long list of names is no trouble', () => {
    const text = normalise('李雷'.repeat(200_000))
    expect(findEntities(text, { students: ROSTER }).length).toBe(200_000)
  })
})

describe('payment codes', () => {
  it.each(['打开微信支付', '这是收款码', '发起了群收款', '请扫下面的码付款', '向他付款'])('%s', text => {
    expect(values('payment_qr', text)).not.toEqual([])
  })
  it.each(['扫码看视频', '微信里说', '二维码签到'])('%s is none', text => {
    expect(values('payment_qr', text)).toEqual([])
  })
})

describe('findEntities', () => {
  const piece = fc.constantFrom(
    ...'139 12345678,11010519491231002X,区路3号,3栋2单元,501,@qq.com,微信,加v,abc123,元,¥,分,语文,第,名,年级,\u200b,①,👨‍👩‍👧,李雷,子涵,http://,.com, ,-,:,青A'.split(
      ',',
    ),
  )
  const text = fc.array(piece, { maxLength: 20 }).map(pieces => pieces.join(''))

  it('reports spans within the text, in order, and no kind over itself', () => {
    fc.assert(
      fc.property(text, original => {
        const entities = findEntities(normalise(original), { students: ROSTER })
        let previous = 0
        const ends = new Map<string, number>()
        for (const { kind, span, value } of entities) {
          expect(ENTITY_KINDS).toContain(kind)
          expect(value).not.toBe('')
          expect(span.start).toBeGreaterThanOrEqual(previous)
          expect(span.end).toBeGreaterThan(span.start)
          expect(span.end).toBeLessThanOrEqual(original.length)
          expect(span.start).toBeGreaterThanOrEqual(ends.get(kind) ?? 0)
          ends.set(kind, span.end)
          previous = span.start
        }
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    'a@',
    '.com',
    '微信',
    '加v',
    '路1号',
    '1元',
    '张三98，',
    '语92',
    '¥1,111,',
    '扫付',
    'http://',
    '第1名',
    '班级',
    '区',
  ])('a long row of %s takes no time', unit => {
    const work = (n: number) => findEntities(normalise(unit.repeat(n / unit.length)), { students: ROSTER })
    expect(growth(work, 25_000)).toBeLessThan(LINEAR)
  })
})

describe('the pupil of a name card', () => {
  it.each([
    ['李雷妈妈', '李雷'],
    ['欧阳子涵的外婆', '欧阳子涵'],
    ['🌸刘一诺大娘', '刘一诺'],
    ['檀小宝爷爷', '檀小宝'],
  ])('%s is of %s', (card, pupil) => expect(pupilOf(card)).toBe(pupil))

  it.each([
    'Lucky🍀',
    '宝宝妈妈',
    '天天爸爸',
    '妈妈',
    '班主任王老师',
    '李雷',
    '平安是福',
    'Aiden妈妈',
    '',
    '家委会妈妈',
    '班长妈妈',
    '学生家长',
    '本班家长',
    '二班家长',
    '三年级家长',
    '全职妈妈',
    '老王爸爸',
    '王芳老师',
    '李明医生',
    '土豆妈妈',
    '糖果爸爸',
    '石头妈妈',
    '双胞胎妈妈',
  ])('%s names nobody', card => expect(pupilOf(card)).toBeNull())
})
