import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { otherFilters } from './filters.js';
import { ourFilters } from './ours.js';
import { KINDS } from './table.js';
/** Both keys of ours together: the first column. */
const OURS = 0;
/** Where a disguise stands in a message. */
export const message = (written) => `大家好，${written}，谢谢`;
/** Every filter on every disguise: ours first, by both keys together, then by the match key alone, then the others. */
export function measure(phrases, disguises) {
    const { strong, weak } = ourFilters(phrases);
    const both = { name: 'both keys', find: text => [...strong.find(text), ...weak.find(text)] };
    const filters = [both, { ...strong, name: 'match key' }, ...otherFilters(phrases)];
    const kinds = KINDS.map(([kind]) => kind).filter(kind => disguises.some(disguise => disguise.kind === kind));
    const rows = kinds.map((kind) => ({ kind, disguises: 0, found: filters.map(() => 0) }));
    const missed = [];
    for (const disguise of disguises) {
        const row = rows.find(({ kind }) => kind === disguise.kind);
        row.disguises++;
        filters.forEach((filter, index) => {
            const found = filter.find(message(disguise.written)).some(phrase => same(phrase, disguise.phrase));
            if (found)
                row.found[index] = row.found[index] + 1;
            else if (index === OURS)
                missed.push(disguise);
        });
    }
    return { filters: filters.map(({ name }) => name), rows, missed };
}
/** How many there are in all, and how many of them our two keys find together. */
export function totalOf({ rows }) {
    const sum = (numberOf) => rows.reduce((total, row) => total + numberOf(row), 0);
    return { disguises: sum(row => row.disguises), found: sum(row => row.found[OURS]) };
}
/** Filters give words back in the case they keep them in. */
const same = (a, b) => a.toLowerCase() === b.toLowerCase();
const CHAT = ['kdconv', 'crosswoz', 'lccc_toy', 'chatterbot_zh'];
/** Lines of other people's chit-chat; null where it is absent. */
export function readChat(dir) {
    const files = CHAT.map(name => join(dir, `${name}.jsonl`));
    if (!files.every(file => existsSync(file)))
        return null;
    return files.flatMap(file => readFileSync(file, 'utf8')
        .split('\n')
        .filter(line => line !== '')
        .map(line => JSON.parse(line).text));
}
/** Lines in which a phrase is found by either key although it does not stand there as it is. */
export function falseAlarms(phrases, lines) {
    const { strong, weak } = ourFilters(phrases);
    return lines.flatMap(line => [...new Set([...strong.find(line), ...weak.find(line)])]
        .filter(phrase => !line.includes(phrase))
        .map(phrase => ({ line, phrase })));
}
//# sourceMappingURL=measure.js.map