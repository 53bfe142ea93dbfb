import { digitGroups } from './chains.js';
import { isBankCard, isMobile, isNationalId } from './checks.js';
import { scatteredRuns, TAIL_AT_MOST, X_AFTER } from './scattered.js';
/** Any longer row of digits may be a number of somebody's: an order, a pass, half of a card. */
const DIGITS_AT_LEAST = 7;
/**
 * Numbers that only a mask looks for: rows of seven digits and more, and phone, identity and card numbers that begin
 * or end within a group (146671 857460), also scattered ones. Takes some dates and marks for numbers: better those than
 * a number left.
 */
export const findHiddenNumbers = (text, report) => {
    for (const run of scatteredRuns(text))
        search(text, run, report);
    for (const { start, end, digits } of digitGroups(text)) {
        if (digits.length >= DIGITS_AT_LEAST)
            report('mobile', start, end, digits);
    }
};
/** Looks at every offset of a run of linked groups; what it finds takes the groups it touches along. */
function search(text, run, report) {
    const digits = run.map(group => group.digits).join('');
    if (digits.length < 11)
        return;
    const owner = run.flatMap((group, index) => Array.from(group.digits, () => index));
    const at = (offset) => run[owner[offset]];
    const end = run.at(-1).end;
    const tail = X_AFTER.exec(text.slice(end, end + TAIL_AT_MOST));
    if (tail !== null && isNationalId(`${digits.slice(-17)}X`)) {
        report('national_id', at(Math.max(0, digits.length - 17)).start, end + tail[0].length, digits);
    }
    for (let i = 0; i + 11 <= digits.length; i++) {
        const length = hiddenAt(digits, i);
        if (length === 0)
            continue;
        report('mobile', at(i).start, at(i + length - 1).end, digits.slice(i, i + length));
        i += length - 1;
    }
}
/** Length of the longest number that begins at an offset; 0 for none. */
function hiddenAt(digits, i) {
    for (let length = 19; length >= 16; length--) {
        const slice = digits.slice(i, i + length);
        if (slice.length === length && (isBankCard(slice) || (length === 18 && isNationalId(slice))))
            return length;
    }
    return isMobile(digits.slice(i, i + 11)) ? 11 : 0;
}
//# sourceMappingURL=hidden.js.map