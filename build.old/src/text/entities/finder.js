import { spanOf } from '../normalise.js';
/** Runs finders over one text; entities come out with offsets into the original. */
export function collect(text, finders) {
    const entities = [];
    const report = (kind, start, end, value) => {
        entities.push({ kind, span: spanOf(text, start, end, 'display'), value });
    };
    for (const find of finders)
        find(text.display, report);
    return entities;
}
/** Calls back for each match of a global pattern. */
export function each(pattern, text, visit) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
        if (match[0] === '')
            pattern.lastIndex++;
        else
            visit(match);
    }
}
//# sourceMappingURL=finder.js.map