import { CATEGORIES } from '../../src/model/category.js';
import { softmax } from '../../src/text/intent/index.js';
import { numbersOf } from '../../src/text/talk/index.js';
import { classesOf, classOf, learnTalk, TALK_SETTINGS } from './learn-talk.js';
import { turnsOf } from './talks.js';
import { FOLDS } from './validate.js';
/** Shares of innocent lines that may be wronged, at which what is caught is told. */
export const SHARES = [0.005, 0.01, 0.02, 0.04];
/**
 * Learns what lines are in their talk. What the intent model says of a talk is said by the one of `models` that has not
 * learned from it: `foldOf` tells which. `heat`: the temperature of the model that is shipped.
 */
export function fitTalk(talks, models, foldOf, heat, shipped) {
    const classes = classesOf(talks.flatMap(({ lines }) => lines));
    const known = talks.flatMap(talk => knownOf(talk, models, foldOf(talk.name), heat, classes));
    return { card: cardOf(known, classes, shipped), figures: figuresOf(known, classes, talks.length) };
}
/** As `fitTalk`, one for each fold, which has learned nothing of the talks in it; to go with the models of `shipped`. */
export function talkCardsWithout(talks, models, foldOf, heat, shipped) {
    const classes = classesOf(talks.flatMap(({ lines }) => lines));
    const known = talks.flatMap(talk => knownOf(talk, models, foldOf(talk.name), heat, classes));
    return shipped.map((names, fold) => cardOf(known.filter(one => one.fold !== fold), classes, names));
}
function cardOf(known, classes, shipped) {
    const { bias, weights } = learnTalk(known, classes.length, TALK_SETTINGS);
    const rows = weights.length / classes.length;
    return {
        version: 1,
        classes,
        reads: CATEGORIES.length,
        ...shipped,
        lines: known.length,
        bias: Array.from(bias, short),
        weights: Array.from({ length: rows }, (_, row) => Array.from(weights.subarray(row * classes.length, (row + 1) * classes.length), short)),
    };
}
const short = (weight) => Number(weight.toFixed(5));
function knownOf(talk, models, fold, heat, classes) {
    const model = models[fold];
    const turns = turnsOf(talk, input => softmax(model.logits(input), heat));
    return talk.lines.flatMap((line, index) => {
        const turn = turns[index] ?? null;
        const label = classOf(line, classes);
        if (turn === null || label < 0)
            return [];
        return [{ line, label, fold, numbers: numbersOf(turn, CATEGORIES.length), alone: turn.own }];
    });
}
/** By models of the other folds, as with the intent model. */
function figuresOf(known, classes, talks) {
    const alone = [];
    const inTalk = [];
    const plain = CATEGORIES.map(category => ({ category, severity: null }));
    for (let fold = 0; fold < FOLDS; fold++) {
        const { bias, weights } = learnTalk(known.filter(one => one.fold !== fold), classes.length, TALK_SETTINGS);
        for (const one of known.filter(one => one.fold === fold)) {
            const logits = Float64Array.from(bias);
            one.numbers.forEach((number, i) => {
                for (let c = 0; c < logits.length; c++)
                    logits[c] = logits[c] + number * weights[i * logits.length + c];
            });
            inTalk.push(scored(softmax(logits, 1), classes, one.line));
            alone.push(scored(one.alone, plain, one.line));
        }
    }
    const due = known.filter(({ line }) => line.label !== 'normal').length;
    return { talks, lines: known.length, due, alone: caughtOf(alone), inTalk: caughtOf(inTalk) };
}
function scored(likely, classes, { label }) {
    let best = null;
    let most = -1;
    let normal = 0;
    classes.forEach(({ category }, index) => {
        const one = likely[index];
        if (category === 'normal')
            normal = one;
        else if (one > most)
            [best, most] = [category, one];
    });
    return { score: 1 - normal, innocent: label === 'normal', right: best === label };
}
function caughtOf(all) {
    const sorted = [...all].sort((a, b) => b.score - a.score);
    const innocent = all.filter(one => one.innocent).length;
    const due = all.length - innocent;
    return SHARES.map(share => {
        const caught = { caught: 0, right: 0 };
        let wronged = 0;
        for (const one of sorted) {
            if (one.innocent && ++wronged > share * innocent)
                break;
            if (one.innocent)
                continue;
            caught.caught += 1 / due;
            if (one.right)
                caught.right += 1 / due;
        }
        return caught;
    });
}
//# sourceMappingURL=fit-talk.js.map