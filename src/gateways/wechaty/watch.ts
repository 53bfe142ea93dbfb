import type { Directory } from '../gateway.js'
import type { Looks } from '../identity/marks.js'
import type { Bindings } from './bindings.js'
import { decodeWire, type RawContact } from './raw.js'
import type { RoomChange, RoomView, Roster } from './roster.js'

/** Somebody as the address book shows them. */
export interface Face {
  nick: string
  remark: string
  friend: boolean
  /** where the picture is; empty where there is none or it is not shown */
  picture: string
  /** changes with the picture, and says nothing about it */
  version: string
}

type Known = Face & { /** digest of the picture's bytes; empty as long as they were not had */ avatar: string }

/** so many new pictures are shown at once, if more are still to come */
const SHOWN_AT_ONCE = 100
/** so long pictures are waited for after a login, milliseconds */
const PATIENCE = 5_000

export interface WatchOptions {
  directory: Directory
  bindings: Bindings
  roster: Roster
  me(): string
  /** digest of the bytes of a picture, or empty; absent where no picture is looked at */
  face?(picture: string): Promise<string>
  /** pictures became known */
  pictured?(): void
}

/** Shows the directory whole lists, rooms and friends, whenever the network says something new about them. */
export class Watch {
  private readonly faces = new Map<string, Known>()
  private readonly met = new Set<string>()
  /** pictures on their way, by person and version */
  private asked = new Set<string>()
  private arrived = 0
  /** null before the first picture is asked for */
  private patience: NodeJS.Timeout | null = null
  private impatient = false
  private waiting: (() => void)[] = []

  constructor(private readonly options: WatchOptions) {}

  forget(): void {
    this.faces.clear()
    this.met.clear()
    this.asked = new Set()
    clearTimeout(this.patience ?? undefined)
    this.patience = null
    this.impatient = false
    this.goOn()
  }

  /**
   * A picture tells more than a name: after a login nobody is taken for anybody before the pictures are there, or were
   * waited for long enough. Resolves when that is so.
   */
  gathered(): Promise<void> {
    return this.gathering ? new Promise(resolve => this.waiting.push(resolve)) : Promise.resolve()
  }

  private get gathering(): boolean {
    return this.asked.size > 0 && !this.impatient
  }

  private goOn(): void {
    for (const resolve of this.waiting.splice(0)) resolve()
  }

  private show(): void {
    this.arrived = 0
    this.options.pictured?.()
    this.goOn()
  }

  /** A person as the web service gives them; true where that is news about a friend. */
  person(contact: RawContact): boolean {
    return this.see(contact.UserName, faceOf(contact))
  }

  /** A person; true where that is news about a friend. */
  see(id: string, face: Face): boolean {
    const before = this.faces.get(id)
    const known = { ...face, avatar: before?.version === face.version ? before.avatar : '' }
    this.faces.set(id, known)
    if (known.version !== '' && known.avatar === '') this.picture(id, known)
    return (face.friend || before?.friend === true) && JSON.stringify(known) !== JSON.stringify(before)
  }

  /** Looks at a picture once for each version of it; one that could not be had is asked for when the person is seen again. */
  private picture(id: string, { picture, version }: Face): void {
    const { asked } = this
    const key = `${id} ${version}`
    if (!this.options.face || asked.has(key)) return
    asked.add(key)
    this.patience ??= setTimeout(() => {
      const { gathering } = this
      this.impatient = true
      if (gathering) this.show()
    }, PATIENCE).unref()
    void this.options.face(picture).then(avatar => {
      asked.delete(key)
      if (this.asked !== asked) return
      const known = this.faces.get(id)
      if (avatar !== '' && known?.version === version) {
        known.avatar = avatar
        this.arrived++
      }
      const some = this.arrived > 0 || !this.impatient
      if (asked.size === 0 ? some : this.impatient && this.arrived >= SHOWN_AT_ONCE) this.show()
    })
  }

  names(id: string): { nick: string; remark: string } | null {
    return this.faces.get(id) ?? null
  }

  /** Shows what is new. Gives the members who bear another name than at the last login. */
  look(rooms: readonly RoomView[], friends: boolean): RoomChange[] {
    const { directory, roster } = this.options
    // everything is shown when the pictures are there
    if (this.gathering) return []
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
  const picture = typeof contact.HeadImgUrl === 'string' ? contact.HeadImgUrl : ''
  return {
    nick: decodeWire(contact.NickName).trim(),
    remark: decodeWire(contact.RemarkName).trim(),
    picture,
    // the picture's own number: it changes with the picture, and is 0 for people who are no friends
    version: /[?&]seq=([1-9]\d{0,19})(?:&|$)/.exec(picture)?.[1] ?? '',
    friend: (Number(contact.ContactFlag) & 1) === 1,
  }
}
