const FAMILIES = '赵钱孙李周吴郑冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜';
const GIVEN = '沐辰 雨桐 子墨 欣怡 浩宇 梓萱 俊杰 诗涵 宇轩 可欣 博文 思远 佳怡 明轩 语嫣 天佑 若曦 嘉豪 梦瑶 睿哲 一诺 晨曦 启航 书瑶'.split(' ');
const SUBJECTS = ['数学', '英语', '语文', '体育', '科学', '音乐', '美术'];
/** Roles as a log names them; who is on no list is unknown. */
const LOG_ROLES = {
    head_teacher: 'head_teacher',
    deputy: 'deputy',
    teacher: 'teacher',
    parent: 'parent',
    supervisor: 'supervisor',
    leader: 'leader',
    counsellor: 'counsellor',
    admin: 'unknown',
    outsider: 'unknown',
    bot: 'unknown',
};
/** Somebody in each of these roles is there, even where nobody of them speaks. */
const ALWAYS = ['head_teacher', 'deputy', 'supervisor'];
/** The people of a talk, who are numbers in the corpus, with names of their role: those who speak by their number. */
export function namesOf(lines) {
    const speakers = new Map();
    const members = [];
    const count = new Map();
    const add = (role) => {
        const place = count.get(role) ?? 0;
        count.set(role, place + 1);
        const name = nameOf(role, place);
        members.push({ name, role: LOG_ROLES[role] });
        return name;
    };
    for (const { by, role } of lines)
        if (!speakers.has(by))
            speakers.set(by, add(role));
    for (const role of ALWAYS)
        if (!count.has(role))
            add(role);
    return { speakers, members };
}
function nameOf(role, place) {
    const family = FAMILIES[place % FAMILIES.length];
    const again = place < FAMILIES.length ? '' : String(Math.floor(place / FAMILIES.length) + 1);
    switch (role) {
        case 'head_teacher':
            return `班主任${family}老师${again}`;
        case 'deputy':
            return `副班主任${family}老师${again}`;
        case 'teacher':
            return `${SUBJECTS[place % SUBJECTS.length]}${family}老师${again}`;
        case 'supervisor':
            return `德育处${family}主任${again}`;
        case 'leader':
            return `${family}校长${again}`;
        case 'counsellor':
            return `心理${family}老师${again}`;
        case 'outsider':
            return `路过${place + 1}`;
        case 'bot':
            return `小助手${place + 1}`;
        case 'admin':
            return `管理员${place + 1}`;
        case 'parent':
            return `${family}${GIVEN[(place * 7) % GIVEN.length]}妈妈${again}`;
    }
}
//# sourceMappingURL=names.js.map