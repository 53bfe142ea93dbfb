import { LOGIN, pictureOf } from '../effects/index.js'
import type { GatewayStatus } from '../gateways/gateway.js'
import type { Ledger } from '../ledger/index.js'
import type { ActionDraft } from '../model/action.js'
import { ERRORS, type ErrorCode } from '../model/errors.js'
import { KEEPER_LINE } from '../model/line.js'
import type { GroupProfile, Recipient } from '../model/member.js'
import { type MessageKey, renderMessage } from '../model/message.js'
import { type Clock, DAY, type Duration, HOUR, type Instant, MINUTE } from '../model/time.js'

/** meta key of the outage that goes on */
const KEY = 'outage'
/** A session that has ended and an account that may not log in: nothing is heard before a person does something. */
const ENDED: readonly ErrorCode[] = ['BZ305', 'BZ306', 'BZ307', 'BZ308']
/** So long the connection may be silent before somebody hears of it. */
const SILENT: Duration = 5 * MINUTE
/** So long it must hold before the outage counts as over. */
const SETTLED: Duration = MINUTE
/** A QR code is good for some minutes: a new one goes out again, twice as long after each. */
const FIRST_AGAIN: Duration = 5 * MINUTE
const LAST_AGAIN: Duration = 6 * HOUR

interface Outage {
  since: Instant
  /** codes that were told */
  told: string[]
  /** login codes that were sent, and when the next one may be */
  codes: number
  nextCode: Instant
}

export interface ConnectionParts {
  ledger: Pick<Ledger, 'meta' | 'setMeta' | 'addActions' | 'batch'>
  clock: Clock
  groups: () => readonly GroupProfile[]
  /** names of a person's channels, each with what tells it from those of others */
  channels: (person: string) => readonly { name: string; address: string }[]
  messages: () => ReadonlyMap<string, string>
}

/**
 * Tells the admin beside the chat network that the connection to it does not work: each thing once an outage, however
 * often it is tried again and whatever restarts there are; a code to log in with while one is asked for; and once that it
 * works again. Nothing personal: a code, and how long it was silent.
 */
export class ConnectionAlarm {
  private outage: Outage | null
  private workingSince: Instant | null = null
  private silentSince: Instant

  constructor(private readonly parts: ConnectionParts) {
    const kept = parts.ledger.meta(KEY)
    this.outage = kept === null ? null : (JSON.parse(kept) as Outage)
    this.silentSince = parts.clock.now()
  }

  status(status: GatewayStatus): void {
    if (status.state === 'online') return this.works()
    this.workingSince = null
    if (status.state === 'scan' && status.qrcode !== '') this.sendCode(status.qrcode)
    if (status.state === 'error' && ENDED.includes(status.code))
      this.tell(status.code, 'second.connection', { code: status.code, what: ERRORS[status.code] })
  }

  alive(at: Instant): void {
    this.silentSince = Math.max(this.silentSince, at)
    this.works()
  }

  /** Call about once a second. */
  tick(): void {
    const { outage, workingSince } = this
    const now = this.parts.clock.now()
    // the clock was set back
    this.silentSince = Math.min(this.silentSince, now)
    if (workingSince !== null) this.workingSince = Math.min(workingSince, now)
    if (outage && workingSince !== null && now - workingSince >= SETTLED) this.end(outage, workingSince)
    // whoever was told that a person has to log in need not hear that nobody has
    const known = outage !== null && outage.told.length + outage.codes > 0
    if (now - this.silentSince < SILENT || known) return
    // whatever worked before does so no more
    this.workingSince = null
    const minutes = Math.round((now - this.silentSince) / MINUTE)
    this.tell('BZ309', 'second.silent', { code: 'BZ309', minutes }, this.silentSince)
  }

  private works(): void {
    this.workingSince ??= this.parts.clock.now()
  }

  private end(outage: Outage, workingSince: Instant): void {
    this.parts.ledger.batch(() => {
      const minutes = Math.max(1, Math.round((workingSince - outage.since) / MINUTE))
      if (outage.told.length > 0) this.owe(outage, 'back', 'second.back', { minutes }, DAY)
      this.keep(null)
    })
  }

  /** One thing, once an outage. */
  private tell(code: ErrorCode, key: MessageKey, params: Record<string, string | number>, since?: Instant): void {
    const outage = this.outage ?? this.begun(since)
    if (outage.told.includes(code)) return
    this.parts.ledger.batch(() => {
      this.owe(outage, code, key, params, DAY)
      this.keep({ ...outage, told: [...outage.told, code] })
    })
  }

  private sendCode(code: string): void {
    const now = this.parts.clock.now()
    const outage = this.outage ?? this.begun()
    // no code is put off for longer, but by a clock that was set back since
    if (now < outage.nextCode && outage.nextCode - now <= LAST_AGAIN) return
    const { codes } = outage
    this.parts.ledger.batch(() => {
      this.owe(outage, LOGIN, 'second.login', { link: pictureOf(code) }, FIRST_AGAIN, `${LOGIN}/${codes}`)
      const again = Math.min(LAST_AGAIN, FIRST_AGAIN * 2 ** Math.min(codes, 20))
      this.keep({ ...outage, codes: codes + 1, nextCode: now + again })
    })
  }

  private begun(since: Instant = this.parts.clock.now()): Outage {
    return { since, told: [], codes: 0, nextCode: since }
  }

  private keep(outage: Outage | null): void {
    this.outage = outage
    this.parts.ledger.setMeta(KEY, outage === null ? null : JSON.stringify(outage))
  }

  private owe(
    { since }: Outage,
    topic: string,
    key: MessageKey,
    params: Record<string, string | number>,
    useful: Duration,
    what = topic,
  ): void {
    const { ledger, clock, messages } = this.parts
    const now = clock.now()
    const text = renderMessage(messages(), key, params)
    const drafts = this.keepers().map(
      ({ person, group, role, channel }): ActionDraft => ({
        kind: 'second_channel',
        target: { person, group },
        recipient: role,
        text,
        topic,
        category: null,
        severity: null,
        notBefore: now,
        expiresAt: now + useful,
        channel,
      }),
    )
    if (drafts.length > 0) ledger.addActions(`connection/${since}/${what}`, drafts, now)
  }

  /** Who looks after the connection: all who hold the first role of the line that has a second channel. */
  private keepers(): { person: string; group: string; role: Recipient; channel: string }[] {
    for (const role of KEEPER_LINE) {
      const found = new Map<string, { person: string; group: string; role: Recipient; channel: string }>()
      // one and the same person may be on the list and in a group
      for (const group of this.parts.groups())
        for (const person of group.people.filter(one => one.role === role))
          for (const { name, address } of this.parts.channels(person.id))
            if (!found.has(address)) found.set(address, { person: person.id, group: group.id, role, channel: name })
      if (found.size > 0) return [...found.values()]
    }
    return []
  }
}
