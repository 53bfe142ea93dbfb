/** Whether something can hold at all, by what an event has; far cheaper than asking signals. */
export function mayHold(guard, marks) {
    for (let i = 0; i < guard.length; i++)
        if (marks[guard[i]] === 0)
            return false;
    return true;
}
/** Makes the guards of one rule set; of needs that are not `wanted` they say nothing. */
export class Guards {
    #detectors;
    #scanner;
    #known = new WeakMap();
    #clauses = new WeakMap();
    #wanted;
    #sets;
    constructor(detectors, scanner, wanted = () => true, sets = new WeakMap()) {
        this.#detectors = detectors;
        this.#scanner = scanner;
        this.#wanted = wanted;
        this.#sets = sets;
    }
    /** Guards of the same rule set that say nothing of other needs than these. */
    only(wanted) {
        return new Guards(this.#detectors, this.#scanner, wanted, this.#sets);
    }
    of(condition) {
        let guard = this.#known.get(condition);
        if (!guard) {
            const clauses = this.#necessary(condition).toSorted((a, b) => telling(b) - telling(a));
            this.#known.set(condition, (guard = [...new Set(clauses.map(clause => this.#mark(clause)))]));
        }
        return guard;
    }
    /** Of one signal with its options. */
    ofNeeds(needs) {
        return needs && this.#wanted(needs) ? [this.#mark(needs)] : [];
    }
    /** All of these are necessary; of each, one of its needs. A rule's parts are asked about again and again. */
    #necessary(condition) {
        let clauses = this.#clauses.get(condition);
        if (!clauses)
            this.#clauses.set(condition, (clauses = this.#read(condition)));
        return clauses;
    }
    #read(condition) {
        switch (condition.op) {
            case 'all':
                return condition.of.flatMap(child => this.#necessary(child));
            case 'any':
                return either(condition.of.map(child => this.#necessary(child)));
            case 'not':
                return [];
            case 'signal': {
                const { needs } = this.#detectors.of(condition.signal, condition.options);
                return needs && this.#wanted(needs) ? [needs] : [];
            }
        }
    }
    #mark(clause) {
        const known = this.#sets.get(clause);
        if (known !== undefined)
            return known;
        const index = this.#scanner.add(...(clause.length === 1 ? clause : merged(clause))).index;
        this.#sets.set(clause, index);
        return index;
    }
}
/** Needs on the same reading are one. */
function merged(clause) {
    const strings = new Map();
    for (const need of clause) {
        const all = strings.get(need.on) ?? new Set();
        for (const string of need.strings)
            all.add(string);
        strings.set(need.on, all);
    }
    return [...strings].map(([on, set]) => ({ on, strings: [...set] }));
}
/** One clause for several branches: the most telling of each branch, or nothing if a branch needs nothing. */
function either(branches) {
    if (branches.length === 0 || branches.some(clauses => clauses.length === 0))
        return [];
    return [branches.flatMap(clauses => clauses.reduce((a, b) => (telling(b) > telling(a) ? b : a)))];
}
/** What is known of an event is this likely to be what is needed; found by counting. */
const LIKELY = { entity: 0.02, answer: 0.01, role: 0.3, kind: 0.05 };
/** Nearly every event is one. */
const USUAL = new Set(['text', 'message']);
/** Long strings are seldom met by chance; of single characters there is always one. */
function telling(clause) {
    let sum = 0;
    for (const { on, strings } of clause) {
        for (const string of strings)
            sum += on === 'kind' && USUAL.has(string) ? 1 : (LIKELY[on] ?? 20 ** -string.length);
    }
    return -sum;
}
//# sourceMappingURL=guard.js.map