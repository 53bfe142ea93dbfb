import { findEmails, findPaymentCodes, findQqs, findUrls, findWechatIds } from './contacts.js';
import { collect } from './finder.js';
import { findRanks, findScores } from './marks.js';
import { findPrices } from './money.js';
import { findNumbers } from './numbers.js';
import { findAddresses, findPlates } from './places.js';
import { findMarksOf, findStudents } from './students.js';
export { pupilOf } from './students.js';
/** What can only be found where there is a digit, in figures or in Chinese, or a mark in letters (语A). */
const WITH_DIGITS = [
    findNumbers(false),
    findPlates,
    findAddresses(false),
    findQqs,
    findPrices,
    findScores,
    findRanks,
];
/** What can only be found where there is a Latin letter or a figure. */
const WITH_LETTERS = [findEmails, findUrls, findWechatIds];
const LETTER = /[a-z0-9]/i;
const DIGIT = /[0-9〇零一二两三四五六七八九十百千万]|[语数英][:：]?\s?[a-e]/i;
/** Everything of ENTITY_KINDS in a text, in order of place. Kinds may overlap; no kind overlaps itself. Linear time. */
export function findEntities(text, options) {
    const entities = collect(text, FINDERS[((DIGIT.test(text.display) ? 2 : 0) + (LETTER.test(text.display) ? 1 : 0))]);
    const students = findStudents(text, options.students);
    if (students.length === 0)
        return entities.length < 2 ? entities : inOrder(entities);
    const scored = new Set(entities.filter(entity => entity.kind === 'score').map(entity => entity.span.start));
    for (const mark of findMarksOf(students, text))
        if (!scored.has(mark.span.start))
            entities.push(mark);
    for (const student of students)
        entities.push(student);
    return inOrder(entities);
}
/** By what the text holds: neither, letters, digits, both. */
const FINDERS = [
    [findPaymentCodes],
    [...WITH_LETTERS, findPaymentCodes],
    [...WITH_DIGITS, findPaymentCodes],
    [...WITH_DIGITS, ...WITH_LETTERS, findPaymentCodes],
];
function inOrder(entities) {
    return entities.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
//# sourceMappingURL=index.js.map