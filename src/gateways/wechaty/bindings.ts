import type { Directory } from '../gateway.js'
import type { RoomView } from './roster.js'

/**
 * Which room is which class group, for one session. A room stays bound when it is renamed; a second room that takes the
 * name of a bound one is not believed.
 */
export class Bindings {
  private readonly groups = new Map<string, string>()
  private readonly rooms = new Map<string, string>()
  private readonly rivals = new Set<string>()

  constructor(
    private readonly directory: Directory,
    /** told once for each room that claims a group which is bound already */
    private readonly onRival: (group: string) => void,
  ) {}

  group(room: RoomView): string | null {
    const { sights } = this.directory
    if (sights) return this.known(room, sights.groupOf(room.id))
    const bound = this.groups.get(room.id)
    if (bound) return bound
    const group = room.topic ? this.directory.group(room.topic) : null
    if (!group) return null
    if (this.rooms.has(group)) {
      if (!this.rivals.has(room.id)) this.onRival(group)
      this.rivals.add(room.id)
      return null
    }
    this.groups.set(room.id, group)
    this.rooms.set(group, room.id)
    return group
  }

  private known(room: RoomView, group: string | null): string | null {
    if (group) this.rooms.set(group, room.id)
    return group
  }

  /** Network id of a group's room, or null when it was not seen in this session. */
  room(group: string): string | null {
    return this.rooms.get(group) ?? null
  }

  clear(): void {
    this.groups.clear()
    this.rooms.clear()
    this.rivals.clear()
  }
}
