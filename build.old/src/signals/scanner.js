import { heardOf } from '../text/index.js';
import { Trie } from './trie.js';
/** Whether all that is asked for is to be found in a text. */
export const isRead = (parts) => parts.every(({ on }) => READ.some(([read]) => read === on));
const READ = [
    ['key', text => text.key],
    ['sound', text => heardOf(text.key)],
    ['display', text => text.display.toLowerCase()],
];
/**
 * Which of many sets of strings occur in a text, found in one pass for all of them. Signals ask it before they look
 * closer: a rule set has hundreds of lexicons and patterns, a message has a dozen characters.
 */
export class Scanner {
    #tries = { key: new Trie(), sound: new Trie(), display: new Trie() };
    #known = {
        entity: new Map(),
        kind: new Map(),
        role: new Map(),
        answer: new Map(),
    };
    #sets = new Map();
    /** the texts of the event at hand: what was written, in standard words, attached */
    #recent = [new Scan(), new Scan(), new Scan()];
    /** Adds a set; the same strings are the same set. */
    add(...parts) {
        const name = JSON.stringify(parts.map(({ on, strings }) => [on, ...strings]));
        let set = this.#sets.get(name);
        if (set === undefined) {
            this.#sets.set(name, (set = this.#sets.size));
            for (const { on, strings } of parts)
                for (const string of strings)
                    if (string !== '')
                        this.#add(on, string, set);
            this.#recent = [new Scan(), new Scan(), new Scan()];
        }
        const index = set;
        return { index, occursIn: text => this.scan(text)[index] === 1 };
    }
    #add(on, string, set) {
        if (on === 'key' || on === 'sound' || on === 'display') {
            this.#tries[on].add(string, set);
            return;
        }
        const sets = this.#known[on].get(string);
        if (sets)
            sets.push(set);
        else
            this.#known[on].set(string, [set]);
    }
    /** The sets that ask for something that is known of an event. */
    setsOf(on, string) {
        return this.#known[on].get(string) ?? NO_SETS;
    }
    /** By set: 1 where one of its strings occurs. Good until three other texts were scanned. */
    scan(text) {
        const [latest, other, oldest] = this.#recent;
        if (latest.text === text)
            return latest.found;
        if (other.text === text)
            return other.found;
        if (oldest.text === text)
            return oldest.found;
        this.#recent = [oldest, latest, other];
        if (oldest.found.length !== this.#sets.size)
            oldest.found = new Uint8Array(this.#sets.size);
        else
            oldest.found.fill(0);
        oldest.text = text;
        for (const [on, read] of READ)
            if (!this.#tries[on].empty)
                this.#tries[on].mark(read(text), oldest.found);
        return oldest.found;
    }
}
const NO_SETS = [];
class Scan {
    text = null;
    found = new Uint8Array(0);
}
const scanners = new WeakMap();
/** One scanner for every signal that is prepared with these resources. */
export function scannerOf(resources) {
    let scanner = scanners.get(resources);
    if (!scanner)
        scanners.set(resources, (scanner = new Scanner()));
    return scanner;
}
//# sourceMappingURL=scanner.js.map