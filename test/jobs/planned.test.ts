import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { type Instant, MINUTE } from '../../src/model/time.js'
import { at, Machine, show } from './world.js'

const HEAD = '班主任季老师'
const DEPUTY = '副班主任柯老师'

async function from(start: Instant, work: (machine: Machine) => Promise<void>, mode: 'live' | 'shadow' = 'live') {
  const folder = mkdtempSync(join(tmpdir(), 'planned-'))
  const machine = new Machine(join(folder, 'ledger.db'), start, mode)
  try {
    await machine.work()
    await work(machine)
    expect(machine.errors).toEqual([])
  } finally {
    machine.ledger.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** `11-19 16:40 班主任季老师 TZ1` of every echo, `11-20 07:30 群` of every post. */
const echoes = (machine: Machine) =>
  machine.sent.flatMap(({ at: when, to, text }) => {
    const code = /^【(TZ\d+)】/u.exec(text)?.[1]
    return code ? [`${show(when)} ${to} ${code}`] : []
  })
const posts = (machine: Machine) =>
  machine.sent.filter(({ to }) => to === '群').map(one => `${show(one.at)} ${one.text}`)

const WEDNESDAY = at('2026-11-18T12:00')

describe('a post of the school file', () => {
  it('is shown to the head teacher the day before, and leaves at its hour once it was confirmed', async () => {
    await from(WEDNESDAY, async machine => {
      await machine.until(at('2026-11-19T16:39'))
      expect(echoes(machine)).toEqual([])
      await machine.until(at('2026-11-19T17:00'))
      expect(echoes(machine)).toEqual([`11-19 16:40 ${HEAD} TZ1`, `11-19 16:40 ${HEAD} TZ2`])
      const text = machine.sent.find(one => one.text.startsWith('【TZ1】'))?.text ?? ''
      expect(text).toContain('明天07:30')
      expect(text).toContain('落款：班主任季老师　11月20日')
      await machine.whisper(HEAD, '确认 TZ1')
      await machine.until(at('2026-11-20T12:00'))
      expect(posts(machine)).toEqual([expect.stringMatching(/^11-20 07:30 【通知】[\s\S]*周五穿校服/u)])
    })
  })

  it('of the late evening waits for the morning after, in its own words', async () => {
    await from(WEDNESDAY, async machine => {
      await machine.until(at('2026-11-19T17:00'))
      await machine.whisper(HEAD, '确认 TZ2')
      await machine.until(at('2026-11-21T12:00'))
      expect(posts(machine)).toEqual(['11-21 07:30 祝大家周末愉快'])
    })
  })

  it('never leaves unconfirmed, and is shown once, however often the process dies', async () => {
    await from(WEDNESDAY, async machine => {
      for (const minute of [1000, 1001, 1002, 1060]) {
        machine.clock.advanceTo(at('2026-11-19T00:00') + minute * MINUTE)
        machine.moderator.tick()
        machine.kill()
        await machine.work()
      }
      await machine.until(at('2026-11-22T12:00'))
      expect(echoes(machine)).toHaveLength(2)
      expect(posts(machine)).toEqual([])
    })
  })

  it('is the head teacher’s own, also while somebody stands in', async () => {
    await from(WEDNESDAY, async machine => {
      await machine.until(at('2026-11-19T16:00'))
      await machine.whisper(HEAD, '值班 交给副班主任')
      await machine.until(at('2026-11-19T17:00'))
      expect(echoes(machine).map(line => line.split(' ')[2])).toEqual([HEAD, HEAD])
      await machine.whisper(DEPUTY, '确认 TZ1')
      await machine.until(at('2026-11-20T12:00'))
      expect(posts(machine)).toEqual([])
    })
  })

  it('is not prepared in shadow mode', async () => {
    await from(
      WEDNESDAY,
      async machine => {
        await machine.until(at('2026-11-20T12:00'))
        expect(echoes(machine)).toEqual([])
      },
      'shadow',
    )
  })
})
