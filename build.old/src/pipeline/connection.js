import { LOGIN, pictureOf } from '../effects/index.js';
import { ERRORS } from '../model/errors.js';
import { KEEPER_LINE } from '../model/line.js';
import { renderMessage } from '../model/message.js';
import { DAY, HOUR, MINUTE } from '../model/time.js';
/** meta key of the outage that goes on */
const KEY = 'outage';
/** A session that has ended and an account that may not log in: nothing is heard before a person does something. */
const ENDED = ['BZ305', 'BZ306', 'BZ307', 'BZ308'];
/** So long the connection may be silent before somebody hears of it. */
const SILENT = 5 * MINUTE;
/** So long it must hold before the outage counts as over. */
const SETTLED = MINUTE;
/** A QR code is good for some minutes: a new one goes out again, twice as long after each. */
const FIRST_AGAIN = 5 * MINUTE;
const LAST_AGAIN = 6 * HOUR;
/**
 * Tells the admin beside the chat network that the connection to it does not work: each thing once an outage, however
 * often it is tried again and whatever restarts there are; a code to log in with while one is asked for; and once that it
 * works again. Nothing personal: a code, and how long it was silent.
 */
export class ConnectionAlarm {
    parts;
    outage;
    workingSince = null;
    silentSince;
    constructor(parts) {
        this.parts = parts;
        const kept = parts.ledger.meta(KEY);
        this.outage = kept === null ? null : JSON.parse(kept);
        this.silentSince = parts.clock.now();
    }
    status(status) {
        if (status.state === 'online')
            return this.works();
        this.workingSince = null;
        if (status.state === 'scan' && status.qrcode !== '')
            this.sendCode(status.qrcode);
        if (status.state === 'error' && ENDED.includes(status.code))
            this.tell(status.code, 'second.connection', { code: status.code, what: ERRORS[status.code] });
    }
    alive(at) {
        this.silentSince = Math.max(this.silentSince, at);
        this.works();
    }
    /** Call about once a second. */
    tick() {
        const { outage, workingSince } = this;
        const now = this.parts.clock.now();
        // the clock was set back
        this.silentSince = Math.min(this.silentSince, now);
        if (workingSince !== null)
            this.workingSince = Math.min(workingSince, now);
        if (outage && workingSince !== null && now - workingSince >= SETTLED)
            this.end(outage, workingSince);
        // whoever was told that a person has to log in need not hear that nobody has
        const known = outage !== null && outage.told.length + outage.codes > 0;
        if (now - this.silentSince < SILENT || known)
            return;
        // whatever worked before does so no more
        this.workingSince = null;
        const minutes = Math.round((now - this.silentSince) / MINUTE);
        this.tell('BZ309', 'second.silent', { code: 'BZ309', minutes }, this.silentSince);
    }
    works() {
        this.workingSince ??= this.parts.clock.now();
    }
    end(outage, workingSince) {
        this.parts.ledger.batch(() => {
            const minutes = Math.max(1, Math.round((workingSince - outage.since) / MINUTE));
            if (outage.told.length > 0)
                this.owe(outage, 'back', 'second.back', { minutes }, DAY);
            this.keep(null);
        });
    }
    /** One thing, once an outage. */
    tell(code, key, params, since) {
        const outage = this.outage ?? this.begun(since);
        if (outage.told.includes(code))
            return;
        this.parts.ledger.batch(() => {
            this.owe(outage, code, key, params, DAY);
            this.keep({ ...outage, told: [...outage.told, code] });
        });
    }
    sendCode(code) {
        const now = this.parts.clock.now();
        const outage = this.outage ?? this.begun();
        // no code is put off for longer, but by a clock that was set back since
        if (now < outage.nextCode && outage.nextCode - now <= LAST_AGAIN)
            return;
        const { codes } = outage;
        this.parts.ledger.batch(() => {
            this.owe(outage, LOGIN, 'second.login', { link: pictureOf(code) }, FIRST_AGAIN, `${LOGIN}/${codes}`);
            const again = Math.min(LAST_AGAIN, FIRST_AGAIN * 2 ** Math.min(codes, 20));
            this.keep({ ...outage, codes: codes + 1, nextCode: now + again });
        });
    }
    begun(since = this.parts.clock.now()) {
        return { since, told: [], codes: 0, nextCode: since };
    }
    keep(outage) {
        this.outage = outage;
        this.parts.ledger.setMeta(KEY, outage === null ? null : JSON.stringify(outage));
    }
    owe({ since }, topic, key, params, useful, what = topic) {
        const { ledger, clock, messages } = this.parts;
        const now = clock.now();
        const text = renderMessage(messages(), key, params);
        const drafts = this.keepers().map(({ person, group, role, channel }) => ({
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
        }));
        if (drafts.length > 0)
            ledger.addActions(`connection/${since}/${what}`, drafts, now);
    }
    /** Who looks after the connection: all who hold the first role of the line that has a second channel. */
    keepers() {
        for (const role of KEEPER_LINE) {
            const found = new Map();
            // one and the same person may be on the list and in a group
            for (const group of this.parts.groups())
                for (const person of group.people.filter(one => one.role === role))
                    for (const { name, address } of this.parts.channels(person.id))
                        if (!found.has(address))
                            found.set(address, { person: person.id, group: group.id, role, channel: name });
            if (found.size > 0)
                return [...found.values()];
        }
        return [];
    }
}
//# sourceMappingURL=connection.js.map