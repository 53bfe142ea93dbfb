import type { SchoolDirectory } from '../../gateways/directory.js'
import { type Duration, type Instant, SECOND } from '../../model/time.js'
import type { Deps } from '../deps.js'
import { together } from '../together.js'
import { takeAnswers } from './answers.js'
import { greet } from './greet.js'
import { askAboutMembers } from './members.js'
import { askAboutRooms } from './rooms.js'
import { watchGroup } from './watch.js'

/** A login brings rooms, members and friends one after the other: nobody is asked before this. */
const GRACE: Duration = 30 * SECOND
const EVERY: Duration = 5 * SECOND

/**
 * Asks the admin, once, about everything in who-is-who that is uncertain; takes answers over, from the terminal and from
 * private replies; tells the head teacher what happens to a group; greets new friends. Call often.
 */
export class BindingDesk {
  private lastRun: Instant = Number.NEGATIVE_INFINITY
  private readonly since = new Map<string, Instant>()
  private readonly takenOver = new Set<string>()

  constructor(
    private readonly deps: Deps,
    private readonly directory: SchoolDirectory,
  ) {}

  tick(): void {
    const now = this.deps.clock.now()
    // unless the clock was set back
    if (now >= this.lastRun && now - this.lastRun < EVERY) return
    this.lastRun = now
    const { directory, takenOver } = this
    const isRipe = (doubt: string): boolean => this.isRipe(doubt, now)
    together(this.deps, deps => {
      takeAnswers(deps, directory, takenOver)
      askAboutMembers(deps, directory, isRipe)
      askAboutRooms(deps, directory, isRipe)
      for (const profile of deps.groups.all()) watchGroup(deps, directory, profile)
      greet(deps, directory)
    })
  }

  private isRipe(doubt: string, now: Instant): boolean {
    const since = Math.min(this.since.get(doubt) ?? now, now)
    this.since.set(doubt, since)
    return now - since >= GRACE
  }
}
