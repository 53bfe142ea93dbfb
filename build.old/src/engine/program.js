/** Where a program ends. */
export const YES = -1;
export const NO = -2;
/** A step without a mark to look at, or without a signal to ask. */
export const NONE = -1;
/** Numbers a step: mark, slot, where to go on for yes, where for no. */
export const STEP = 4;
const UNASKED = 0;
const MISSED = 1;
const HIT = 2;
/** One event being judged, and what signals say of it; each is asked once. */
export class Run {
    facts;
    /** null when they are gone, or were never looked at: then every signal is asked itself */
    marks;
    /** the program that judges it, until that goes over to another event */
    program;
    #own;
    constructor(facts, marks = null, program = null) {
        this.facts = facts;
        this.marks = marks;
        this.program = program;
    }
    answer({ index, detector }) {
        if (this.program !== null)
            return this.program.answer(index, this.facts);
        this.#own ??= [];
        return (this.#own[index] ??= detector.detect(this.facts));
    }
}
/**
 * The rules of one pack as rows of steps: each looks whether a mark is there, then asks a signal, and says where to go on
 * for yes and for no. A signal is asked once an event. One event at a time: answers stand in one row, which the next event
 * takes over, and an earlier one asks anew if it must.
 */
export class Program {
    #steps;
    #detectors;
    #states;
    #answers;
    /** the slots that were asked, so that only these need be forgotten */
    #asked;
    #askedCount = 0;
    #latest;
    /** Steps as ProgramWriter writes them, and the detectors by slot. */
    constructor(steps, detectors) {
        this.#steps = Int32Array.from(steps);
        this.#detectors = detectors;
        this.#states = new Uint8Array(detectors.length);
        this.#answers = new Array(detectors.length).fill(undefined);
        this.#asked = new Int32Array(detectors.length);
    }
    /** Goes over to another event. */
    next(facts, marks) {
        if (this.#latest)
            this.#latest.program = null;
        for (let i = 0; i < this.#askedCount; i++) {
            const slot = this.#asked[i];
            this.#states[slot] = UNASKED;
            this.#answers[slot] = undefined;
        }
        this.#askedCount = 0;
        this.#latest = new Run(facts, marks, this);
        return this.#latest;
    }
    /** Whether the rule that begins there fires for the event at hand, which has these facts and marks. */
    fires(start, facts, marks) {
        const [steps, states] = [this.#steps, this.#states];
        let at = start;
        while (at >= 0) {
            const mark = steps[at];
            const slot = steps[at + 1];
            let yes = mark === NONE || marks[mark] !== 0;
            if (yes && slot !== NONE) {
                const state = states[slot];
                yes = state === UNASKED ? this.#ask(slot, facts).hit : state === HIT;
            }
            at = steps[yes ? at + 2 : at + 3];
        }
        return at === YES;
    }
    /** What a signal says of the event at hand. */
    answer(slot, facts) {
        return this.#answers[slot] ?? this.#ask(slot, facts);
    }
    #ask(slot, facts) {
        const answer = this.#detectors[slot].detect(facts);
        this.#answers[slot] = answer;
        if (this.#states[slot] === UNASKED)
            this.#asked[this.#askedCount++] = slot;
        this.#states[slot] = answer.hit ? HIT : MISSED;
        return answer;
    }
}
//# sourceMappingURL=program.js.map