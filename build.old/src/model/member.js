/** Roles come from the school file, never from what a message or a name card claims. */
export const ROLES = [
    'head_teacher',
    'deputy',
    'teacher',
    'parent',
    'supervisor',
    'leader',
    'admin',
    'counsellor',
    'outsider',
    'bot',
];
/** Roles whose conduct is a matter of the school, not of the class. */
export const STAFF_ROLES = ['head_teacher', 'deputy', 'teacher', 'supervisor', 'leader', 'counsellor'];
export function isStaff(role) {
    return STAFF_ROLES.includes(role);
}
/** Who can be told something. The person behind it comes from the group's profile. */
export const RECIPIENTS = ['head_teacher', 'deputy', 'supervisor', 'leader', 'counsellor', 'admin'];
export const GROUP_PACKS = ['common', 'strict', 'notice', 'discussion', 'no-teacher'];
//# sourceMappingURL=member.js.map