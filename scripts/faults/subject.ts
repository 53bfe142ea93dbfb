/** Something that was heard, as far as a table needs it. */
export interface Heard {
  /** real time, milliseconds */
  at: number
  kind: 'message' | 'private' | 'recall' | 'join' | 'leave' | 'rename' | 'notice'
  id: string
  text: string
  /** who spoke, joined or left, by name */
  who: readonly string[]
  mentions: readonly string[]
}

export interface State {
  at: number
  state: 'scan' | 'online' | 'offline' | 'error' | 'logout'
  detail: string
}

/** A connection to WeChat under test: the stock stack, or this project's gateway on the same stack. */
export interface Subject {
  readonly heard: readonly Heard[]
  readonly states: readonly State[]
  /** real times at which it claimed to be alive */
  readonly alive: readonly number[]
  start(): Promise<void>
  stop(): Promise<void>
  /** says something in the room; the message's id where one is given back */
  say(room: string, text: string): Promise<string | null>
  /** takes back a line of its own; throws where it cannot */
  recall(id: string, room: string): Promise<void>
}

export type Who = 'stock' | 'ours'

export interface SubjectOptions {
  baseUrl: string
  /** for the session card */
  dir: string
  /** names of parents; given, the bot speaks, paced as a school's would be */
  parents?: readonly string[]
}
