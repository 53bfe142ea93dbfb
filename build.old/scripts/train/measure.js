import { softmax } from '../../src/text/intent/index.js';
/** The temperature under which the answers are least surprising. */
export function temperatureOf(answers) {
    let best = 1;
    let least = Number.POSITIVE_INFINITY;
    for (let step = 8; step <= 80; step++) {
        const surprise = surpriseOf(answers, step / 20);
        if (surprise < least)
            [least, best] = [surprise, step / 20];
    }
    return best;
}
/** Mean negative log-likelihood. */
export function surpriseOf(answers, temperature) {
    const total = answers.reduce((sum, { label, logits }) => sum - Math.log(Math.max(softmax(logits, temperature)[label], 1e-12)), 0);
    return total / answers.length;
}
/** Shares of innocent lines that a threshold may wrong, at which what is caught is told. */
export const FALSE_ALARMS = [0.005, 0.01, 0.02, 0.03];
/**
 * What is caught at fixed shares of false alarms. A class is held against its own look-alikes (`near`: class of each
 * line that it could be mistaken for, -1 for none); first of all, anything but normal against every innocent line.
 */
export function operatingPoints(answers, near, classes, temperature) {
    const normal = classes.indexOf('normal');
    const said = answers.map(({ label, logits }, index) => ({
        label,
        near: near[index],
        p: softmax(logits, temperature),
    }));
    const points = (category, own, like, score) => {
        const right = said.filter(one => one.label !== normal && own(one)).map(one => score(one.p));
        const wrong = said.filter(one => one.label === normal && like(one)).map(one => score(one.p));
        wrong.sort((a, b) => b - a);
        const caught = FALSE_ALARMS.map(share => {
            const over = wrong[Math.floor(wrong.length * share)] ?? 0;
            return right.filter(one => one > over).length / Math.max(right.length, 1);
        });
        return { category, lines: right.length, lookAlikes: wrong.length, caught };
    };
    const always = () => true;
    return [
        points('any', always, always, p => 1 - p[normal]),
        ...classes.flatMap((category, c) => c === normal
            ? []
            : [
                points(category, one => one.label === c, one => one.near === c, p => p[c]),
            ]),
    ].filter(one => one.lines > 0);
}
/** The level from which the signal takes a category for sure. */
export const AT_LEAST = 0.8;
const LEVELS = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95];
const NORMAL_LEVELS = [0.5, 0.8, 0.9, 0.95, 0.97, 0.99];
export function figuresOf(answers, classes, temperature) {
    const said = answers.map(({ label, logits }) => {
        const p = softmax(logits, temperature);
        return { label, p, best: p.indexOf(Math.max(...p)) };
    });
    const normal = classes.indexOf('normal');
    const share = (part, whole) => (whole === 0 ? 0 : part / whole);
    const count = (list, test) => list.filter(test).length;
    const innocent = said.filter(one => one.label === normal);
    const others = said.filter(one => one.label !== normal);
    const figures = classes.map((category, c) => {
        const own = said.filter(one => one.label === c);
        const right = count(own, one => one.best === c);
        return {
            category,
            lines: own.length,
            precision: share(right, count(said, one => one.best === c)),
            recall: share(right, own.length),
            sure: share(count(own, one => one.p[c] >= AT_LEAST), own.length),
        };
    });
    const known = figures.filter(one => one.category !== 'normal' && one.lines > 0);
    const mean = (of) => share(known.reduce((sum, one) => sum + of(one), 0), known.length);
    const alarm = (one, level) => one.p.some((p, c) => c !== normal && p >= level);
    const right = count(others, one => one.best === one.label);
    return {
        lines: said.length,
        accuracy: share(count(said, one => one.best === one.label), said.length),
        classes: figures,
        macro: { precision: mean(one => one.precision), recall: mean(one => one.recall) },
        micro: {
            precision: share(right, count(said, one => one.best !== normal)),
            recall: share(right, others.length),
        },
        falseAlarms: {
            likeliest: share(count(innocent, one => one.best !== normal), innocent.length),
            at: LEVELS.map(level => ({
                level,
                innocent: share(count(innocent, one => alarm(one, level)), innocent.length),
                caught: share(count(others, one => one.p[one.label] >= level), others.length),
            })),
        },
        normal: NORMAL_LEVELS.map(level => ({
            level,
            innocent: share(count(innocent, one => one.p[normal] >= level), innocent.length),
            others: share(count(others, one => one.p[normal] >= level), others.length),
        })),
        calibrationError: calibrationError(said.map(one => ({ sure: one.p[one.best], right: one.best === one.label }))),
    };
}
function calibrationError(said) {
    let error = 0;
    for (let band = 0; band < 10; band++) {
        const inBand = said.filter(({ sure }) => Math.min(9, Math.floor(sure * 10)) === band);
        if (inBand.length === 0)
            continue;
        const sure = inBand.reduce((sum, one) => sum + one.sure, 0) / inBand.length;
        const right = inBand.filter(one => one.right).length / inBand.length;
        error += (Math.abs(sure - right) * inBand.length) / said.length;
    }
    return error;
}
//# sourceMappingURL=measure.js.map