import { describe, expect, it } from '@jest/globals'
import type { Listener } from '../../../src/gateways/gateway.js'
import { Bindings } from '../../../src/gateways/wechaty/bindings.js'
import { Hearing } from '../../../src/gateways/wechaty/hearing.js'
import type { RawContact, RawMessage } from '../../../src/gateways/wechaty/raw.js'
import type { GroupEvent } from '../../../src/model/event.js'
import { ManualClock } from '../../../src/model/time.js'

const ROOM: RawContact = {
  UserName: '@@r',
  NickName: '三班',
  MemberList: [
    { UserName: '@a', NickName: '小满' },
    { UserName: '@me', NickName: '助手' },
  ],
}

let count = 0
const said = (text: string, fields: Partial<RawMessage> = {}): RawMessage => ({
  MsgId: `m${++count}`,
  FromUserName: '@@r',
  ToUserName: '@me',
  MsgType: 1,
  Content: `@a:<br/>${text}`,
  CreateTime: 1_800_000_000,
  ...fields,
})

/** A hearing over a network that answers look-ups from `known`. */
function hearingOf(
  known: Record<string, RawContact> = {},
  taking: (event: GroupEvent) => void = () => {},
  more: Partial<Listener> = {},
) {
  const events: GroupEvent[] = []
  const asked: string[] = []
  const failures: unknown[] = []
  const clock = new ManualClock(1_800_000_000_000)
  const directory = {
    group: (topic: string) => (topic === '三班' ? 'c3' : null),
    member: (_: string, networkId: string, names: { card: string }) => ({ id: `p${networkId}`, name: names.card }),
    meet: () => {},
    forget: () => {},
    person: () => null,
    networkId: () => null,
  }
  const hearing: Hearing = new Hearing({
    directory,
    clock,
    bindings: new Bindings(directory, () => {}),
    me: () => '@me',
    refresh: async ids => {
      asked.push(...ids)
      const found = ids.flatMap(id => known[id] ?? [])
      if (found.length === 0) throw new Error('the service has nothing')
      hearing.contacts(found)
    },
    failed: error => failures.push(error),
    listener: {
      event: event => {
        taking(event)
        events.push(event)
      },
      privateMessage: () => {},
      echo: () => {},
      status: () => {},
      alive: () => {},
      ...more,
    },
  })
  const texts = () => events.map(event => (event.body.kind === 'message' ? event.body.message.text : event.body.kind))
  return { hearing, events, asked, failures, clock, texts }
}

describe('Hearing', () => {
  it('looks up a room it has never heard of before it decides', async () => {
    const { hearing, asked, texts } = hearingOf({ '@@r': ROOM })
    await hearing.heard({ AddMsgList: [said('第一句')] })
    expect(asked).toEqual(['@@r'])
    expect(texts()).toEqual(['第一句'])
  })

  it('keeps what a room says until the room can be looked up, in order', async () => {
    const known: Record<string, RawContact> = {}
    const { hearing, texts } = hearingOf(known)
    await hearing.heard({ AddMsgList: [said('一'), said('二')] })
    expect(texts()).toEqual([])
    known['@@r'] = ROOM
    await hearing.heard({ AddMsgList: [said('三')] })
    expect(texts()).toEqual(['一', '二', '三'])
  })

  it('asks again for such a room when nothing new comes', async () => {
    const known: Record<string, RawContact> = {}
    const { hearing, texts, asked } = hearingOf(known)
    await hearing.heard({ AddMsgList: [said('一'), said('二')] })
    known['@@r'] = ROOM
    await hearing.idle()
    expect(texts()).toEqual(['一', '二'])
    const before = asked.length
    await hearing.idle()
    expect(asked).toHaveLength(before)
  })

  it('asks for an unknown sender at most twice a minute', async () => {
    const { hearing, asked, clock, texts } = hearingOf({ '@@r': ROOM })
    hearing.contacts([ROOM])
    for (let n = 0; n < 5; n++) await hearing.heard({ AddMsgList: [said('？', { Content: '@zz:<br/>？' })] })
    expect(asked).toHaveLength(1)
    clock.advanceTo(clock.now() + 31_000)
    await hearing.heard({ AddMsgList: [said('？', { Content: '@zz:<br/>？' })] })
    expect(asked).toHaveLength(2)
    expect(texts()).toHaveLength(6)
  })

  it('rejects when the listener fails, tells the rest once, and gives one message up after five tries', async () => {
    let tries = 0
    const { hearing, failures, texts } = hearingOf({}, event => {
      if (event.body.kind === 'message' && event.body.message.text === '毒') {
        tries++
        throw new Error('cannot')
      }
    })
    hearing.contacts([ROOM])
    const batch = { AddMsgList: [said('前'), said('毒'), said('后')] }
    for (let n = 0; n < 4; n++) await expect(hearing.heard(batch)).rejects.toThrow('cannot')
    await hearing.heard(batch)
    await hearing.heard(batch)
    expect(tries).toBe(5)
    expect(failures).toHaveLength(5)
    expect(texts()).toEqual(['前', '后'])
  })

  describe('with a listener that takes several at once', () => {
    const together = (taking: (text: string) => void = () => {}) => {
      const told: string[] = []
      const textOf = ({ body }: GroupEvent) => (body.kind === 'message' ? body.message.text : body.kind)
      const take = (events: readonly GroupEvent[]) => {
        for (const event of events) taking(textOf(event))
        told.push(events.map(textOf).join('+'))
      }
      const rest = { privateMessage: () => void told.push('private'), echo: () => void told.push('echo') }
      const made = hearingOf({}, event => take([event]), { eventsAtOnce: take, ...rest })
      made.hearing.contacts([ROOM])
      return { ...made, told }
    }

    it('tells what came with one answer as one, a message alone alone', async () => {
      const { hearing, told } = together()
      await hearing.heard({ AddMsgList: [said('一'), said('二'), said('三')] })
      await hearing.heard({ AddMsgList: [said('四')] })
      expect(told).toEqual(['一+二+三', '四'])
    })

    it('keeps the order of messages and whatever else comes', async () => {
      const { hearing, told } = together()
      const line = said('', { MsgType: 10000, Content: '"小满"邀请"阿新"加入了群聊' })
      const own = said('我的', { FromUserName: '@me', ToUserName: '@@r', Content: '我的' })
      await hearing.heard({ AddMsgList: [said('一'), said('二'), own, said('三'), line, said('四'), said('五')] })
      expect(told).toEqual(['一+二', 'echo', '三', expect.any(String), '四+五'])
    })

    it('tells the same message once', async () => {
      const { hearing, told } = together()
      const one = said('一')
      await hearing.heard({ AddMsgList: [one, said('二'), one] })
      await hearing.heard({ AddMsgList: [one] })
      expect(told).toEqual(['一+二'])
    })

    it('tells each alone when they cannot be taken as one, the rest once', async () => {
      let broken = true
      const { hearing, told, failures } = together(text => {
        if (text === '毒' && broken) throw new Error('cannot')
      })
      const batch = { AddMsgList: [said('前'), said('毒'), said('后')] }
      await expect(hearing.heard(batch)).rejects.toThrow('cannot')
      expect([told, failures.length]).toEqual([['前'], 1])
      broken = false
      await hearing.heard(batch)
      expect(told).toEqual(['前', '毒+后'])
    })

    it('never holds everything else up for more than fifty', async () => {
      const { hearing, told } = together()
      await hearing.heard({ AddMsgList: Array.from({ length: 120 }, (_, n) => said(String(n))) })
      expect(told.map(each => each.split('+').length)).toEqual([50, 50, 20])
    })
  })

  it('tells a change of members that the listener could not take again', async () => {
    let failing = true
    const { hearing, texts } = hearingOf({}, () => {
      if (failing) throw new Error('cannot')
    })
    hearing.contacts([ROOM])
    hearing.contacts([{ ...ROOM, MemberList: [...(ROOM.MemberList ?? []), { UserName: '@n', NickName: '新' }] }])
    await expect(hearing.heard({})).rejects.toThrow('cannot')
    failing = false
    await hearing.heard({})
    await hearing.heard({})
    expect(texts()).toEqual(['join'])
  })

  it('tells a join once when the list comes before the grey line', async () => {
    const { hearing, texts, events } = hearingOf()
    hearing.contacts([ROOM])
    hearing.contacts([{ ...ROOM, MemberList: [...(ROOM.MemberList ?? []), { UserName: '@n', NickName: '新' }] }])
    await hearing.heard({})
    await hearing.heard({ AddMsgList: [said('', { MsgType: 10000, Content: '"小满"邀请"新"加入了群聊' })] })
    expect(texts()).toEqual(['join'])
    expect(events[0]?.body).toMatchObject({ joined: [{ id: 'p@n', name: '新' }] })
  })

  it('forgets the ids of an old login without telling that everybody left', async () => {
    const { hearing, texts } = hearingOf()
    hearing.contacts([ROOM])
    hearing.forget()
    hearing.contacts([{ ...ROOM, MemberList: [{ UserName: '@other', NickName: '小满' }] }])
    await hearing.heard({})
    expect(texts()).toEqual([])
  })

  it.each([
    [undefined],
    ['x'],
    [[null, 7, {}, { FromUserName: 7 }]],
    [[{ FromUserName: '@@r' }]],
    [[{ FromUserName: '@@r', MsgType: 'x', Content: 7, CreateTime: 'y', MsgId: {} }]],
    [[{ FromUserName: '@stranger', Content: null, MsgType: 1 }]],
    [[{ FromUserName: '@me', ToUserName: null, MsgType: 1, Content: 'x' }]],
    [[{ FromUserName: '@me', MsgType: 51, StatusNotifyUserName: 7 }]],
  ])('is not upset by %j', async list => {
    const { hearing } = hearingOf()
    hearing.contacts([ROOM, null, { UserName: 7 }] as unknown as RawContact[])
    await hearing.heard({ AddMsgList: list as unknown as RawMessage[] })
  })
})
