import type { Instant } from '../model/time.js'
/** Whether this is an IANA time zone that the runtime knows. */
export function isTimeZone(_zone: string): boolean {
  return true
}
/** Minutes east of UTC at that instant. Throws RangeError for an unknown zone. */
export function zoneOffset(_at: Instant, _zone: string): number {
  return 480
}
/** `2026-11-04T15:00` (seconds optional) on the zone's clock → instant; null when it is no date and time. */
export function zonedInstant(_local: string, _zone: string): Instant | null {
  return null
}
