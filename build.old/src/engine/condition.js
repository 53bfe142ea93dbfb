import { settled } from '../signals/index.js';
import { mayHold } from './guard.js';
export function compileCondition(condition, slots, guards) {
    switch (condition.op) {
        case 'all':
            return all(condition.of.map(child => compileCondition(child, slots, guards)), guards.of(condition));
        case 'any':
            return any(condition.of.map(child => compileCondition(child, slots, guards)), guards.of(condition));
        case 'not':
            return not(compileCondition(condition.of, slots, guards));
        case 'signal':
            return answered(slots.of(condition.signal, condition.options), guards);
    }
}
/** What would have to be there is not: then there is one way only to say why it does not hold. */
function isRuledOut(guard, { marks }) {
    return marks !== null && !mayHold(guard, marks);
}
function answered(slot, guards) {
    const { signal, needs, explain } = slot.detector;
    const guard = guards.ofNeeds(needs);
    let absent;
    return {
        guard,
        test: run => !isRuledOut(guard, run) && run.answer(slot).hit,
        because: run => (isRuledOut(guard, run) ? (absent ??= explain(run.answer(slot))) : explain(run.answer(slot))),
        collect(run, into) {
            const evidence = run.answer(slot);
            if (evidence.hit)
                into.push({ signal, evidence: settled(evidence), sentence: explain(evidence) });
        },
    };
}
function all(children, guard) {
    return {
        guard,
        test(run) {
            if (isRuledOut(guard, run))
                return false;
            for (const child of children)
                if (!child.test(run))
                    return false;
            return true;
        },
        because(run) {
            const failed = children.find(child => isRuledOut(child.guard, run)) ?? children.find(child => !child.test(run));
            return failed ? failed.because(run) : children.map(child => child.because(run)).join('；');
        },
        collect(run, into) {
            for (const child of children)
                child.collect(run, into);
        },
    };
}
function any(children, guard) {
    const missed = (run) => {
        const sentences = children.map(child => child.because(run)).join('；');
        return children.length > 1 ? `以下都不成立（${sentences}）` : sentences;
    };
    return {
        guard,
        test(run) {
            if (isRuledOut(guard, run))
                return false;
            for (const child of children)
                if (child.test(run))
                    return true;
            return false;
        },
        because(run) {
            const held = children.find(child => child.test(run));
            return held ? held.because(run) : missed(run);
        },
        collect(run, into) {
            children.find(child => child.test(run))?.collect(run, into);
        },
    };
}
function not(child) {
    return {
        guard: [],
        test: run => !child.test(run),
        because: run => (child.test(run) ? `不应有却有：${child.because(run)}` : `没有：${child.because(run)}`),
        collect() { },
    };
}
//# sourceMappingURL=condition.js.map