import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { MINUTE } from '../model/time.js';
/** Unmasked text lives no longer than this (class-group policy, minors' data). */
export const INBOX_TIME = 10 * MINUTE;
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** nonce | tag | ciphertext, bound to the event id: a sealed text cannot be moved to another event. */
export function seal(key, eventId, text) {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, key, nonce);
    cipher.setAAD(Buffer.from(eventId));
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}
/** Throws when the key, the event id or a byte is not what it was. */
export function unseal(key, eventId, sealed) {
    const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(eventId));
    decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const body = sealed.subarray(NONCE_BYTES + TAG_BYTES);
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
}
//# sourceMappingURL=inbox.js.map