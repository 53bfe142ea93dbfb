import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  dueRuns,
  everyDay,
  lastDue,
  nextDue,
  onFridays,
  onLastSchoolDay,
  onSchoolDays,
  type Timetable,
} from '../../src/jobs/schedule.js'
import { DAY, HOUR, type Instant, MINUTE } from '../../src/model/time.js'
import { localTime, zonedInstant } from '../../src/text/index.js'

const ZONE = 'Asia/Shanghai'
const calendar = (at: Instant) => localTime(at, ZONE)
const at = (local: string) => zonedInstant(local, ZONE) as number
const show = (instant: Instant | null) => {
  if (instant === null) return null
  const { date, minutes } = calendar(instant)
  return `${date} ${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

const job = (name: string, minutes: number, on: Timetable['on'] = everyDay, grace = 4 * HOUR): Timetable => ({
  name,
  minutes,
  on,
  grace,
})
const digest = job('digest', 17 * 60 + 30, onSchoolDays)

describe('when a job is due', () => {
  it.each([
    ['2026-11-04T17:30', '2026-11-04 17:30', '2026-11-05 17:30'],
    ['2026-11-04T17:29', '2026-11-03 17:30', '2026-11-04 17:30'],
    // Saturday, then Monday
    ['2026-11-07T12:00', '2026-11-06 17:30', '2026-11-09 17:30'],
    // over the National Day holiday, with its make-up days
    ['2026-10-03T12:00', '2026-09-30 17:30', '2026-10-08 17:30'],
  ])('%s: last %s, next %s', (now, last, next) => {
    expect([show(lastDue(digest, at(now), calendar)), show(nextDue(digest, at(now), calendar))]).toEqual([last, next])
  })

  it('on Fridays, and on the last school day of a month', () => {
    const weekly = job('weekly', 17 * 60 + 45, onFridays)
    expect(show(nextDue(weekly, at('2026-11-06T17:45'), calendar))).toBe('2026-11-13 17:45')
    const monthly = job('monthly', 17 * 60 + 50, onLastSchoolDay)
    expect(show(nextDue(monthly, at('2026-10-05T09:00'), calendar))).toBe('2026-10-30 17:50')
    expect(show(nextDue(monthly, at('2026-11-01T09:00'), calendar))).toBe('2026-11-30 17:50')
    expect(show(lastDue(monthly, at('2026-11-29T09:00'), calendar))).toBe('2026-10-30 17:50')
  })

  it('holds where clocks are changed', () => {
    const berlin = (instant: Instant) => localTime(instant, 'Europe/Berlin')
    const early = job('early', 3 * 60 + 30)
    for (const [before, hours] of [
      ['2026-03-28T12:00', 23],
      ['2026-10-24T12:00', 25],
    ] as const) {
      const day = zonedInstant(before, 'Europe/Berlin') as number
      const first = nextDue(early, day, berlin) as number
      expect(berlin(first).minutes).toBe(210)
      expect(first - (lastDue(early, day, berlin) as number)).toBe(hours * HOUR)
    }
  })
})

describe('dueRuns', () => {
  const run = (last: Record<string, Instant>, now: Instant, jobs: readonly Timetable[] = [digest]) =>
    dueRuns(jobs, name => last[name] ?? null, now, calendar).map(({ job: { name }, due, skipped }) => [
      name,
      show(due),
      skipped,
    ])
  const tuesday = at('2026-11-03T17:30')

  it('begins with the next run: what was due before the bot first ran is claimed and left out', () => {
    expect(run({}, at('2026-11-04T18:00'))).toEqual([['digest', '2026-11-04 17:30', 'first']])
  })

  it('is empty until the hour, then one', () => {
    expect(run({ digest: tuesday }, at('2026-11-04T17:29'))).toEqual([])
    expect(run({ digest: tuesday }, at('2026-11-04T17:30'))).toEqual([['digest', '2026-11-04 17:30', null]])
    expect(run({ digest: at('2026-11-04T17:30') }, at('2026-11-04T17:30'))).toEqual([])
  })

  it('is one after a sleep over the hour, however long, and none that comes too late', () => {
    expect(run({ digest: tuesday }, at('2026-11-04T20:00'))).toEqual([['digest', '2026-11-04 17:30', null]])
    expect(run({ digest: tuesday }, at('2026-11-04T22:00'))).toEqual([['digest', '2026-11-04 17:30', 'late']])
    expect(run({ digest: tuesday }, at('2026-11-13T18:00'))).toEqual([['digest', '2026-11-13 17:30', null]])
  })

  it('is none while the clock is behind the latest claim', () => {
    expect(run({ digest: at('2026-11-04T17:30') }, at('2026-11-04T17:00'))).toEqual([])
    expect(run({ digest: at('2027-11-04T17:30') }, at('2026-11-04T18:00'))).toEqual([])
  })

  it('are in the order in which they were due', () => {
    const jobs = [job('b', 600), job('a', 500)]
    expect(run({ a: 0, b: 0 }, at('2026-11-04T11:00'), jobs).map(([name]) => name)).toEqual(['a', 'b'])
  })

  it('never gives one run twice and none but at its hour, wherever the clock goes', () => {
    const jobs = [digest, job('weekly', 1065, onFridays), job('night', 190), job('monthly', 1070, onLastSchoolDay)]
    const start = at('2026-09-01T00:00')
    const steps = fc.array(fc.integer({ min: -3 * DAY, max: 12 * DAY }), { minLength: 5, maxLength: 60 })
    fc.assert(
      fc.property(steps, jumps => {
        const last = new Map<string, Instant>()
        const seen = new Set<string>()
        let now = start
        for (const jump of jumps) {
          now = Math.max(start, now + jump)
          for (const { job: found, due, skipped } of dueRuns(jobs, name => last.get(name) ?? null, now, calendar)) {
            const run = `${found.name} ${due}`
            expect(seen.has(run)).toBe(false)
            seen.add(run)
            expect(due).toBeLessThanOrEqual(now)
            expect(calendar(due).minutes).toBe(found.minutes)
            expect(found.on(due, calendar)).toBe(true)
            if (skipped === null) expect(now - due).toBeLessThanOrEqual(found.grace)
            last.set(found.name, due)
          }
          expect(dueRuns(jobs, name => last.get(name) ?? null, now, calendar)).toEqual([])
        }
      }),
      { numRuns: 60 },
    )
  })

  it('gives every run when it is asked every minute', () => {
    const last = new Map<string, Instant>([['digest', at('2026-10-31T17:30')]])
    const seen: (string | null)[] = []
    for (let now = at('2026-11-01T00:00'); now < at('2026-11-15T00:00'); now += 10 * MINUTE)
      for (const { due } of dueRuns([digest], name => last.get(name) ?? null, now, calendar)) {
        last.set('digest', due)
        seen.push(show(due)?.slice(8, 10) ?? null)
      }
    expect(seen).toEqual(['02', '03', '04', '05', '06', '09', '10', '11', '12', '13'])
  })
})
