import { describe, expect, it } from '@jest/globals'
import { readMessage } from '../../../src/gateways/wechaty/messages.js'
import type { RawMessage } from '../../../src/gateways/wechaty/raw.js'
import type { MessageBody } from '../../../src/model/event.js'

const escape = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\n/g, '<br/>')

function raw(MsgType: number, content: string, fields: Partial<RawMessage> = {}): RawMessage {
  const addressed = { FromUserName: '@@room', ToUserName: '@me', CreateTime: 1_800_000_000 }
  return { MsgId: '1', ...addressed, MsgType, Content: `@ab12:<br/>${escape(content)}`, ...fields }
}

function app(type: number, inner: string, fields: Partial<RawMessage> = {}): RawMessage {
  return raw(49, `<msg><appmsg><type>${type}</type>${inner}</appmsg></msg>`, { AppMsgType: type, ...fields })
}

describe('readMessage', () => {
  it.each<[string, RawMessage, MessageBody]>([
    ['a text', raw(1, '你好:\n再见'), { kind: 'text', text: '你好:\n再见' }],
    ['an empty text', raw(1, ''), { kind: 'text', text: '' }],
    [
      'a voice whose length stands in the XML',
      raw(34, '<msg><voicemsg voicelength="2400"/></msg>'),
      { kind: 'voice', text: '', duration: 3 },
    ],
    ['a voice of no known length', raw(34, '<msg/>'), { kind: 'voice', text: '' }],
    ['a voice of an absurd length', raw(34, '', { VoiceLength: 1e15 }), { kind: 'voice', text: '' }],
    ['a short video', raw(62, '', { PlayLength: 6 }), { kind: 'video', text: '', duration: 6 }],
    [
      'a location with a name',
      raw(48, '<msg><location label="城西区某路1号" poiname="实验小学"/></msg>'),
      { kind: 'location', text: '', title: '实验小学 城西区某路1号' },
    ],
    [
      'a location without a name',
      raw(48, '<msg><location label="某路1号" poiname="[位置]"/></msg>'),
      { kind: 'location', text: '', title: '某路1号' },
    ],
    [
      'a place given as text only',
      raw(1, '学校:\n/cgi-bin/x', { SubMsgType: 48 }),
      { kind: 'location', text: '', title: '学校' },
    ],
    [
      'a card read from its XML',
      raw(42, '<msg nickname="小店 &amp; 朋友"/>'),
      { kind: 'contact', text: '', title: '小店 & 朋友' },
    ],
    ['a type that nobody knows', raw(4242, 'x'), { kind: 'unknown', text: '' }],
    ['a call', raw(50, '<voip/>'), { kind: 'unknown', text: '' }],
  ])('reads %s', (_, message, body) => {
    expect(readMessage(message)).toEqual(body)
  })

  it('reads mentions in an answer that quotes', () => {
    const message = app(
      57,
      '<title>@小满 好的</title><refermsg><type>1</type><content>@王老师 在吗</content></refermsg>',
    )
    expect(readMessage(message, new Set(['小满', '王老师']))).toMatchObject({
      mentions: ['小满'],
      quoted: '@王老师 在吗',
    })
  })
})

describe('shares', () => {
  it.each<[string, RawMessage, MessageBody]>([
    ['1, a text', app(1, '<title>通知\n明天</title>'), { kind: 'text', text: '通知\n明天' }],
    [
      '53, a 接龙 whose text is in the small print',
      app(53, '<title></title><des>#接龙\n1. 甲</des>'),
      { kind: 'text', text: '#接龙\n1. 甲' },
    ],
    [
      '6, a file named only outside of the XML',
      app(6, '', { FileName: '成绩 &amp; 排名.xlsx' }),
      { kind: 'file', text: '', filename: '成绩 & 排名.xlsx' },
    ],
    [
      '5, a link given only outside of the XML',
      app(5, '', { FileName: '标题', Url: 'https://e.cn/?a=1&amp;b=2' }),
      { kind: 'link', text: '', title: '标题', url: 'https://e.cn/?a=1&b=2' },
    ],
    ['8, a moving picture', app(8, '<title>x</title>'), { kind: 'emoticon', text: '' }],
    ['62, a pat', app(62, '<title>我拍了拍你</title>'), { kind: 'emoticon', text: '' }],
    [
      '17, a live position',
      app(17, '<title>我发起了位置共享</title>'),
      { kind: 'location', text: '', title: '我发起了位置共享' },
    ],
    [
      '33, a mini-program with a title only',
      app(33, '<title>接龙管家</title>'),
      { kind: 'miniprogram', text: '', title: '接龙管家' },
    ],
    [
      '36, one with a name only',
      app(36, '<sourcedisplayname>拼一拼</sourcedisplayname>'),
      { kind: 'miniprogram', text: '', title: '拼一拼' },
    ],
    [
      '63, a live stream',
      app(
        63,
        '<title>当前版本不支持展示该内容</title><finderLive><nickname>主播</nickname><desc>开播</desc></finderLive>',
      ),
      { kind: 'link', text: '', title: '主播', description: '开播' },
    ],
    [
      '87, an announcement in a document of its own',
      app(
        87,
        '<title>群公告</title><announcement><![CDATA[<group_notice_item><desc>周五开会</desc></group_notice_item>]]></announcement>',
      ),
      { kind: 'announcement', text: '周五开会' },
    ],
    [
      '87, one in plain words',
      app(87, '<title>群公告</title><des>周六返校</des>'),
      { kind: 'announcement', text: '周六返校' },
    ],
    ['2000, a transfer', app(2000, '<title>微信转账</title>'), { kind: 'transfer', text: '', title: '微信转账' }],
    [
      '2001, a red packet without a wish',
      app(2001, '<title>微信红包</title>'),
      { kind: 'redpacket', text: '', title: '微信红包' },
    ],
    [
      '2001, a collection known by its address',
      app(2001, '<title>班费</title><wcpayinfo><nativeurl>weixin://wxpay/newaa?x=1</nativeurl></wcpayinfo>'),
      { kind: 'group_collection', text: '', title: '班费' },
    ],
    ['2002, a collection', app(2002, '<title>班费</title>'), { kind: 'group_collection', text: '', title: '班费' }],
    [
      '57, a quote of a link',
      app(
        57,
        '<title>假的吧</title><refermsg><type>49</type><content>&lt;msg&gt;&lt;appmsg&gt;&lt;title&gt;震惊&lt;/title&gt;&lt;/appmsg&gt;&lt;/msg&gt;</content></refermsg>',
      ),
      { kind: 'text', text: '假的吧', quoted: '震惊' },
    ],
    [
      '57, a quote of something new',
      app(57, '<title>？</title><refermsg><type>4242</type><content>x</content></refermsg>'),
      { kind: 'text', text: '？', quoted: '[消息]' },
    ],
    ['57, without what was quoted', app(57, '<title>好</title>'), { kind: 'text', text: '好' }],
    [
      'a new type with an address',
      app(777, '<title>新</title><url>https://e.cn</url>'),
      { kind: 'link', text: '', title: '新', url: 'https://e.cn' },
    ],
    ['a new type without one', app(777, '<title>新</title>'), { kind: 'unknown', text: '', title: '新' }],
    [
      'broken XML',
      raw(49, '<msg><appmsg><title>a & b</title><type>5</type><url>https://e.cn'),
      { kind: 'link', text: '', title: 'a & b', url: 'https://e.cn' },
    ],
    [
      'no XML at all',
      raw(49, 'x', { AppMsgType: 6, FileName: 'a.pdf' }),
      { kind: 'file', text: '', filename: 'a.pdf' },
    ],
    ['nothing', raw(49, ''), { kind: 'unknown', text: '' }],
  ])('reads %s', (_, message, body) => {
    expect(readMessage(message)).toEqual(body)
  })

  it('takes the type from the XML, which the sender cannot leave out, before the one beside it', () => {
    expect(readMessage(app(2001, '<title>x</title>', { AppMsgType: 5 })).kind).toBe('redpacket')
  })
})
