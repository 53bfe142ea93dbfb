export const ROOM_ID = '1001@chatroom';
export const ROOM = '三年级2班家长群';
export const NEW_ROOM = '三年级3班家长群';
export const GROUPS = [
    { id: 'c3-2', topic: ROOM },
    { id: 'c3-3', topic: NEW_ROOM },
];
export const TEACHER = '班主任周老师';
export const [DAD, MUM, AUNT] = ['江一帆爸爸', '林小满妈妈', '秋天的风'];
/** One class group; `crowd` more members than the five that play, friends or not. Nobody here exists. */
export function faultsWorld(crowd = 0, friend = false) {
    const many = Array.from({ length: crowd }, (_, n) => ({ id: `p${n}`, nick: `a${n}`, friend }));
    const people = [
        { id: 'teacher', nick: TEACHER, friend: true },
        { id: 'dad', nick: DAD, friend: true },
        { id: 'mum', nick: MUM, friend: true },
        { id: 'aunt', nick: AUNT },
        ...many,
    ];
    const members = [{ id: 'bot' }, ...people.map(({ id }) => ({ id }))];
    return {
        me: { id: 'bot', nick: '班级小助手' },
        people,
        rooms: [{ id: ROOM_ID, topic: ROOM, owner: 'teacher', members }],
    };
}
//# sourceMappingURL=world.js.map