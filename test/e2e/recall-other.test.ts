import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from '@jest/globals'
import { createWechatyGateway } from '../../src/gateways/wechaty/index.js'
import type { School } from '../../src/model/school.js'
import { SECOND } from '../../src/model/time.js'
import { live } from '../../src/pipeline/live.js'
import { MemoryPuppet } from '../gateways/wechaty/any/memory-puppet.js'
import { GROUP, KEY, rig } from '../pipeline/rig.js'
import { NOW } from '../signals/support.js'

const ROOM = '1001@chatroom'
const LEAK = '这是我家的身份证号 630105201605120017'
const member = (name: string, role: string) => ({ name, aka: [], role, students: [], exempt: [] })
const school = {
  school: '柳溪小学',
  timezone: 'Asia/Shanghai',
  bot: { id: 'bz1', puppet: 'wechaty-puppet-memory', puppetToken: null },
  groups: [
    {
      id: GROUP,
      topic: '三年级2班家长群',
      pack: 'common',
      grade: 3,
      members: [member('班主任王老师', 'head_teacher'), member('程小满妈妈', 'parent')],
      students: ['程小满'],
      scamNoticeAuthorised: false,
      mode: 'live',
    },
  ],
  people: [],
  smtp: null,
  pacing: { perMinute: 60, perDay: 1000, jitter: 0 },
  signals: [],
  calendar: { workdays: [], restDays: [] },
} as unknown as School

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

/** The whole bot over a puppet that says that it can take back what others wrote, or does not. */
async function botOver(capabilities: { recallOther?: boolean }) {
  const folder = await mkdtemp(join(tmpdir(), 'recall-'))
  const { ledger, deps, clock } = rig()
  let online = () => {}
  const isOnline = new Promise<void>(resolve => {
    online = resolve
  })
  const { bot } = live({
    school,
    ledger,
    key: KEY,
    rules: deps.rules,
    clock,
    every: () => () => {},
    random: () => 0.5,
    log: deps.log,
    gateway: directory =>
      createWechatyGateway({
        directory,
        clock,
        cardPath: join(folder, 'card.json'),
        puppet: school.bot.puppet,
        importPuppet: async () => ({ default: MemoryPuppet, capabilities }),
      }),
    status: status => {
      if (status.state === 'online') online()
    },
  })
  await bot.start()
  closers.push(async () => {
    await bot.stop()
    await rm(folder, { recursive: true, force: true })
  })
  const puppet = MemoryPuppet.latest
  puppet.people.set('mum', { name: '小满', friend: true })
  puppet.change(ROOM, room => {
    room.topic = '三年级2班家长群'
    room.members.clear()
    for (const [id, card] of Object.entries({ bot: '', teacher: '班主任王老师', mum: '程小满妈妈' }))
      room.members.set(id, card)
  })
  puppet.login('bot')
  await isOnline
  const settle = async () => {
    for (let i = 0; i < 20; i++) {
      await bot.speak()
      await new Promise(resolve => setImmediate(resolve))
    }
  }
  const leak = async () => {
    const id = puppet.say(ROOM, 'mum', { text: LEAK, timestamp: NOW / 1000 })
    await settle()
    return id
  }
  const later = async (ms: number) => {
    clock.advanceTo(clock.now() + ms)
    await settle()
  }
  const actions = (id: string) =>
    Object.fromEntries((ledger.decision(id)?.actions ?? []).map(action => [action.kind, action.state]))
  const state = (id: string) => ledger.decision(id)?.case
  return { puppet, leak, later, actions, state }
}

describe('a message that should be taken back, where the puppet declares that it can', () => {
  it('is taken back at once; the recall notice proves it, and nobody is asked or told any more', async () => {
    const { puppet, leak, later, actions, state } = await botOver({ recallOther: true })
    const id = await leak()
    expect(puppet.recalled).toEqual([id])
    expect(state(id)).toMatchObject({ state: 'closed', closedBy: expect.stringContaining('recalled') })
    expect(actions(id)).toEqual({ recall_other: 'done', ask_recall: 'withdrawn', alert: 'withdrawn' })
    await later(30 * SECOND)
    expect(puppet.sent).toEqual([])
  })

  it.each([
    ['says yes and does nothing', () => Promise.resolve(true), 'done'],
    ['says no', () => Promise.resolve(false), 'failed'],
    ['cannot after all', () => Promise.reject(new Error('Unsupported API')), 'failed'],
  ])('is not believed to be gone when the puppet %s: ten seconds later the sender is asked', async (_, answer, how) => {
    const { puppet, leak, later, actions, state } = await botOver({ recallOther: true })
    puppet.broken.set('messageRecall', answer)
    const id = await leak()
    expect(state(id)).toMatchObject({ state: 'waiting' })
    expect(actions(id)).toEqual({ recall_other: how, ask_recall: 'owed', alert: 'owed' })
    expect(puppet.sent).toEqual([])
    await later(10 * SECOND)
    expect(puppet.sent.map(({ to }) => to)).toEqual(['mum', 'teacher'])
    expect(state(id)).toMatchObject({ state: 'waiting' })
  })

  it('is tried again when the puppet fails, and nobody is asked once it worked', async () => {
    const { puppet, leak, later, actions } = await botOver({ recallOther: true })
    puppet.broken.set('messageRecall', () => Promise.reject(new Error('stream closed')))
    const id = await leak()
    expect(actions(id)).toMatchObject({ recall_other: 'owed' })
    puppet.broken.delete('messageRecall')
    await later(9 * SECOND)
    expect(actions(id)).toMatchObject({ recall_other: 'done', ask_recall: 'withdrawn' })
    expect(puppet.sent).toEqual([])
  })

  it('that its sender takes back meanwhile is left alone', async () => {
    const { puppet, leak, later, actions } = await botOver({ recallOther: true })
    puppet.broken.set('messageRecall', () => Promise.reject(new Error('stream closed')))
    const id = await leak()
    puppet.say(ROOM, 'mum', { type: 13, text: id, timestamp: NOW / 1000 })
    await later(0)
    expect(actions(id)).toEqual({ recall_other: 'withdrawn', ask_recall: 'withdrawn', alert: 'withdrawn' })
    puppet.broken.delete('messageRecall')
    await later(30 * SECOND)
    expect([puppet.recalled, puppet.sent]).toEqual([[], []])
  })
})

it('where the puppet does not declare it, the sender is asked at once', async () => {
  const { puppet, leak, actions } = await botOver({})
  const id = await leak()
  expect(puppet.recalled).toEqual([])
  expect(actions(id)).toEqual({ ask_recall: 'done', alert: 'done' })
  expect(puppet.sent.map(({ to }) => to)).toEqual(['mum', 'teacher'])
})
