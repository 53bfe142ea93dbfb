import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { audit, type Record } from '../../scripts/proof/audit.js'
import type { BotProcess } from '../../scripts/proof/process.js'
import { Stage } from '../../scripts/proof/stage.js'
import { DAY, HOUR, type Instant, MINUTE } from '../../src/model/time.js'

jest.setTimeout(240_000)

/** Every word of this went through WeChat's protocol: the accounts' own screens are the judge. */
const MISSING = '孩子还没到家，校门口没接到，队伍里也没有他'
const QUARREL = '你这种人真不要脸，天天在群里装，闭嘴吧你个神经病'
const ONLINE_WITHIN = 60_000

let stage: Stage
let bot: BotProcess
let record: { events: string[]; privates: string[] }
let seen: number
/** when the matter was written in the group */
let began: Instant

beforeEach(async () => {
  stage = new Stage({ groups: 1, membersEach: 6, echoWindow: 3_000 })
  record = { events: [], privates: [] }
  seen = 0
  await stage.open()
  bot = stage.start()
  await stage.login(bot)
})

afterEach(async () => {
  expect(audit(stage.ledgerFile, all())).toEqual({
    eventsLost: [],
    decisionsLost: [],
    decidedTwice: [],
    privatesLost: [],
    sentTwice: [],
    neverSent: [],
    unsettled: [],
  })
  await stage.close()
})

const all = (): Record => ({ ...record, sent: stage.simulator.sent })
const group = () => stage.school.groups[0] as Stage['school']['groups'][number]

/** A parent writes in the group: the matter begins. */
function write(text: string): void {
  began = stage.clock.now()
  record.events.push(stage.simulator.say(group().room, group().parents[0] as string, text))
}

function whisper(person: string, text: string): void {
  record.privates.push(stage.simulator.whisper(person, text))
}

/** It is so long after the matter began. */
const after = (time: number) => stage.goTo(began + time)

/** Exactly these lines reached somebody since the last look: `班主任 再提醒一次A1`. */
async function arrives(...lines: string[]): Promise<void> {
  // after a login it takes a moment until everybody can be written to
  if (lines.length > 0)
    await stage.simulator.waitForSent(() => stage.simulator.sent.length >= seen + lines.length, 30_000).catch(() => {})
  await stage.settled(all)
  const fresh = stage.simulator.sent.slice(seen)
  seen += fresh.length
  const told = fresh.map(({ to, text }) => `${nameOf(to)} ${text.startsWith('【') ? front(text) : text}`)
  expect(told.sort()).toEqual([...lines].sort())
}

/** The answers of the bot are told whole, its alerts by what stands in front. */
const front = (text: string) => (/在处理|没有做/u.test(text) ? text : text.slice(1, text.indexOf('】')))

function nameOf(id: string): string {
  const { deputy, supervisor, leader } = stage.school.staff
  const names = { [group().head]: '班主任', [deputy]: '副班主任', [supervisor]: '督导', [leader]: '校领导' }
  return names[id] ?? (id === group().room ? '群' : '家长')
}

/** The bot dies as it stands, and another one comes up later, on what is on disk. */
async function killed(away: number): Promise<void> {
  await bot.kill()
  await stage.goTo(stage.clock.now() + away)
  bot = stage.start()
  if (!(await bot.until('online', ONLINE_WITHIN))) throw new Error(`not online again:\n${bot.stderr}`)
}

const FIRST = ['副班主任 紧急A1', '班主任 紧急A1', '督导 紧急A1']
const AGAIN = ['副班主任 再提醒一次A1', '班主任 再提醒一次A1', '督导 再提醒一次A1']
const LEADER = '校领导 转到您A1'

describe('an emergency over the real stack', () => {
  it('goes up to the leader while nobody answers, and on until somebody does', async () => {
    write(MISSING)
    await arrives(...FIRST)
    await after(2 * MINUTE)
    await arrives()
    await after(3 * MINUTE)
    await arrives(...AGAIN)
    await after(9 * MINUTE)
    await arrives()
    await after(10 * MINUTE)
    await arrives(LEADER)
    await after(19 * MINUTE)
    await arrives()
    await after(20 * MINUTE)
    await arrives(...AGAIN, '校领导 再提醒一次A1')
    whisper(stage.school.staff.leader, 'Ａ１ １')
    await arrives(
      '班主任 【A1】校领导已经在处理，您可以放心。',
      '副班主任 【A1】校领导已经在处理，您可以放心。',
      '督导 【A1】校领导已经在处理，您可以放心。',
      '校领导 好的，A1记为已处理。',
    )
    await after(3 * HOUR)
    await arrives()
  })

  it('is over when the deputy answers: the others hear of it, the leader is never woken', async () => {
    write(MISSING)
    await arrives(...FIRST)
    await after(3 * MINUTE)
    await arrives(...AGAIN)
    whisper(stage.school.staff.deputy, '1')
    await arrives(
      '班主任 【A1】副班主任已经在处理，您可以放心。',
      '督导 【A1】副班主任已经在处理，您可以放心。',
      '副班主任 好的，A1记为已处理。',
    )
    await after(10 * MINUTE)
    await arrives()
    await after(2 * HOUR)
    await arrives()
  })

  it('answered by two at once is taken by one, and the other is told so', async () => {
    write(MISSING)
    await arrives(...FIRST)
    whisper(group().head, 'a1 1')
    whisper(stage.school.staff.deputy, 'A1 5')
    await arrives(
      '班主任 好的，A1记为已处理。',
      '副班主任 【A1】班主任已经在处理，您可以放心。',
      '督导 【A1】班主任已经在处理，您可以放心。',
      '副班主任 【A1】这一步没有做：已经处理过了',
    )
    await after(10 * MINUTE)
    await arrives()
  })

  it('is the same when the bot is killed before and in the middle of every step', async () => {
    const head = group().head
    write(MISSING)
    await arrives(...FIRST)
    // the second step falls due while it is dead
    await killed(3 * MINUTE)
    await arrives(...AGAIN)
    // the third step's line has left, and it dies before it knows
    stage.simulator.faults.add({ endpoint: 'webwxsendmsg', stage: 'after', hang: true, times: 1 })
    const going = stage.goTo(began + 10 * MINUTE)
    await stage.simulator.waitForSent(({ to }) => to === stage.school.staff.leader, 20_000)
    await bot.kill()
    await going
    await killed(0)
    await arrives(LEADER)
    await after(11 * MINUTE)
    await arrives()
    // the answer comes while it is dead
    await bot.kill()
    whisper(head, '1')
    await killed(MINUTE)
    await arrives(
      '班主任 好的，A1记为已处理。',
      '副班主任 【A1】班主任已经在处理，您可以放心。',
      '督导 【A1】班主任已经在处理，您可以放心。',
      '校领导 【A1】班主任已经在处理，您可以放心。',
    )
    await killed(HOUR)
    await arrives()
  })
})

describe('a P1 over the real stack', () => {
  it('is told once, again at 30 min, to the deputy at 60, and then rests, over a death before each step', async () => {
    write(QUARREL)
    await arrives('班主任 请尽快看A1')
    await killed(28 * MINUTE)
    await after(29 * MINUTE)
    await arrives()
    await after(30 * MINUTE)
    await arrives('班主任 再提醒一次A1')
    await killed(28 * MINUTE)
    await arrives()
    await after(60 * MINUTE)
    await arrives('副班主任 转到您A1')
    await killed(4 * HOUR)
    await arrives()
    await after(DAY + 2 * HOUR)
    await arrives()
    whisper(stage.school.staff.deputy, 'A1 1')
    await arrives('副班主任 【A1】这一步没有做：过了24小时没有人回复，已记为未处理')
  })
})

describe('P2 over the real stack', () => {
  it('that come close together are one message with their codes, and each is answered by its own', async () => {
    began = stage.clock.now()
    const half = 30 * MINUTE
    const leaves = Math.ceil(began / half) * half - began
    for (const [n, nick] of ['惠民生鲜团长', '快乐英语课程顾问'].entries()) {
      const inviter = group().parents[n] as string
      record.events.push(stage.simulator.crowd.invite(group().room, inviter, [{ id: `wxid_stranger_${n}`, nick }]))
      await arrives()
    }
    await after(leaves - MINUTE)
    await arrives()
    await after(leaves)
    await arrives('班主任 方便时看')
    const told = stage.simulator.sent.at(-1)?.text ?? ''
    expect(told).toMatch(/有2件[\s\S]*^A1 \d\d:\d\d [\s\S]*^A2 \d\d:\d\d /mu)
    await killed(MINUTE)
    whisper(group().head, 'A2 1')
    whisper(group().head, '1')
    await arrives('班主任 好的，A2记为已处理。', '班主任 好的，A1记为已处理。')
    await after(leaves + 2 * half)
    await arrives()
  })
})
