import { NO, NONE, Program, STEP, YES } from './program.js';
/** Writes the rules of one pack as a program, from the end to the beginning: a step must know where it leads. */
export class ProgramWriter {
    #slots;
    #guards;
    #steps = [];
    constructor(slots, guards) {
        this.#slots = slots;
        this.#guards = guards;
    }
    /** Adds a rule: where its steps begin. Throws OptionError or RangeError for signals that cannot be asked. */
    add(when, unless) {
        const excused = unless.reduceRight((otherwise, excuse) => this.#write(excuse, NO, otherwise), YES);
        return this.#write(when, excused, NO);
    }
    program() {
        return new Program(this.#steps, this.#slots.detectors());
    }
    /** Writes a condition that goes on at `yes` or `no`; returns where it begins. */
    #write(condition, yes, no) {
        switch (condition.op) {
            case 'all': {
                const steps = this.#inTurn(condition.of).reduceRight((then, child) => this.#write(child, then, no), yes);
                return this.#guarded(this.#guards.of(condition), steps, no);
            }
            case 'any': {
                const children = this.#inTurn(condition.of);
                const steps = children.reduceRight((otherwise, child) => this.#write(child, yes, otherwise), no);
                return this.#guarded(this.#guards.of(condition), steps, no);
            }
            case 'not':
                return this.#write(condition.of, no, yes);
            case 'signal': {
                const { index, detector } = this.#slots.of(condition.signal, condition.options);
                return this.#step(this.#guards.ofNeeds(detector.needs)[0] ?? NONE, detector.isKnown ? NONE : index, yes, no);
            }
        }
    }
    #guarded(guard, steps, no) {
        return guard.reduceRight((then, mark) => this.#step(mark, NONE, then, no), steps);
    }
    #step(mark, slot, yes, no) {
        this.#steps.push(mark, slot, yes, no);
        return this.#steps.length - STEP;
    }
    /** What settles most for least first, what is costly to know last; else as written. */
    #inTurn(children) {
        return children.toSorted((a, b) => this.#turnOf(a) - this.#turnOf(b));
    }
    /** Of conditions that must all hold the first one counts, as most fail there; of others the last, as all may be asked. */
    #turnOf(condition) {
        switch (condition.op) {
            case 'all':
                return Math.min(LAST, ...condition.of.map(child => this.#turnOf(child)));
            case 'any':
                return Math.max(FIRST, ...condition.of.map(child => this.#turnOf(child)));
            case 'not':
                return this.#turnOf(condition.of);
            case 'signal': {
                const { turn, isKnown } = this.#slots.of(condition.signal, condition.options).detector;
                return isKnown || turn === 'first' ? FIRST : turn === 'last' ? LAST : BETWEEN;
            }
        }
    }
}
const FIRST = 0;
const BETWEEN = 1;
const LAST = 2;
//# sourceMappingURL=write-program.js.map