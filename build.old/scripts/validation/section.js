import { agreementOf } from './agreement.js';
import { percent, table } from './markdown.js';
import { KINDS } from './merge.js';
/** The README's figures: agreement, disagreements by kind, doubtful marks. */
export function sectionOf(logs, disagreements) {
    const total = agreementOf(logs.flatMap(({ answers }) => answers));
    const innocent = logs.reduce((sum, log) => sum + log.innocent, 0);
    return `## Agreement on \`expect\`

${table(['log', 'pack', 'events', 'innocent', 'same', 'raw', "Cohen's kappa"], [
        ...logs.map(({ name, pack, events, innocent, agreement }) => [name, pack, events, innocent, ...cells(agreement)]),
        ['all', '', total.pairs, innocent, ...cells(total)],
    ])}

Of allow against anything else: kappa ${agreementOf(logs.flatMap(({ answers }) => answers).map(speaks)).kappa.toFixed(3)}.

## Disagreements by kind

${table(['kind', 'events'], KINDS.map(kind => [`\`${kind}\``, disagreements.filter(({ differs }) => kind in differs).length]))}

${disagreements.length} events in all, each in \`disagreements.jsonl\`; the label alone differs in ${labelAlone(disagreements)}. Where the responses differ, writer against reader:
${pairsOf(disagreements)}.

## Doubtful marks of the collective line

By the policy's numbers, alike being what has the same label and is to be counted; nothing was changed.

${list(logs.flatMap(({ doubts }) => doubts))}

Labels that mean little where they stand, left as they are:

${list(logs.flatMap(({ idle }) => idle))}
`;
}
const labelAlone = (disagreements) => disagreements.filter(({ differs }) => Object.keys(differs).join() === 'label').length;
const cells = ({ same, raw, kappa }) => [same, percent(raw), kappa.toFixed(3)];
const speaks = ([one, other]) => [one === 'allow' ? 'allow' : 'other', other === 'allow' ? 'allow' : 'other'];
function pairsOf(disagreements) {
    const counts = new Map();
    for (const { expect } of disagreements.map(({ differs }) => differs)) {
        if (expect)
            counts.set(`${expect.writer} / ${expect.reader}`, (counts.get(`${expect.writer} / ${expect.reader}`) ?? 0) + 1);
    }
    const sorted = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
    return sorted.map(([pair, n]) => `${pair} ${n}`).join(', ') || 'none';
}
const list = (remarks) => remarks.map(({ id, says }) => `- ${id}: ${says}`).join('\n') || 'None.';
//# sourceMappingURL=section.js.map