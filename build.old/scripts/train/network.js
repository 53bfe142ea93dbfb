import { softmax } from '../../src/text/intent/index.js';
import { gaussian, randomOf, shuffled } from './random.js';
export const TALK_SETTINGS = {
    hidden: 32,
    epochs: 14,
    batch: 256,
    rate: 2e-3,
    decay: 1e-4,
    seed: 20261122,
};
/** An input that hardly ever changes is not blown up to the scale of the others. */
const LEAST_SCALE = 0.25;
/**
 * A softmax over classes that weighs numbers directly and by way of hidden units (ReLU), learned by Adam in small
 * batches. The same samples and seed give the same weights.
 */
export function learnNetwork(samples, classes, settings) {
    const size = samples[0]?.numbers.length ?? 0;
    const { hidden } = settings;
    const width = classes + hidden;
    const { means, scales } = spreadOf(samples, size);
    const inputs = samples.map(({ numbers }) => Float64Array.from(numbers, (number, i) => (number - means[i]) / scales[i]));
    const random = randomOf(settings.seed);
    const weights = new Weights((size + 1) * width, settings);
    const second = new Weights(hidden * classes, settings);
    for (let i = 0; i < size; i++) {
        for (let h = 0; h < hidden; h++)
            weights.values[i * width + classes + h] = gaussian(random) * Math.sqrt(2 / size);
    }
    for (let at = 0; at < second.values.length; at++)
        second.values[at] = gaussian(random) * 0.05;
    const sums = new Float64Array(width);
    const slopes = new Float64Array(width);
    let step = 0;
    for (let epoch = 0; epoch < settings.epochs; epoch++) {
        const rate = settings.rate * (1 - epoch / settings.epochs);
        const order = shuffled([...samples.keys()], random);
        for (let from = 0; from < order.length; from += settings.batch) {
            const batch = order.slice(from, from + settings.batch);
            for (const index of batch) {
                const input = inputs[index];
                forward(input, weights.values, second.values, classes, sums);
                const wrong = softmax(sums.slice(0, classes), 1);
                const label = samples[index].label;
                wrong[label] = wrong[label] - 1;
                backward(wrong, sums, second, classes, slopes);
                for (let i = 0; i <= size; i++) {
                    const number = i === size ? 1 : input[i];
                    if (number === 0)
                        continue;
                    const row = i * width;
                    for (let k = 0; k < width; k++)
                        weights.slopes[row + k] = weights.slopes[row + k] + number * slopes[k];
                }
            }
            step++;
            weights.step(rate, step, batch.length);
            second.step(rate, step, batch.length);
        }
    }
    return { ...asTheyAre(weights.values, means, scales, width), second: second.values };
}
/** The classes' sums, then those of the hidden units, which are nothing where they would be less. */
function forward(input, weights, second, classes, sums) {
    const width = sums.length;
    const size = input.length;
    for (let k = 0; k < width; k++)
        sums[k] = weights[size * width + k];
    for (let i = 0; i < size; i++) {
        const number = input[i];
        if (number === 0)
            continue;
        const row = i * width;
        for (let k = 0; k < width; k++)
            sums[k] = sums[k] + number * weights[row + k];
    }
    for (let h = classes; h < width; h++) {
        const unit = Math.max(0, sums[h]);
        sums[h] = unit;
        if (unit === 0)
            continue;
        const row = (h - classes) * classes;
        for (let c = 0; c < classes; c++)
            sums[c] = sums[c] + unit * second[row + c];
    }
}
/** What every sum should have been less by; the slopes of the second weights are added on the way. */
function backward(wrong, sums, second, classes, slopes) {
    for (let c = 0; c < classes; c++)
        slopes[c] = wrong[c];
    for (let h = classes; h < sums.length; h++) {
        const unit = sums[h];
        slopes[h] = 0;
        if (unit === 0)
            continue;
        const row = (h - classes) * classes;
        let slope = 0;
        for (let c = 0; c < classes; c++) {
            slope += wrong[c] * second.values[row + c];
            second.slopes[row + c] = second.slopes[row + c] + unit * wrong[c];
        }
        slopes[h] = slope;
    }
}
/** Weights that Adam moves (Kingma and Ba 2015; decay as Loshchilov and Hutter 2019). */
class Weights {
    settings;
    values;
    slopes;
    #mean;
    #square;
    constructor(size, settings) {
        this.settings = settings;
        this.values = new Float64Array(size);
        this.slopes = new Float64Array(size);
        this.#mean = new Float64Array(size);
        this.#square = new Float64Array(size);
    }
    step(rate, step, samples) {
        const [first, other] = [1 - 0.9 ** step, 1 - 0.999 ** step];
        for (let at = 0; at < this.values.length; at++) {
            const slope = this.slopes[at] / samples;
            this.slopes[at] = 0;
            const mean = 0.9 * this.#mean[at] + 0.1 * slope;
            const square = 0.999 * this.#square[at] + 0.001 * slope * slope;
            this.#mean[at] = mean;
            this.#square[at] = square;
            const value = this.values[at];
            this.values[at] = value - rate * (mean / first / (Math.sqrt(square / other) + 1e-8) + this.settings.decay * value);
        }
    }
}
function spreadOf(samples, size) {
    const means = new Float64Array(size);
    const scales = new Float64Array(size);
    for (const { numbers } of samples)
        numbers.forEach((number, i) => (means[i] = means[i] + number));
    means.forEach((total, i) => (means[i] = total / samples.length));
    for (const { numbers } of samples)
        numbers.forEach((number, i) => (scales[i] = scales[i] + (number - means[i]) ** 2));
    scales.forEach((total, i) => (scales[i] = Math.max(LEAST_SCALE, Math.sqrt(total / samples.length))));
    return { means, scales };
}
/** Weights for numbers as they are, from those for numbers of one scale. */
function asTheyAre(learned, means, scales, width) {
    const size = means.length;
    const weights = new Float64Array(size * width);
    const bias = Float64Array.from(learned.subarray(size * width));
    for (let i = 0; i < size; i++) {
        for (let k = 0; k < width; k++) {
            const weight = learned[i * width + k] / scales[i];
            weights[i * width + k] = weight;
            bias[k] = bias[k] - weight * means[i];
        }
    }
    return { bias, weights };
}
//# sourceMappingURL=network.js.map