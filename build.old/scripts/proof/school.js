const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏'];
const GIVEN = [...'子若思雨梓欣浩宇晨佳怡铭轩睿博文静涵语彤'];
const GRADE = 3;
const STAFF = {
    deputy: { id: 'wxid_deputy', nick: '副班主任宋老师', remark: '副班主任宋老师', friend: true },
    supervisor: { id: 'wxid_supervisor', nick: '德育处孙主任', remark: '德育处孙主任', friend: true },
    leader: { id: 'wxid_leader', nick: '分管校长方老师', remark: '分管校长方老师', friend: true },
};
/** So many class groups of so many members each: a head teacher, parents, and the bot. Everybody is a friend. */
export function proofSchool(groupCount, membersEach) {
    const me = { id: 'wxid_bot', nick: '班级小助手' };
    const groups = Array.from({ length: groupCount }, (_, g) => {
        const count = Math.max(1, membersEach - 2);
        return {
            id: `c${g + 1}`,
            topic: `三年级${g + 1}班家长群`,
            room: `${20_000_001 + g}@chatroom`,
            head: `wxid_head_${g}`,
            parents: Array.from({ length: count }, (_, p) => `wxid_parent_${g}_${p}`),
            students: Array.from({ length: count }, (_, p) => studentName(g, p)),
        };
    });
    const headName = (g) => `班主任${SURNAMES[g % SURNAMES.length]}老师${g + 1}`;
    const parentName = (g, p) => `${studentName(g, p)}妈妈${g + 1}`;
    return {
        groups,
        staff: { deputy: STAFF.deputy.id, supervisor: STAFF.supervisor.id, leader: STAFF.leader.id },
        file: {
            school: '青禾小学',
            timezone: 'Asia/Shanghai',
            bot: { id: 'proof' },
            groups: groups.map((group, g) => ({
                id: group.id,
                topic: group.topic,
                pack: 'common',
                grade: GRADE,
                mode: 'live',
                members: [
                    { name: headName(g), role: 'head_teacher' },
                    ...group.parents.map((_, p) => ({ name: parentName(g, p), role: 'parent', students: [studentName(g, p)] })),
                ],
            })),
            people: Object.entries(STAFF).map(([role, { nick }]) => ({ name: nick, role })),
            pacing: { per_minute: 60, per_day: 5_000, jitter: '0s' },
        },
        world: {
            me,
            people: [
                ...Object.values(STAFF),
                ...groups.flatMap((group, g) => [
                    { id: group.head, nick: headName(g), friend: true },
                    ...group.parents.map((id, p) => ({ id, nick: parentName(g, p), friend: true })),
                ]),
            ],
            rooms: groups.map(group => ({
                id: group.room,
                topic: group.topic,
                owner: group.head,
                members: [me.id, group.head, ...group.parents].map(id => ({ id })),
            })),
        },
    };
}
function studentName(group, place) {
    const surname = SURNAMES[(group * 7 + place) % SURNAMES.length];
    const first = GIVEN[place % GIVEN.length];
    const second = GIVEN[(group * 3 + Math.floor(place / GIVEN.length) * 5 + place * 11 + 1) % GIVEN.length];
    return `${surname}${first}${second}`;
}
//# sourceMappingURL=school.js.map