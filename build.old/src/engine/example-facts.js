import { isStaff } from '../model/member.js';
import { localTime, zonedInstant } from '../text/index.js';
import { makeFacts } from './facts.js';
const TIMEZONE = 'Asia/Shanghai';
/** The invented class in which examples are said; docs/rules.md lists it. */
const STUDENTS = ['林一诺', '周子涵', '吴语桐', '陈思远', '赵可欣', '孙浩然', '李沐阳', '郑雨萱'];
const NAMES = {
    head_teacher: '班主任王老师',
    deputy: '副班主任刘老师',
    teacher: '数学陈老师',
    parent: '林一诺妈妈',
    supervisor: '德育处赵主任',
    leader: '周校长',
    admin: '管理员小何',
    counsellor: '心理孙老师',
    outsider: '晨光',
    bot: '群小助手',
};
export const EXAMPLE_GROUP = {
    id: 'example',
    name: '示例班级群',
    pack: 'common',
    grade: 3,
    timezone: TIMEZONE,
    members: [
        ...Object.keys(NAMES).filter(isStaff).map(role => memberOf(role, NAMES[role])),
        ...STUDENTS.map(student => memberOf('parent', `${student}妈妈`)),
    ],
    people: [],
    students: STUDENTS,
    rosterWritten: true,
    scamNoticeAuthorised: true,
};
/**
 * The facts of one example line, said in the invented class; so many were said before it. Throws RangeError for a time
 * that is none.
 */
export function exampleFacts(line, params, history, before = 0) {
    const at = zonedInstant(line.at, TIMEZONE);
    if (at === null)
        throw new RangeError(`no local time: ${line.at}`);
    const member = memberOf(line.from, line.name ?? NAMES[line.from]);
    const id = `example-${before}`;
    return makeFacts({
        event: { id, group: EXAMPLE_GROUP.id, at, from: { id: member.id, name: member.name }, body: bodyOf(line, member) },
        group: groupOf(line.grade),
        member,
        history,
        params,
        local: () => localTime(at, TIMEZONE),
        digest: key => key,
    });
}
function memberOf(role, name) {
    const students = role === 'parent' ? STUDENTS.filter(student => name.includes(student)) : [];
    return { id: `${role}:${name}`, name, role, students, exempt: [] };
}
const groups = new Map();
/** One object a grade, as signals cache by group. */
function groupOf(grade) {
    if (grade === null)
        return EXAMPLE_GROUP;
    let group = groups.get(grade);
    if (!group)
        groups.set(grade, (group = { ...EXAMPLE_GROUP, grade }));
    return group;
}
function bodyOf(line, member) {
    const { kind, text, title, url, filename, ocr, duration } = line;
    switch (kind) {
        case 'join':
            return {
                kind,
                joined: [{ id: member.id, name: line.name ?? (text || member.name) }],
                inviter: null,
                via: 'unknown',
            };
        case 'leave':
            return { kind, left: [{ id: member.id, name: member.name }] };
        case 'recall':
            return { kind, of: null };
        case 'rename':
            return { kind, name: text };
        case 'notice':
            return { kind, text };
    }
    const mentions = [...text.matchAll(/@([^\s@]{1,20})/g)].map(match => match[1]);
    const given = { title, url, filename, ocr, duration };
    const extras = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
    return { kind: 'message', message: { kind, text, ...(mentions.length > 0 && { mentions }), ...extras } };
}
//# sourceMappingURL=example-facts.js.map