const OURS = 'banzhang';
/** docs/benchmarks.md. Times are of the machine that ran it last; what carries over are the ratios. */
export function reportOf(found) {
    const { path, messages, engines, engineMessages, load, history, attacks } = found;
    const mine = path[OURS];
    const rate = Math.round((messages / mine) * 1000);
    const fastest = Math.min(...Object.entries(path).flatMap(([name, ms]) => (name === OURS ? [] : [ms])));
    const [short, long] = Object.values(history);
    return `# Benchmarks

Written by \`npm run bench\`; do not edit. One process, contenders in turn on the same messages, medians of five rounds.
The times are of the machine that ran it last; what carries over are the ratios.

## Text to verdict

${messages.toLocaleString('en')} messages of corpus/ in the proportions of a class group (six of ten ordinary, two that look like a violation
and are none, two that are one), pack \`strict\` with ${found.rules} rules: normalising, entities, notices, signals, the intent model,
rules. The word filters scan the same texts for the ${found.words.toLocaleString('en')} words of our lexicons and do nothing else.

${table(['', 'messages a second', 'time, against the fastest filter'], Object.entries(path).map(([name, ms]) => [
        name === OURS ? 'Banzhang, text to verdict' : `${name}, bare scan`,
        Math.round((messages / ms) * 1000).toLocaleString('en'),
        times(ms / fastest),
    ]))}

Wanted: 50,000 a second (${verdict(rate >= 50_000)}), at most 10 times the fastest filter (${verdict(mine / fastest <= 10)}).

## Rule evaluation alone

The same rules over the same ${engineMessages.toLocaleString('en')} messages, every question that a rule asks answered beforehand. Ours and json-logic-js
stop at the first rule that fires.

${table(['', 'messages a second', 'time, against ours'], Object.entries(engines).map(([name, ms]) => [
        name === OURS ? 'Banzhang' : name,
        Math.round((engineMessages / ms) * 1000).toLocaleString('en'),
        times(ms / engines[OURS]),
    ]))}

Wanted: at least 20 times faster than json-rules-engine (${verdict(engines['json-rules-engine'] / engines[OURS] >= 20)}), as fast as json-logic-js (${verdict(engines['json-logic-js'] >= engines[OURS])}).

## Loading, memory, history

${table(['', 'measured', 'wanted', ''], [
        [
            'from YAML to rules that judge, all packs',
            `${load.ms.toFixed(0)} ms`,
            'under 1,000 ms',
            verdict(load.ms < 1_000),
        ],
        ['resident memory of the loaded rule set', `${load.mb.toFixed(0)} MB`, 'under 150 MB', verdict(load.mb < 150)],
        [
            `cost of a message, history of ${Object.keys(history).join(' and ')} in the ledger`,
            `${times(long / short)} the shorter one's`,
            'flat',
            verdict(long / short < 1.25),
        ],
    ])}

## Hostile input

Text to verdict, pack \`strict\`; wanted: under 50 ms.

${table(['', 'ms', ''], Object.entries(attacks).map(([name, ms]) => [name, ms.toFixed(1), verdict(ms < 50)]))}
`;
}
const verdict = (reached) => (reached ? 'reached' : 'missed');
const times = (ratio) => `${ratio.toFixed(ratio < 10 ? 2 : 0)} ×`;
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
//# sourceMappingURL=report.js.map