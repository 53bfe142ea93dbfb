import { isBankCard, isMobile, isNationalId } from './checks.js';
const FIGURES = new Map(['0〇零Oo', '1一壹幺lI', '2二贰', '3三叁', '4四肆', '5五伍', '6六陆', '7七柒', '8八捌', '9九玖'].flatMap((forms, digit) => [...forms].map((form) => [form, String(digit)])));
/** Letters that are figures only right behind one: 138oo138ooo. */
const LOOK_ALIKE = /[OolI]/;
const LETTER = /\p{L}/u;
/** [玫瑰], [Rose] */
const CODE = /\[[^[\]\s]{1,8}\]/y;
/** Signs, emoji, ends of lines: so many may stand between two figures. */
const GAP_AT_MOST = 12;
const LONGEST = 19;
/** The check character of an identity number, after a gap. */
export const X_AFTER = /^[^\p{L}\p{N}]{0,6}(?:\[[^[\]\s]{1,8}\][^\p{L}\p{N}]{0,6})?[xX×]/u;
export const TAIL_AT_MOST = 24;
/**
 * Numbers that only a mask looks for: phone, identity and card numbers whose figures, in whatever writing, are scattered:
 * 138🌹0013🌹8000, 壹叁捌…, one line each. They begin and end with a group of figures.
 */
export const findScattered = (text, report) => {
    for (const run of scatteredRuns(text)) {
        for (let first = 0; first < run.length; first++) {
            const found = longestFrom(text, run, first);
            if (!found)
                continue;
            report(found.kind, run[first].start, found.end, found.value);
            first = found.last;
        }
    }
};
function longestFrom(text, run, first) {
    let best = null;
    let digits = '';
    for (let last = first; last < run.length && digits.length < LONGEST; last++) {
        const { digits: more, end } = run[last];
        digits += more;
        const kind = kindOf(digits);
        if (kind)
            best = { kind, value: digits, end, last };
        const tail = digits.length === 17 ? X_AFTER.exec(text.slice(end, end + TAIL_AT_MOST)) : null;
        if (tail && isNationalId(`${digits}X`))
            best = { kind: 'national_id', value: `${digits}X`, end: end + tail[0].length, last };
    }
    return best;
}
function kindOf(digits) {
    if (isNationalId(digits))
        return 'national_id';
    if (isBankCard(digits))
        return 'bank_card';
    return isMobile(digits.replace(/^(?:00)?86(?=1[3-9]\d{9}$)/, '')) ? 'mobile' : null;
}
/** Groups of figures with nothing between them that is read. */
export function scatteredRuns(text) {
    const runs = [];
    let run = [];
    let gap = 0;
    const breakOff = () => {
        if (run.length > 0)
            runs.push(run);
        run = [];
        gap = 0;
    };
    for (let i = 0; i < text.length;) {
        CODE.lastIndex = i;
        const code = text[i] === '[' ? CODE.exec(text) : null;
        const character = String.fromCodePoint(text.codePointAt(i));
        const figure = FIGURES.get(character);
        const last = run.at(-1);
        const isBehind = last?.end === i;
        if (figure !== undefined && (isBehind || !LOOK_ALIKE.test(character))) {
            if (last && isBehind) {
                last.digits += figure;
                last.end = i + 1;
            }
            else
                run.push({ start: i, end: i + 1, digits: figure });
            gap = 0;
            i++;
            continue;
        }
        if (code === null && LETTER.test(character))
            breakOff();
        else if (++gap > GAP_AT_MOST)
            breakOff();
        i += code ? code[0].length : character.length;
    }
    breakOff();
    return runs;
}
//# sourceMappingURL=scattered.js.map