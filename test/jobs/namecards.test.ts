import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { DAY, HOUR } from '../../src/model/time.js'
import { pausedKey } from '../../src/pipeline/commands/pause.js'
import { addException } from '../../src/pipeline/exceptions.js'
import { at, GROUP, Machine, type Name, show } from './world.js'

/** A Friday. */
const FRIDAY = at('2026-11-06T00:00')
const MUM: Name = '程小满妈妈'
const DAD: Name = '罗安安爸爸'

async function onFriday(work: (machine: Machine) => Promise<void>, mode: 'live' | 'shadow' = 'live'): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'namecards-'))
  const machine = new Machine(join(folder, 'ledger.db'), FRIDAY - DAY, mode)
  try {
    await machine.work()
    await machine.until(FRIDAY + 12 * HOUR)
    await work(machine)
    expect(machine.errors).toEqual([])
  } finally {
    machine.ledger.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const reminders = (machine: Machine) =>
  machine.sent.filter(({ text }) => text.includes('请把群昵称改为')).map(one => `${show(one.at)} ${one.to}`)

/** Somebody calls themselves otherwise; the name by which the test knows them stays. */
function rename(machine: Machine, name: Name, card: string): string {
  const id = machine.member(name)
  machine.ledger.renamePerson(id, card)
  return id
}

describe('the weekly word about name cards', () => {
  it('goes in private on Friday evening, to those whose card says of no pupil whose parent they are', async () => {
    await onFriday(async machine => {
      rename(machine, MUM, '静待花开')
      await machine.until(FRIDAY + 17 * HOUR + 59 * 60_000)
      expect(reminders(machine)).toEqual([])
      await machine.until(FRIDAY + 20 * HOUR)
      expect(reminders(machine)).toEqual(['11-06 18:00 静待花开'])
      expect(machine.sent.find(({ text }) => text.includes('群昵称'))?.target).toHaveProperty('person')
    })
  })

  it('is not said again within four weeks, and is after that', async () => {
    await onFriday(async machine => {
      rename(machine, MUM, '静待花开')
      await machine.until(FRIDAY + 27 * DAY)
      expect(reminders(machine)).toEqual(['11-06 18:00 静待花开'])
      await machine.until(FRIDAY + 29 * DAY)
      expect(reminders(machine)).toHaveLength(2)
    })
  })

  it.each<[string, (machine: Machine, id: string) => void]>([
    ['whom nothing private reaches', (machine, id) => machine.unreachable.add(id)],
    ['who is not in the group any more', (machine, id) => machine.gone.add(id)],
    ['whom the head teacher exempted by a digit', (machine, id) => addException(machine.ledger, GROUP, id, 'namecard')],
    ['while the head teacher wants quiet', machine => machine.ledger.setMeta(pausedKey(GROUP), String(FRIDAY + DAY))],
    ['whose day has had its reminder', machine => machine.say(MUM, '我改了群昵称，看一下')],
  ])('leaves alone somebody %s', async (_, arrange) => {
    await onFriday(async machine => {
      const id = rename(machine, MUM, '静待花开')
      arrange(machine, id)
      await machine.work()
      const before = reminders(machine).length
      await machine.until(FRIDAY + 22 * HOUR)
      expect(reminders(machine)).toHaveLength(before)
    })
  })

  it('is written and not sent in shadow mode', async () => {
    await onFriday(async machine => {
      rename(machine, MUM, '静待花开')
      await machine.until(FRIDAY + 22 * HOUR)
      expect(reminders(machine)).toEqual([])
      const held = machine.ledger.stats({ group: GROUP }).actions.filter(({ state }) => state === 'withheld')
      expect(held).toMatchObject([{ kind: 'remind', count: 1 }])
    }, 'shadow')
  })

  it('is said once though the process dies at every step, and not at night by a machine that slept', async () => {
    await onFriday(async machine => {
      rename(machine, MUM, '静待花开')
      rename(machine, DAD, 'A鲜花蛋糕')
      for (const minute of [1079, 1080, 1081, 1090]) {
        machine.clock.advanceTo(FRIDAY + minute * 60_000)
        machine.moderator.tick()
        machine.kill()
        await machine.work()
      }
      expect(reminders(machine).sort()).toEqual(['11-06 18:00 A鲜花蛋糕', '11-06 18:00 静待花开'])
    })
    await onFriday(async machine => {
      rename(machine, MUM, '静待花开')
      await machine.sleep(10.5 * HOUR)
      expect(reminders(machine)).toEqual([])
    })
  })
})

describe('how the group differs from its list', () => {
  it('is in the head teacher’s digest of Friday, and without names in the supervisor’s week', async () => {
    await onFriday(async machine => {
      rename(machine, MUM, '静待花开')
      machine.gone.add(machine.member('江一帆爸爸'))
      machine.say(DAD, '大家好')
      await machine.until(FRIDAY + 18 * HOUR)
      const digest = machine.sent.find(({ text }) => text.startsWith('【今日汇总】'))?.text ?? ''
      expect(digest).toContain('群昵称待改1人：静')
      expect(digest).toContain('花名册上还有1个孩子没见到家长在群里')
      const week = machine.sent.find(({ text }) => text.startsWith('【一周概况】'))?.text ?? ''
      expect(week).toContain('名单：本周进来名单外0人，1个孩子没见到家长在群里')
      expect(week).not.toMatch(/静待|一帆|江/)
    })
  })

  it('is left out where there is no difference', async () => {
    await onFriday(async machine => {
      machine.say(DAD, '大家好')
      await machine.until(FRIDAY + 18 * HOUR)
      expect(machine.sent.find(({ text }) => text.startsWith('【一周概况】'))?.text).not.toContain('名单')
    })
  })
})
