import type { Content } from './content.js'
import type { PushOptions, Service } from './service.js'
import type { LoginState, Retcode } from './session.js'
import { isSpecial } from './wire.js'

/** The account's own phone: scans the QR code, ends sessions, types. */
export class Phone {
  constructor(private readonly service: Service) {}

  /** The QR code that waits to be scanned; waits for one so many milliseconds of real time. */
  async waitForCode(ms = 10_000): Promise<string> {
    const { logins, waiting } = this.service
    await waiting.until(() => logins.current !== null, ms)
    if (logins.current === null) throw new Error(`no QR code was asked for within ${ms} ms`)
    return logins.current
  }

  scan(code?: string): void {
    this.set('scanned', code)
  }

  /** Logs the client in. Scanning first is not needed. */
  confirm(code?: string): void {
    this.set('confirmed', code)
  }

  expire(code?: string): void {
    this.set('expired', code)
  }

  /** Ends the web session: 1100 logged out on the phone, 1101 no longer logged in, 1102 ended by the service. */
  kick(retcode: Retcode = '1101'): void {
    this.service.endSession(retcode)
  }

  /** The account may not (or may again) use the web client: 1203 at the end of the login. */
  block(blocked = true): void {
    this.service.blocked = blocked
  }

  /** The owner types on the phone, to a room, a friend or an account of WeChat's own (`filehelper`). */
  say(to: string, content: Content, options: PushOptions = {}): string {
    const { world } = this.service
    const target = world.findRoom(to) ?? world.findPerson(to) ?? (isSpecial(to) ? { id: to } : world.room(to))
    return this.service.pushOwn(target.id, content, options)
  }

  private set(state: LoginState, code = this.service.logins.current): void {
    if (code === null) throw new Error('there is no QR code to scan')
    this.service.logins.set(code, state)
    this.service.waiting.wake()
  }
}
