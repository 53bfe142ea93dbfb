import type { PolicyParams } from '../model/rule.js'
import { DAY, type Instant, inHours, MINUTE } from '../model/time.js'

/**
 * An instant and what the school's wall clock shows then. Reckons by plain minutes: right wherever the
 * offset from UTC is whole minutes and does not change within a day or two (China has no summer time).
 */
export interface WallClock {
  now: Instant
  /** minutes after local midnight, 0 to 1439 */
  minutes: number
  /** the local midnight before `now` */
  dayStart: Instant
}

const MINUTES_A_DAY = DAY / MINUTE

/** The clock at `now`, where at `at` it showed `minutes`. */
export function wallClock(at: Instant, minutes: number, now: Instant = at): WallClock {
  const midnight = Math.floor(at / MINUTE) * MINUTE - minutes * MINUTE
  const dayStart = midnight + Math.floor((now - midnight) / DAY) * DAY
  return { now, minutes: Math.floor((now - dayStart) / MINUTE), dayStart }
}

/** The first instant after `now` at which the clock shows so many minutes after midnight. */
export function nextTime(clock: WallClock, minutes: number): Instant {
  const today = clock.dayStart + (minutes % MINUTES_A_DAY) * MINUTE
  return today > clock.now ? today : today + DAY
}

export function isNight(clock: WallClock, params: PolicyParams): boolean {
  return inHours(clock.minutes, params.quiet)
}

/** `07:05` */
export function timeOfDay(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
