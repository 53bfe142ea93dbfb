/** The cross-validated figures of docs/intent-model.md, which `npm run train` writes. Throws where one is missing. */
export function crossValidated(page, sure) {
    const [mistaken] = cellsOf(page, 'innocent look-alikes whose likeliest class is another');
    const [, known] = cellsOf(page, 'micro precision, recall (without normal)');
    const [surelyMistaken, surelyKnown] = cellsOf(page, String(sure));
    const all = { mistaken, surelyMistaken, known, surelyKnown };
    for (const [name, share] of Object.entries(all)) {
        if (share === undefined || Number.isNaN(share))
            throw new Error(`docs/intent-model.md: no figure for ${name}`);
    }
    return all;
}
/** The percentages of the first table row that begins so. */
function cellsOf(page, first) {
    const row = page.split('\n').find(line => line.startsWith(`| ${first} |`)) ?? '';
    return [...row.matchAll(/([\d.]+) %/g)].map(match => Number(match[1]) / 100);
}
//# sourceMappingURL=cross-validated.js.map