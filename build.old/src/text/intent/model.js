import { Features, SORTS, worthOf } from './features.js';
import { Rows } from './rows.js';
/** A linear model over hashed features. Holds no state of any message; not to be called from two threads. */
export class IntentModel {
    classes;
    #weights;
    #rows;
    #features;
    #sum;
    /** used again and again */
    #logits;
    #index;
    /** Throws RangeError for weights that do not fit together. `meanings`: those that the weights were learned with. */
    constructor(weights, meanings) {
        const { classes } = weights;
        this.#features = new Features(meanings);
        this.#rows = new Rows(weights, classes.length);
        this.#weights = weights;
        this.classes = classes;
        this.#sum = new Int32Array(classes.length);
        this.#logits = new Float64Array(classes.length);
        this.#index = new Map(classes.map((category, index) => [category, index]));
    }
    /** What one message is likely to be. Some microseconds. */
    judge(input) {
        const probabilities = softmax(this.#read(input, this.#logits), this.#weights.temperature);
        let best = 0;
        for (let c = 1; c < probabilities.length; c++) {
            if (probabilities[c] > probabilities[best])
                best = c;
        }
        return {
            probabilities,
            best: this.classes[best],
            probability: category => probabilities[this.#index.get(category) ?? -1] ?? 0,
        };
    }
    /** How much each feature of the text speaks for one class and against another, by its place in the text's key. */
    reasons(input, category, rather) {
        const features = this.#features.read(input);
        const pro = this.#index.get(category) ?? -1;
        const con = this.#index.get(rather) ?? -1;
        const found = [];
        // characters and meanings have a place in the text, the rest has none
        for (let i = features.ends[0]; i < features.ends[2]; i++) {
            const slot = features.ids[i];
            const from = features.from[i];
            if (from < 0)
                continue;
            const worth = this.#rows.value(slot, pro) - this.#rows.value(slot, con);
            if (worth > 0)
                found.push({ from, to: features.to[i], worth: worth * this.#weights.scale });
        }
        return found;
    }
    /** One a class, before they become probabilities. */
    logits(input) {
        return this.#read(input, new Float64Array(this.classes.length));
    }
    #read(input, logits) {
        const { scale } = this.#weights;
        const features = this.#features.read(input);
        const { ends } = features;
        logits.fill(0);
        let from = 0;
        for (const [index, sort] of SORTS.entries()) {
            const to = ends[index];
            if (to > from)
                this.#addUp(features, from, to, worthOf(sort, to - from) * scale, logits);
            from = to;
        }
        return logits;
    }
    #addUp({ ids }, from, to, factor, logits) {
        const sum = this.#sum;
        sum.fill(0);
        this.#rows.addUp(ids, from, to, sum);
        for (let c = 0; c < sum.length; c++)
            logits[c] = logits[c] + sum[c] * factor;
    }
}
/** Probabilities of logits, divided by a temperature first. */
export function softmax(logits, temperature) {
    let highest = Number.NEGATIVE_INFINITY;
    for (let c = 0; c < logits.length; c++)
        if (logits[c] > highest)
            highest = logits[c];
    const result = [];
    let total = 0;
    for (let c = 0; c < logits.length; c++) {
        const part = Math.exp((logits[c] - highest) / temperature);
        result.push(part);
        total += part;
    }
    for (let c = 0; c < result.length; c++)
        result[c] = result[c] / total;
    return result;
}
//# sourceMappingURL=model.js.map