import { softmax } from '../../src/text/intent/index.js';
import { randomOf, shuffled } from './random.js';
export const TALK_SETTINGS = { epochs: 24, rate: 0.1, decay: 2e-3, seed: 20261122 };
/** Of these the policy tells the grave ones from the others. */
const TOLD_APART = ['self_harm_bullying', 'abuse_conflict'];
/** A class of fewer lines is not learned. */
const LINES_AT_LEAST = 40;
const nameOf = (category, severity) => TOLD_APART.includes(category) ? `${category} ${severity === 'P0' ? 'P0' : 'P1'}` : category;
/** The classes that there are lines enough of, `normal` among them, by name. */
export function classesOf(lines) {
    const counts = new Map();
    for (const { label, severity } of lines) {
        if (label === null)
            continue;
        const name = nameOf(label, severity);
        counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return [...counts]
        .filter(([, count]) => count >= LINES_AT_LEAST)
        .map(([name]) => name)
        .sort()
        .map(name => {
        const [category, severity] = name.split(' ');
        return { category, severity: severity ?? null };
    });
}
/** The place of a line's class; -1 for a line that is not learned. */
export function classOf({ label, severity }, classes) {
    if (label === null)
        return -1;
    const name = nameOf(label, severity);
    return classes.findIndex(one => nameOf(one.category, one.severity) === name);
}
/**
 * Multinomial logistic regression over inputs of one scale (AdaGrad, one line at a time, weights averaged over the last
 * half). The same samples and seed give the same weights; they are given for the inputs as they are.
 */
export function learnTalk(samples, width, settings) {
    const size = samples[0]?.numbers.length ?? 0;
    const { means, scales } = spreadOf(samples, size);
    const inputs = samples.map(({ numbers }) => Float64Array.from(numbers, (number, i) => (number - means[i]) / scales[i]));
    const weights = new Float64Array((size + 1) * width);
    const squares = new Float64Array(weights.length).fill(1);
    const sum = new Float64Array(weights.length);
    let summed = 0;
    const logits = new Float64Array(width);
    const random = randomOf(settings.seed);
    for (let epoch = 0; epoch < settings.epochs; epoch++) {
        for (const index of shuffled([...samples.keys()], random)) {
            const input = inputs[index];
            logits.set(weights.subarray(size * width));
            for (let i = 0; i < size; i++) {
                const number = input[i];
                if (number === 0)
                    continue;
                for (let c = 0; c < width; c++)
                    logits[c] = logits[c] + number * weights[i * width + c];
            }
            const slopes = softmax(logits, 1);
            const label = samples[index].label;
            slopes[label] = slopes[label] - 1;
            for (let i = 0; i <= size; i++) {
                const number = i === size ? 1 : input[i];
                if (number === 0)
                    continue;
                const decay = i === size ? 0 : settings.decay;
                for (let c = 0; c < width; c++) {
                    const at = i * width + c;
                    const gradient = number * slopes[c] + decay * weights[at];
                    const square = squares[at] + gradient * gradient;
                    squares[at] = square;
                    weights[at] = weights[at] - (settings.rate * gradient) / Math.sqrt(square);
                }
            }
        }
        if (epoch >= settings.epochs / 2) {
            for (let at = 0; at < weights.length; at++)
                sum[at] = sum[at] + weights[at];
            summed++;
        }
    }
    return asTheyAre(sum.map(one => one / summed), means, scales, width);
}
function spreadOf(samples, size) {
    const means = new Float64Array(size);
    const scales = new Float64Array(size);
    for (const { numbers } of samples)
        numbers.forEach((number, i) => (means[i] = means[i] + number));
    means.forEach((total, i) => (means[i] = total / samples.length));
    for (const { numbers } of samples)
        numbers.forEach((number, i) => (scales[i] = scales[i] + (number - means[i]) ** 2));
    // an input that never changes says nothing
    scales.forEach((total, i) => (scales[i] = Math.sqrt(total / samples.length) || 1));
    return { means, scales };
}
/** Weights for the inputs as they are, from those for inputs of one scale. */
function asTheyAre(learned, means, scales, width) {
    const size = means.length;
    const weights = new Float64Array(size * width);
    const bias = Float64Array.from(learned.subarray(size * width));
    for (let i = 0; i < size; i++) {
        for (let c = 0; c < width; c++) {
            const weight = learned[i * width + c] / scales[i];
            weights[i * width + c] = weight;
            bias[c] = bias[c] - weight * means[i];
        }
    }
    return { bias, weights };
}
//# sourceMappingURL=learn-talk.js.map