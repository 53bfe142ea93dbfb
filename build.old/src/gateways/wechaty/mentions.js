const MAX_MENTIONS = 50;
const MAX_SIGNS = 200;
const MAX_NAME = 32;
/** WeChat ends a mention with a four-per-em space; some clients send a plain one. */
const END = '\u2005';
/**
 * Names mentioned with @, in order, each once. A mention that the client ended with U+2005 counts as it stands; a typed one
 * counts when it begins with a name of the group (longest first) or says 所有人. At most 50 names, and a text of
 * nothing but @ costs no more than 200 looks.
 */
export function mentionsIn(text, names) {
    const found = new Set();
    let at = text.indexOf('@');
    for (let signs = 0; at >= 0 && signs < MAX_SIGNS && found.size < MAX_MENTIONS; signs++) {
        const name = nameAt(text.slice(at + 1, at + 2 + MAX_NAME * 2), names);
        if (name)
            found.add(name);
        at = text.indexOf('@', at + 1 + (name?.length ?? 0));
    }
    return [...found];
}
function nameAt(rest, names) {
    const end = rest.indexOf(END);
    if (end > 0 && !rest.slice(0, end).includes('\n')) {
        const ended = rest.slice(0, end);
        // with another @ in between it is that one which was ended
        if (!ended.includes('@') || names.has(ended))
            return ended;
    }
    for (let length = Math.min(MAX_NAME, rest.length); length > 0; length--) {
        const name = rest.slice(0, length);
        if (names.has(name))
            return name;
    }
    return /^(所有人|all\b)/i.exec(rest)?.[0] ?? null;
}
//# sourceMappingURL=mentions.js.map