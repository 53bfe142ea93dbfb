const CHINESE = '〇零幺一二三四五六七八九';
const VALUES = '001123456789';
const SEPARATORS = ' \t-–—−‐‑.·•_~/|*()+';
const GAP_AT_MOST = 3;
const OTHER = 0;
const SEPARATOR = 11;
/** Per UTF-16 code unit: 1 to 10 for the digits 0 to 9, 11 for a separator. */
const CLASS = new Uint8Array(0x10000);
for (let digit = 0; digit < 10; digit++)
    CLASS[0x30 + digit] = digit + 1;
for (let i = 0; i < CHINESE.length; i++)
    CLASS[CHINESE.charCodeAt(i)] = Number(VALUES[i]) + 1;
for (const separator of SEPARATORS)
    CLASS[separator.charCodeAt(0)] = SEPARATOR;
const isAscii = (code) => code >= 0x30 && code <= 0x39;
/** As CLASS, and the letter O is a zero with digits on both sides. */
function classAt(text, at) {
    const code = text.charCodeAt(at);
    if ((code === 0x4f || code === 0x6f) && isAscii(text.charCodeAt(at - 1)) && isAscii(text.charCodeAt(at + 1)))
        return 1;
    return CLASS[code];
}
/** All groups of digits of a text, in order. */
export function digitGroups(text) {
    const groups = [];
    let gap = GAP_AT_MOST + 1;
    for (let i = 0; i < text.length; i++) {
        let kind = classAt(text, i);
        if (kind === OTHER)
            gap = GAP_AT_MOST + 1;
        else if (kind === SEPARATOR)
            gap++;
        else {
            const start = i;
            let digits = '';
            while (kind !== OTHER && kind !== SEPARATOR) {
                digits += kind - 1;
                kind = ++i < text.length ? classAt(text, i) : OTHER;
            }
            groups.push({ start, end: i, digits, linked: gap <= GAP_AT_MOST });
            gap = 0;
            i--;
        }
    }
    return groups;
}
/** Groups `first` to `last` as one number of these digits. */
export function chainOf(groups, first, last, digits) {
    const start = groups[first].start;
    const count = last - first + 1;
    const spelled = digits.length === count && !isSingle(groups, first - 1, first) && !isSingle(groups, last + 1, last + 1);
    return { start, end: groups[last].end, digits, groups: count, spelled };
}
/** Whether group `index` is one digit and linked (`link` is the later of the two groups that touch). */
function isSingle(groups, index, link) {
    return groups[index]?.digits.length === 1 && groups[link]?.linked === true;
}
//# sourceMappingURL=chains.js.map