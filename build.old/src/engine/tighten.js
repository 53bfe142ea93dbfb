import { strengthOf } from '../model/outcome.js';
const MINUTES_A_DAY = 24 * 60;
/** Whether every minute of `inner` is one of `outer`; either may go round midnight. */
export function includesHours(outer, inner) {
    const length = ({ from, to }) => (to < from ? to - from + MINUTES_A_DAY : to - from);
    if (length(outer) === MINUTES_A_DAY)
        return true;
    const into = (inner.from - outer.from + MINUTES_A_DAY) % MINUTES_A_DAY;
    return length(inner) === 0 || into + length(inner) <= length(outer);
}
/** The numbers that hold for a class: its pack's, tightened where it wants them stricter. */
export function paramsFor({ tighten }, params) {
    return tighten ? tightenParams(params, tighten) : params;
}
/** The numbers of a pack as a class tightened them; what would loosen them does nothing. */
export function tightenParams(params, { params: own }) {
    return {
        ...params,
        quiet: own.quiet && includesHours(own.quiet, params.quiet) ? own.quiet : params.quiet,
        workHours: own.workHours && includesHours(params.workHours, own.workHours) ? own.workHours : params.workHours,
        publicLinesPerDay: Math.min(params.publicLinesPerDay, own.publicLinesPerDay ?? params.publicLinesPerDay),
        remindersPerPersonPerDay: Math.min(params.remindersPerPersonPerDay, own.remindersPerPersonPerDay ?? params.remindersPerPersonPerDay),
    };
}
/** What the rules answer, as a class tightened it; what would loosen it does nothing. */
export function tightenVerdict(verdict, { rules }) {
    const own = verdict.rule && rules.get(verdict.rule.id);
    return own && verdict.outcome && strengthOf(own) > strengthOf(verdict.outcome)
        ? { ...verdict, outcome: own }
        : verdict;
}
//# sourceMappingURL=tighten.js.map