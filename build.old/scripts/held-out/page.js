import { shareOf } from '../validation/lines.js';
import { table } from '../validation/markdown.js';
/** docs/held-out.md: the same for the same rules and corpus. */
export function heldOutPage({ rules, talks, folds, all, labels }) {
    const { lines, missing, falseAlarms, approached, caught, p0Caught, p0Escalated, p0False } = all;
    return `# Days of the corpus, held out

Written by \`npm run held-out\`; do not edit. ${talks} days of talk of \`corpus/talks\`, replayed through the whole program
(\`banzhang replay --json\`, pack \`common\`), each by an intent model and a talk model that have learned nothing of that day:
${folds} folds, split as in [the intent model](intent-model.md). Rules: those of
\`${rules}\`.

The rules themselves were written with these days in sight, people have made-up names, and packs, exemptions and rosters are
lost: levels are no forecast for a class. Differences between two versions of the program are the use of it, over many more
events than any labelled log has.

|  | of ${lines} labelled lines |
| --- | --- |
| ordinary lines of which something was made | ${shareOf(falseAlarms)} |
| ordinary lines that would have cost somebody a word | ${shareOf(approached)} |
| lines that are something, of which something was made | ${shareOf(caught)} |
| lines of a P0 matter, told as P0 | ${shareOf(p0Caught)} |
| lines of a P0 matter, told at all | ${shareOf(p0Escalated)} |
| told as P0 and labelled as less, per 1,000 lines | ${((1000 * p0False.some) / Math.max(1, p0False.all)).toFixed(1)} |
| lines without a decision | ${missing} |

Labels are of the line in its talk: each further line of a matter bears the label of the matter, so that a line that adds
nothing counts here like the first one, and a line told as P0 within somebody's matter of P0 may bear a label of less.

## By label

${table(['label', 'lines', 'something was made of', 'told as P0', 'labelled P0', 'of them told as P0'], labels.map(([label, figures]) => [
        label,
        figures.lines,
        shareOf(label === 'normal' ? figures.falseAlarms : figures.caught),
        figures.p0Caught.some + figures.p0False.some,
        figures.p0Caught.all,
        figures.p0Caught.some,
    ]))}
`;
}
//# sourceMappingURL=page.js.map