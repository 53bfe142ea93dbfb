/** Evidence of a count against what was needed. */
export function counted(count, needed, more = {}) {
    return { hit: count >= needed, count, needed, ...more };
}
const nothing = [];
/** Nothing found where `needed` were: the commonest answer of all, one object for all who give it. */
export function missed(needed) {
    return (nothing[needed] ??= Object.freeze(counted(0, needed)));
}
/** What is told of a likeness from 0 to 1, by its tenths: one object for all that are as little alike. */
export function byTenths(tell) {
    const told = Array.from({ length: 11 }, (_, tenth) => Object.freeze(tell(tenth / 10)));
    return score => told[Math.round(Math.min(score, 1) * 10)];
}
/** A hit that is certain already; where and how often is looked up when somebody asks, which is seldom. */
export function certain(look) {
    return new CertainHit(look);
}
/** An answer that is known, with words about it that are found when somebody asks for them. */
export function worded(known, words) {
    return new Worded(known, words);
}
class CertainHit {
    hit = true;
    #look;
    #found;
    constructor(look) {
        this.#look = look;
    }
    get count() {
        return this.#all.count ?? 1;
    }
    get needed() {
        return this.#all.needed ?? 1;
    }
    get spans() {
        return this.#all.spans ?? [];
    }
    get detail() {
        return this.#all.detail ?? '';
    }
    settle() {
        const { hit, count, needed, spans, detail } = this;
        return { hit, count, needed, spans, ...(detail && { detail }) };
    }
    get #all() {
        return (this.#found ??= this.#look());
    }
}
class Worded {
    hit;
    score;
    #words;
    #found;
    constructor({ hit, score }, words) {
        this.hit = hit;
        if (score !== undefined)
            this.score = score;
        this.#words = words;
    }
    get spans() {
        return this.#all.spans ?? [];
    }
    get detail() {
        return this.#all.detail ?? '';
    }
    settle() {
        const { hit, score } = this;
        return { hit, ...(score !== undefined && { score }), ...this.#all };
    }
    get #all() {
        return (this.#found ??= this.#words());
    }
}
/** The same as plain data. */
export function settled(evidence) {
    return evidence instanceof CertainHit || evidence instanceof Worded ? evidence.settle() : evidence;
}
/** `链接 0/2`, with the kinds that were found behind it. */
export function explainCount(what, { count, needed, detail }) {
    return `${what} ${count ?? 0}/${needed ?? 1}${detail ? `（${detail}）` : ''}`;
}
//# sourceMappingURL=evidence.js.map