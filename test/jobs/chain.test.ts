import { describe, expect, it } from '@jest/globals'
import { MINUTE } from '../../src/model/time.js'
import { DEPUTY, HEAD, LEADER, onDisk, SUPERVISOR } from './on-disk.js'
import { at, type Machine, show } from './world.js'

const START = at('2026-11-04T14:00')

/** `14:03 班主任季老师 再提醒一次` of every line about a case. */
const lines = (machine: Machine) =>
  machine.sent.map(
    ({ at: when, to, text }) => `${show(when).slice(6)} ${to} ${/【([^A-Z0-9】]*)/.exec(text)?.[1] ?? text}`,
  )

const UP_TO_LEADER = [
  `14:00 ${HEAD} 紧急`,
  `14:00 ${DEPUTY} 紧急`,
  `14:00 ${SUPERVISOR} 紧急`,
  `14:03 ${HEAD} 再提醒一次`,
  `14:03 ${DEPUTY} 再提醒一次`,
  `14:03 ${SUPERVISOR} 再提醒一次`,
  `14:10 ${LEADER} 转到您`,
]

describe('an emergency', () => {
  it('goes up the chain while nobody answers, and on', async () => {
    await onDisk(async machine => {
      machine.say('程小满妈妈', '孩子走丢了')
      await machine.until(START + 25 * MINUTE)
      expect(lines(machine)).toEqual([
        ...UP_TO_LEADER,
        ...[HEAD, DEPUTY, SUPERVISOR, LEADER].map(who => `14:20 ${who} 再提醒一次`),
      ])
      expect(machine.ledger.openCases()).toMatchObject([{ severity: 'P0', state: 'open', step: 3 }])
    })
  })

  it('is the same when the process dies between each step, decided or sent', async () => {
    await onDisk(async machine => {
      machine.say('程小满妈妈', '孩子走丢了')
      machine.kill()
      for (let minute = 0; minute <= 15; minute++) {
        machine.clock.advanceTo(START + minute * MINUTE)
        // the step is on disk, its lines are not out
        machine.moderator.tick()
        machine.kill()
        await machine.work()
        machine.kill()
      }
      expect(lines(machine).sort()).toEqual([...UP_TO_LEADER].sort())
      const moves = machine.ledger.caseMoves('bz1-c1').map(({ what }) => what)
      expect(moves).toEqual(['opened', 'repeat', 'leader'])
    })
  })

  it('ends when the deputy answers: the others hear it, and nobody is woken again', async () => {
    await onDisk(async machine => {
      machine.say('程小满妈妈', '孩子走丢了')
      await machine.until(START + 4 * MINUTE)
      const before = machine.sent.length
      await machine.whisper(DEPUTY, '1')
      await machine.until(START + 300 * MINUTE)
      expect(machine.sent.slice(before).map(({ to, text }) => `${to}：${text}`)).toEqual([
        `${HEAD}：【A1】副班主任已经在处理，您可以放心。`,
        `${SUPERVISOR}：【A1】副班主任已经在处理，您可以放心。`,
        `${DEPUTY}：好的，A1记为已处理。`,
      ])
      expect(machine.ledger.cases()).toMatchObject([{ state: 'closed', closedBy: 'deputy:1' }])
    })
  })

  it('answered by two at once counts once; the second is told', async () => {
    await onDisk(async machine => {
      machine.say('程小满妈妈', '孩子走丢了')
      await machine.until(START + MINUTE)
      const head = machine.member(HEAD)
      const deputy = machine.member(DEPUTY)
      const now = machine.clock.now()
      machine.moderator.privateMessage({ id: 'x1', at: now, from: { id: head, name: HEAD }, text: 'A1 1' })
      machine.moderator.privateMessage({ id: 'x2', at: now, from: { id: deputy, name: DEPUTY }, text: 'a1　１' })
      await machine.work()
      expect(machine.ledger.cases()).toMatchObject([{ closedBy: 'head_teacher:1' }])
      expect(machine.ledger.caseMoves('bz1-c1').map(({ what }) => what)).toEqual(['opened', '1'])
      expect(machine.sent.filter(({ to }) => to === DEPUTY).at(-1)?.text).toContain('已经处理过了')
    })
  })

  it('passed on by the head teacher waits for the supervisor, over a death of the process', async () => {
    await onDisk(async machine => {
      machine.say('程小满妈妈', '孩子走丢了')
      await machine.until(START + MINUTE)
      await machine.whisper(HEAD, 'A1 4')
      machine.kill()
      await machine.until(START + 5 * MINUTE)
      machine.kill()
      await machine.whisper(SUPERVISOR, '1')
      expect(machine.ledger.cases()).toMatchObject([{ state: 'closed', closedBy: 'supervisor:1' }])
      expect(machine.ledger.caseMoves('bz1-c1').map(({ what, by }) => `${by.split(':')[0]} ${what}`)).toEqual([
        'bot opened',
        'head_teacher 4',
        'clock repeat',
        'supervisor 1',
      ])
    })
  })
})

describe('a P1', () => {
  it('is repeated after half an hour, goes to the deputy after one, and is counted after a day', async () => {
    await onDisk(async machine => {
      machine.say('罗安安爸爸', '发起群收款')
      for (const minute of [0, 29, 30, 31, 59, 60, 61, 600]) {
        machine.clock.advanceTo(START + minute * MINUTE)
        machine.kill()
        await machine.work()
      }
      await machine.until(START + 26 * 60 * MINUTE)
      expect(lines(machine).filter(line => !line.includes('今日汇总') && !line.includes('早上好'))).toEqual([
        `14:00 ${HEAD} 请尽快看`,
        `14:30 ${HEAD} 再提醒一次`,
        `15:00 ${DEPUTY} 转到您`,
      ])
      expect(machine.ledger.cases()).toMatchObject([{ state: 'ignored' }])
    })
  })

  it('is undone by whoever did it', async () => {
    await onDisk(async machine => {
      machine.say('罗安安爸爸', '发起群收款')
      await machine.work()
      await machine.whisper(HEAD, '忽略吧')
      machine.kill()
      await machine.whisper(HEAD, '0')
      expect(machine.ledger.cases()).toMatchObject([{ state: 'open', closedBy: null }])
      await machine.whisper(HEAD, '5')
      expect(machine.ledger.feedback()).toHaveLength(1)
    })
  })
})
