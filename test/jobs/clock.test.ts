import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { DAY, type Duration, HOUR, MINUTE } from '../../src/model/time.js'
import { DEPUTY, HEAD, LEADER, onDisk, SUPERVISOR } from './on-disk.js'
import { at, type Machine, show } from './world.js'

const START = at('2026-11-04T14:00')

/** `班主任季老师 再提醒一次` of every line about a case, without digests. */
const lines = (machine: Machine, from = 0) =>
  machine.sent
    .slice(from)
    .filter(({ text }) => !/^【(?:今日汇总|早上好|一周概况)】/u.test(text))
    .map(({ to, text }) => `${to} ${/【([^A-Z0-9】]*)/.exec(text)?.[1] ?? text}`)

const AT_ONCE = [HEAD, DEPUTY, SUPERVISOR].map(who => `${who} 紧急`)
const AGAIN = [HEAD, DEPUTY, SUPERVISOR].map(who => `${who} 再提醒一次`)
const BACK: [string, Duration][] = [
  ['an hour', HOUR],
  ['a day', DAY],
]

describe('a clock that is set back', () => {
  it.each(BACK)('by %s repeats nothing of an emergency, and its next steps come as soon as ever', async (_, jump) => {
    await onDisk(async machine => {
      machine.say('程小满妈妈', '孩子走丢了')
      await machine.until(START + MINUTE)
      await machine.setTo(START + MINUTE - jump)
      expect(lines(machine)).toEqual(AT_ONCE)
      const from = machine.clock.now()
      await machine.until(from + 3 * MINUTE)
      expect(lines(machine)).toEqual([...AT_ONCE, ...AGAIN])
      await machine.until(from + 10 * MINUTE)
      expect(lines(machine)).toEqual([...AT_ONCE, ...AGAIN, `${LEADER} 转到您`])
    })
  })

  it.each(BACK)('by %s between two runs of the program is the same', async (_, jump) => {
    await onDisk(async machine => {
      machine.say('程小满妈妈', '孩子走丢了')
      await machine.until(START + 4 * MINUTE)
      machine.clock.restartAt(START + 4 * MINUTE - jump)
      machine.kill()
      await machine.work()
      expect(lines(machine)).toEqual([...AT_ONCE, ...AGAIN])
      await machine.until(machine.clock.now() + 7 * MINUTE)
      expect(lines(machine)).toEqual([...AT_ONCE, ...AGAIN, `${LEADER} 转到您`])
    })
  })

  it.each(BACK)('by %s leaves a P1 as it was: once, once more after half an hour, then the deputy', async (_, jump) => {
    await onDisk(async machine => {
      machine.say('程小满妈妈', '群收款')
      await machine.until(START + 10 * MINUTE)
      await machine.setTo(START + 10 * MINUTE - jump)
      expect(lines(machine)).toEqual([`${HEAD} 请尽快看`])
      const from = machine.clock.now()
      await machine.until(from + 30 * MINUTE)
      expect(lines(machine)).toEqual([`${HEAD} 请尽快看`, `${HEAD} 再提醒一次`])
      await machine.until(from + HOUR)
      expect(lines(machine)).toEqual([`${HEAD} 请尽快看`, `${HEAD} 再提醒一次`, `${DEPUTY} 转到您`])
      expect(machine.ledger.openCases()).toMatchObject([{ state: 'passed', owner: 'deputy' }])
    })
  })

  it('after it had stood days ahead by mistake: nobody waits for those days', async () => {
    await onDisk(async machine => {
      machine.say('程小满妈妈', '孩子走丢了')
      await machine.until(START + MINUTE)
      await machine.setTo(START + 3 * DAY)
      expect(lines(machine)).toEqual([...AT_ONCE, ...AGAIN])
      await machine.setTo(START + 2 * MINUTE)
      await machine.until(START + 9 * MINUTE)
      expect(lines(machine)).toEqual([...AT_ONCE, ...AGAIN, `${LEADER} 转到您`])
    })
  })

  it('sends at once what was owed at once and had not left', async () => {
    await onDisk(async machine => {
      machine.say('罗安安爸爸', '群收款')
      machine.say('程小满妈妈', '孩子走丢了')
      machine.clock.restartAt(START - DAY)
      machine.kill()
      await machine.work()
      expect(lines(machine).sort()).toEqual([...AT_ONCE, `${HEAD} 请尽快看`].sort())
      await machine.work()
      expect(lines(machine)).toHaveLength(4)
    })
  })

  it('keeps what waits for the morning waiting for a morning', async () => {
    await onDisk(async machine => {
      await machine.setTo(at('2026-11-04T23:00'))
      machine.say('程小满妈妈', '群收款')
      await machine.setTo(at('2026-11-04T22:30'))
      expect(lines(machine)).toEqual([])
      await machine.until(at('2026-11-05T07:05'))
      expect(lines(machine)).toEqual([`${HEAD} 请尽快看`])
      await machine.until(at('2026-11-05T07:40'))
      expect(lines(machine)).toEqual([`${HEAD} 请尽快看`, `${HEAD} 再提醒一次`])
    })
  })

  it('closes no case before its day is over', async () => {
    await onDisk(async machine => {
      machine.say('程小满妈妈', '拼单')
      await machine.until(START + HOUR)
      await machine.setTo(START - 2 * DAY)
      expect(machine.ledger.openCases()).toHaveLength(1)
      await machine.until(START - 2 * DAY + 23 * HOUR)
      expect(machine.ledger.openCases()).toHaveLength(1)
      await machine.until(START - 2 * DAY + 25 * HOUR)
      expect(machine.ledger.cases()).toMatchObject([{ state: 'ignored' }])
      expect(lines(machine)).toEqual([`${HEAD} 方便时看`])
    })
  })
})

describe('a clock that jumps ahead by days', () => {
  it('takes each overdue step once, and goes on from there', async () => {
    await onDisk(async machine => {
      machine.say('罗安安爸爸', '群收款')
      machine.say('程小满妈妈', '孩子走丢了')
      await machine.work()
      const before = machine.sent.length
      await machine.setTo(START + 3 * DAY)
      expect(lines(machine, before).sort()).toEqual([...AGAIN, `${HEAD} 再提醒一次`].sort())
      await machine.work()
      machine.kill()
      await machine.work()
      expect(lines(machine, before)).toHaveLength(4)
      await machine.until(START + 3 * DAY + 7 * MINUTE)
      expect(lines(machine, before).slice(4)).toEqual([`${LEADER} 转到您`])
    })
  })

  it('while a P1 waited for the morning: it is told once, as if it were morning', async () => {
    await onDisk(async machine => {
      machine.say('程小满妈妈', '群收款')
      await machine.setTo(at('2026-11-05T08:00'))
      expect(lines(machine)).toEqual([`${HEAD} 请尽快看`])
      await machine.until(at('2026-11-05T08:31'))
      expect(lines(machine)).toEqual([`${HEAD} 请尽快看`, `${DEPUTY} 转到您`])
    }, at('2026-11-04T23:00'))
  })

  it('past the use of a line that nobody got: it is told all the same, once', async () => {
    await onDisk(async machine => {
      machine.say('程小满妈妈', '拼单')
      machine.say('罗安安爸爸', '群收款')
      await machine.setTo(at('2026-11-09T09:00'))
      expect(lines(machine).sort()).toEqual([
        // the P1's first line was of no use any more: somebody is asked to call, too
        `${DEPUTY} 请转告`,
        `${HEAD} 再提醒一次`,
      ])
      // the P2 that waited for the morning is in the morning's line
      expect(machine.sent.filter(({ text }) => /^【早上好】[\s\S]*A1 疑似推销/u.test(text))).toHaveLength(1)
      expect(machine.ledger.openCases()).toHaveLength(2)
      await machine.whisper(HEAD, 'A1 1')
      expect(machine.ledger.cases().map(({ state }) => state)).toContain('closed')
      // from now on it is a case like any other
      await machine.until(at('2026-11-10T12:00'))
      expect(machine.ledger.openCases()).toEqual([])
      expect(machine.sent.filter(({ text }) => text.includes('A1 疑似推销'))).toHaveLength(1)
    }, at('2026-11-06T23:00'))
  })

  it('past the use of a P2 by day that nobody got: it is told all the same, once, and its day begins then', async () => {
    await onDisk(async machine => {
      machine.say('程小满妈妈', '拼单')
      await machine.setTo(START + 2 * DAY)
      expect(lines(machine)).toEqual([`${HEAD} 方便时看`])
      await machine.until(START + 3 * DAY - MINUTE)
      expect(machine.ledger.openCases()).toHaveLength(1)
      await machine.until(START + 3 * DAY + MINUTE)
      expect(machine.ledger.cases()).toMatchObject([{ state: 'ignored' }])
      expect(lines(machine)).toEqual([`${HEAD} 方便时看`])
    })
  })

  it('does not ask again about what was told: a day without an answer is over', async () => {
    await onDisk(async machine => {
      machine.say('程小满妈妈', '拼单')
      await machine.work()
      await machine.setTo(START + 4 * DAY)
      expect(lines(machine)).toEqual([`${HEAD} 方便时看`])
      expect(machine.ledger.cases()).toMatchObject([{ state: 'ignored' }])
    })
  })
})

describe('whatever the clock does', () => {
  const jumps = fc.array(
    fc.record({
      jump: fc.constantFrom(-DAY, -HOUR, -MINUTE, MINUTE, HOUR, DAY, 3 * DAY),
      then: fc.constantFrom(0, 2 * MINUTE, 15 * MINUTE),
      restart: fc.boolean(),
    }),
    { maxLength: 6 },
  )

  it('each step of the chain is told once to each, and everybody is told in the end', async () => {
    await fc.assert(
      fc.asyncProperty(jumps, async list =>
        onDisk(async machine => {
          machine.say('罗安安爸爸', '群收款')
          machine.say('程小满妈妈', '孩子走丢了')
          await machine.work()
          for (const { jump, then, restart } of list) {
            machine.clock.restartAt(machine.clock.now() + jump)
            if (restart) machine.kill()
            await machine.work()
            await machine.until(machine.clock.now() + then)
          }
          await machine.until(machine.clock.now() + 3 * HOUR)
          const said = lines(machine)
          for (const line of [...AT_ONCE, `${LEADER} 转到您`, `${HEAD} 请尽快看`])
            expect([line, said.filter(one => one === line).length]).toEqual([line, 1])
          // one line for each step that was taken
          const steps = machine.ledger.cases().flatMap(({ id }) => machine.ledger.caseMoves(id))
          expect(steps.filter(({ what }) => what === 'leader')).toHaveLength(1)
          // a minute that the clock shows again may have its line again, and no other
          const shown = machine.sent.map(one => `${one.to} ${show(one.at)} ${one.text}`)
          const again = list.filter(({ jump }) => jump < 0).length
          for (const line of new Set(shown))
            expect([line, shown.filter(one => one === line).length <= 1 + again]).toEqual([line, true])
        }),
      ),
      {
        numRuns: 15,
        examples: [
          [
            [
              { jump: -DAY, then: 15 * MINUTE, restart: false },
              { jump: DAY, then: 0, restart: false },
              { jump: -HOUR, then: 0, restart: false },
            ],
          ],
        ],
      },
    )
  }, 60_000)
})
