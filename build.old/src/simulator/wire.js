import { createHash } from 'node:crypto';
/** Accounts of WeChat's own, which are called the same in every session. */
const SPECIAL = new Set(['filehelper', 'newsapp', 'fmessage', 'weixin']);
/** Whether an account is one of WeChat's own. */
export function isSpecial(id) {
    return SPECIAL.has(id);
}
/** As the web service escapes text: entities for & < >, `<br/>` for a line feed. */
export function escapeText(text) {
    return text
        .replace(/&/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(/>/g, '&gt;')
        .replace(/\r\n|\r|\n/g, '<br/>');
}
/** A value inside an XML text node or attribute. */
export function escapeXml(text) {
    return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
export function cdata(text) {
    return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}
export function hash(text) {
    return createHash('sha256').update(text).digest('hex');
}
/**
 * What ids are called on the wire: `@…` for persons, `@@…` for rooms, salted by the session, so that the same
 * person is called otherwise after the next QR login. Special accounts keep their names.
 */
export class WireIds {
    salt;
    toWire = new Map();
    fromWire = new Map();
    constructor(salt) {
        this.salt = salt;
    }
    wire(id) {
        if (SPECIAL.has(id))
            return id;
        const known = this.toWire.get(id);
        if (known)
            return known;
        const name = (id.endsWith('@chatroom') ? '@@' : '@') + hash(`${this.salt}:${id}`);
        this.toWire.set(id, name);
        this.fromWire.set(name, id);
        return name;
    }
    /** the stable id behind a name, or null for one that this session never gave out */
    unwire(name) {
        return SPECIAL.has(name) ? name : (this.fromWire.get(name) ?? null);
    }
}
//# sourceMappingURL=wire.js.map