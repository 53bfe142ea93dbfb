import { SHARES } from './fit-talk.js';
import { AT_LEAST, FALSE_ALARMS } from './measure.js';
const percent = (share) => `${(share * 100).toFixed(1)} %`;
const row = (...cells) => `| ${cells.join(' | ')} |`;
const table = (head, rows) => [row(...head), row(...head.map(() => '---')), ...rows].join('\n');
/** docs/intent-model.md: written by `npm run train`, the same for the same corpus. */
export function reportOf({ card, bytes, figures, surprise, curve, corpus, operating, confused, talk, }) {
    const classes = [...figures.classes].filter(one => one.lines > 0);
    return `# The intent model

Written by \`npm run train\`; do not edit. What a message is likely to be, from its characters and its form: a linear
model (multinomial logistic regression) over hashed character 1- to 3-grams of the match key, every two
characters that stand together in it, meanings of words (${corpus.meanings} of them, \`corpus/meanings\`) in it and in the line before, 1- and 2-grams of the line before, and
features of structure: role, kind, question, imperative, length, night, emoji, signs, entities, what the line before was. ${card.rows.toLocaleString('en')} features with ${card.cells.toLocaleString('en')} int8 weights for
${card.classes.length} classes, ${(bytes / 1e6).toFixed(2)} MB. It runs in the
process, offline; the signal \`intent\` asks it once an event.

Learned from \`corpus/\` by stochastic gradient descent (AdaGrad), one line at a time, seed ${card.seed}. The same corpus
and the same version of Node.js on the same processor architecture give the same bytes; a test fails when the weights do
not belong to the corpus, or the features are not those that were learned with.

| | |
| --- | --- |
| corpus | ${corpus.lines} lines, ${corpus.topics} topics, ${percent(corpus.innocent / corpus.lines)} innocent, near-copies ${percent(corpus.nearCopies / corpus.lines)} |
| corpus SHA-256 | \`${card.corpus}\` |
| weights SHA-256 | \`${card.weights}\` |
| temperature | ${card.temperature} (surprise ${surprise.before.toFixed(3)} before, ${surprise.after.toFixed(3)} after; calibration error ${percent(figures.calibrationError)}) |

## Cross-validation

Five folds. Lines of one topic, and near-copies (Jaccard over character 3-grams above 0.6), are in one fold. Every figure
is of lines whose topic the model has not seen, by int8 weights as they are shipped; the temperature is fitted on the same
answers (one number).

| | |
| --- | --- |
| accuracy, ${classes.length} classes | ${percent(figures.accuracy)} |
| macro precision, recall (without normal) | ${percent(figures.macro.precision)}, ${percent(figures.macro.recall)} |
| micro precision, recall (without normal) | ${percent(figures.micro.precision)}, ${percent(figures.micro.recall)} |
| innocent look-alikes whose likeliest class is another | ${percent(figures.falseAlarms.likeliest)} |

The innocent lines of the corpus are look-alikes, written to be mistaken: in ordinary talk false alarms are far fewer.

${table(['a class of at least', 'innocent lines that reach it', 'others whose own class reaches it'], figures.falseAlarms.at.map(({ level, innocent, caught }) => row(level, percent(innocent), percent(caught))))}

${table(['normal of at least', 'innocent lines', 'others'], figures.normal.map(({ level, innocent, others }) => row(level, percent(innocent), percent(others))))}

### What is caught at fixed false alarms

Of each class, the share of its lines whose probability is above the one that so many of its own innocent look-alikes
reach; \`any\` is anything but normal, against every innocent line.

${table(['class', 'lines', 'look-alikes', ...FALSE_ALARMS.map(share => `at ${percent(share)}`)], operating.map(one => row(one.category, one.lines, one.lookAlikes, ...one.caught.map(percent))))}

### By class

${table(['class', 'lines', 'precision', 'recall', `own probability at least ${AT_LEAST}`], classes.map(one => row(one.category, one.lines, percent(one.precision), percent(one.recall), percent(one.sure))))}

Most confused: ${confused.map(({ is, taken, lines }) => `${is} taken for ${taken} (${lines})`).join(', ')}.

## Learning curve

${table([
        'lines learned from',
        'accuracy',
        'macro recall',
        'micro recall',
        `innocent over ${AT_LEAST}`,
        `caught at ${AT_LEAST}`,
    ], curve.map(({ lines, figures: then }) => {
        const sure = then.falseAlarms.at.find(({ level }) => level === AT_LEAST);
        return row(lines, percent(then.accuracy), percent(then.macro.recall), percent(then.micro.recall), percent(sure?.innocent ?? 0), percent(sure?.caught ?? 0));
    }))}

## In its talk

What people write in a group is short and means something only with what went before. A second linear model
(\`models/talk.json\`, the signal \`in_talk\`) weighs what the intent model says of a line, of all that its sender has
written within five minutes taken as one, of their last words and of somebody else's, with role, kind, length, question,
night and pause. It is learned from ${talk.talks} days and scenes of talk (\`corpus/talks\`, ${talk.lines} labelled lines, ${talk.due} of
which need something; people are numbers there). What the intent model says of a day is said by a fold that has not learned from it.

Of the lines that need something, found (and found for what they are) where that share of the innocent ones is wronged, by
folds that had not seen the day:

${table(['innocent lines wronged', 'the line alone', 'in its talk'], SHARES.map((share, index) => {
        const told = ({ caught, right }) => `${percent(caught)} (${percent(right)})`;
        return row(percent(share), told(talk.alone[index]), told(talk.inTalk[index]));
    }))}
`;
}
//# sourceMappingURL=report.js.map