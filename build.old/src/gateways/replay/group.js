import { pupilOf } from '../../text/index.js';
/**
 * The group that a header opens, as the school file would describe it, which lists nobody who is unknown. A log has
 * no roster: pupils are those whom their parents' cards name. `id` is the caller's, unique in the run.
 */
export function groupOfHeader(id, header) {
    return {
        id,
        topic: header.group,
        pack: header.group_type,
        grade: header.grade ?? null,
        members: header.members.flatMap(({ name, aka, role, exempt }) => role === 'unknown'
            ? []
            : [{ name, aka: aka === undefined ? [] : [aka].flat(), role, students: pupilsOf(name, role), exempt }]),
        students: [...new Set(header.members.flatMap(({ name, role }) => pupilsOf(name, role)))],
        scamNoticeAuthorised: true,
        mode: 'live',
    };
}
const pupilsOf = (name, role) => role === 'parent' ? [pupilOf(name) ?? []].flat() : [];
/** The supervisor whom a header names beside the members, if any. */
export function supervisorOfHeader(id, header) {
    const inGroup = header.members.some(member => member.role === 'supervisor');
    return header.supervisor && !inGroup
        ? [{ name: header.supervisor, role: 'supervisor', groups: [id], channels: [] }]
        : [];
}
//# sourceMappingURL=group.js.map