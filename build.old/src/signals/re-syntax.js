import { memo } from './memo.js';
/** The tree of a pattern; null for syntax that is not understood here, be it wrong or only rare. */
export const parsePattern = memo((source) => {
    try {
        const parser = new Parser([...source]);
        const pattern = parser.alternation();
        return parser.done() ? pattern : null;
    }
    catch (error) {
        if (error instanceof NotUnderstood)
            return null;
        throw error;
    }
});
class NotUnderstood extends Error {
}
/** RE2 takes no more. */
export const MOST_TIMES = 1_000;
/** RE2 takes a thousand. */
const MOST_OPEN = 100;
/** RE2's classes are ASCII. */
const CLASSES = {
    d: [[0x30, 0x39]],
    w: [
        [0x30, 0x39],
        [0x41, 0x5a],
        [0x5f, 0x5f],
        [0x61, 0x7a],
    ],
    s: [
        [0x09, 0x0a],
        [0x0c, 0x0d],
        [0x20, 0x20],
    ],
};
const NEWLINE = { negated: true, ranges: [[0x0a, 0x0a]], han: false };
const HAN = { negated: false, ranges: [], han: true };
/** Every character is one code point. */
class Parser {
    at = 0;
    /** groups that are open here; they leave no trace in the tree */
    open = 0;
    names = new Set();
    chars;
    constructor(chars) {
        this.chars = chars;
    }
    done() {
        return this.at === this.chars.length;
    }
    alternation() {
        const branches = [this.sequence()];
        while (this.take('|'))
            branches.push(this.sequence());
        return branches.length === 1 ? branches[0] : { op: 'either', of: branches };
    }
    sequence() {
        const parts = [];
        while (!this.done() && this.peek() !== '|' && this.peek() !== ')')
            parts.push(this.quantified(this.atom()));
        return parts.length === 1 ? parts[0] : { op: 'turn', of: parts };
    }
    quantified(of) {
        const times = this.times();
        if (!times)
            return of;
        if (of.op === 'place')
            throw new NotUnderstood();
        const lazy = this.take('?');
        if (this.times())
            throw new NotUnderstood();
        return { op: 'repeat', of, ...times, lazy };
    }
    times() {
        if (this.take('?'))
            return { least: 0, most: 1 };
        if (this.take('*'))
            return { least: 0, most: Number.POSITIVE_INFINITY };
        if (this.take('+'))
            return { least: 1, most: Number.POSITIVE_INFINITY };
        const braces = /^\{(\d+)(?:(,)(\d*))?\}/.exec(this.chars.slice(this.at, this.at + 12).join(''));
        if (!braces) {
            if (this.peek() === '{')
                throw new NotUnderstood();
            return null;
        }
        this.at += braces[0].length;
        const least = Number(braces[1]);
        const most = braces[3] ? Number(braces[3]) : braces[2] ? Number.POSITIVE_INFINITY : least;
        if (most < least || least > MOST_TIMES || (most !== Number.POSITIVE_INFINITY && most > MOST_TIMES)) {
            throw new NotUnderstood();
        }
        return { least, most };
    }
    atom() {
        const char = this.next();
        if ('*+?{'.includes(char))
            throw new NotUnderstood();
        switch (char) {
            case '(':
                return this.group();
            case '[':
                return { op: 'one', of: this.set() };
            case '.':
                return { op: 'one', of: NEWLINE };
            case '^':
            case '$':
                return { op: 'place', is: char };
            case '\\':
                return this.escape();
            default:
                return only(char);
        }
    }
    group() {
        if (++this.open > MOST_OPEN)
            throw new NotUnderstood();
        if (this.take('?')) {
            const opening = /^(?:P?<(\w+)>|:)/.exec(this.chars.slice(this.at, this.at + 64).join(''));
            const name = opening?.[1];
            if (!opening || (name !== undefined && this.names.has(name)))
                throw new NotUnderstood();
            if (name !== undefined)
                this.names.add(name);
            this.at += opening[0].length;
        }
        const inner = this.alternation();
        if (!this.take(')'))
            throw new NotUnderstood();
        this.open -= 1;
        return inner;
    }
    escape() {
        const char = this.next();
        if (char === 'b' || char === 'B')
            return { op: 'place', is: `\\${char}` };
        const ranges = CLASSES[char.toLowerCase()];
        if (ranges)
            return { op: 'one', of: { negated: char !== char.toLowerCase(), ranges, han: false } };
        if (char === 'p')
            return { op: 'one', of: this.property() };
        return only(this.escaped(char));
    }
    /** `{Han}` behind \p. */
    property() {
        const name = /^\{(?:Script=)?Han\}/.exec(this.chars.slice(this.at, this.at + 12).join(''));
        if (!name)
            throw new NotUnderstood();
        this.at += name[0].length;
        return HAN;
    }
    /** One character that stands behind a backslash. */
    escaped(char) {
        if (char === 'u')
            return this.codePoint(4);
        if (char === 'n')
            return '\n';
        if (char === 't')
            return '\t';
        // RE2 refuses a backslash before what is no ASCII sign
        if (!/[!-/:-@[-`{-~ ]/.test(char))
            throw new NotUnderstood();
        return char;
    }
    codePoint(digits) {
        const hex = this.chars.slice(this.at, this.at + digits).join('');
        if (!/^[0-9a-f]+$/i.test(hex) || hex.length !== digits)
            throw new NotUnderstood();
        this.at += digits;
        return String.fromCodePoint(Number.parseInt(hex, 16));
    }
    set() {
        const negated = this.take('^');
        const ranges = [];
        let han = false;
        for (let first = true;; first = false) {
            const char = this.next();
            if (char === ']' && !first)
                break;
            if (char === '[' && this.peek() === ':')
                throw new NotUnderstood();
            const low = char === '\\' ? this.inSet() : char;
            if (typeof low !== 'string') {
                ranges.push(...low.ranges);
                han ||= low.han;
            }
            else
                ranges.push(this.range(low));
        }
        return { negated, ranges, han };
    }
    range(low) {
        const from = low.codePointAt(0);
        if (this.peek() !== '-' || this.chars[this.at + 1] === ']')
            return [from, from];
        this.next();
        const char = this.next();
        const high = char === '\\' ? this.inSet() : char;
        if (typeof high !== 'string')
            throw new NotUnderstood();
        const to = high.codePointAt(0);
        if (to < from)
            throw new NotUnderstood();
        return [from, to];
    }
    /** What stands behind a backslash within a set: a character, or a class of them. */
    inSet() {
        const char = this.next();
        const ranges = CLASSES[char];
        if (ranges)
            return { negated: false, ranges, han: false };
        if (char === 'p')
            return this.property();
        return this.escaped(char);
    }
    peek() {
        return this.chars[this.at];
    }
    next() {
        const char = this.chars[this.at++];
        if (char === undefined)
            throw new NotUnderstood();
        return char;
    }
    take(char) {
        if (this.chars[this.at] !== char)
            return false;
        this.at += 1;
        return true;
    }
}
function only(char) {
    const code = char.codePointAt(0);
    return { op: 'one', of: { negated: false, ranges: [[code, code]], han: false } };
}
//# sourceMappingURL=re-syntax.js.map