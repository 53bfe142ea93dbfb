/** MsgType of the web protocol. */
export const MSG = {
    text: 1,
    image: 3,
    voice: 34,
    friendRequest: 37,
    card: 42,
    video: 43,
    emoticon: 47,
    location: 48,
    app: 49,
    statusNotify: 51,
    microVideo: 62,
    systemNotice: 9999,
    system: 10000,
    recalled: 10002,
};
export function isRoom(userName) {
    return userName.startsWith('@@');
}
const NAMED = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' };
const ENTITY = 'lt|gt|amp|quot|apos|nbsp|#\\d{1,7}|#x[0-9a-f]{1,6}';
const WIRE = new RegExp(`<br ?/?>|<span class="emoji emoji([0-9a-f]{4,10})"></span>|&(${ENTITY});`, 'gi');
const ENTITIES = new RegExp(`&(${ENTITY});`, 'gi');
/**
 * A text or name as its writer typed it: the web service escapes once and writes line feeds as `<br/>` and some
 * emoji as spans. One pass, so that a typed "&lt;" stays a typed "&lt;".
 */
export function decodeWire(text) {
    if (typeof text !== 'string')
        return '';
    return text.replace(WIRE, (whole, emoji, entity) => {
        if (emoji)
            return emojiOf(emoji);
        return entity ? entityOf(entity, whole) : '\n';
    });
}
/** The five XML entities and numeric references, once. */
export function decodeEntities(text) {
    return text.replace(ENTITIES, (whole, entity) => entityOf(entity, whole));
}
function entityOf(entity, whole) {
    const named = NAMED[entity.toLowerCase()];
    if (named !== undefined)
        return named;
    const hex = /^#x/i.test(entity);
    return character(Number.parseInt(entity.slice(hex ? 2 : 1), hex ? 16 : 10), whole);
}
/** `1f602`, or two code points written together (`1f1e81f1f3`, `002320e3`). */
function emojiOf(hex) {
    const size = hex.length === 8 ? 4 : hex.length === 10 ? 5 : hex.length;
    const points = size === 4 || size === 5 ? (hex.match(new RegExp(`.{${size}}`, 'g')) ?? []) : [];
    return points.map(point => character(Number.parseInt(point, 16), '*')).join('') || '*';
}
function character(code, otherwise) {
    const valid = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return valid ? String.fromCodePoint(code) : otherwise;
}
/** `@hash:<br/>text` of a room's message, split; nothing but the first line break is looked at. */
export function splitSender(content) {
    const match = /^(@[0-9a-zA-Z]{1,128}|[0-9a-zA-Z_-]{1,64}):<br ?\/?>/.exec(content);
    return match ? { sender: match[1], content: content.slice(match[0].length) } : { sender: null, content };
}
//# sourceMappingURL=raw.js.map