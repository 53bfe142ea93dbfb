import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { DAY, HOUR, type Instant, MINUTE } from '../../src/model/time.js'
import { localTime } from '../../src/text/index.js'
import { at, Machine, show, ZONE } from './world.js'

async function onDisk(start: Instant, work: (machine: Machine) => Promise<void>, mode: 'live' | 'shadow' = 'live') {
  const folder = mkdtempSync(join(tmpdir(), 'fortnight-'))
  const machine = new Machine(join(folder, 'ledger.db'), start, mode)
  try {
    await work(machine)
    expect(machine.errors).toEqual([])
  } finally {
    machine.ledger.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const SUNDAY = at('2026-11-01T20:00')
const HEAD = '班主任季老师'

/** A question nobody answers in the morning of every day, a complaint on Tuesdays, an advert late on Wednesdays. */
async function aDay(machine: Machine, midnight: Instant): Promise<void> {
  const { weekday } = localTime(midnight + 12 * HOUR, ZONE)
  const until = async (hour: number, minute = 0) => machine.until(midnight + hour * HOUR + minute * MINUTE)
  await until(9)
  machine.say('程小满妈妈', `老师，第${weekday}单元的练习册哪天交？`)
  if (weekday === 2) machine.say('罗安安爸爸', '我反对这样安排')
  await until(12)
  machine.say('罗安安爸爸', '老师辛苦了')
  await until(21, 30)
  if (weekday === 3) machine.say('罗安安爸爸', '有人一起拼单吗，特别便宜')
  if (weekday === 4) machine.say('罗安安爸爸', '孩子发烧了，明天能不能晚点到校？')
  await until(23, 30)
}

const EVENINGS = [2, 3, 4, 5, 6, 9, 10, 11, 12, 13].map(d => `11-${String(d).padStart(2, '0')} 17:30 ${HEAD}`)

describe('a fortnight', () => {
  it('gives exactly the digests that are due', async () => {
    await onDisk(SUNDAY, async machine => {
      for (let day = 0; day < 14; day++) await aDay(machine, at('2026-11-02T00:00') + day * DAY)
      expect(machine.digests('【今日汇总】')).toEqual(EVENINGS)
      // the P2 of the evening came as one line with the questions of the night
      expect(machine.digests('【早上好】')).toEqual([
        `11-05 07:30 ${HEAD}`,
        `11-06 07:30 ${HEAD}`,
        // what was asked over the weekend
        `11-09 07:30 ${HEAD}`,
        `11-12 07:30 ${HEAD}`,
        `11-13 07:30 ${HEAD}`,
      ])
      expect(machine.digests('【方便时看')).toEqual([])
      expect(machine.digests('【一周概况】')).toEqual(['11-06 17:45 德育处罗主任', '11-13 17:45 德育处罗主任'])
      expect(machine.digests('【本月小结】')).toEqual([])
      const texts = machine.sent.filter(({ text }) => text.startsWith('【今日汇总】')).map(({ text }) => text)
      expect(texts[0]).toContain('·9小时前 程*妈妈：老师，第1单元的练习册哪天交？')
      expect(texts[0]).toContain('刷屏只计数：夸赞1')
      expect(texts[1]).toContain('请一对一回应意见：罗*爸爸 09:00')
      for (const { text } of machine.sent) expect(text).not.toMatch(/小满|安安/)
      // nobody gets more than five lines on a day
      const lines = new Map<string, number>()
      for (const { at: when, to } of machine.sent) {
        const day = `${show(when).slice(0, 5)} ${to}`
        lines.set(day, (lines.get(day) ?? 0) + 1)
      }
      expect(Math.max(...lines.values())).toBeLessThanOrEqual(5)
    })
  })

  it('gives the same when the process is killed again and again', async () => {
    await onDisk(SUNDAY, async machine => {
      for (let day = 0; day < 14; day++) {
        const midnight = at('2026-11-02T00:00') + day * DAY
        await machine.until(midnight + 9 * HOUR)
        machine.say('程小满妈妈', `老师，第${day}单元的练习册哪天交？`)
        for (const minutes of [1049, 1050, 1051, 1064, 1065, 1066]) {
          machine.clock.advanceTo(midnight + minutes * MINUTE)
          machine.kill()
          await machine.work()
          machine.kill()
          await machine.work()
        }
      }
      expect(machine.digests('【今日汇总】')).toEqual(EVENINGS)
      expect(machine.digests('【一周概况】')).toHaveLength(2)
    })
  })

  it('owes a digest in the same write as it claims the run: killed in between, it is there', async () => {
    await onDisk(SUNDAY, async machine => {
      await machine.until(at('2026-11-02T09:00'))
      machine.say('程小满妈妈', '老师，练习册哪天交？')
      machine.clock.advanceTo(at('2026-11-02T17:30'))
      // decided and not sent
      machine.moderator.tick()
      machine.kill()
      await machine.until(at('2026-11-02T19:00'))
      expect(machine.digests('【今日汇总】')).toHaveLength(1)
    })
  })

  it('is told once when the machine slept through the hour, and not at night', async () => {
    await onDisk(SUNDAY, async machine => {
      await machine.until(at('2026-11-02T09:00'))
      machine.say('程小满妈妈', '老师，练习册哪天交？')
      await machine.sleep(11 * HOUR)
      await machine.until(at('2026-11-02T23:00'))
      expect(machine.digests('【今日汇总】')).toEqual([`11-02 20:00 ${HEAD}`])
      // the next day it sleeps until midnight: nothing is sent then, and all is told the evening after
      await machine.until(at('2026-11-03T10:00'))
      machine.say('罗安安爸爸', '春游的钱什么时候交？')
      await machine.sleep(14 * HOUR)
      await machine.until(at('2026-11-04T17:00'))
      expect(machine.digests('【今日汇总】')).toHaveLength(1)
      await machine.until(at('2026-11-04T18:00'))
      expect(machine.digests('【今日汇总】')).toHaveLength(2)
      expect(machine.sent.at(-1)?.text).toContain('春游')
    })
  })

  it('comes once whatever the clock does', async () => {
    await onDisk(SUNDAY, async machine => {
      await machine.until(at('2026-11-02T09:00'))
      machine.say('程小满妈妈', '老师，练习册哪天交？')
      await machine.until(at('2026-11-02T17:31'))
      // an hour back, and over the same hour again
      machine.clock.restartAt(at('2026-11-02T16:30'))
      await machine.until(at('2026-11-02T18:00'))
      expect(machine.digests('【今日汇总】')).toHaveLength(1)
      // a year ahead by mistake, for a moment
      machine.clock.restartAt(at('2027-11-02T18:00'))
      machine.moderator.tick()
      machine.clock.restartAt(at('2026-11-03T09:00'))
      machine.say('程小满妈妈', '老师，校服哪天发？')
      await machine.until(at('2026-11-03T18:00'))
      await machine.until(at('2026-11-04T18:00'))
      const days = machine.digests('【今日汇总】').filter(line => line.startsWith('11-0'))
      expect(days).toContain(`11-04 17:30 ${HEAD}`)
      expect(new Set(days).size).toBe(days.length)
    })
  })

  it('says in shadow mode what was not sent, and sends nothing else', async () => {
    await onDisk(
      SUNDAY,
      async machine => {
        await machine.until(at('2026-11-02T09:00'))
        machine.say('罗安安爸爸', '发起群收款')
        await machine.until(at('2026-11-03T20:00'))
        expect(machine.sent.map(({ text }) => text.split('\n')[0])).toEqual([
          '【今日汇总】三年级2班家长群 11月2日',
          '【今日汇总】三年级2班家长群 11月3日',
        ])
        expect(machine.sent[0]?.text).toContain('上报')
        expect(machine.sent[0]?.text).toContain('都没有发出')
      },
      'shadow',
    )
  })

  it('hands the counts of a month over on its last school day', async () => {
    await onDisk(at('2026-11-25T20:00'), async machine => {
      await machine.until(at('2026-11-26T10:00'))
      machine.say('程小满妈妈', '老师，练习册哪天交？')
      machine.say('班主任季老师', '练习册星期五交')
      await machine.until(at('2026-12-02T12:00'))
      expect(machine.digests('【本月小结】')).toEqual([`11-30 17:50 ${HEAD}`])
      expect(machine.sent.find(({ text }) => text.startsWith('【本月'))?.text).toContain('家长提问1个，已答1个')
    })
  })
})
