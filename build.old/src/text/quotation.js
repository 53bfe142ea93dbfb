/** `「name：words」`, a line of dashes, and what is said to it: how clients that know no quotations show one. */
const QUOTATION = /^「([^：:\n]{1,60})[：:]([\s\S]+?)」[ \t]{0,4}\r?\n[ \t]{0,4}(?:- ?){5,60}[ \t]{0,4}\r?\n([\s\S]*)$/;
/**
 * A text with a quotation in it taken apart, or null. Anybody can type one: that the quoted words were ever said is for
 * whoever knows what was said.
 */
export function quotationIn(text) {
    if (!text.startsWith('「'))
        return null;
    const [, of, quoted, said] = QUOTATION.exec(text) ?? [];
    return of === undefined || quoted === undefined ? null : { of, quoted, text: (said ?? '').trim() };
}
//# sourceMappingURL=quotation.js.map