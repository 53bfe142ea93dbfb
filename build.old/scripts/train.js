import { mkdirSync, writeFileSync } from 'node:fs';
import { CATEGORIES } from '../src/model/category.js';
import { encode, hashOf } from '../src/text/intent/index.js';
import { fingerprintOfFeatures } from './train/fingerprint.js';
import { fitTalk } from './train/fit-talk.js';
import { hashOfLines } from './train/folder.js';
import { learn, SETTINGS } from './train/learn.js';
import { figuresOf, operatingPoints, surpriseOf, temperatureOf } from './train/measure.js';
import { CORPUS, preparedCorpus, TALKS } from './train/prepare.js';
import { reportOf } from './train/report.js';
import { shrink } from './train/shrink.js';
import { readTalks } from './train/talks.js';
import { FOLDS, heldOut, modelsOf } from './train/validate.js';
/** Learning from this many lines, and from all. */
const CURVE = [2_000, 4_000, 8_000, 12_000, 16_000, 32_000];
const MODELS = 'models';
const { lines, pairs, words, prepared, foldOf } = preparedCorpus();
const { samples, groups, meanings } = prepared;
say(`${lines.length} lines, ${new Set(groups).size} groups, ${pairs.length} near-copies`);
const curve = [];
const whole = Math.round((lines.length * (FOLDS - 1)) / FOLDS);
for (const size of CURVE.filter(size => size < whole)) {
    const answers = heldOut(prepared, SETTINGS, modelsOf(prepared, SETTINGS, size));
    curve.push({ lines: size, figures: figuresOf(answers, CATEGORIES, temperatureOf(answers)) });
    say(`learned from ${size}: ${summary(curve.at(-1)?.figures)}`);
}
const models = modelsOf(prepared, SETTINGS);
const answers = heldOut(prepared, SETTINGS, models);
const temperature = temperatureOf(answers);
const figures = figuresOf(answers, CATEGORIES, temperature);
curve.push({ lines: whole, figures });
say(`learned from ${whole}: ${summary(figures)}`);
for (const one of figures.classes) {
    const { category, precision, recall } = one;
    if (one.lines > 0)
        say(`  ${category.padEnd(24)} ${String(one.lines).padStart(5)}  ${percent(precision)}  ${percent(recall)}`);
}
const weights = shrink(learn(samples, CATEGORIES.length, SETTINGS), CATEGORIES, temperature);
const bytes = encode(weights);
const card = {
    version: 1,
    classes: CATEGORIES,
    rows: weights.slots.length,
    cells: weights.cells.length,
    scale: weights.scale,
    temperature,
    weights: hashOf(bytes),
    meanings: hashOf(words),
    corpus: hashOfLines(CORPUS),
    lines: lines.length,
    features: fingerprintOfFeatures(),
    seed: SETTINGS.seed,
};
const talk = fitTalk(readTalks(TALKS), models, foldOf, temperature, {
    intent: card.weights,
    talks: hashOfLines(TALKS),
});
mkdirSync(MODELS, { recursive: true });
writeFileSync(`${MODELS}/meanings.txt`, words);
writeFileSync(`${MODELS}/intent.bin`, bytes);
writeFileSync(`${MODELS}/intent.json`, `${JSON.stringify(card, null, 2)}\n`);
writeFileSync(`${MODELS}/talk.json`, `${JSON.stringify(talk.card)}\n`);
writeFileSync('docs/intent-model.md', reportOf({
    card,
    bytes: bytes.length,
    figures,
    surprise: { before: surpriseOf(answers, 1), after: surpriseOf(answers, temperature) },
    curve,
    corpus: {
        lines: lines.length,
        meanings: meanings.count,
        innocent: lines.filter(line => line.label === 'normal').length,
        topics: new Set(lines.map(line => line.topic)).size,
        nearCopies: new Set(pairs.map(([later]) => later)).size,
    },
    operating: operatingPoints(answers, lines.map(({ near }) => (near === null ? -1 : CATEGORIES.indexOf(near))), CATEGORIES, temperature),
    confused: confused(answers),
    talk: talk.figures,
}));
say(`${MODELS}/intent.bin: ${bytes.length} bytes, ${card.rows} rows; docs/intent-model.md`);
function confused(answers) {
    const counts = new Map();
    for (const { label, logits } of answers) {
        const taken = logits.indexOf(Math.max(...logits));
        if (taken !== label)
            counts.set(`${label} ${taken}`, (counts.get(`${label} ${taken}`) ?? 0) + 1);
    }
    const top = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, 12);
    return top.map(([key, lines]) => {
        const [is, taken] = key.split(' ').map(Number);
        return { is: CATEGORIES[is], taken: CATEGORIES[taken], lines };
    });
}
function summary({ accuracy, macro, micro, falseAlarms }) {
    return `accuracy ${percent(accuracy)}, macro ${percent(macro.precision)} / ${percent(macro.recall)}, micro ${percent(micro.precision)} / ${percent(micro.recall)}, false alarms ${percent(falseAlarms.likeliest)}`;
}
function percent(share) {
    return `${(share * 100).toFixed(1)} %`;
}
function say(line) {
    process.stdout.write(`${line}\n`);
}
//# sourceMappingURL=train.js.map