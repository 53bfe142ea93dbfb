import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Named, parseGreyLine } from '../../src/text/index.js'
import { cpu, growth, LINEAR } from '../cpu.js'

const named = (name: string): Named => ({ name, you: false })
const you: Named = { name: '你', you: true }

describe('joins', () => {
  it.each([
    ['"钱多妈妈"邀请"新来的"加入了群聊', ['新来的'], named('钱多妈妈'), 'invite'],
    ['“钱多妈妈”邀请“新来的”加入了群聊', ['新来的'], named('钱多妈妈'), 'invite'],
    ['你邀请"新来的"加入了群聊  ', ['新来的'], you, 'invite'],
    ['你邀请"新来的"加入了群聊  $revoke$', ['新来的'], you, 'invite'],
    ['"钱多妈妈"邀请"甲、乙、丙"加入了群聊', ['甲', '乙', '丙'], named('钱多妈妈'), 'invite'],
    ['“钱多妈妈”邀请“甲”、“乙”加入了群聊', ['甲', '乙'], named('钱多妈妈'), 'invite'],
    ['"新来的"通过扫描"王老师"分享的二维码加入群聊', ['新来的'], named('王老师'), 'qrcode'],
    ['" 新来的"通过扫描"王老师"分享的二维码加入群聊', ['新来的'], named('王老师'), 'qrcode'],
    ['" 新来的"通过扫描你分享的二维码加入群聊', ['新来的'], you, 'qrcode'],
    ['“新来的”通过群二维码加入群聊', ['新来的'], null, 'qrcode'],
    ['“新来的”通过扫描二维码加入群聊', ['新来的'], null, 'qrcode'],
    ['"新来的"加入了群聊', ['新来的'], null, 'unknown'],
    ['"新来的"通过搜索加入群聊', ['新来的'], null, 'unknown'],
  ] as const)('%s', (text, joined, inviter, via) => {
    expect(parseGreyLine(text)).toEqual({ kind: 'join', joined: joined.map(named), inviter, via })
  })

  it('a name that begins with 你 is not the bot', () => {
    expect(parseGreyLine('"你好啊"邀请"小满"加入了群聊')).toMatchObject({ inviter: named('你好啊') })
    expect(parseGreyLine('"你"邀请"小满"加入了群聊')).toMatchObject({ inviter: named('你') })
  })

  it('tells when the bot itself was invited', () => {
    expect(parseGreyLine('"王老师"邀请你加入了群聊，群聊参与人还有：甲、乙')).toEqual({
      kind: 'join',
      joined: [you],
      inviter: named('王老师'),
      via: 'invite',
    })
    expect(parseGreyLine('"王老师"邀请你和"甲、乙"加入了群聊')).toEqual({
      kind: 'join',
      joined: [you, named('甲'), named('乙')],
      inviter: named('王老师'),
      via: 'invite',
    })
  })

  it('names with quotes, brackets and emoji come through raw', () => {
    expect(parseGreyLine('"A"B"邀请"丙(🌸)"加入了群聊')).toMatchObject({
      inviter: named('A"B'),
      joined: [named('丙(🌸)')],
    })
  })
})

describe('other grey lines', () => {
  it.each([
    ['你将"广告号"移出了群聊', { kind: 'leave', left: [named('广告号')], by: you }],
    ['"王老师"将"甲、乙"移出了群聊', { kind: 'leave', left: [named('甲'), named('乙')], by: named('王老师') }],
    ['你被"王老师"移出群聊', { kind: 'leave', left: [you], by: named('王老师') }],
    ['"甲"退出了群聊', { kind: 'leave', left: [named('甲')], by: null }],
    ['"王老师"修改群名为“三年级2班”', { kind: 'group_rename', by: named('王老师'), name: '三年级2班' }],
    ['你修改群名为“新名”', { kind: 'group_rename', by: you, name: '新名' }],
    ['群成员“甲”将群昵称改为“王老师”', { kind: 'card_rename', who: named('甲'), name: '王老师' }],
    ['"甲" 撤回了一条消息', { kind: 'recall', who: named('甲') }],
    ['你撤回了一条消息', { kind: 'recall', who: you }],
    ['收到红包，请在手机上查看', { kind: 'redpacket' }],
    ['"甲"发出红包，请在手机上查看', { kind: 'redpacket' }],
    ['收到转账，请在手机上查看', { kind: 'transfer' }],
    ['"甲" 拍了拍 "乙" 的肩膀', { kind: 'pat', who: named('甲'), whom: named('乙') }],
    ['"甲"拍了拍自己', { kind: 'pat', who: named('甲'), whom: named('甲') }],
    ['"甲" 拍了拍我', { kind: 'pat', who: named('甲'), whom: you }],
    ['"李校长"已成为新群主', { kind: 'owner', who: named('李校长') }],
  ])('%s', (text, expected) => {
    expect(parseGreyLine(text)).toEqual(expected)
  })

  it.each(['', '以下为新消息', '对方为企业微信用户', '邀请加入了群聊', '我想邀请大家加入了群聊吗'])(
    '%s means nothing here',
    text => {
      expect(parseGreyLine(text)).toBeNull()
    },
  )
})

describe('hostile grey lines', () => {
  it.each([
    ['quotes', '"'],
    ['inviters', '"a"邀请'],
    ['joins', '"a"邀请"b"和"'],
    ['entrances', '"a"加入了群聊'],
    ['joins and entrances', '"甲"邀请"乙"加入了群聊'],
  ])('%s take no time, however many', (_name, unit) => {
    expect(growth(n => parseGreyLine(unit.repeat(n)), 25_000)).toBeLessThan(LINEAR)
    // short enough to be looked at
    const text = unit.repeat(Math.floor(2000 / unit.length))
    expect(cpu(() => parseGreyLine(text))).toBeLessThan(5000)
  })

  it('never throws, and never gives an empty name', () => {
    const piece = fc.constantFrom('"', '“', '”', '、', '你', '邀请', '加入了群聊', '移出了群聊', '甲', ' ', '\n')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
        const line = parseGreyLine(pieces.join(''))
        if (line?.kind === 'join') expect(line.joined.every(one => one.name !== '')).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
