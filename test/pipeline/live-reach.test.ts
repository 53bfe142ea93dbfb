import { expect, it } from '@jest/globals'
import { type Effects, SimulatedEffects } from '../../src/effects/index.js'
import type { Gateway, Listener } from '../../src/gateways/gateway.js'
import type { School } from '../../src/model/school.js'
import { live } from '../../src/pipeline/live.js'
import { GROUP, KEY, rig, said } from './rig.js'

const person = (name: string, role: 'head_teacher' | 'parent') => ({ name, aka: [], role, students: [], exempt: [] })

const SCHOOL: School = {
  school: '柳溪小学',
  timezone: 'Asia/Shanghai',
  bot: { id: 'bz1', puppet: '', puppetToken: null },
  dataDir: '',
  rulesDir: '',
  groups: [
    {
      id: GROUP,
      topic: '三年级2班家长群',
      pack: 'common',
      grade: 3,
      members: [person('班主任王老师', 'head_teacher'), person('程小满妈妈', 'parent')],
      students: ['程小满'],
      scamNoticeAuthorised: false,
      mode: 'live',
    },
  ],
  people: [],
  smtp: null,
  pacing: { perMinute: 60, perDay: 1000, jitter: 0 },
  retention: { inbox: 0, flagged: 0, escalated: 0 },
  signals: [],
  calendar: { workdays: [], restDays: [] },
}

/** A bot whose gateway knows, or not, who is a friend; gives what it owes for an advertisement of a parent. */
async function owed(options: { friends?: boolean; online: boolean; seen: boolean; acceptFriends?: boolean }) {
  const { ledger, deps, clock } = rig()
  const { friends, acceptFriends } = options
  let listener: Listener | null = null
  const effects: Effects = new SimulatedEffects({ clock })
  if (friends !== undefined) effects.reaches = () => friends
  const bot = { ...SCHOOL.bot, ...(acceptFriends === undefined ? {} : { acceptFriends }) }
  const {
    moderator,
    directory,
    bot: running,
  } = live({
    school: { ...SCHOOL, bot },
    ledger,
    key: KEY,
    rules: deps.rules,
    clock,
    every: () => () => {},
    random: () => 0.5,
    log: deps.log,
    gateway: (): Gateway => ({ effects, start: async told => void (listener = told), stop: async () => {} }),
  })
  await running.start()
  const parent = directory.profile(GROUP)?.members.find(({ role }) => role === 'parent')
  if (!parent) throw new Error('no parent')
  if (options.online) (listener as unknown as Listener).status({ state: 'online', account: '' })
  if (options.seen)
    directory.meet(GROUP, [
      { id: '@1', card: '程小满妈妈', nick: '' },
      { id: '@2', card: '班主任王老师', nick: '' },
    ])
  return moderator.event(said('e1', parent, '团购啦'))?.actions.map(({ kind }) => kind)
}

it('a private word is tried before the first login, when nobody is known', async () => {
  expect(await owed({ online: false, seen: false, friends: false })).toEqual(['remind'])
})

it('a private word is tried where the network does not say who is a friend', async () => {
  expect(await owed({ online: true, seen: true })).toEqual(['remind'])
  expect(await owed({ online: true, seen: true, friends: true })).toEqual(['remind'])
})

it('a stranger gets none: the head teacher gets the words, the group hears once how to add the bot', async () => {
  expect(await owed({ online: true, seen: true, friends: false })).toEqual(['alert', 'collective'])
})

it('nor does somebody who is not to be found', async () => {
  expect(await owed({ online: true, seen: false, friends: true })).toEqual(['alert', 'collective'])
})

it('nobody is asked to add a bot that takes no requests', async () => {
  expect(await owed({ online: true, seen: true, friends: false, acceptFriends: false })).toEqual(['alert'])
})
