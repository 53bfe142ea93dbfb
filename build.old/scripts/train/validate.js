import { CATEGORIES } from '../../src/model/category.js';
import { IntentModel } from '../../src/text/intent/index.js';
import { learn } from './learn.js';
import { randomOf, shuffled } from './random.js';
import { shrink } from './shrink.js';
export const FOLDS = 5;
/** In which fold each line is held out; groups go whole, so that nothing learned from is near what it is tried on. */
export function foldsOf(groups, seed) {
    const order = shuffled([...new Set(groups)], randomOf(seed));
    const fold = new Map(order.map((group, index) => [group, index % FOLDS]));
    return groups.map(group => fold.get(group));
}
/** What is learned without one fold, made small; of the rest at most `atMost` lines, whole groups. */
export function weightsWithout(fold, folds, prepared, settings, atMost = Number.POSITIVE_INFINITY) {
    const rest = [...folds.keys()].filter(index => folds[index] !== fold);
    const some = rest.length <= atMost ? rest : firstGroups(rest, prepared.groups, atMost, settings.seed + fold);
    const learned = learn(some.map(index => prepared.samples[index]), CATEGORIES.length, settings);
    return shrink(learned, CATEGORIES, 1);
}
/** One model a fold, learned without it; of the rest at most `atMost` lines. */
export function modelsOf(prepared, settings, atMost) {
    const folds = foldsOf(prepared.groups, settings.seed);
    return Array.from({ length: FOLDS }, (_, fold) => {
        const weights = weightsWithout(fold, folds, prepared, settings, atMost);
        return new IntentModel(weights, prepared.meanings);
    });
}
/** Every line as a model answers that has not seen its group; the model as it is shipped, made small. */
export function heldOut(prepared, settings, models) {
    return foldsOf(prepared.groups, settings.seed).map((fold, index) => {
        const { label } = prepared.samples[index];
        return { label, logits: models[fold].logits(prepared.inputs[index]) };
    });
}
function firstGroups(lines, groups, atMost, seed) {
    const kept = new Set();
    let count = 0;
    const sizes = new Map();
    for (const line of lines)
        sizes.set(groups[line], (sizes.get(groups[line]) ?? 0) + 1);
    for (const group of shuffled([...sizes.keys()], randomOf(seed))) {
        if (count >= atMost)
            break;
        kept.add(group);
        count += sizes.get(group);
    }
    return lines.filter(line => kept.has(groups[line]));
}
//# sourceMappingURL=validate.js.map