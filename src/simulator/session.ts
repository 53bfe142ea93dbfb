import { Inbox } from './inbox.js'
import { hash, WireIds } from './wire.js'

/** What synccheck says when a session has ended: logged out, not (or no longer) logged in, ended from elsewhere. */
export type Retcode = '1100' | '1101' | '1102'

/** One QR login. Its ids, keys and inbox die with it. */
export class Session {
  readonly ids: WireIds
  readonly inbox: Inbox
  readonly sid: string
  readonly skey: string
  readonly passTicket: string
  readonly ticket: string
  /** numeric, as a string */
  readonly uin: string
  ended: Retcode | null = null
  /** the phone has answered the client's notice with the list of recent chats */
  notified = false

  constructor(seed: string, retained: number) {
    this.ids = new WireIds(hash(`${seed}:salt`))
    this.inbox = new Inbox(retained)
    this.sid = hash(`${seed}:sid`).slice(0, 16)
    this.skey = `@crypt_${hash(`${seed}:skey`).slice(0, 24)}`
    this.passTicket = hash(`${seed}:pass`).slice(0, 24)
    this.ticket = hash(`${seed}:ticket`).slice(0, 24)
    this.uin = String(2_700_000_000 + (Number.parseInt(hash(`${seed}:uin`).slice(0, 6), 16) % 1_000_000))
  }
}

export type LoginState = 'waiting' | 'scanned' | 'confirmed' | 'expired'

/** The QR codes given out and how far the phone has come with each. */
export class Logins {
  private readonly states = new Map<string, { now: LoginState; told: LoginState }>()

  add(uuid: string): void {
    this.states.set(uuid, { now: 'waiting', told: 'waiting' })
  }

  /** the latest QR code that can still be used, or null */
  get current(): string | null {
    const open = [...this.states].filter(([, { now }]) => now === 'waiting' || now === 'scanned')
    return open.at(-1)?.[0] ?? null
  }

  set(uuid: string, state: LoginState): void {
    const entry = this.states.get(uuid)
    if (!entry) throw new Error(`no QR code ${uuid}`)
    entry.now = state
  }

  /** the client has not been told the present state yet; an unknown code counts as expired */
  news(uuid: string): boolean {
    const entry = this.states.get(uuid)
    return entry === undefined || entry.now !== entry.told
  }

  tell(uuid: string): LoginState {
    const entry = this.states.get(uuid)
    if (!entry) return 'expired'
    entry.told = entry.now
    return entry.now
  }

  /** A confirmed code logs in once. */
  redeem(uuid: string): boolean {
    const entry = this.states.get(uuid)
    if (entry?.now !== 'confirmed') return false
    this.states.delete(uuid)
    return true
  }
}
