import { describe, expect, it } from '@jest/globals'
import { HOUR, type Instant, MINUTE } from '../../src/model/time.js'
import { HEAD, onDisk } from './on-disk.js'
import { at, GROUP, type Machine, type Name, show } from './world.js'

const PARENTS: readonly Name[] = ['程小满妈妈', '罗安安爸爸', '江一帆爸爸']

/** `14:30 【方便时看A1】…` of everything the head teacher got. */
/** From `start`, notices of P2 gathered for half an hour unless said otherwise. */
const day = (start: Instant, work: (machine: Machine) => Promise<void>, bundle = 30 * MINUTE) =>
  onDisk(work, start, bundle)

const lines = (machine: Machine) =>
  machine.sent.filter(({ to }) => to === HEAD).map(one => `${show(one.at).slice(6)} ${one.text}`)

const CHOICES = '1已处理 2私下提醒 3群内温和提醒 4转督导 5误报 6以后这类不再提示'

describe('P2 by day', () => {
  it('that come close together are one message with several codes', async () => {
    await day(at('2026-11-04T14:02'), async machine => {
      for (const [n, parent] of PARENTS.entries()) {
        await machine.until(at('2026-11-04T14:02') + n * 9 * MINUTE)
        machine.say(parent, '有人拼单吗')
        await machine.work()
      }
      expect(lines(machine)).toEqual([])
      await machine.until(at('2026-11-04T14:45'))
      expect(lines(machine)).toEqual([
        [
          '14:30 【方便时看】有3件，请您看看：',
          'A1 14:02 程*妈妈：疑似推销',
          'A2 14:11 罗*爸爸：疑似推销',
          'A3 14:20 江*爸爸：疑似推销',
          `回复代码加数字，例如 A1 1。可以回 ${CHOICES}。`,
        ].join('\n'),
      ])
    })
  })

  it('are answered one by one, by their codes', async () => {
    await day(at('2026-11-04T14:02'), async machine => {
      for (const parent of PARENTS) machine.say(parent, '有人拼单吗')
      await machine.until(at('2026-11-04T14:31'))
      await machine.whisper(HEAD, '1')
      expect(lines(machine).at(-1)).toContain('现在有几件事等您看：')
      await machine.whisper(HEAD, 'A2 1')
      await machine.whisper(HEAD, 'A3 5')
      expect(machine.ledger.openCases({ group: GROUP }).map(({ code }) => code)).toEqual(['A1'])
    })
  })

  it('alone goes as it is, at its half hour', async () => {
    await day(at('2026-11-04T14:02'), async machine => {
      machine.say('程小满妈妈', '有人拼单吗')
      await machine.until(at('2026-11-04T15:30'))
      expect(lines(machine)).toEqual([`14:30 【方便时看A1】14:02 程*妈妈：疑似推销。回复 ${CHOICES}。`])
    })
  })

  it('that were settled before they left are left out', async () => {
    await day(at('2026-11-04T14:02'), async machine => {
      for (const parent of PARENTS) machine.say(parent, '有人拼单吗')
      await machine.whisper(HEAD, 'A2 1')
      await machine.until(at('2026-11-04T14:35'))
      expect(lines(machine).at(-1)).toContain('有2件')
      expect(lines(machine).at(-1)).not.toContain('A2')
    })
  })

  it('are told once, however often the process dies', async () => {
    await day(at('2026-11-04T14:02'), async machine => {
      for (const parent of PARENTS) machine.say(parent, '有人拼单吗')
      for (const minute of [3, 20, 29, 30, 31, 45, 60]) {
        machine.clock.advanceTo(at('2026-11-04T14:00') + minute * MINUTE)
        machine.kill()
        await machine.work()
      }
      expect(lines(machine)).toHaveLength(1)
      // and the same matter again is no news
      machine.say('程小满妈妈', '还有人拼单吗')
      await machine.until(at('2026-11-04T16:00'))
      expect(lines(machine)).toHaveLength(1)
    })
  })

  it('is one of five lines a day, whatever it holds', async () => {
    await day(at('2026-11-04T08:01'), async machine => {
      const told: string[] = []
      for (let hour = 8; hour < 17; hour++) {
        machine.clock.advanceTo(at('2026-11-04T00:00') + hour * HOUR + MINUTE)
        for (const parent of PARENTS) {
          for (const found of machine.ledger.openCases({ group: GROUP })) await machine.whisper(HEAD, `${found.code} 1`)
          machine.say(parent, '有人拼单吗')
        }
        await machine.until(at('2026-11-04T00:00') + hour * HOUR + 40 * MINUTE)
      }
      await machine.until(at('2026-11-04T22:00'))
      told.push(...lines(machine).filter(line => !/好的，A|没有找到/u.test(line)))
      expect(told.length).toBeLessThanOrEqual(5)
    })
  })

  it('of the night are in the morning’s one line; after 21:00 nothing leaves', async () => {
    await day(at('2026-11-04T20:50'), async machine => {
      machine.say('程小满妈妈', '有人拼单吗')
      await machine.until(at('2026-11-04T21:05'))
      machine.say('罗安安爸爸', '有人拼单吗')
      machine.say('江一帆爸爸', '有人拼单吗')
      await machine.until(at('2026-11-05T07:25'))
      expect(lines(machine).map(line => line.slice(0, 5))).toEqual(['21:00'])
      await machine.until(at('2026-11-05T09:00'))
      expect(lines(machine)).toHaveLength(2)
      expect(lines(machine)[1]).toMatch(/^07:30 【早上好】[\s\S]*A2[\s\S]*A3/)
    })
  })

  it('is ignored a day after it was told, and counted', async () => {
    await day(at('2026-11-04T14:02'), async machine => {
      machine.say('程小满妈妈', '有人拼单吗')
      await machine.until(at('2026-11-05T14:29'))
      expect(machine.ledger.cases()).toMatchObject([{ state: 'open' }])
      await machine.until(at('2026-11-05T14:31'))
      expect(machine.ledger.cases()).toMatchObject([{ state: 'ignored' }])
    })
  })

  it('goes at once where the school wants that', async () => {
    await day(
      at('2026-11-04T14:02'),
      async machine => {
        for (const parent of PARENTS) {
          machine.say(parent, '有人拼单吗')
          await machine.work()
        }
        expect(lines(machine).map(line => line.slice(0, 13))).toEqual(
          ['14:02 【方便时看A1】', '14:02 【方便时看A2】', '14:02 【方便时看A3】'].map(line => line.slice(0, 13)),
        )
      },
      0,
    )
  })
})
