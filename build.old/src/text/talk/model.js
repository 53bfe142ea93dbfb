import { CATEGORIES } from '../../model/category.js';
import { SEVERITIES } from '../../model/rule.js';
import { softmax } from '../intent/index.js';
import { endsOf, formOf, inputsFor, numbersOf, odds, PARTS } from './turn.js';
/** A part that carries less than this share of the strongest one is not worth telling. */
const WORTH_TELLING = 0.4;
/** A linear model over what the intent model says of a line, of what the sender wrote before, and of the line before. */
export class TalkModel {
    classes;
    #reads;
    #bias;
    #weights;
    /** of a line that nothing was written before: it stands for itself and for all that was written */
    #single;
    /** used again and again */
    #logits;
    #form;
    #noOwn;
    #noOther;
    /** Throws RangeError for a card that is not whole. */
    constructor(card) {
        const { classes, bias, weights, reads } = card;
        if (card.version !== 1)
            throw new RangeError(`unknown version ${String(card.version)}`);
        const strange = classes.find(one => !CATEGORIES.includes(one.category) || !(one.severity === null || SEVERITIES.includes(one.severity)));
        if (strange)
            throw new RangeError(`unknown class ${strange.category}`);
        if (bias.length !== classes.length || weights.length !== inputsFor(reads))
            throw new RangeError('not whole');
        if (weights.some(row => row.length !== classes.length))
            throw new RangeError('a row is not whole');
        this.classes = classes;
        this.#reads = reads;
        this.#bias = Float64Array.from(bias);
        this.#weights = Float64Array.from(weights.flat());
        if (this.#weights.some(weight => !Number.isFinite(weight)))
            throw new RangeError('a weight is no number');
        this.#logits = new Float64Array(classes.length);
        this.#form = new Float64Array(inputsFor(reads) - 4 * reads);
        const size = reads * classes.length;
        this.#single = this.#weights.slice(0, size).map((weight, i) => weight + this.#weights[size + i]);
        this.#noOwn = this.#without(2);
        this.#noOther = this.#without(3);
    }
    /** Places of the classes of a category, or of one severity of it. */
    placesOf(category, severity) {
        return this.classes.flatMap((one, index) => one.category === category && (severity === null || one.severity === severity) ? [index] : []);
    }
    judge(turn) {
        const logits = this.#logits;
        logits.set(this.#bias);
        // most lines stand alone: what is not there is added up once for all
        if (turn.joined === null)
            this.#add(this.#single, turn.own, logits);
        else {
            this.#addPart(0, turn.own, logits);
            this.#addPart(1, turn.joined, logits);
        }
        if (turn.ownBefore === null)
            addTo(logits, this.#noOwn);
        else
            this.#addPart(2, turn.ownBefore.said, logits);
        if (turn.otherBefore === null)
            addTo(logits, this.#noOther);
        else
            this.#addPart(3, turn.otherBefore.said, logits);
        const form = formOf(turn, this.#form);
        const from = 4 * this.#reads;
        const width = logits.length;
        for (let i = 0; i < form.length; i++) {
            const number = form[i];
            if (number === 0)
                continue;
            for (let c = 0; c < width; c++) {
                logits[c] = logits[c] + number * this.#weights[(from + i) * width + c];
            }
        }
        return {
            probabilities: softmax(logits, 1),
            reasons: wanted => this.#reasons(numbersOf(turn, this.#reads), wanted),
        };
    }
    #addPart(part, said, logits) {
        const size = this.#reads * logits.length;
        this.#add(this.#weights.subarray(part * size, (part + 1) * size), said, logits);
    }
    /** Adds up what a line says, by rows of one weight a class. */
    #add(rows, said, logits) {
        const width = logits.length;
        for (let i = 0; i < this.#reads; i++) {
            const number = odds(said[i]);
            const row = i * width;
            for (let c = 0; c < width; c++)
                logits[c] = logits[c] + number * rows[row + c];
        }
    }
    /** What a part adds where there is no such line. */
    #without(part) {
        const sum = new Float64Array(this.#bias.length);
        this.#addPart(part, new Float64Array(this.#reads), sum);
        return sum;
    }
    #reasons(numbers, wanted) {
        const width = this.classes.length;
        const normal = this.classes.findIndex(({ category }) => category === 'normal');
        const ends = endsOf(this.#reads);
        let from = 0;
        const worth = PARTS.map((part, index) => {
            let sum = 0;
            for (let i = from; i < ends[index]; i++) {
                const at = i * width;
                sum +=
                    numbers[i] * (this.#weights[at + wanted] - this.#weights[at + normal]);
            }
            from = ends[index];
            return { part, sum };
        });
        const most = Math.max(...worth.map(({ sum }) => sum));
        return worth
            .filter(({ sum }) => sum > 0 && sum >= WORTH_TELLING * most)
            .sort((a, b) => b.sum - a.sum)
            .map(({ part }) => part);
    }
}
function addTo(sum, more) {
    for (let i = 0; i < sum.length; i++)
        sum[i] = sum[i] + more[i];
}
//# sourceMappingURL=model.js.map