import { describe, expect, it } from '@jest/globals'
import { idOf, readGroupMessage, readRoomChange, type Scene } from '../../../src/gateways/wechaty/events.js'
import type { RawMessage } from '../../../src/gateways/wechaty/raw.js'
import type { MemberView } from '../../../src/gateways/wechaty/roster.js'

const PEOPLE: Record<string, string> = { '@a': '小满', '@b': '大山', '@c': '秋天' }
const LONG = '8123456789012345678'

const scene = (heard: readonly string[] = []): Scene => ({
  group: 'c3',
  names: new Set(Object.values(PEOPLE)),
  speaker: id => ({ id: `p${id}`, name: PEOPLE[id] ?? '' }),
  named: name => {
    const id = Object.keys(PEOPLE).find(key => PEOPLE[key] === name)
    return id ? { id: `p${id}`, name } : null
  },
  heard: id => heard.includes(id),
  now: 1_700_000_000_000,
})

const raw = (fields: Partial<RawMessage>): RawMessage => ({
  MsgId: LONG,
  FromUserName: '@@r',
  ToUserName: '@me',
  MsgType: 1,
  Content: '@a:<br/>你好',
  CreateTime: 1_800_000_000,
  ...fields,
})

const system = (content: string) => raw({ MsgType: 10000, Content: content })
const xml = (content: string, sender = '@a:<br/>') =>
  raw({ MsgType: 10002, Content: sender + content.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;') })
const revoke = (inner: string) => xml(`<sysmsg type="revokemsg"><revokemsg>${inner}</revokemsg></sysmsg>`)

describe('readGroupMessage', () => {
  it('makes an event of a message', () => {
    expect(readGroupMessage(raw({}), scene())).toEqual({
      id: LONG,
      group: 'c3',
      at: 1_800_000_000_000,
      from: { id: 'p@a', name: '小满' },
      body: { kind: 'message', message: { kind: 'text', text: '你好' } },
    })
  })

  it('uses the clock for a message without a time', () => {
    expect(readGroupMessage(raw({ CreateTime: 0 }), scene())?.at).toBe(1_700_000_000_000)
  })

  it('tells nothing of what WeChat clients say to each other', () => {
    expect(readGroupMessage(raw({ MsgType: 51 }), scene())).toBeNull()
  })

  it('does not let a grey line claim a sender', () => {
    expect(readGroupMessage(system('@a:<br/>群公告'), scene())?.from).toBeNull()
  })

  it.each([
    ['old form', `<oldmsgid>1042</oldmsgid><msgid>${LONG}</msgid>`, [], LONG],
    ['new form', `<msgid>1042</msgid><newmsgid>${LONG}</newmsgid>`, [], LONG],
    ['the one that was heard', `<msgid>1042</msgid><newmsgid>${LONG}</newmsgid>`, ['1042'], '1042'],
    ['only a local id', '<oldmsgid>1042</oldmsgid><msgid>77</msgid>', [], null],
    ['no id', '<session>x</session>', [], null],
    ['not a number', '<msgid>../../etc</msgid>', [], null],
  ])('reads a recall notice: %s', (_, inner, heard, of) => {
    expect(readGroupMessage(revoke(inner), scene(heard))).toMatchObject({
      from: { id: 'p@a' },
      body: { kind: 'recall', of },
    })
  })

  it('finds who took back a message by name when the notice has no sender', () => {
    const replaced = `<sysmsg type="revokemsg"><revokemsg><msgid>${LONG}</msgid><replacemsg><![CDATA["大山" 撤回了一条消息]]></replacemsg></revokemsg></sysmsg>`
    expect(readGroupMessage(xml(replaced, ''), scene())).toMatchObject({
      from: { id: 'p@b' },
      body: { kind: 'recall', of: LONG },
    })
  })

  it('reads a grey line of a recall as one of the latest message', () => {
    expect(readGroupMessage(system('"大山" 撤回了一条消息'), scene())).toMatchObject({
      from: { id: 'p@b' },
      body: { kind: 'recall', of: null },
    })
  })

  it('reads a pat and unknown system XML as notices', () => {
    expect(
      readGroupMessage(xml('<sysmsg type="pat"><pat><template>"小满" 拍了拍 "大山"</template></pat></sysmsg>'), scene())
        ?.body,
    ).toEqual({
      kind: 'notice',
      text: '"小满" 拍了拍 "大山"',
    })
    expect(readGroupMessage(xml('<sysmsg type="new"><other/></sysmsg>'), scene())).toBeNull()
    expect(readGroupMessage(xml('一句话'), scene())?.body).toEqual({ kind: 'notice', text: '一句话' })
  })

  it('fills in the names of a templated grey line', () => {
    const link = (name: string, nicks: string[]) =>
      `<link name="${name}"><memberlist>${nicks.map(nick => `<member><nickname><![CDATA[${nick}]]></nickname></member>`).join('')}</memberlist><separator><![CDATA[、]]></separator></link>`
    const content = `<sysmsg type="sysmsgtemplate"><sysmsgtemplate><content_template><template><![CDATA["$username$"邀请"$names$"加入了群聊]]></template><link_list>${link('username', ['小满'])}${link('names', ['大山', '秋天'])}</link_list></content_template></sysmsgtemplate></sysmsg>`
    expect(readGroupMessage(xml(content, ''), scene())?.body).toEqual({
      kind: 'join',
      joined: [
        { id: 'p@b', name: '大山' },
        { id: 'p@c', name: '秋天' },
      ],
      inviter: { id: 'p@a', name: '小满' },
      via: 'invite',
    })
  })

  it.each([
    ['somebody unknown', '"小满"邀请"谁"加入了群聊'],
    ['the bot itself', '"小满"邀请你加入了群聊，群聊参与人还有：大山、秋天'],
    ['a new owner', '"小满"已成为新群主'],
    ['nothing that is known', '群聊已达到人数上限'],
  ])('keeps the line where it tells of %s', (_, text) => {
    expect(readGroupMessage(system(text), scene())?.body).toEqual({ kind: 'notice', text })
  })

  it('tells of somebody removed by the account', () => {
    expect(readGroupMessage(system('你将"大山"移出了群聊'), scene())?.body).toEqual({
      kind: 'leave',
      left: [{ id: 'p@b', name: '大山' }],
    })
  })
})

describe('ids', () => {
  it.each(['', '0', undefined, 'a b', 'x'.repeat(65)])(
    'gives the same id to the same message without a usable one (%j)',
    MsgId => {
      const one = idOf(raw({ MsgId } as Partial<RawMessage>), 'c3', 'p@a')
      expect(one).toMatch(/^h-[0-9a-f]{32}$/)
      expect(idOf(raw({ MsgId, Content: '@z9:<br/>你好' } as Partial<RawMessage>), 'c3', 'p@a')).toBe(one)
      expect(idOf(raw({ MsgId } as Partial<RawMessage>), 'c4', 'p@a')).not.toBe(one)
      expect(idOf(raw({ MsgId } as Partial<RawMessage>), 'c3', 'p@b')).not.toBe(one)
      expect(idOf(raw({ MsgId, Content: '@a:<br/>再见' } as Partial<RawMessage>), 'c3', 'p@a')).not.toBe(one)
    },
  )
})

describe('readRoomChange', () => {
  const view = (id: string, card = ''): MemberView => ({ id, card, nick: PEOPLE[id] ?? '' })

  it('tells of joins, leaves and renames', () => {
    const events = readRoomChange(
      { room: '@@r', joined: [view('@a')], left: [view('@b')], renamed: [view('@c', '班主任')] },
      scene(),
    )
    expect(events.map(event => [event.from?.id ?? null, event.body])).toEqual([
      ['p@c', { kind: 'rename', name: '班主任' }],
      [null, { kind: 'join', joined: [{ id: 'p@a', name: '小满' }], inviter: null, via: 'unknown' }],
      [null, { kind: 'leave', left: [{ id: 'p@b', name: '大山' }] }],
    ])
    expect(new Set(events.map(event => event.id)).size).toBe(3)
    expect(events.every(event => event.at === 1_700_000_000_000)).toBe(true)
  })

  it('tells nothing of nothing', () => {
    expect(readRoomChange({ room: '@@r', joined: [], left: [], renamed: [] }, scene())).toEqual([])
  })
})
