import type { GroupEvent } from '../../model/event.js'
import { type Clock, type Instant, MINUTE } from '../../model/time.js'
import type { Directory, Listener } from '../gateway.js'
import type { Bindings } from './bindings.js'
import { readRoomChange, type Scene } from './events.js'
import { Recent } from './recent.js'
import { type RoomChange, type RoomView, type Roster, shownName } from './roster.js'

export interface TellingOptions {
  listener: Listener
  directory: Directory
  bindings: Bindings
  clock: Clock
  roster: Roster
  /** network id of the account itself */
  me(): string
  /** the listener failed; the error is its own */
  failed(error: unknown): void
}

const REMEMBERED = 20_000
/** so often is something offered to a listener that fails */
const TRIES = 5
const RETOLD_WITHIN = 2 * MINUTE
/** what is told at once holds everything else up */
const TOGETHER_AT_MOST = 50

/** Tells the listener each thing once, in order, whichever way the network said it. */
export class Telling {
  private readonly heardIds = new Recent<true>(REMEMBERED)
  /** `join GROUP PERSON` to when it was told, because a grey line and the member list both say it */
  private readonly told = new Recent<Instant>(REMEMBERED)
  private readonly tries = new Recent<number>(1_000)
  /** messages that came with the same answer, to be told at once: one wait for the disk instead of many */
  private together: GroupEvent[] = []

  constructor(private readonly options: TellingOptions) {}

  /** Whether this id was told. */
  has(id: string): boolean {
    return this.heardIds.has(id)
  }

  /** What waits to be told together comes again from the network. */
  drop(): void {
    this.together = []
  }

  /** Messages wait for `tellTogether()`; everything else is told now, after what waits. */
  async tell(event: GroupEvent): Promise<void> {
    if (event.body.kind === 'message' && this.options.listener.eventsAtOnce) {
      const waiting = this.together.some(({ id }) => id === event.id)
      if (!waiting && !this.heardIds.has(event.id)) this.together.push(event)
      if (this.together.length >= TOGETHER_AT_MOST) await this.tellTogether()
      return
    }
    await this.tellTogether()
    if (this.allToldBefore(event)) return
    await this.once(event.id, async () => {
      await this.options.listener.event(event)
      for (const key of peopleOf(event)) this.told.set(key, this.options.clock.now())
    })
  }

  async tellTogether(): Promise<void> {
    const { listener } = this.options
    const events = this.together.splice(0)
    if (events.length > 1 && (await this.taken(events))) return
    for (const event of events) await this.once(event.id, () => listener.event(event))
  }

  /** Joins, leaves and new name cards that no grey line told. */
  async tellChange(change: RoomChange): Promise<void> {
    const { roster, bindings } = this.options
    const room = roster.room(change.room)
    const group = room ? bindings.group(room) : null
    if (!room || !group) return
    const me = this.options.me()
    const scene = this.scene(group, room)
    const untold = (kind: 'join' | 'leave', members: RoomChange['joined']): RoomChange['joined'] =>
      members.filter(member => member.id !== me && !this.recently(`${kind} ${group} ${scene.speaker(member.id).id}`))
    const rest = { ...change, joined: untold('join', change.joined), left: untold('leave', change.left) }
    for (const event of readRoomChange(rest, scene)) await this.tell(event)
  }

  scene(group: string, room: RoomView): Scene {
    const { directory, clock, roster } = this.options
    const me = this.options.me()
    const speaker = (id: string) => {
      const member = roster.member(room.id, id)
      const names = member ? { card: shownName(member), nick: member.nick } : { card: '' }
      return directory.member(group, id, names)
    }
    return {
      group,
      names: room.names,
      speaker,
      named: name => {
        const member = roster.named(room.id, name)
        return member && member.id !== me ? speaker(member.id) : null
      },
      heard: id => this.heardIds.has(id) || this.together.some(event => event.id === id),
      now: clock.now(),
    }
  }

  /** Once within the process. What the listener could not take is offered again a few times, then given up, aloud. */
  async once(id: string, work: () => void | Promise<void>): Promise<void> {
    if (this.heardIds.has(id)) return
    try {
      await work()
    } catch (error) {
      this.options.failed(error)
      const tries = (this.tries.get(id) ?? 0) + 1
      this.tries.set(id, tries)
      if (tries < TRIES) throw error
    }
    this.heardIds.set(id, true)
  }

  /** False when they could not be taken as one: then each has to be told alone. */
  private async taken(events: readonly GroupEvent[]): Promise<boolean> {
    try {
      await this.options.listener.eventsAtOnce?.(events)
    } catch {
      return false
    }
    for (const { id } of events) this.heardIds.set(id, true)
    return true
  }

  private allToldBefore(event: GroupEvent): boolean {
    const keys = peopleOf(event)
    return keys.length > 0 && keys.every(key => this.recently(key))
  }

  private recently(key: string): boolean {
    const at = this.told.get(key)
    return at !== undefined && this.options.clock.now() - at < RETOLD_WITHIN
  }
}

/** Whom a join or leave is about, as keys of what was told; none for other events. */
function peopleOf(event: GroupEvent): readonly string[] {
  if (event.body.kind === 'join') return event.body.joined.map(person => `join ${event.group} ${person.id}`)
  if (event.body.kind === 'leave') return event.body.left.map(person => `leave ${event.group} ${person.id}`)
  return []
}
