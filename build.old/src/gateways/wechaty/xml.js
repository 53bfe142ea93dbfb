import { decodeEntities } from './raw.js';
const MAX_LENGTH = 512 * 1024;
const MAX_NODES = 5_000;
const MAX_DEPTH = 64;
// bounded, so that a long name without a value costs no more than its length
const ATTRIBUTE = /([\w:.-]{1,64})\s{0,8}=\s{0,8}(?:"([^"]*)"|'([^']*)')/g;
const TAG = /^<([\w:.-]{1,64})/;
/**
 * Reads a fragment of hostile XML and gives its root, or null when there is none. Lenient (unclosed and stray tags are
 * put up with), linear in the length, capped in size, number and depth; no DTD, no entity is ever defined. Never throws.
 */
export function readXml(source) {
    const text = source.length > MAX_LENGTH ? source.slice(0, MAX_LENGTH) : source;
    const top = open('', '');
    const stack = [top];
    let nodes = 0;
    let at = 0;
    while (at < text.length) {
        const here = stack[stack.length - 1];
        const next = text.indexOf('<', at);
        if (next < 0) {
            here.text += decodeEntities(text.slice(at));
            break;
        }
        if (next > at)
            here.text += decodeEntities(text.slice(at, next));
        if (text.startsWith('<![CDATA[', next)) {
            const end = indexAfter(text, ']]>', next + 9);
            here.text += text.slice(next + 9, end === text.length ? end : end - 3);
            at = end;
        }
        else if (text.startsWith('<!--', next)) {
            at = indexAfter(text, '-->', next + 4);
        }
        else if (text.startsWith('<!', next) || text.startsWith('<?', next)) {
            at = indexAfter(text, '>', next + 2);
        }
        else if (text.startsWith('</', next)) {
            at = indexAfter(text, '>', next + 2);
            close(stack, text.slice(next + 2, at - 1).trim());
        }
        else {
            const name = TAG.exec(text.slice(next, next + 80))?.[1];
            if (!name) {
                here.text += '<';
                at = next + 1;
                continue;
            }
            if (++nodes > MAX_NODES || stack.length > MAX_DEPTH)
                break;
            at = endOfTag(text, next + 1 + name.length);
            const inside = text.slice(next + 1 + name.length, at - 1);
            const node = open(name, inside);
            here.children.push(node);
            if (!inside.endsWith('/'))
                stack.push(node);
        }
    }
    return top.children[0] ?? null;
}
/** The first element on the path, or null. */
export function find(node, ...path) {
    let here = node;
    for (const name of path)
        here = here?.children.find(child => child.name === name) ?? null;
    return here;
}
/** Trimmed text of the first element on the path; empty when there is none. */
export function textAt(node, ...path) {
    return find(node, ...path)?.text.trim() ?? '';
}
function open(name, inside) {
    const attributes = new Map();
    for (const match of inside.matchAll(ATTRIBUTE)) {
        attributes.set(match[1], decodeEntities(match[2] ?? match[3] ?? ''));
    }
    return { name, attributes, children: [], text: '' };
}
/** Closes up to the element of this name; a stray end tag closes nothing. */
function close(stack, name) {
    for (let depth = stack.length - 1; depth > 0; depth--) {
        if (stack[depth]?.name !== name)
            continue;
        stack.length = depth;
        return;
    }
}
/** Index after the `>` that ends a tag, quotes respected; the end of the text when it never ends. */
function endOfTag(text, from) {
    let quote = '';
    for (let at = from; at < text.length; at++) {
        const character = text[at];
        if (quote) {
            if (character === quote)
                quote = '';
        }
        else if (character === '"' || character === "'")
            quote = character;
        else if (character === '>')
            return at + 1;
    }
    return text.length;
}
function indexAfter(text, needle, from) {
    const found = text.indexOf(needle, from);
    return found < 0 ? text.length : found + needle.length;
}
//# sourceMappingURL=xml.js.map