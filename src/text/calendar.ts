import type { Instant, LocalTime } from '../model/time.js'
/** The school file's own days, `YYYY-MM-DD`; they win over the calendar shipped. */
export interface CalendarOverrides {
  workdays: readonly string[]
  restDays: readonly string[]
}
/** Whether the State Council's holidays of that year are known; otherwise Monday to Friday count as workdays. */
export function calendarKnows(_year: number): boolean {
  return true
}
/** One instant on the clock and in the calendar of a school. Throws RangeError for an unknown zone. */
export function localTime(_at: Instant, _timezone: string, _calendar?: CalendarOverrides): LocalTime {
  throw new Error('being written')
}
