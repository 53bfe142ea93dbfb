import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit, } from 'yaml';
import { plainValue } from './plain-value.js';
import { fileProblem } from './source.js';
import { syntaxDiagnostics } from './syntax.js';
/** Aliases beyond this are a bomb, not a convenience. */
const MAX_ALIASES = 100;
/** The parser is recursive; no rule is nested that deeply. */
const MAX_DEPTH = 100;
/**
 * One YAML text: its value, and where each part of it stands. Two parsers share the work: the one that knows where
 * everything stands takes five times as long, so it reads only what has something to be told about.
 */
export class YamlFile {
    name;
    text;
    value;
    /** syntax errors; when `broken`, the value cannot be trusted and is null */
    diagnostics;
    broken;
    lines = new LineCounter();
    parsed = null;
    aliases = null;
    constructor(name, text) {
        this.name = name;
        this.text = text;
        this.value = null;
        this.broken = true;
        if (nestedTooDeeply(text)) {
            this.diagnostics = [fileProblem(name, 'BZ101', '嵌套层数太多', `不超过 ${MAX_DEPTH} 层`)];
            return;
        }
        const plain = plainValue(text);
        if (plain) {
            this.value = plain.value;
            this.diagnostics = [];
            this.broken = false;
            return;
        }
        const doc = this.doc;
        const { diagnostics, fatal } = syntaxDiagnostics(doc, text, (start, length) => this.spotAt(start, length));
        this.diagnostics = diagnostics;
        if (fatal)
            return;
        try {
            this.value = doc.toJS({ maxAliasCount: MAX_ALIASES });
        }
        catch (error) {
            const unresolved = /: (\S+)$/.exec(error.message)?.[1];
            const message = error.message.startsWith('Unresolved alias')
                ? `别名 *${unresolved} 没有对应的锚点 &${unresolved}`
                : '别名展开得太多';
            this.diagnostics = [...diagnostics, fileProblem(name, 'BZ101', message, null)];
            return;
        }
        if (containsItself(this.value)) {
            this.value = null;
            this.diagnostics = [...diagnostics, fileProblem(name, 'BZ101', '别名指向了包含它自己的内容', null)];
            return;
        }
        this.broken = false;
    }
    root() {
        return new Located(this, [], this.value);
    }
    get doc() {
        this.parsed ??= parseDocument(this.text, {
            lineCounter: this.lines,
            prettyErrors: false,
            stringKeys: true,
            logLevel: 'error',
        });
        return this.parsed;
    }
    /** Where the value at `path` (or its key) stands; the nearest part above it that exists, if it does not. */
    spot(path, what) {
        return found(this.name, () => this.spotOf(path, what));
    }
    spotOf(path, what) {
        const { key, value } = this.find(path);
        const node = what === 'key' || isEmpty(value) ? (key ?? value) : value;
        if (!node?.range)
            return this.spotAt(0, 1);
        const start = firstToken(node);
        const range = start.range ?? node.range;
        return this.spotAt(range[0], range[1] - range[0]);
    }
    /** A part of the string at `path`; all of it where escapes or line breaks hide the exact place. */
    spotInside(path, start, length) {
        const node = this.find(path).value;
        if (isScalar(node) && typeof node.value === 'string' && node.range) {
            const written = this.text.slice(node.range[0], node.range[1]);
            const inner = written.slice(1, -1);
            if (written === node.value)
                return this.spotAt(node.range[0] + start, length);
            if (inner === node.value)
                return this.spotAt(node.range[0] + 1 + start, length);
            if (written.startsWith("'") && inner.replaceAll("''", "'") === node.value) {
                const quotes = node.value.slice(0, start).split("'").length - 1;
                return this.spotAt(node.range[0] + 1 + start + quotes, length);
            }
        }
        return this.spot(path, 'value');
    }
    /** What stands in the file at `path`, unparsed: `0666` where the value is 666. */
    written(path) {
        const node = this.find(path).value;
        return node?.range ? this.text.slice(node.range[0], node.range[1]) : '';
    }
    spotAt(start, length) {
        const { line, col } = this.lines.linePos(start);
        const lineFeed = this.text.indexOf('\n', start);
        const end = lineFeed < 0 ? this.text.length : lineFeed;
        const lineEnd = (this.text[end - 1] === '\r' ? end - 1 : end) - start;
        return { place: { file: this.name, line, col: Math.max(1, col) }, width: Math.max(1, Math.min(length, lineEnd)) };
    }
    find(path) {
        let key = null;
        let value = this.resolve(this.doc.contents);
        for (const step of path) {
            if (isMap(value)) {
                const pair = value.items.findLast(item => isScalar(item.key) && String(item.key.value) === String(step));
                if (!pair)
                    return { key, value };
                key = pair.key;
                value = this.resolve(pair.value);
            }
            else if (isSeq(value)) {
                const item = value.items[Number(step)];
                if (!item)
                    return { key, value };
                key = null;
                value = this.resolve(item);
            }
            else
                return { key, value };
        }
        return { key, value };
    }
    resolve(node) {
        if (!isAlias(node))
            return node;
        this.aliases ??= meantBy(this.doc);
        return this.aliases.get(node) ?? null;
    }
}
/** A value and where it was written. */
export class Located {
    file;
    path;
    value;
    constructor(file, path, value) {
        this.file = file;
        this.path = path;
        this.value = value;
    }
    /** The part under a key or index; undefined where there is none. */
    at(step) {
        const value = this.value;
        const own = typeof value === 'object' && value !== null && Object.hasOwn(value, step);
        return new Located(this.file, [...this.path, step], own ? value[step] : undefined);
    }
    /** The same place with another value, for a part of what is written there. */
    withValue(value) {
        return new Located(this.file, this.path, value);
    }
    /** Entries of a list, in order; none where it is no list. */
    items() {
        return Array.isArray(this.value) ? this.value.map((_, index) => this.at(index)) : [];
    }
    /** Keys of a map; none where it is no map. */
    keys() {
        return isObject(this.value) ? Object.keys(this.value) : [];
    }
    spot() {
        return this.file.spot(this.path, 'value');
    }
    keySpot() {
        return this.file.spot(this.path, 'key');
    }
}
export function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** A spot that is looked for once, the first time that anything but its file is asked for. */
function found(file, look) {
    let known;
    const spot = () => (known ??= look());
    return {
        place: {
            file,
            get line() {
                return spot().place.line;
            },
            get col() {
                return spot().place.col;
            },
        },
        get width() {
            return spot().width;
        },
    };
}
/** What every alias stands for: the latest anchor of its name before it. One walk: the parser would take one for each. */
function meantBy(doc) {
    const anchors = new Map();
    const meant = new Map();
    visit(doc, {
        Node(_, node) {
            if (isAlias(node))
                meant.set(node, anchors.get(node.source) ?? null);
            else if (node.anchor)
                anchors.set(node.anchor, node);
        },
    });
    return meant;
}
function isEmpty(node) {
    return node === null || (isScalar(node) && node.range?.[0] === node.range?.[1]);
}
/** A block collection is pointed at by its first key or item: its whole would be the rest of the file. */
function firstToken(node) {
    if ((isMap(node) || isSeq(node)) && !node.flow) {
        const first = isMap(node) ? node.items[0]?.key : node.items[0];
        if (first?.range)
            return firstToken(first);
    }
    return node;
}
/** Counts without parsing: brackets that stay open, indentation, and `- - - ` on one line. */
function nestedTooDeeply(text) {
    let open = 0;
    for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        if (code === 0x5b || code === 0x7b)
            open++;
        else if ((code === 0x5d || code === 0x7d) && open > 0)
            open--;
        if (open > MAX_DEPTH)
            return true;
    }
    return text.split('\n').some(line => /^[\s\-?:]*/.exec(line)[0].length > 4 * MAX_DEPTH);
}
function containsItself(value, above = []) {
    if (typeof value !== 'object' || value === null)
        return false;
    if (above.includes(value))
        return true;
    return Object.values(value).some(part => containsItself(part, [...above, value]));
}
//# sourceMappingURL=yaml.js.map