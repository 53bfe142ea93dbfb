/** Who looks after a class, and who is next where nobody holds the role. */
export const CLASS_LINE = ['head_teacher', 'deputy', 'supervisor', 'leader', 'admin'];
/** Who hears what is about a member of staff: nobody of the class. */
export const SCHOOL_LINE = ['supervisor', 'leader', 'admin'];
/** Who looks after the bot itself: its connection, and who is who. */
export const KEEPER_LINE = ['admin', 'supervisor', 'leader', 'head_teacher', 'deputy'];
/** Those of a line who are there, first one first; one person may hold two roles. */
export function inLine(line, people) {
    return line.flatMap(role => people.find(person => person.role === role) ?? []);
}
/** The rest of the line, after somebody who holds a role. */
export function behind(line, role) {
    return line.slice(line.indexOf(role) + 1);
}
//# sourceMappingURL=line.js.map