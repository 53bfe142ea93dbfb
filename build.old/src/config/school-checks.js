import { MINUTE } from '../model/time.js';
import { checkChannels } from './channel-checks.js';
import { closest } from './closest.js';
import { checkOpinion } from './opinion-format.js';
/** What no single key of the school file shows: names used twice, groups that nobody answers for. */
export function checkSchool(school, root, packs, findings) {
    checkTimezone(school.timezone, root.at('timezone'), findings);
    checkRetention(school, root.at('retention').at('inbox'), findings);
    checkCalendar(school, root.at('calendar'), findings);
    checkChannels(school, root, findings);
    if (school.second_opinion)
        checkOpinion(school.second_opinion, root.at('second_opinion'), findings);
    const groups = root.at('groups');
    reportTwice(groups.items().map(item => item.at('id')), '群 id', findings);
    reportTwice(groups.items().map(item => item.at('topic')), '群名', findings);
    school.groups.forEach((group, index) => checkGroup(group, groups.at(index), packs, findings));
    const ids = school.groups.map(group => group.id);
    let unknown = false;
    for (const name of root
        .at('people')
        .items()
        .flatMap(person => person.at('groups').items())) {
        const id = String(name.value);
        if (ids.includes(id))
            continue;
        unknown = true;
        findings.addChoice(name.spot(), 'BZ104', `没有 id 为 ${id} 的群`, id, ids, '以下之一：');
    }
    // A misspelt group is the mistake, not that nobody answers for it.
    if (!unknown)
        school.groups.forEach((group, index) => checkAnswerable(group, groups.at(index), school, findings));
}
function checkGroup(group, at, packs, findings) {
    if (!packs.includes(group.pack)) {
        findings.addChoice(at.at('pack').spot(), 'BZ113', `没有名为 ${group.pack} 的规则包`, group.pack, packs, '以下之一：');
    }
    const members = at.at('members').items();
    reportTwice(members.flatMap(member => [member.at('name'), ...member.at('aka').items()]), '群名片', findings);
    const roster = group.students;
    for (const student of roster ? members.flatMap(member => member.at('students').items()) : []) {
        const name = String(student.value);
        if (roster?.includes(name))
            continue;
        findings.add(student.spot(), 'BZ104', `花名册里没有 ${name}`, {
            expected: '和本群 students 里的写法一样',
            didYouMean: closest(name, roster ?? []),
        });
    }
    reportTwice(at.at('students').items(), '花名册里的学生', findings);
}
/** Somebody must be told: POLICY.md sends a class's matters to its head teacher, or else to a supervisor. */
function checkAnswerable(group, at, school, findings) {
    const people = school.people.filter(person => !person.groups || person.groups.includes(group.id));
    const told = (...roles) => people.some(person => roles.includes(person.role));
    if (!told('head_teacher', 'deputy', 'supervisor', 'leader')) {
        findings.add(at.at('id').spot(), 'BZ121', `群 ${group.id} 出了事没有人可以告诉`, {
            expected: 'people 里有负责它的 head_teacher 或 supervisor',
        });
        return;
    }
    const hasTeacher = group.members.some(member => member.role === 'head_teacher');
    if (hasTeacher || group.pack === 'no-teacher' || told('supervisor'))
        return;
    findings.add(at.at('pack').spot(), 'BZ121', `群 ${group.id} 的成员里没有班主任`, {
        expected: '一位 role: head_teacher 的成员，或 pack: no-teacher，或 people 里有负责它的 supervisor',
    });
}
/** The second place of a name is the error; it names the first. */
function reportTwice(names, what, findings) {
    const first = new Map();
    for (const name of names) {
        const value = typeof name.value === 'string' ? name.value.normalize('NFKC').trim() : null;
        if (value === null)
            continue;
        const before = first.get(value);
        if (!before) {
            first.set(value, name);
            continue;
        }
        findings.add(name.spot(), 'BZ122', `${what}“${value}”已在第 ${before.spot().place.line} 行用过`, {
            expected: `不重复的${what}`,
        });
    }
}
function checkTimezone(timezone, at, findings) {
    if (timezone === undefined)
        return;
    try {
        new Intl.DateTimeFormat('zh-CN', { timeZone: timezone });
        // Offsets are understood too, but are no zone that knows its own history.
        if (!/^[+-]/.test(timezone))
            return;
    }
    catch {
        // Reported below.
    }
    findings.add(at.spot(), 'BZ104', `没有时区 ${timezone}`, {
        expected: 'IANA 时区名，例如 Asia/Shanghai',
        didYouMean: closest(timezone, ['Asia/Shanghai', ...Intl.supportedValuesOf('timeZone')]),
    });
}
/** POLICY.md, minors' data: raw text at most ten minutes. */
function checkRetention(school, at, findings) {
    if ((school.retention?.inbox ?? 0) <= 10 * MINUTE)
        return;
    findings.add(at.spot(), 'BZ104', '原文留得太久', { expected: '不超过 10m（未成年人的信息）' });
}
function checkCalendar(school, at, findings) {
    const workdays = school.calendar?.workdays ?? [];
    for (const day of at.at('rest_days').items()) {
        if (!workdays.includes(String(day.value)))
            continue;
        findings.add(day.spot(), 'BZ121', `${String(day.value)} 既上学又放假`, { expected: '只写在一处' });
    }
}
//# sourceMappingURL=school-checks.js.map