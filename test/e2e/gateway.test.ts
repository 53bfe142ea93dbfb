import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { EffectError } from '../../src/effects/effects.js'
import type { GroupEvent, MessageBody } from '../../src/model/event.js'
import { type Content, content } from '../../src/simulator/index.js'
import { openRig, type Rig, ROOM, TOPIC } from './gateway-rig.js'

let rig: Rig

beforeAll(async () => {
  rig = await openRig()
})
afterAll(async () => {
  await rig.close()
})

/** What the gateway makes of something posted. */
async function heard(id: string): Promise<GroupEvent> {
  return rig.told.until(() => rig.told.events.find(event => event.id === id), `event ${id}`)
}

async function heardMessage(posted: Content, from = 'dad'): Promise<MessageBody> {
  const event = await heard(rig.simulator.crowd.post(ROOM, from, posted))
  if (event.body.kind !== 'message') throw new Error(`a ${event.body.kind} was told`)
  return event.body.message
}

describe('login', () => {
  it('shows the QR code, then comes online under the name of the account', () => {
    expect(rig.told.statuses[0]).toEqual({
      state: 'scan',
      qrcode: expect.stringMatching(/^https:\/\/login\.weixin\.qq\.com\/l\/.+/),
    })
    expect(rig.told.statuses.at(-1)).toEqual({ state: 'online', account: '班级助手' })
  })

  it('keeps the session in a file that nobody else can read', async () => {
    // it is written beside what goes on, soon after a message was dealt with
    for (let i = 0; i < 100 && !existsSync(rig.cardPath); i++) await heard(rig.simulator.say(ROOM, 'dad', `早 ${i}`))
    expect((await stat(rig.cardPath)).mode & 0o777).toBe(0o600)
    expect(JSON.parse(await readFile(rig.cardPath, 'utf8'))).toHaveProperty('PUPPET-WECHAT4U')
  })

  it('leaves no listener that swallows uncaught exceptions', () => {
    expect(process.listeners('uncaughtException').map(String).join()).not.toContain('console.log')
  })

  it('tells that it is alive after each successful sync', async () => {
    const before = rig.told.alives
    rig.simulator.say(ROOM, 'dad', '在')
    await rig.told.until(() => rig.told.alives > before, 'alive')
  })
})

describe('hearing a group', () => {
  it('says who said what, where and when', async () => {
    const at = Date.UTC(2030, 0, 2, 3, 4, 5)
    const id = rig.simulator.say(ROOM, 'mum', '老师好', { at })
    expect(await heard(id)).toEqual({
      id,
      group: 'c3-2',
      at,
      from: { id: 'p-周可馨妈妈', name: '周可馨妈妈' },
      body: { kind: 'message', message: { kind: 'text', text: '老师好' } },
    })
  })

  it('knows a member without a name card by the nickname', async () => {
    expect((await heard(rig.simulator.say(ROOM, 'aunt', '收到'))).from?.name).toBe('秋天的风')
  })

  it.each([
    ['two line feeds after colons', '通知:\n加微信:\n好友'],
    ['an ampersand and tags', 'A&B <b>粗</b> &lt;不变&gt; &amp;'],
    ['something that looks like a sender', '@abc123:\n你好'],
    ['a phrase that the stack takes for a new friend', "I've accepted your friend request. Now let's chat!"],
    ['the Chinese one', '我通过了你的朋友验证请求，现在我们可以开始聊天了'],
    ['emoji', '🌚 🌚🌚 🌚🌚 🌚'],
    ['the phrase that logs wechat4u out', '退出wechat4u'],
    ['a line break written out', '<br/>'],
    ['a long text', '长'.repeat(15_000)],
  ])('hears %s whole', async (_, text) => {
    expect(await heardMessage(content.text(text))).toEqual({ kind: 'text', text })
  })

  it.each<[string, Content, MessageBody]>([
    ['picture', content.image(Buffer.from('x')), { kind: 'image', text: '' }],
    ['voice', content.voice(7), { kind: 'voice', text: '', duration: 7 }],
    ['video', content.video(12), { kind: 'video', text: '', duration: 12 }],
    ['emoticon', content.emoticon(), { kind: 'emoticon', text: '' }],
    ['emoticon of the shop', content.emoticon({ shop: true }), { kind: 'emoticon', text: '' }],
    [
      'file',
      content.file('练习 & 答案.docx', Buffer.from('x')),
      { kind: 'file', text: '', filename: '练习 & 答案.docx' },
    ],
    [
      'link',
      content.link({ title: '团购 <特价>', url: 'https://example.com/?a=1&b=2', description: '买二送一' }),
      { kind: 'link', text: '', title: '团购 <特价>', description: '买二送一', url: 'https://example.com/?a=1&b=2' },
    ],
    [
      'song',
      content.music({ title: '小星星', url: 'https://example.com/m' }),
      { kind: 'link', text: '', title: '小星星', url: 'https://example.com/m' },
    ],
    [
      'mini-program without appattach',
      content.miniProgram({ title: '帮我砍一刀', name: '拼一拼' }),
      { kind: 'miniprogram', text: '', title: '帮我砍一刀', description: '拼一拼' },
    ],
    ['red packet', content.redPacket('祝老师节日快乐'), { kind: 'redpacket', text: '', title: '祝老师节日快乐' }],
    ['transfer', content.transfer('￥66.00'), { kind: 'transfer', text: '', title: '微信转账' }],
    [
      'group collection',
      content.groupCollection('班费', '￥50.00'),
      { kind: 'group_collection', text: '', title: '班费' },
    ],
    ['contact card', content.contactCard('代购小王'), { kind: 'contact', text: '', title: '代购小王' }],
    [
      'chat history',
      content.chatHistory('群聊的聊天记录', [{ name: '甲', text: '某事' }]),
      { kind: 'chat_history', text: '', title: '群聊的聊天记录' },
    ],
    [
      'quote',
      content.quote('同意', { name: '王老师', quoted: '明天交班费 & 校服费' }),
      { kind: 'text', text: '同意', quoted: '明天交班费 & 校服费' },
    ],
    [
      'quote of a picture',
      content.quote('看图', { name: '王老师', quoted: '<msg><img/></msg>', kind: 3 }),
      { kind: 'text', text: '看图', quoted: '[图片]' },
    ],
    ['接龙', content.groupNote('#接龙\n1. 李明轩\n2. 周可馨'), { kind: 'text', text: '#接龙\n1. 李明轩\n2. 周可馨' }],
    ['announcement', content.announcement('明天放假'), { kind: 'announcement', text: '明天放假' }],
    [
      'channel video',
      content.channelsPost('育儿号', '三招提分'),
      { kind: 'link', text: '', title: '育儿号', description: '三招提分' },
    ],
    ['place', content.location('实验小学东门'), { kind: 'location', text: '', title: '实验小学东门' }],
    [
      'what the web shows nothing of',
      content.text('[收到一条网页版微信暂不支持的消息类型，请在手机上查看]'),
      { kind: 'unknown', text: '' },
    ],
  ])('hears a %s', async (_, posted, expected) => {
    expect(await heardMessage(posted)).toEqual(expected)
  })

  it('hears an invitation card, which the stack keeps to itself', async () => {
    const card = {
      title: '邀请你加入群聊',
      description: '"小王"邀请你加入群聊打折群，进入可查看详情。',
      url: 'https://example.com/g',
    }
    expect(await heardMessage(content.link(card))).toMatchObject({ kind: 'link', title: '邀请你加入群聊' })
  })

  it('hears a grey line of a red packet as a notice', async () => {
    const event = await heard(rig.simulator.crowd.post(ROOM, 'dad', content.redPacketLine()))
    expect(event).toMatchObject({ from: null, body: { kind: 'notice', text: '收到红包，请在手机上查看' } })
  })

  it('hears a pat as a notice', async () => {
    const event = await heard(rig.simulator.crowd.post(ROOM, 'dad', content.pat('"大山" 拍了拍 "小满"')))
    expect(event.body).toEqual({ kind: 'notice', text: '"大山" 拍了拍 "小满"' })
  })

  it('reads mentions of members and of everybody', async () => {
    expect(await heardMessage(content.text('@周可馨妈妈\u2005请接一下，@所有人 看群'))).toMatchObject({
      mentions: ['周可馨妈妈', '所有人'],
    })
  })

  it('tells the same message once', async () => {
    const id = rig.simulator.say(ROOM, 'dad', '重复')
    rig.simulator.say(ROOM, 'dad', '重复', { id })
    await heard(rig.simulator.say(ROOM, 'dad', '之后'))
    expect(rig.told.events.filter(event => event.id === id)).toHaveLength(1)
  })

  it('tells nothing of a group that is not bound', async () => {
    rig.simulator.say('小区团购群', 'aunt', '苹果十元一斤')
    await heard(rig.simulator.say(ROOM, 'dad', '标记'))
    expect(JSON.stringify(rig.told.events)).not.toContain('苹果')
  })

  it('keeps the order of what was said', async () => {
    const ids = Array.from({ length: 120 }, (_, n) => rig.simulator.say(ROOM, 'dad', `第${n}句`))
    await heard(ids.at(-1) as string)
    expect(rig.told.events.map(event => event.id).filter(id => ids.includes(id))).toEqual(ids)
  })
})

describe('what happens in a group', () => {
  it.each([{ newId: false }, { newId: true }])('says which message was taken back (%j)', async options => {
    const id = rig.simulator.say(ROOM, 'mum', '说错了')
    await heard(id)
    expect(await heard(rig.simulator.crowd.recall(ROOM, 'mum', id, options))).toMatchObject({
      from: { name: '周可馨妈妈' },
      body: { kind: 'recall', of: id },
    })
  })

  it('tells of a joint invitation once, with everybody in it and who invited', async () => {
    const guests = [
      { id: 'g1', nick: '新家长甲' },
      { id: 'g2', nick: '新家长乙' },
    ]
    const event = await heard(rig.simulator.crowd.invite(ROOM, 'mum', guests))
    expect(event).toMatchObject({
      from: null,
      body: {
        kind: 'join',
        joined: [{ name: '新家长甲' }, { name: '新家长乙' }],
        inviter: { name: '周可馨妈妈' },
        via: 'invite',
      },
    })
    await heard(rig.simulator.say(ROOM, 'g1', '大家好'))
    expect(rig.told.events.filter(one => one.body.kind === 'join')).toHaveLength(1)
  })

  it('tells of a join by QR code', async () => {
    const event = await heard(rig.simulator.crowd.scanIn(ROOM, 'dad', { id: 'g3', nick: '扫码的人' }))
    expect(event.body).toMatchObject({
      kind: 'join',
      joined: [{ name: '扫码的人' }],
      inviter: { name: '李明轩爸爸' },
      via: 'qrcode',
    })
  })

  it('hears somebody whose joining no member list told of', async () => {
    rig.simulator.crowd.invite(ROOM, 'mum', [{ id: 'g4', nick: '悄悄进来的人' }], true)
    expect((await heard(rig.simulator.say(ROOM, 'g4', '我来了'))).from?.name).toBe('悄悄进来的人')
  })

  it('tells of a new name card', async () => {
    rig.simulator.crowd.setCard(ROOM, 'aunt', '班主任王老师')
    const event = await rig.told.until(() => rig.told.events.find(one => one.body.kind === 'rename'), 'rename')
    expect(event).toMatchObject({
      group: 'c3-2',
      from: { id: 'p-秋天的风' },
      body: { kind: 'rename', name: '班主任王老师' },
    })
  })

  it('tells of somebody who left without a word', async () => {
    rig.simulator.crowd.leave(ROOM, 'g2')
    const event = await rig.told.until(() => rig.told.events.find(one => one.body.kind === 'leave'), 'leave')
    expect(event.body).toMatchObject({ kind: 'leave', left: [{ name: '新家长乙' }] })
  })

  it('goes on hearing and speaking when the group is renamed', async () => {
    rig.simulator.crowd.setTopic(ROOM, 'teacher', '四年级二班家长群')
    expect((await heard(rig.simulator.say(ROOM, 'dad', '改名之后'))).group).toBe('c3-2')
    await rig.gateway.effects.sayInGroup('c3-2', '还在')
    expect((await rig.simulator.waitForSent(message => message.text === '还在')).to).toBe(ROOM)
    rig.simulator.crowd.setTopic(ROOM, 'teacher', TOPIC)
  })

  it('does not believe a second group of the same name', async () => {
    const members = [{ id: 'aunt' }, { id: 'bot' }]
    rig.simulator.crowd.inviteBot({ id: '6666@chatroom', topic: TOPIC, owner: 'aunt', members }, 'aunt')
    rig.simulator.say('6666@chatroom', 'aunt', '假群里的话')
    await rig.told.until(() => rig.told.has('error'), 'error')
    await rig.gateway.effects.sayInGroup('c3-2', '只到真群')
    expect((await rig.simulator.waitForSent(message => message.text === '只到真群')).to).toBe(ROOM)
    expect(JSON.stringify(rig.told.events)).not.toContain('假群')
  })
})

describe('private talk', () => {
  it('hears those who are on the list, by remark or nickname, and nobody else', async () => {
    rig.simulator.whisper('aunt', '我是谁')
    rig.simulator.whisper('dad', '想问一下')
    const id = rig.simulator.whisper('teacher', 'A7 1')
    await rig.told.until(() => rig.told.privates.find(message => message.id === id), 'private message')
    expect(rig.told.privates.map(message => [message.from.id, message.text])).toEqual([
      ['c-大山', '想问一下'],
      ['c-王老师', 'A7 1'],
    ])
  })

  it('hears what the owner types on the phone as its own words, not as an event', async () => {
    const inGroup = rig.simulator.phone.say(ROOM, content.text('我在手机上说'))
    const alone = rig.simulator.phone.say('teacher', content.text('私下说'))
    const find = (id: string) => rig.told.until(() => rig.told.echoes.find(echo => echo.messageId === id), 'echo')
    expect(await find(inGroup)).toMatchObject({ target: { group: 'c3-2' }, text: '我在手机上说' })
    expect(await find(alone)).toMatchObject({ target: { person: 'c-王老师' }, text: '私下说' })
    expect(rig.told.events.some(event => event.id === inGroup)).toBe(false)
  })

  it('is not logged out by the phrase that logs wechat4u out', async () => {
    rig.simulator.whisper('teacher', '🌚 🌚🌚 🌚🌚 🌚')
    await heard(rig.simulator.say(ROOM, 'dad', '还听得见吗'))
    expect(rig.simulator.online).toBe(true)
    expect(rig.simulator.requests.of('webwxlogout')).toHaveLength(0)
  })
})

describe('speaking', () => {
  it('says which message it was', async () => {
    const { messageId } = await rig.gateway.effects.sayInGroup('c3-2', '请先看 <群公告> & 回复:\n收到')
    const sent = await rig.simulator.waitForSent(message => message.id === messageId)
    expect(sent).toMatchObject({ to: ROOM, kind: 'text', text: '请先看 <群公告> & 回复:\n收到', reached: true })
  })

  it('reaches a friend', async () => {
    await rig.gateway.effects.sayInPrivate('c-王老师', '有一件事')
    expect(await rig.simulator.waitForSent(message => message.text === '有一件事')).toMatchObject({ to: 'teacher' })
  })

  it('does not pretend to reach a stranger', async () => {
    const trying = rig.gateway.effects.sayInPrivate('p-周可馨妈妈', '您好')
    await expect(trying).rejects.toMatchObject({ failure: 'unreachable' })
    expect(rig.simulator.sent.some(message => message.text === '您好')).toBe(false)
  })

  it.each([
    ['a group that is nowhere', () => rig.gateway.effects.sayInGroup('c9-9', '…')],
    ['a person who is nowhere', () => rig.gateway.effects.sayInPrivate('nobody', '…')],
  ])('can be tried again for %s (yet)', async (_, trying) => {
    await expect(trying()).rejects.toBeInstanceOf(EffectError)
    await expect(trying()).rejects.toMatchObject({ failure: 'retry' })
  })

  it('takes back its own line', async () => {
    const { messageId } = await rig.gateway.effects.sayInGroup('c3-2', '发错了')
    await rig.gateway.effects.recallOwn(messageId as string, { group: 'c3-2' })
    expect(rig.simulator.sent.find(message => message.id === messageId)).toMatchObject({ revoked: true })
  })

  it('does not claim to have taken back what the server would not give back', async () => {
    const theirs = rig.simulator.say(ROOM, 'dad', '别人的话')
    await expect(rig.gateway.effects.recallOwn(theirs, { group: 'c3-2' })).rejects.toMatchObject({ failure: 'refused' })
  })

  it.each([
    ['too often', { ret: 1205 }, 'retry'],
    ['too often, again', { ret: 1204 }, 'retry'],
    ['refused', { ret: -1 }, 'refused'],
    ['cut before an answer', { drop: true as const }, 'unknown'],
    ['sent, the answer lost', { drop: true as const, stage: 'after' as const }, 'unknown'],
    ['answered with garbage', { body: '<html>', stage: 'after' as const }, 'unknown'],
    ['answered with a server error', { status: 502 }, 'unknown'],
  ])('tells what is known of a send that was %s', async (_, fault, failure) => {
    rig.simulator.faults.add({ endpoint: 'webwxsendmsg', times: 1, ...fault })
    await expect(rig.gateway.effects.sayInGroup('c3-2', '试一次')).rejects.toMatchObject({ failure })
  })

  it('gives two lines of the same moment two names', async () => {
    const { effects } = rig.gateway
    await Promise.all([effects.sayInGroup('c3-2', '同时甲'), effects.sayInGroup('c3-2', '同时乙')])
    const both = rig.simulator.sent.filter(message => message.text.startsWith('同时'))
    expect(new Set(both.map(message => message.clientId)).size).toBe(2)
  })
})
