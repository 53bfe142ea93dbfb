import { isSpecial } from './wire.js';
/** The account's own phone: scans the QR code, ends sessions, types. */
export class Phone {
    service;
    constructor(service) {
        this.service = service;
    }
    /** The QR code that waits to be scanned; waits for one so many milliseconds of real time. */
    async waitForCode(ms = 10_000) {
        const { logins, waiting } = this.service;
        await waiting.until(() => logins.current !== null, ms);
        if (logins.current === null)
            throw new Error(`no QR code was asked for within ${ms} ms`);
        return logins.current;
    }
    scan(code) {
        this.set('scanned', code);
    }
    /** Logs the client in. Scanning first is not needed. */
    confirm(code) {
        this.set('confirmed', code);
    }
    expire(code) {
        this.set('expired', code);
    }
    /** Ends the web session: 1100 logged out on the phone, 1101 no longer logged in, 1102 ended by the service. */
    kick(retcode = '1101') {
        this.service.endSession(retcode);
    }
    /** The account may not (or may again) use the web client: 1203 at the end of the login. */
    block(blocked = true) {
        this.service.blocked = blocked;
    }
    /** The owner types on the phone, to a room, a friend or an account of WeChat's own (`filehelper`). */
    say(to, content, options = {}) {
        const { world } = this.service;
        const target = world.findRoom(to) ?? world.findPerson(to) ?? (isSpecial(to) ? { id: to } : world.room(to));
        return this.service.pushOwn(target.id, content, options);
    }
    set(state, code = this.service.logins.current) {
        if (code === null)
            throw new Error('there is no QR code to scan');
        this.service.logins.set(code, state);
        this.service.waiting.wake();
    }
}
//# sourceMappingURL=phone.js.map