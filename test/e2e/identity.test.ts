import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals'
import { SchoolDirectory } from '../../src/gateways/directory.js'
import type { Gateway } from '../../src/gateways/gateway.js'
import { createWechatyGateway } from '../../src/gateways/wechaty/index.js'
import { type Ledger, openLedger } from '../../src/ledger/index.js'
import type { School } from '../../src/model/school.js'
import { systemClock } from '../../src/model/time.js'
import { Simulator } from '../../src/simulator/index.js'
import { classWorld, Recorder, ROOM, TOPIC } from './gateway-rig.js'

jest.setTimeout(60_000)

const member = (name: string, role: string) => ({ name, aka: [], role, students: [], exempt: [] })
const school = {
  timezone: 'Asia/Shanghai',
  groups: [
    {
      id: 'c3-2',
      topic: TOPIC,
      pack: 'common',
      grade: 3,
      members: [
        member('王老师（班主任）', 'head_teacher'),
        member('李明轩爸爸', 'parent'),
        member('周可馨妈妈', 'parent'),
      ],
      students: [],
      scamNoticeAuthorised: false,
      mode: 'live',
    },
  ],
  people: [],
} as unknown as School

let folder: string
let simulator: Simulator
let ledger: Ledger
let directory: SchoolDirectory
let gateway: Gateway
let told: Recorder

const idOf = (name: string) => ledger.findPersonId('c3-2', `member:${name}`) ?? ''
const wire = (person: string) => simulator.wireId(person)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'identity-'))
  simulator = new Simulator({ world: classWorld(), longPoll: 2_000, echoOwn: false })
  const baseUrl = await simulator.start()
  ledger = openLedger({ file: ':memory:', botId: 'bz1', key: Buffer.alloc(32, 9) })
  directory = new SchoolDirectory(school, ledger, ledger, () => systemClock.now())
  told = new Recorder()
  gateway = createWechatyGateway({ directory, clock: systemClock, cardPath: join(folder, 'card.json'), baseUrl })
  await gateway.start(told)
  simulator.phone.confirm(await simulator.phone.waitForCode())
  await told.until(() => told.has('online'), 'online', 20_000)
  await told.until(
    () => directory.networkId(idOf('王老师（班主任）')) === wire('teacher'),
    'the teacher is known',
    20_000,
  )
})
afterAll(async () => {
  await gateway.stop()
  await simulator.stop()
  ledger.close()
  await rm(folder, { recursive: true, force: true })
})

/** The phone ends the session; things happen; another QR code is scanned. */
async function relogin(meanwhile: () => void): Promise<void> {
  told.statuses.length = 0
  simulator.phone.kick('1101')
  meanwhile()
  simulator.phone.confirm(await simulator.phone.waitForCode(20_000))
  await told.until(() => told.has('online'), 'online again', 20_000)
}

it('accepts the friend request of a member, and nobody else’s', async () => {
  simulator.world.addPerson({ id: 'seller', nick: '推销' })
  simulator.crowd.befriend('seller', '加一下')
  simulator.crowd.befriend('mum', '我是可馨妈妈')
  await told.until(() => simulator.world.person('mum').friend, 'a friend', 20_000)
  expect(simulator.world.person('seller').friend).toBe(false)
  await told.until(
    () => directory.takeNewFriends().some(({ id }) => id === idOf('周可馨妈妈')),
    'known as the member',
    10_000,
  )
})

it('knows everybody under new ids; who took the teacher’s card has no rights, and the rename is told', async () => {
  const before = wire('teacher')
  await relogin(() => simulator.crowd.setCard(ROOM, 'dad', '王老师（班主任）'))
  await told.until(() => directory.networkId(idOf('王老师（班主任）')) === wire('teacher'), 'the teacher again', 20_000)
  expect(wire('teacher')).not.toBe(before)
  await told.until(() => directory.networkId(idOf('李明轩爸爸')) === wire('dad'), 'the father again', 20_000)
  simulator.say(ROOM, 'mum', '在吗')
  const renamed = await told.until(() => told.events.find(event => event.body.kind === 'rename'), 'the rename', 20_000)
  expect(renamed).toMatchObject({
    from: { id: idOf('李明轩爸爸') },
    body: { kind: 'rename', name: '王老师（班主任）' },
  })
  expect(directory.rolesOf(directory.person(wire('dad') ?? '', '')?.id ?? '')).toEqual([])
})

it('hears nothing in a group that was renamed in the night, until somebody says which it is', async () => {
  const { topic = '', members = [] } = directory.sight('c3-2') ?? {}
  ledger.saveKnownGroup({ group: 'c3-2', topic, owner: '', members, present: true }, 0)
  await relogin(() => simulator.crowd.setTopic(ROOM, 'teacher', '四年级二班家长群'))
  await told.until(() => directory.roomDoubts().find(one => one.group === 'c3-2'), 'a doubt', 20_000)
  expect(directory.sights.groupOf(wire(ROOM) ?? '')).toBeNull()
  const id = simulator.say(ROOM, 'mum', '有人吗')
  await new Promise(resolve => setTimeout(resolve, 1_000))
  expect(told.events.some(event => event.id === id)).toBe(false)
})

it('knows that it was put out of a group', async () => {
  await relogin(() => simulator.crowd.setTopic(ROOM, 'teacher', TOPIC))
  await told.until(() => directory.sight('c3-2'), 'the group', 20_000)
  expect(directory.sight('c3-2')?.gone).toBe(false)
  simulator.crowd.remove(ROOM, 'teacher', 'bot')
  await told.until(() => directory.sight('c3-2')?.gone, 'out', 20_000)
})
