import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { JOBS, Jobs } from '../../src/jobs/index.js'
import type { Job, JobContext } from '../../src/jobs/job.js'
import { owe } from '../../src/jobs/owe.js'
import type { GroupProfile, Person } from '../../src/model/member.js'
import { DAY, HOUR, MINUTE } from '../../src/model/time.js'
import { rig } from '../pipeline/rig.js'
import { NOW } from '../signals/support.js'
import { at, GROUP, Machine } from './world.js'

const ZONE = 'Asia/Shanghai'
const OPTIONS = { timezone: ZONE, retention: null }
/** NOW is three in the afternoon. */
const FOUR = NOW + HOUR

function job(run: (context: JobContext) => void, name = 'test'): Job {
  return { name, minutes: 16 * 60, on: () => true, says: '', grace: DAY, run }
}

function school(...jobs: Job[]) {
  const it = rig()
  const scheduled = new Jobs(it.deps, OPTIONS, jobs)
  scheduled.tick()
  const tickAt = (instant: number) => {
    it.clock.restartAt(instant)
    scheduled.tick()
  }
  return { ...it, jobs: scheduled, tickAt }
}

describe('Jobs', () => {
  it('runs what is due, once, and knows when to come back', () => {
    const runs: { due: number; before: number; cause: string }[] = []
    const it = school(job(({ due, before, cause }) => runs.push({ due, before, cause })))
    expect([runs, it.jobs.nextDue()]).toEqual([[], FOUR])
    it.tickAt(FOUR)
    it.tickAt(FOUR + MINUTE)
    expect(runs).toEqual([{ due: FOUR, before: FOUR - DAY, cause: `job/test/${FOUR}` }])
    expect(it.jobs.nextDue()).toBe(FOUR + DAY)
  })

  it('takes the claim back with a run that failed, and leaves it out after three', () => {
    let tries = 0
    let others = 0
    const it = school(
      job(({ deps, groups }) => {
        deps.ledger.setMeta('half', 'done')
        tries++
        throw new Error(`${groups.length} broken`)
      }),
      job(() => others++, 'other'),
    )
    it.tickAt(FOUR)
    expect([tries, others, it.ledger.meta('half'), it.ledger.lastRun('test')]).toEqual([1, 1, null, FOUR - DAY])
    expect(it.jobs.nextDue()).toBe(FOUR)
    for (let i = 1; i <= 5; i++) it.tickAt(FOUR + i * MINUTE)
    expect([tries, others, it.ledger.lastRun('test')]).toEqual([3, 1, FOUR])
    it.tickAt(FOUR + DAY)
    expect([tries, others]).toEqual([4, 2])
  })

  it('keeps the runs of several schedules apart, and each to its groups', () => {
    const it = rig()
    const seen: string[] = []
    const count = job(({ groups }) => seen.push(groups.map(({ id }) => id).join()))
    let scope = 'a/'
    const groups = () => (scope === 'a/' ? it.deps.groups.all() : [])
    const jobs = new Jobs(it.deps, { ...OPTIONS, scope: () => scope, groups }, [count])
    for (scope of ['a/', 'b/']) jobs.tick()
    it.clock.advanceTo(FOUR)
    for (scope of ['a/', 'b/', 'a/']) jobs.tick()
    expect(seen).toEqual([GROUP, ''])
  })

  it('owes by day only, and in shadow mode too', () => {
    const tell = job(context => {
      const [group] = context.groups as [GroupProfile]
      owe(context, group, group.people[0] as Person, '您好', 'test')
      owe(context, group, group.people[0] as Person, '您好', 'test')
    })
    const late = { ...tell, minutes: 23 * 60 }
    const it = school(late)
    it.tickAt(NOW + 8 * HOUR)
    const [line, ...more] = it.ledger.dueActions(NOW + 9 * DAY, 10)
    expect(more).toEqual([])
    expect(line).toMatchObject({ kind: 'digest', state: 'owed' })
    expect(it.deps.localTime(line?.notBefore ?? 0, ZONE).minutes).toBe(7 * 60 + 30)
  })

  it('have names of their own', () => {
    expect(new Set(JOBS.map(({ name }) => name)).size).toBe(JOBS.length)
  })
})

describe('at night', () => {
  it('erases what is past its time, unanswered questions of last week and posts nobody confirmed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'night-'))
    const machine = new Machine(join(folder, 'ledger.db'), at('2026-11-04T14:00'))
    try {
      await machine.work()
      machine.say('程小满妈妈', '老师，练习册哪天交？')
      machine.say('罗安安爸爸', '发起群收款')
      await machine.whisper('班主任季老师', '定时 18:00 带伞')
      await machine.whisper('班主任季老师', '1')
      await machine.until(at('2026-11-05T04:00'))
      expect(machine.ledger.openQuestions(GROUP)).toHaveLength(1)
      expect(machine.ledger.metas('post:')).toEqual([])
      const [question] = machine.ledger.openQuestions(GROUP)
      expect(machine.ledger.decision('m2')?.excerpt).toBe('发起群收款')
      await machine.until(at('2026-11-12T04:00'))
      expect(machine.ledger.openQuestions(GROUP)).toEqual([])
      expect(machine.ledger.decision(question?.decisionId ?? '')?.excerpt).toBeNull()
      machine.clock.advanceTo(at('2027-06-01T02:00'))
      await machine.until(at('2027-06-01T04:00'))
      expect(machine.ledger.decision('m2')?.excerpt).toBeNull()
      // nothing was wrong: the admin was not told of anything
      expect(machine.sent.filter(({ text }) => text.includes('自检'))).toEqual([])
      expect(machine.errors).toEqual([])
    } finally {
      machine.ledger.close()
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
