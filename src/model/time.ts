/** Instants are milliseconds since the Unix epoch; durations are milliseconds. */
export type Instant = number
export type Duration = number

/** Where "now" comes from. Live: the system clock. Replay and demo: the log's clock. */
export interface Clock {
  now(): Instant
}

export const SECOND: Duration = 1_000
export const MINUTE: Duration = 60 * SECOND
export const HOUR: Duration = 60 * MINUTE
export const DAY: Duration = 24 * HOUR

/** A clock that moves only when told to, for replay, demo and tests. It goes back only for a new start. */
export class ManualClock implements Clock {
  private current: Instant

  constructor(start: Instant) {
    this.current = start
  }

  now(): Instant {
    return this.current
  }

  advanceTo(instant: Instant): void {
    if (instant > this.current) this.current = instant
  }

  /** Another story begins, at its own time. */
  restartAt(instant: Instant): void {
    this.current = instant
  }
}

export const systemClock: Clock = { now: () => Date.now() }

const UNITS: Record<string, Duration> = { s: SECOND, m: MINUTE, h: HOUR, d: DAY }

/** Parses `90s`, `10m`, `6h`, `7d`; null when the text is no duration. */
export function parseDuration(text: string): Duration | null {
  const match = /^(\d{1,6})(s|m|h|d)$/.exec(text.trim())
  if (!match) return null
  return Number(match[1]) * (UNITS[match[2] as string] as number)
}

/** Parses `22:00` to minutes after midnight; null when it is no time of day. */
export function parseTimeOfDay(text: string): number | null {
  const match = /^([01]?\d|2[0-4]):([0-5]\d)$/.exec(text.trim())
  if (!match) return null
  const minutes = Number(match[1]) * 60 + Number(match[2])
  return minutes <= 24 * 60 ? minutes : null
}

/** Whether so many minutes after midnight are within [from, to), round midnight if need be. An empty range is never. */
export function inHours(minutes: number, { from, to }: { from: number; to: number }): boolean {
  return from <= to ? minutes >= from && minutes < to : minutes >= from || minutes < to
}

/** One instant as a school sees it. */
export interface LocalTime {
  /** `2026-09-09` */
  date: string
  /** minutes after local midnight, 0 to 1439 */
  minutes: number
  /** 1 = Monday … 7 = Sunday */
  weekday: number
  /** a school day by the State Council calendar, make-up days included */
  workday: boolean
  /** name of the festival or holiday of that date, if any (`教师节`, `中秋节`) */
  festival: string | null
}
