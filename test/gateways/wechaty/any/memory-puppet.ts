import { FileBox } from 'file-box'
import { Puppet } from 'wechaty-puppet'

/** What of the abstract class is used here; the rest of its methods are never called. */
interface Base {
  readonly isLoggedIn: boolean
  readonly currentUserId: string
  login(id: string): void
  logout(reason?: string): Promise<void>
  emit(event: string, payload: unknown): boolean
}
const Abstract = Puppet as unknown as new (options?: object) => Base

export interface Said {
  id?: string
  type?: number
  text?: string
  filename?: string
  mentionIdList?: string[]
  timestamp?: number
}

interface Somebody {
  name: string
  alias?: string
  avatar?: string
  friend?: boolean
}

interface Room {
  topic: string
  ownerId: string
  /** id to name card */
  members: Map<string, string>
}

let count = 0

/** A puppet of wechaty's whose network is this object: what others do is a method call. */
export class MemoryPuppet extends Abstract {
  static latest: MemoryPuppet
  readonly given: object
  readonly people = new Map<string, Somebody>([
    ['bot', { name: '班级助手' }],
    ['teacher', { name: '晨光', alias: '王老师', friend: true }],
    ['dad', { name: '大山', friend: true }],
    ['mum', { name: '小满', friend: false }],
  ])
  readonly rooms = new Map<string, Room>([
    [
      '1001@chatroom',
      {
        topic: '三年级二班家长群',
        ownerId: 'teacher',
        members: new Map([
          ['bot', ''],
          ['teacher', '王老师（班主任）'],
          ['dad', '李明轩爸爸'],
          ['mum', '周可馨妈妈'],
        ]),
      },
    ],
    [
      '1002@chatroom',
      {
        topic: '小区团购群',
        ownerId: 'dad',
        members: new Map([
          ['bot', ''],
          ['dad', ''],
        ]),
      },
    ],
  ])
  readonly sent: { id: string; to: string; text: string }[] = []
  readonly recalled: string[] = []
  readonly accepted: string[] = []
  readonly files = new Map<string, FileBox>()
  /** what the next calls of a method do instead */
  readonly broken = new Map<string, () => Promise<unknown>>()
  private readonly messages = new Map<string, object>()
  private readonly invitations = new Map<string, object>()
  private readonly friendships = new Map<string, object>()
  /** what a recall of somebody else's message comes to */
  obeys = true

  constructor(options: object = {}) {
    super(options)
    this.given = options
    MemoryPuppet.latest = this
  }

  async onStart(): Promise<void> {
    this.emit('scan', { status: 2, qrcode: 'https://example.com/scan' })
  }
  async onStop(): Promise<void> {}
  ding(): void {}

  /** Somebody says something in a room, or to the account alone. */
  say(where: string | null, talkerId: string, what: Said, to = 'bot'): string {
    const id = what.id ?? `message-${String(++count).padStart(10, '0')}`
    const whither = where === null ? { listenerId: to } : { roomId: where }
    this.messages.set(id, { timestamp: 1_900_000_000, type: 7, text: '', ...what, id, talkerId, ...whither })
    this.emit('message', { messageId: id })
    return id
  }

  change(roomId: string, change: (room: Room) => void): void {
    change(this.rooms.get(roomId) as Room)
  }

  dirty(type: number, id: string): void {
    this.emit('dirty', { payloadType: type, payloadId: id })
  }

  invite(inviterId: string, topic: string): string {
    const id = `invitation-${++count}`
    this.invitations.set(id, { id, inviterId, topic })
    this.emit('room-invite', { roomInvitationId: id })
    return id
  }

  befriend(contactId: string, type = 2): string {
    const id = `friendship-${++count}`
    this.friendships.set(id, { id, contactId, type })
    this.emit('friendship', { friendshipId: id })
    return id
  }

  async messageRawPayload(id: string): Promise<unknown> {
    return this.messages.get(id) ?? this.fail(`no message ${id}`)
  }
  async messageRawPayloadParser(raw: unknown): Promise<unknown> {
    return raw
  }
  async messageSendText(to: string, text: string): Promise<unknown> {
    const instead = this.broken.get('messageSendText')
    if (instead) return instead()
    const id = `sent-${++count}-000000000000`
    this.sent.push({ id, to, text })
    return id
  }
  async messageRecall(id: string): Promise<boolean> {
    const instead = this.broken.get('messageRecall')
    if (instead) return (await instead()) as boolean
    this.recalled.push(id)
    const message = this.messages.get(id) as { roomId?: string } | undefined
    if (message?.roomId && this.obeys) this.say(message.roomId, 'bot', { type: 13, text: id })
    return true
  }
  async messageFile(id: string): Promise<unknown> {
    return this.files.get(id) ?? this.fail('no file')
  }
  async messageUrl(): Promise<object> {
    return { title: '团购', description: '买二送一', url: 'https://example.com/a' }
  }
  async messageMiniProgram(): Promise<object> {
    return { title: '帮我砍一刀', description: '拼一拼' }
  }
  async messageContact(): Promise<string> {
    return 'dad'
  }
  async messageLocation(): Promise<object> {
    return { name: '东门', address: '实验小学东门' }
  }

  async roomList(): Promise<string[]> {
    return [...this.rooms.keys()]
  }
  async roomRawPayload(id: string): Promise<unknown> {
    const instead = this.broken.get('roomRawPayload')
    if (instead) return instead()
    const room = this.rooms.get(id)
    return room ? { id, ...room, memberIdList: [...room.members.keys()], adminIdList: [] } : this.fail('no room')
  }
  async roomRawPayloadParser(raw: unknown): Promise<unknown> {
    return raw
  }
  async roomMemberList(id: string): Promise<string[]> {
    return [...(this.rooms.get(id)?.members.keys() ?? [])]
  }
  async roomMemberRawPayload(room: string, id: string): Promise<unknown> {
    const card = this.rooms.get(room)?.members.get(id) ?? ''
    return { id, roomAlias: card, name: this.people.get(id)?.name ?? '', avatar: '' }
  }
  async roomMemberRawPayloadParser(raw: unknown): Promise<unknown> {
    return raw
  }
  async roomInvitationRawPayload(id: string): Promise<unknown> {
    return this.invitations.get(id)
  }
  async roomInvitationRawPayloadParser(raw: unknown): Promise<unknown> {
    return raw
  }
  async roomInvitationAccept(id: string): Promise<void> {
    this.accepted.push(id)
  }

  async contactList(): Promise<string[]> {
    return [...this.people.keys()].filter(id => this.people.get(id)?.friend)
  }
  async contactRawPayload(id: string): Promise<unknown> {
    const who = this.people.get(id) ?? this.fail('nobody')
    return { id, gender: 0, type: 1, phone: [], avatar: '', ...who }
  }
  async contactRawPayloadParser(raw: unknown): Promise<unknown> {
    return raw
  }
  async friendshipRawPayload(id: string): Promise<unknown> {
    return this.friendships.get(id)
  }
  async friendshipRawPayloadParser(raw: unknown): Promise<unknown> {
    return raw
  }
  async friendshipAccept(id: string): Promise<void> {
    this.accepted.push(id)
  }

  private fail(why: string): never {
    throw new Error(why)
  }
}
