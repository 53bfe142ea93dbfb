/** docs/disguises.md. */
export function pageOf(phrases, table, later, chat) {
    const total = (index) => table.rows.reduce((sum, row) => sum + row.found[index], 0);
    const all = table.rows.reduce((sum, row) => sum + row.disguises, 0);
    return `# Disguises

Written by \`npm run disguises\`; do not edit. ${phrases} phrases that a class group does not want, written in ${all} ways of
${table.rows.length} kinds (test/text/disguises), each in a message (大家好，…，谢谢). How many of them the signal \`words\` finds, by its
match key and by its weak key, and how many the word filters find that somebody would take from npm instead, each with
the same ${phrases} phrases as its word list, all in one run. *match key* is \`words: list\`; *both keys* is that or
\`words: { list, key: weak }\`. modern-ahocorasick stands there twice: as its page begins, and by its text entry with NFKC
and case folding on. Found is found: none of the filters had to say where.

${tableOf(table)}

${percent(total(0), all)} are found. Not found:

${missedOf(table)}

## False alarms

${alarmsOf(chat)}

The weak key costs certainty: words of two syllables sound like too much (兼职 like 简直, 补课 like 不可), and so rules ask
for other evidence beside it. First letters, wrong order and look-alikes are looked for in words of three characters and
more, and of letters only in words of four.

## A second table

The tables of sounds, parts and look-alikes were improved with the first table at hand. So here are more of the six kinds
that are hard, of ten other phrases, some of three characters (test/text/disguises/later.yaml), written after the code was
last changed and not worked on since.

${tableOf(later)}

Not found:

${missedOf(later)}
`;
}
export function tableOf({ filters, rows }) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    const all = rows.reduce((sum, row) => sum + row.disguises, 0);
    const total = filters.map((_, index) => rows.reduce((sum, row) => sum + row.found[index], 0));
    return [
        line(['kind', 'disguises', ...filters]),
        line(['---', '--:', ...filters.map(() => '--:')]),
        ...rows.map((row) => line([row.kind, row.disguises, ...row.found])),
        line(['**all**', all, ...total.map(found => `${found} (${percent(found, all)})`)]),
    ].join('\n');
}
function missedOf({ missed, rows }) {
    return rows
        .map(({ kind }) => [kind, missed.filter(one => one.kind === kind).map(({ written }) => `\`${written}\``)])
        .filter(([, written]) => written.length > 0)
        .map(([kind, written]) => `- ${kind}: ${written.join(', ')}`)
        .join('\n');
}
function alarmsOf(chat) {
    if (!chat)
        return 'Not measured: the public chit-chat was not there.';
    return `On ${chat.lines} lines of other people's chit-chat (kdconv, crosswoz, lccc_toy, chatterbot_zh) one of the phrases is found by either
key, although it does not stand there as it is, in ${chat.alarms} lines.`;
}
const percent = (part, whole) => `${((100 * part) / whole).toFixed(1)} %`;
//# sourceMappingURL=page.js.map