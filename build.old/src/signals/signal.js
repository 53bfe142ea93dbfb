/** Options that fit the schema and yet cannot be used: an unknown lexicon, a broken pattern. */
export class OptionError extends Error {
    problems;
    constructor(problems) {
        super(problems.map(problem => problem.message).join('；'));
        this.name = 'OptionError';
        this.problems = problems;
    }
}
/** Types the parts of a signal by its schema. The only thing a signal file needs to export. */
export function defineSignal(definition) {
    return { prepare: () => undefined, ...definition };
}
//# sourceMappingURL=signal.js.map