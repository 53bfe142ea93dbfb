import { CLASS_LINE, SCHOOL_LINE } from '../model/line.js';
import { isStaff } from '../model/member.js';
import { REPORTED_CATEGORIES } from './categories.js';
/** where the head teacher has left the group, whoever leads the school's side of it stands in (POLICY.md, no-teacher) */
const CLASS_LINE_WITHOUT_HEAD = ['supervisor', 'deputy', 'leader', 'admin'];
/** what the head teacher posts, or what was posted from their account */
const HEAD_TEACHER_LINE = ['supervisor', 'deputy', 'leader', 'admin'];
const EMERGENCY = ['head_teacher', 'deputy', 'supervisor'];
/** Why it goes where it goes; the line is whom to try, in order. */
function lineOf(matter, hasHead) {
    const { sender, wanted, category } = matter;
    const ownConduct = isStaff(sender.role) && !REPORTED_CATEGORIES.includes(category);
    if (ownConduct && sender.role === 'head_teacher')
        return { line: SCHOOL_LINE, confidential: true, because: '事关班主任本人，交督导，不经班主任' };
    if (ownConduct && !(matter.classData && wanted === 'head_teacher'))
        return { line: SCHOOL_LINE, confidential: true, because: '事关老师，交督导，不经本班老师' };
    if (wanted === 'supervisor' || wanted === 'leader')
        return {
            line: wanted === 'leader' ? ['leader', 'supervisor', 'admin'] : SCHOOL_LINE,
            confidential: true,
            because: '规则要求直接交学校',
        };
    if (sender.role === 'head_teacher')
        return { line: HEAD_TEACHER_LINE, confidential: false, because: '消息来自班主任的账号，先交督导' };
    if (wanted === 'head_teacher' && !hasHead)
        return { line: CLASS_LINE_WITHOUT_HEAD, confidential: false, because: '群里没有班主任，先告诉督导' };
    const start = CLASS_LINE.indexOf(wanted);
    const line = start < 0 ? [wanted, ...CLASS_LINE] : CLASS_LINE.slice(start);
    return { line, confidential: false, because: '先告诉班主任' };
}
/**
 * Who is told, first one first. Never the sender, never a colleague of an accused teacher; a role that nobody
 * holds falls through to the next in line.
 */
export function route(matter, people) {
    const { line, confidential, because } = lineOf(matter, people('head_teacher') !== null);
    const eligible = (role) => {
        if (role === matter.sender.role)
            return [];
        const person = people(role);
        return person && person.id !== matter.sender.id ? [person] : [];
    };
    const first = line.find(role => eligible(role).length > 0);
    const to = first ?? line.find(role => role !== matter.sender.role);
    const roles = first ? [first] : [];
    if (matter.severity === 'P0')
        roles.push(...(confidential ? SCHOOL_LINE.slice(0, 2) : EMERGENCY));
    if (matter.category === 'self_harm_bullying' && !confidential)
        roles.push('counsellor');
    const told = distinct(roles.flatMap(eligible));
    return {
        to,
        told,
        line: distinct(line.flatMap(eligible)),
        confidential,
        because: first ? because : `${because}；但没有可以告知的人`,
    };
}
/** One person may hold two roles. */
function distinct(people) {
    return people.filter((person, index) => people.findIndex(other => other.id === person.id) === index);
}
//# sourceMappingURL=routing.js.map