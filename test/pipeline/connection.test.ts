import { describe, expect, it } from '@jest/globals'
import type { GatewayStatus } from '../../src/gateways/gateway.js'
import type { ErrorCode } from '../../src/model/errors.js'
import type { GroupProfile } from '../../src/model/member.js'
import { MESSAGE_KEYS } from '../../src/model/message.js'
import { DAY, HOUR, MINUTE, SECOND } from '../../src/model/time.js'
import { ConnectionAlarm } from '../../src/pipeline/connection.js'
import { NOW } from '../signals/support.js'
import { GROUP, rig } from './rig.js'

const MESSAGES = new Map<string, string>(
  Object.entries(MESSAGE_KEYS).map(([key, names]) => [key, [key, ...names.map(name => `{${name}}`)].join(' ')]),
)
const CODE = 'https://login.weixin.qq.com/l/AbC-12=='
const scan = (code = CODE): GatewayStatus => ({ state: 'scan', qrcode: code })
const error = (code: ErrorCode): GatewayStatus => ({ state: 'error', code, message: '某某家长的话' })
const offline: GatewayStatus = { state: 'offline', reason: '网络不通' }
const online: GatewayStatus = { state: 'online', account: '小助手' }

type Who = Record<string, readonly string[]>

/** The alarm of one class; `channels` by role, of people with these roles. */
function alarm(channels: Who = { admin: ['email'] }) {
  const { ledger, clock, deps } = rig()
  const profile = deps.groups.profile(GROUP) as GroupProfile
  const people = ['head_teacher', 'admin', 'supervisor', 'leader'].map(role => ({ id: role, name: '某人', role }))
  const groups = [{ ...profile, people } as GroupProfile, { ...profile, id: 'c3-3', people } as GroupProfile]
  const open = () =>
    new ConnectionAlarm({
      ledger,
      clock,
      groups: () => groups,
      channels: id => (channels[id] ?? []).map(name => ({ name, address: `${id} ${name}` })),
      messages: () => MESSAGES,
    })
  let it = open()
  return {
    clock,
    status: (...all: GatewayStatus[]) => {
      for (const one of all) it.status(one)
    },
    /** a poll comes back every ten seconds */
    lives: (time: number) => {
      for (const end = clock.now() + time; clock.now() < end; ) {
        clock.advanceTo(clock.now() + 10 * SECOND)
        it.alive(clock.now())
        it.tick()
      }
    },
    passes: (time: number, each: () => void = () => {}) => {
      for (const end = clock.now() + time; clock.now() < end; ) {
        clock.advanceTo(clock.now() + 10 * SECOND)
        each()
        it.tick()
      }
    },
    setBack: (time: number) => clock.restartAt(clock.now() - time),
    restart: () => {
      it = open()
    },
    /** `admin email second.silent BZ309 5` */
    told: () =>
      ledger
        .dueActions(clock.now(), 500, 'second')
        .map(({ target, channel, text }) => `${'person' in target ? target.person : ''} ${channel} ${text}`),
    actions: () => ledger.dueActions(clock.now(), 500, 'second'),
  }
}

describe('the connection alarm', () => {
  it.each<ErrorCode>(['BZ305', 'BZ306', 'BZ307', 'BZ308'])('tells the admin of %s, once an outage', code => {
    const it = alarm()
    it.lives(MINUTE)
    it.status(error(code), offline, error(code))
    it.passes(HOUR, () => it.status(error(code)))
    it.restart()
    it.status(error(code))
    it.passes(HOUR)
    expect(it.told()).toHaveLength(1)
    expect(it.told()[0]).toContain(`admin email second.connection ${code} `)
  })

  it('says nothing personal, and nothing that the network said', () => {
    const it = alarm()
    it.status(error('BZ308'))
    expect(JSON.stringify(it.actions())).not.toMatch(/某某|小助手|家长/)
  })

  it('leaves other errors to the terminal', () => {
    const it = alarm()
    it.lives(MINUTE)
    it.status(error('BZ301'), error('BZ304'))
    it.lives(MINUTE)
    expect(it.told()).toEqual([])
  })

  it('tells of a silence in time also when the clock is set back by a day meanwhile', () => {
    const it = alarm()
    it.lives(MINUTE)
    it.setBack(DAY)
    it.passes(5 * MINUTE - 10 * SECOND)
    expect(it.told()).toEqual([])
    it.passes(MINUTE)
    expect(it.told()).toEqual(['admin email second.silent BZ309 5'])
  })

  it('tells of a silence of five minutes, once, however long it lasts', () => {
    const it = alarm()
    it.lives(MINUTE)
    it.status(offline)
    it.passes(5 * MINUTE - 10 * SECOND, () => it.status(offline))
    expect(it.told()).toEqual([])
    it.passes(DAY, () => it.status(offline))
    expect(it.told()).toEqual(['admin email second.silent BZ309 5'])
  })

  it('leaves a shorter one alone', () => {
    const it = alarm()
    for (let n = 0; n < 20; n++) {
      it.lives(MINUTE)
      it.status(offline)
      it.passes(4 * MINUTE)
    }
    it.status(online)
    it.lives(HOUR)
    expect(it.told()).toEqual([])
  })

  it('does not add to what was told of the same outage', () => {
    const it = alarm()
    it.lives(MINUTE)
    it.status(error('BZ308'))
    it.passes(DAY)
    expect(it.told()).toHaveLength(1)
  })

  it('gives a restart its time before it speaks of silence', () => {
    const it = alarm()
    it.lives(MINUTE)
    it.clock.advanceTo(it.clock.now() + DAY)
    it.restart()
    it.passes(4 * MINUTE)
    expect(it.told()).toEqual([])
  })

  it('says once that all is well again, when it has held', () => {
    const it = alarm()
    it.lives(MINUTE)
    it.status(offline)
    it.passes(20 * MINUTE)
    it.status(online)
    it.lives(30 * SECOND)
    it.status(offline)
    it.passes(30 * SECOND)
    it.status(online)
    it.lives(10 * MINUTE)
    expect(it.told()).toEqual(['admin email second.silent BZ309 5', 'admin email second.back 21'])
  })

  it('speaks again of the next outage', () => {
    const it = alarm()
    for (let n = 0; n < 2; n++) {
      it.status(error('BZ306'))
      it.passes(MINUTE)
      it.status(online)
      it.lives(2 * MINUTE)
    }
    expect(it.told().map(line => line.split(' ')[2])).toEqual([
      'second.connection',
      'second.back',
      'second.connection',
      'second.back',
    ])
  })
})

describe('the code to log in with', () => {
  it('goes out as a link to its picture, for five minutes', () => {
    const it = alarm()
    it.status(scan())
    expect(it.told()).toEqual(['admin email second.login https://login.weixin.qq.com/qrcode/AbC-12=='])
    expect(it.actions()).toMatchObject([{ topic: 'LOGIN', expiresAt: NOW + 5 * MINUTE }])
  })

  it('goes out again, ever more seldom, while nobody scans it', () => {
    const it = alarm()
    it.status(scan())
    let n = 0
    it.passes(DAY, () => it.status(scan(`https://login.weixin.qq.com/l/code${n++}`)))
    const codes = it.told()
    expect(codes.length).toBeGreaterThan(5)
    expect(codes.length).toBeLessThanOrEqual(11)
    expect(new Set(codes).size).toBe(codes.length)
  })

  it('is not sent again by a restart', () => {
    const it = alarm()
    for (let n = 0; n < 30; n++) {
      it.restart()
      it.status(scan(), scan())
    }
    expect(it.told()).toHaveLength(1)
  })

  it('needs no word of silence beside it, nor that all is well', () => {
    const it = alarm()
    it.status(scan())
    it.passes(4 * MINUTE)
    it.passes(MINUTE * 10)
    it.status(online)
    it.lives(10 * MINUTE)
    expect(it.told()).toHaveLength(1)
  })

  it('of some other kind is left as it is', () => {
    const it = alarm()
    it.status(scan('pad://login?x=1'))
    expect(it.told()).toEqual(['admin email second.login pad://login?x=1'])
  })
})

describe('who is told', () => {
  it('the admin by every channel, once though in two groups', () => {
    const it = alarm({ admin: ['email', 'wecom'], supervisor: ['email'] })
    it.status(error('BZ305'))
    expect(it.told().map(line => line.split(' ').slice(0, 2).join(' '))).toEqual(['admin email', 'admin wecom'])
  })

  it('where the admin has no channel, the next who has one', () => {
    const it = alarm({ leader: ['webhook'], head_teacher: ['email'] })
    it.status(error('BZ305'))
    expect(it.told().map(line => line.split(' ').slice(0, 2).join(' '))).toEqual(['leader webhook'])
  })

  it('nobody where nobody has any, and nothing goes wrong', () => {
    const it = alarm({})
    it.status(error('BZ305'), scan())
    it.passes(HOUR)
    it.status(online)
    it.lives(HOUR)
    expect(it.told()).toEqual([])
  })
})
