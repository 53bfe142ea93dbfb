import { closest } from './closest.js';
import { problemsOf } from './zod-problems.js';
/** Collects what is wrong, each thing once, however many packs inherit it. */
export class Findings {
    found = new Map();
    add(spot, code, message, advice = {}) {
        this.push({ code, message, ...spot, expected: advice.expected ?? null, didYouMean: advice.didYouMean ?? null });
    }
    /** A value outside a set: lists the set and names the member that was probably meant. */
    addChoice(spot, code, message, written, valid, what = '') {
        const expected = valid.length === 0 ? null : `${what}${valid.join('、')}`;
        this.add(spot, code, message, { expected, didYouMean: closest(written, valid) });
    }
    push(...diagnostics) {
        for (const diagnostic of diagnostics) {
            const { file, line, col } = diagnostic.place;
            this.found.set(`${file}:${line}:${col}:${diagnostic.code}:${diagnostic.message}`, diagnostic);
        }
    }
    get empty() {
        return this.found.size === 0;
    }
    /** By file, then by place. */
    list() {
        return [...this.found.values()].sort((a, b) => compare(a.place.file, b.place.file) ||
            a.place.line - b.place.line ||
            a.place.col - b.place.col ||
            compare(a.code, b.code));
    }
}
function compare(left, right) {
    return left < right ? -1 : left > right ? 1 : 0;
}
/** What the schema makes of the value; null when it does not fit, with a finding for each thing wrong. */
export function check(schema, at, findings) {
    const written = (path) => at.file.written([...at.path, ...path]);
    const { data, problems } = problemsOf(schema, at.value, written, at.path);
    for (const problem of problems)
        addProblem(problem, at, findings);
    return problems.length === 0 ? data : null;
}
function addProblem(problem, at, findings) {
    const path = [...at.path, ...problem.path];
    findings.add(at.file.spot(path, problem.onKey ? 'key' : 'value'), problem.code, problem.message, problem);
}
//# sourceMappingURL=diagnostics.js.map