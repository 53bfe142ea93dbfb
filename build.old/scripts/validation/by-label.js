import { RESPONSES } from '../../src/model/rule.js';
import { isCaught, isDue, isInnocent, isRight } from './score.js';
/** One row a label, the most frequent first. */
export function byLabel(all) {
    const labels = [...new Set(all.map(({ event }) => event.label))];
    const rows = labels.map(label => rowOf(label, all.filter(({ event }) => event.label === label)));
    return rows.sort((a, b) => b.events - a.events || (a.label < b.label ? -1 : 1));
}
function rowOf(label, own) {
    const wrong = own.filter(one => !isRight(one));
    const answered = (response) => own.filter(({ got }) => got?.respond === response).length;
    return {
        label,
        events: own.length,
        innocent: own.filter(isInnocent).length,
        right: own.length - wrong.length,
        falseAlarms: wrong.filter(isInnocent).length,
        missed: wrong.filter(one => !isInnocent(one) && isDue(one) && !isCaught(one)).length,
        answered: Object.fromEntries(RESPONSES.map(response => [response, answered(response)])),
    };
}
//# sourceMappingURL=by-label.js.map