import type { GroupProfile } from '../model/member.js'
import { DAY, type Instant, MINUTE } from '../model/time.js'
import { leavesAt, timeOfDay, type WallClock, wallClock } from '../policy/index.js'
import { say } from './asker.js'
import type { Deps } from './deps.js'
import { paramsOf } from './params.js'

type Where = Pick<GroupProfile, 'timezone'>

/** What the group's clock shows now. */
export function clockOf({ clock, localTime }: Pick<Deps, 'clock' | 'localTime'>, { timezone }: Where): WallClock {
  const now = clock.now()
  return wallClock(now, localTime(now, timezone).minutes)
}

/** When a word to somebody in charge that can wait may leave: by day; at once where the group has no pack. */
export function leavesByDay(deps: Pick<Deps, 'rules' | 'clock' | 'localTime'>, group: GroupProfile): Instant {
  const params = paramsOf(deps, group)
  return params ? leavesAt(clockOf(deps, group), params, 'P2') : deps.clock.now()
}

/** The group's last midnight. */
export function startOfDay(deps: Deps, group: Where, at: Instant = deps.clock.now()): Instant {
  return Math.floor(at / MINUTE) * MINUTE - deps.localTime(at, group.timezone).minutes * MINUTE
}

/** The instant on a day, counted from today, at which the group's clock shows so many minutes after midnight. */
export function onDay(deps: Deps, group: Where, day: number, minutes: number): Instant {
  return startOfDay(deps, group) + day * DAY + minutes * MINUTE
}

/** `17:30`, `明天07:30`, `11月28日07:30`: how a person says when something is. */
export function sayWhen(deps: Deps, group: Where, at: Instant): string {
  const days = Math.round((startOfDay(deps, group, at) - startOfDay(deps, group)) / DAY)
  const { date, minutes } = deps.localTime(at, group.timezone)
  const clock = timeOfDay(minutes)
  if (days === 0) return clock
  return days === 1 ? say(deps, 'word.tomorrow', { time: clock }) : `${sayDate(deps, date)}${clock}`
}

/** `2026-11-28` → `11月28日` */
export function sayDate(deps: Pick<Deps, 'rules'>, date: string): string {
  return say(deps, 'word.date', { month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) })
}
