/**
 * The public face of a wechaty puppet, as far as it is used: plain payloads by id. Numbers of types are those of
 * wechaty-puppet 1.20 (schemas/message.ts, schemas/friendship.ts, schemas/dirty.ts); every field is hostile.
 */
export interface MessagePayload {
  id: string
  talkerId?: string
  /** before wechaty-puppet 1.20 */
  fromId?: string
  roomId?: string
  listenerId?: string
  toId?: string
  type: number
  text?: string
  filename?: string
  mentionIdList?: readonly string[]
  /** seconds, of some puppets milliseconds */
  timestamp: number
}

export interface RoomPayload {
  topic?: string
  ownerId?: string
}

export interface RoomMemberPayload {
  id: string
  name?: string
  roomAlias?: string
}

export interface ContactPayload {
  name?: string
  alias?: string
  /** address of the picture */
  avatar?: string
  friend?: boolean
}

/** A file as puppets give it (file-box); `type` 2 is an address that nobody has fetched yet. */
export interface File {
  readonly type: number
  readonly remoteUrl?: string
  toStream(): Promise<AsyncIterable<Uint8Array>>
}

interface Events {
  message: { messageId: string }
  'room-join': { roomId: string; inviteeIdList: readonly string[]; inviterId: string; timestamp: number }
  'room-leave': { roomId: string; removeeIdList: readonly string[]; removerId: string; timestamp: number }
  'room-topic': { roomId: string }
  'room-invite': { roomInvitationId: string }
  friendship: { friendshipId: string }
  dirty: { payloadType: number; payloadId: string }
  heartbeat: unknown
}

export interface AnyPuppet {
  readonly isLoggedIn: boolean
  readonly currentUserId: string
  on<E extends keyof Events>(event: E, told: (payload: Events[E]) => void): unknown
  messagePayload(id: string): Promise<MessagePayload>
  messageUrl(id: string): Promise<{ title?: string; description?: string; url?: string }>
  messageMiniProgram(id: string): Promise<{ title?: string; description?: string }>
  messageContact(id: string): Promise<string>
  messageLocation(id: string): Promise<{ name?: string; address?: string }>
  messageFile(id: string): Promise<File>
  messageSendText(to: string, text: string): Promise<unknown>
  messageRecall(id: string): Promise<unknown>
  roomList(): Promise<readonly string[]>
  roomPayload(id: string): Promise<RoomPayload>
  roomMemberList(id: string): Promise<readonly string[]>
  roomMemberPayload(room: string, id: string): Promise<RoomMemberPayload>
  roomMemberPayloadDirty(id: string): Promise<void>
  roomInvitationPayload(id: string): Promise<{ inviterId?: string; topic?: string }>
  roomInvitationAccept(id: string): Promise<void>
  contactList(): Promise<readonly string[]>
  contactPayload(id: string): Promise<ContactPayload>
  friendshipPayload(id: string): Promise<{ contactId?: string; type?: number }>
  friendshipAccept(id: string): Promise<void>
}

export const TYPE = {
  unknown: 0,
  attachment: 1,
  audio: 2,
  contact: 3,
  chatHistory: 4,
  emoticon: 5,
  image: 6,
  text: 7,
  location: 8,
  miniProgram: 9,
  groupNote: 10,
  transfer: 11,
  redEnvelope: 12,
  recalled: 13,
  url: 14,
  video: 15,
  post: 16,
} as const

export const DIRTY = { contact: 2, room: 3, roomMember: 4 } as const

/** somebody asks to become a friend */
export const FRIENDSHIP_RECEIVE = 2

/** type of a file-box that is an address */
export const FILE_URL = 2

/** A string of a payload; empty for anything else. */
export function words(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
