import { Features, SORTS, softmax, worthOf } from '../../src/text/intent/index.js';
import { randomOf, shuffled } from './random.js';
export const SETTINGS = { epochs: 5, rate: 0.15, decay: 1e-4, seenIn: 2, seed: 20260901 };
/** A line as numbers. */
export function sampleOf(input, label, meanings) {
    const { ids, ends, length } = new Features(meanings).read(input);
    const values = new Float32Array(length);
    let from = 0;
    for (const [index, sort] of SORTS.entries()) {
        const end = ends[index];
        values.fill(worthOf(sort, end - from), from, end);
        from = end;
    }
    return { slots: ids.slice(0, length), values, label };
}
/** A class whose probability is this near to right is left alone. */
const SETTLED = 1e-4;
/** Multinomial logistic regression, one line at a time (AdaGrad). The same samples and seed give the same weights. */
export function learn(samples, classes, settings) {
    const rowOf = rowsOf(samples, settings.seenIn);
    const rows = samples.map(sample => Int32Array.from(sample.slots, slot => rowOf.get(slot) ?? -1));
    const weights = new Float32Array(rowOf.size * classes);
    const squares = new Float32Array(weights.length).fill(1e-2);
    const logits = new Float64Array(classes);
    const active = new Int32Array(classes);
    const random = randomOf(settings.seed);
    for (let epoch = 0; epoch < settings.epochs; epoch++) {
        for (const index of shuffled([...samples.keys()], random)) {
            const sample = samples[index];
            const row = rows[index];
            score(row, sample.values, weights, logits);
            const slopes = softmax(logits, 1);
            slopes[sample.label] = slopes[sample.label] - 1;
            let wrong = 0;
            for (let c = 0; c < classes; c++)
                if (Math.abs(slopes[c]) > SETTLED)
                    active[wrong++] = c;
            for (let i = 0; i < row.length; i++) {
                const from = row[i] * classes;
                if (from < 0)
                    continue;
                const value = sample.values[i];
                for (let k = 0; k < wrong; k++) {
                    const at = from + active[k];
                    const gradient = slopes[active[k]] * value + settings.decay * weights[at];
                    const square = squares[at] + gradient * gradient;
                    squares[at] = square;
                    weights[at] = weights[at] - (settings.rate * gradient) / Math.sqrt(square);
                }
            }
        }
    }
    const slots = Int32Array.from(rowOf.keys());
    return { slots, weights, classes };
}
/** Logits of one sample, into `logits`. */
function score(row, values, weights, logits) {
    const classes = logits.length;
    logits.fill(0);
    for (let i = 0; i < row.length; i++) {
        const at = row[i] * classes;
        if (at < 0)
            continue;
        const value = values[i];
        for (let c = 0; c < classes; c++)
            logits[c] = logits[c] + weights[at + c] * value;
    }
}
function rowsOf(samples, seenIn) {
    const seen = new Map();
    for (const { slots } of samples)
        for (const slot of new Set(slots))
            seen.set(slot, (seen.get(slot) ?? 0) + 1);
    const kept = [...seen].filter(([, times]) => times >= seenIn).map(([slot]) => slot);
    return new Map(kept.sort((a, b) => a - b).map((slot, row) => [slot, row]));
}
//# sourceMappingURL=learn.js.map