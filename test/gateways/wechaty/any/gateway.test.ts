import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { FileBox } from 'file-box'
import type { EventBody, MessageBody } from '../../../../src/model/event.js'
import type { Said } from './memory-puppet.js'
import { type AnyRig, openAny, ROOM } from './rig.js'

let rig: AnyRig

beforeAll(async () => {
  rig = await openAny({ puppetToken: 'token-of-a-test' })
})
afterAll(async () => {
  await rig.close()
})

const say = (what: Said, who = 'dad') => rig.heard(rig.puppet.say(ROOM, who, what))
const changed = (kind: EventBody['kind'], since: number) =>
  rig.told.until(() => rig.told.events.slice(since).find(event => event.body.kind === kind), kind)
/** What is said last is heard: so is everything before it. */
const quiet = () => say({ text: '标记' })

describe('the login', () => {
  it('shows the QR code, then comes online under the name of the account', () => {
    expect(rig.told.statuses).toEqual([
      { state: 'scan', qrcode: 'https://example.com/scan' },
      { state: 'online', account: '班级助手' },
    ])
    expect(rig.puppet.given).toEqual({ token: 'token-of-a-test' })
  })

  it('takes of a puppet that nobody has looked at that it hears and speaks, and no more', () => {
    expect(rig.gateway.effects.capabilities).toEqual({
      sayInGroup: true,
      sayInPrivate: true,
      recallOwn: false,
      recallOther: false,
      removeMember: false,
      announce: false,
      hearsItself: false,
    })
  })
})

describe('hearing a group', () => {
  it('says who said what, where and when', async () => {
    const event = await say({ text: '老师好', timestamp: 1_900_000_123 }, 'mum')
    expect(event).toEqual({
      id: event.id,
      group: 'c3-2',
      at: 1_900_000_123_000,
      from: { id: 'p-周可馨妈妈', name: '周可馨妈妈' },
      body: { kind: 'message', message: { kind: 'text', text: '老师好' } },
    })
  })

  it('understands a time in milliseconds', async () => {
    expect((await say({ text: '早', timestamp: 1_900_000_123_456 })).at).toBe(1_900_000_123_456)
  })

  it.each<[string, Said, MessageBody]>([
    ['picture', { type: 6 }, { kind: 'image', text: '' }],
    ['voice', { type: 2 }, { kind: 'voice', text: '' }],
    [
      'voice with its XML',
      { type: 2, text: '<msg><voicemsg voicelength="6400" /></msg>' },
      { kind: 'voice', text: '', duration: 7 },
    ],
    ['video', { type: 15 }, { kind: 'video', text: '' }],
    ['sticker', { type: 5 }, { kind: 'emoticon', text: '' }],
    ['file', { type: 1, filename: '通知.docx' }, { kind: 'file', text: '', filename: '通知.docx' }],
    [
      'link',
      { type: 14 },
      { kind: 'link', text: '', title: '团购', description: '买二送一', url: 'https://example.com/a' },
    ],
    [
      'link with its XML',
      {
        type: 14,
        text: '<msg><appmsg><title>A &amp; B</title><des>说明</des><type>5</type><url>https://example.com/?a=1&amp;b=2</url></appmsg></msg>',
      },
      { kind: 'link', text: '', title: 'A & B', description: '说明', url: 'https://example.com/?a=1&b=2' },
    ],
    [
      'group collection that says it is an attachment',
      {
        type: 1,
        text: '<msg><appmsg><title>群收款</title><type>2001</type><wcpayinfo><scenetext>群收款</scenetext><receivertitle>班费</receivertitle></wcpayinfo></appmsg></msg>',
      },
      { kind: 'group_collection', text: '', title: '班费' },
    ],
    ['mini-program', { type: 9 }, { kind: 'miniprogram', text: '', title: '帮我砍一刀', description: '拼一拼' }],
    ['contact card', { type: 3 }, { kind: 'contact', text: '', title: '大山' }],
    ['place', { type: 8 }, { kind: 'location', text: '', title: '东门 实验小学东门' }],
    ['接龙', { type: 10, text: '#接龙\n1. 甲' }, { kind: 'text', text: '#接龙\n1. 甲' }],
    ['transfer', { type: 11 }, { kind: 'transfer', text: '' }],
    ['red packet', { type: 12 }, { kind: 'redpacket', text: '' }],
    ['chat history', { type: 4 }, { kind: 'chat_history', text: '' }],
    ['channel video', { type: 16 }, { kind: 'link', text: '' }],
    ['something unknown', { type: 0 }, { kind: 'unknown', text: '' }],
    ['something of a later version', { type: 99, text: '?' }, { kind: 'unknown', text: '' }],
    [
      'quotation',
      { text: '「王老师：明天交班费」\n- - - - - - - - - - - - - - -\n同意' },
      { kind: 'text', text: '同意', quoted: '明天交班费' },
    ],
  ])('hears a %s', async (_, said, message) => {
    expect((await say(said)).body).toMatchObject({ kind: 'message', message })
  })

  it('knows who is mentioned by id, and by what is typed', async () => {
    const event = await say({ text: '@周可馨妈妈 看群，@所有人', mentionIdList: ['teacher', 'nobody'] })
    expect(event.body).toMatchObject({ message: { mentions: ['王老师（班主任）', '周可馨妈妈', '所有人'] } })
  })

  it('tells the same message once, in order, and nothing of other groups', async () => {
    const ids = Array.from({ length: 30 }, (_, n) => rig.puppet.say(ROOM, 'dad', { text: `第${n}句` }))
    rig.puppet.say(ROOM, 'dad', { id: ids[3] as string, text: '又来' })
    rig.puppet.say('1002@chatroom', 'dad', { text: '苹果十元一斤' })
    await quiet()
    expect(rig.told.events.map(event => event.id).filter(id => ids.includes(id))).toEqual(ids)
    expect(JSON.stringify(rig.told.events)).not.toContain('苹果')
  })

  it('offers again what could not be taken, before anything that follows', async () => {
    let refusals = 2
    rig.told.onEvent = () => {
      if (refusals-- > 0) throw new Error('the disk is full')
    }
    const first = rig.puppet.say(ROOM, 'dad', { text: '磁盘满的时候说的' })
    const second = rig.puppet.say(ROOM, 'dad', { text: '之后说的' })
    await rig.heard(second)
    rig.told.onEvent = () => {}
    expect(rig.told.events.map(event => event.id).filter(id => [first, second].includes(id))).toEqual([first, second])
  })

  it('goes on when a message cannot be read, and says so', async () => {
    rig.puppet.emit('message', { messageId: 'gone' })
    await quiet()
    expect(rig.told.statuses.some(status => status.state === 'error' && status.code === 'BZ304')).toBe(true)
  })

  it('hears a group that nobody has told it of, and one who is in no list yet', async () => {
    rig.puppet.people.set('late', { name: '程果外公' })
    rig.puppet.change(ROOM, room => void room.members.set('late', ''))
    rig.puppet.dirty(3, ROOM)
    expect((await say({ text: '我是新来的' }, 'late')).from?.name).toBe('程果外公')
  })
})

describe('what happens in a group', () => {
  it.each(['id', 'xml'])('says which message was taken back (%s)', async form => {
    const { id } = await say({ id: `${form}-12345678901234567`, text: '说错了' }, 'mum')
    const xml = `<sysmsg type="revokemsg"><revokemsg><newmsgid>${id}</newmsgid></revokemsg></sysmsg>`
    const of = form === 'id' ? id : null
    expect(await say({ type: 13, text: form === 'id' ? id : xml }, 'mum')).toMatchObject({
      from: { name: '周可馨妈妈' },
      body: { kind: 'recall', of },
    })
  })

  it('tells of a recall whose message nobody names', async () => {
    expect((await say({ type: 13, text: '' }, 'mum')).body).toEqual({ kind: 'recall', of: null })
  })

  it('tells of those who were invited, by whom, once', async () => {
    const since = rig.told.events.length
    for (const id of ['new1', 'new2']) {
      rig.puppet.people.set(id, { name: `新家长${id}` })
      rig.puppet.change(ROOM, room => void room.members.set(id, ''))
    }
    rig.puppet.dirty(3, ROOM)
    rig.puppet.emit('room-join', { roomId: ROOM, inviteeIdList: ['new1', 'new2'], inviterId: 'mum', timestamp: 0 })
    await quiet()
    const joins = rig.told.events.slice(since).filter(event => event.body.kind === 'join')
    const named = joins.flatMap(event => (event.body.kind === 'join' ? event.body.joined.map(who => who.name) : []))
    expect(named.toSorted()).toEqual(['新家长new1', '新家长new2'])
  })

  it('tells of a join by the inviter where the puppet tells that first', async () => {
    const since = rig.told.events.length
    rig.puppet.people.set('new3', { name: '想你的风' })
    rig.puppet.change(ROOM, room => void room.members.set('new3', ''))
    rig.puppet.emit('room-join', { roomId: ROOM, inviteeIdList: ['new3'], inviterId: 'mum', timestamp: 1_900_000_000 })
    expect(await changed('join', since)).toMatchObject({
      body: { kind: 'join', joined: [{ name: '想你的风' }], inviter: { name: '周可馨妈妈' }, via: 'invite' },
    })
    await quiet()
    expect(rig.told.events.slice(since).filter(event => event.body.kind === 'join')).toHaveLength(1)
  })

  it('tells of somebody who left', async () => {
    const since = rig.told.events.length
    rig.puppet.change(ROOM, room => void room.members.delete('new3'))
    rig.puppet.emit('room-leave', { roomId: ROOM, removeeIdList: ['new3'], removerId: 'teacher', timestamp: 0 })
    expect((await changed('leave', since)).body).toMatchObject({ left: [{ name: '想你的风' }] })
    await quiet()
    expect(rig.told.events.slice(since).filter(event => event.body.kind === 'leave')).toHaveLength(1)
  })

  it('tells of a new name card', async () => {
    const since = rig.told.events.length
    rig.puppet.change(ROOM, room => void room.members.set('mum', '班主任王老师'))
    rig.puppet.dirty(4, ROOM)
    expect(await changed('rename', since)).toMatchObject({
      from: { id: 'p-周可馨妈妈' },
      body: { name: '班主任王老师' },
    })
  })

  it('goes on hearing and speaking when the group is renamed', async () => {
    rig.puppet.change(ROOM, room => {
      room.topic = '四年级二班家长群'
    })
    rig.puppet.dirty(3, ROOM)
    rig.puppet.emit('room-topic', { roomId: ROOM, newTopic: '四年级二班家长群', oldTopic: '', changerId: 'dad' })
    expect((await say({ text: '改名之后' })).group).toBe('c3-2')
    await rig.gateway.effects.sayInGroup('c3-2', '还在')
    expect(rig.puppet.sent.at(-1)).toMatchObject({ to: ROOM, text: '还在' })
  })

  it('hears a grey line that the room itself says', async () => {
    const event = await say({ type: 0, text: '收到红包，请在手机上查看' }, ROOM)
    expect(event).toMatchObject({ from: null, body: { kind: 'notice', text: '收到红包，请在手机上查看' } })
  })
})

describe('private talk', () => {
  it('hears those who are on the list, by remark or nickname, and nobody else', async () => {
    rig.puppet.say(null, 'mum', { text: '我是谁' })
    rig.puppet.say(null, 'teacher', { text: 'A7 1' })
    rig.puppet.say(null, 'dad', { type: 6 })
    await quiet()
    expect(rig.told.privates.map(message => [message.from.id, message.text])).toEqual([
      ['c-王老师', 'A7 1'],
      ['c-大山', '[图片]'],
    ])
  })

  it('hears what the account says itself as its own words', async () => {
    rig.puppet.say(ROOM, 'bot', { text: '我在手机上说' })
    rig.puppet.say(null, 'bot', { text: '私下说' }, 'teacher')
    await quiet()
    expect(rig.told.echoes.map(({ target, text }) => [target, text])).toEqual([
      [{ group: 'c3-2' }, '我在手机上说'],
      [{ person: 'c-王老师' }, '私下说'],
    ])
  })

  it('follows nobody into a group but those on the list, and into no group but registered ones', async () => {
    rig.puppet.invite('mum', '三年级二班家长群')
    rig.puppet.invite('teacher', '打折群')
    const meant = rig.puppet.invite('teacher', '三年级二班家长群')
    await quiet()
    expect(rig.puppet.accepted).toEqual([meant])
  })

  it('takes members for friends, and strangers not', async () => {
    rig.puppet.people.set('seller', { name: '推销' })
    rig.puppet.befriend('seller')
    const meant = rig.puppet.befriend('mum')
    await quiet()
    expect(rig.puppet.accepted).toContain(meant)
    expect(rig.puppet.accepted).toHaveLength(2)
  })
})

describe('speaking', () => {
  it('says which message it was', async () => {
    const { messageId } = await rig.gateway.effects.sayInPrivate('c-王老师', '有一件事')
    expect(rig.puppet.sent.at(-1)).toEqual({ id: messageId, to: 'teacher', text: '有一件事' })
  })

  it('does not pretend to reach a stranger', async () => {
    await expect(rig.gateway.effects.sayInPrivate('p-周可馨妈妈', '您好')).rejects.toMatchObject({
      failure: 'unreachable',
    })
  })

  it.each([
    ['does not say', async () => undefined, null],
    ['says nothing useful', async () => 7, null],
  ])('knows no id where the puppet %s', async (_, instead, id) => {
    rig.puppet.broken.set('messageSendText', instead)
    expect((await rig.gateway.effects.sayInGroup('c3-2', '一句')).messageId).toBe(id)
    rig.puppet.broken.delete('messageSendText')
  })

  it.each([
    ['what it cannot do', new Error('Wechaty Puppet Unsupported API Error.'), 'refused'],
    ['what came to nothing that is known', new Error('stream closed'), 'unknown'],
    ['what never left', Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), 'retry'],
  ])('tells %s', async (_, error, failure) => {
    rig.puppet.broken.set('messageSendText', () => Promise.reject(error))
    await expect(rig.gateway.effects.sayInGroup('c3-2', '一句')).rejects.toMatchObject({ failure })
    rig.puppet.broken.delete('messageSendText')
  })
})

describe('media', () => {
  const PNG = Buffer.from('89504e470d0a1a0a00', 'hex')
  const fetched = (id: string) => rig.told.until(() => rig.told.fetched.find(media => media.event === id), 'media')

  it('that the puppet holds are taken from it', async () => {
    rig.puppet.files.set('picture-of-a-blackboard', FileBox.fromBuffer(PNG, 'a.png'))
    await say({ id: 'picture-of-a-blackboard', type: 6 })
    expect(await fetched('picture-of-a-blackboard')).toMatchObject({ state: 'whole', mime: 'image/png', bytes: 9 })
  })

  it('that are at an address are fetched from WeChat’s hosts only', async () => {
    let reached = 0
    const trap = createServer((_, response) => {
      reached++
      response.end(PNG)
    })
    await new Promise<void>(resolve => trap.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(trap.address() as AddressInfo).port}/x.gif`
    rig.puppet.files.set('sticker-from-elsewhere', FileBox.fromUrl(url, { name: 'x.gif' }))
    await say({ id: 'sticker-from-elsewhere', type: 5 })
    expect(await fetched('sticker-from-elsewhere')).toMatchObject({ state: 'failed', content: null })
    expect(reached).toBe(0)
    await new Promise(resolve => trap.close(resolve))
  })

  it('that the puppet has not are told to have failed', async () => {
    await say({ id: 'voice-that-is-gone', type: 2 })
    expect((await fetched('voice-that-is-gone')).state).toBe('failed')
  })
})

describe('the connection', () => {
  it('is alive when the puppet says so, and over when it logs out', async () => {
    const before = rig.told.alives
    rig.puppet.emit('heartbeat', { data: 'x' })
    expect(rig.told.alives).toBe(before + 1)
    await rig.puppet.logout('1101')
    await rig.told.until(() => rig.told.has('offline'), 'offline')
    expect(rig.told.statuses.at(-1)).toMatchObject({ state: 'error', code: 'BZ306' })
    await expect(rig.gateway.effects.sayInGroup('c3-2', '还在吗')).rejects.toMatchObject({ failure: 'retry' })
  })

  it('comes back with the next login', async () => {
    rig.puppet.change(ROOM, room => {
      room.topic = '三年级二班家长群'
    })
    rig.puppet.dirty(3, ROOM)
    rig.told.statuses.length = 0
    rig.puppet.login('bot')
    await rig.told.until(() => rig.told.has('online'), 'online again')
    expect((await say({ text: '又听到了' })).body).toMatchObject({ message: { text: '又听到了' } })
  })

  it('says nothing after a stop', async () => {
    const other = await openAny()
    await other.gateway.stop()
    const before = other.told.statuses.length
    other.puppet.emit('heartbeat', {})
    other.puppet.say(ROOM, 'dad', { text: '没人听' })
    await new Promise(resolve => setImmediate(resolve))
    expect([other.told.statuses.length, other.told.events]).toEqual([before, []])
    await other.close()
  })
})
