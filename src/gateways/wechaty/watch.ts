import type { Directory } from '../gateway.js'
import type { Bindings } from './bindings.js'
import type { Looks } from './identity/marks.js'
import { decodeWire, type RawContact } from './raw.js'
import type { RoomChange, RoomView, Roster } from './roster.js'

interface Face {
  nick: string
  remark: string
  avatar: string
  friend: boolean
}

export interface WatchOptions {
  directory: Directory
  bindings: Bindings
  roster: Roster
  me(): string
}

/** Shows the directory whole lists, rooms and friends, whenever the network says something new about them. */
export class Watch {
  private readonly faces = new Map<string, Face>()
  private readonly met = new Set<string>()

  constructor(private readonly options: WatchOptions) {}

  forget(): void {
    this.faces.clear()
    this.met.clear()
  }

  /** A person; true where that is news about a friend. */
  person(contact: RawContact): boolean {
    const before = this.faces.get(contact.UserName)
    const face = faceOf(contact)
    this.faces.set(contact.UserName, face)
    return (face.friend || before?.friend === true) && JSON.stringify(face) !== JSON.stringify(before)
  }

  names(id: string): { nick: string; remark: string } | null {
    return this.faces.get(id) ?? null
  }

  /** Shows what is new. Gives the members who bear another name than at the last login. */
  look(rooms: readonly RoomView[], friends: boolean): RoomChange[] {
    const { directory, roster } = this.options
    if (friends) directory.sights?.contacts(this.friends())
    // a picture or a remark of a friend may tell who somebody in a room is
    const shown = friends ? roster.all() : rooms
    directory.sights?.rooms(shown.map(room => ({ ...room, members: this.looks(room) })))
    for (const room of shown) if (!room.members.has(this.options.me())) directory.sights?.left(room.id)
    const late = roster.all().filter(room => !this.met.has(room.id) && !shown.includes(room))
    return [...shown, ...late].flatMap(room => this.meet(room))
  }

  /** The room is bound by now: its members are shown, once. */
  meetOnce(room: RoomView): RoomChange[] {
    return this.met.has(room.id) ? [] : this.meet(room)
  }

  private meet(room: RoomView): RoomChange[] {
    const { directory, bindings } = this.options
    const group = bindings.group(room)
    if (!group) return []
    this.met.add(room.id)
    const ids = directory.meet(group, this.looks(room)) ?? []
    const renamed = ids.flatMap(id => room.members.get(id) ?? [])
    return renamed.length > 0 ? [{ room: room.id, joined: [], left: [], renamed }] : []
  }

  private looks(room: RoomView): Looks[] {
    const me = this.options.me()
    return [...room.members.values()]
      .filter(member => member.id !== me)
      .map(({ id, card, nick }) => {
        const { avatar = '', remark = '' } = this.faces.get(id) ?? {}
        return { id, card, nick, avatar, remark }
      })
  }

  private friends(): Looks[] {
    return [...this.faces]
      .filter(([, face]) => face.friend)
      .map(([id, { nick, avatar, remark }]) => ({ id, card: '', nick, avatar, remark }))
  }
}

function faceOf(contact: RawContact): Face {
  // the picture's own number: it changes with the picture, and is 0 for people who are no friends
  const avatar = /[?&]seq=([1-9]\d{0,19})(?:&|$)/.exec(String(contact.HeadImgUrl ?? ''))?.[1] ?? ''
  return {
    nick: decodeWire(contact.NickName).trim(),
    remark: decodeWire(contact.RemarkName).trim(),
    avatar,
    friend: (Number(contact.ContactFlag) & 1) === 1,
  }
}
