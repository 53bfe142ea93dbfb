import { performance } from 'node:perf_hooks';
import { content } from '../../src/simulator/index.js';
import { RECALL_ROW } from './recall-row.js';
import { AUNT, DAD, faultsWorld, MUM, NEW_ROOM, ROOM, ROOM_ID } from './world.js';
/** A row that says something and looks at what is heard of it. */
function said(id, title, text) {
    return {
        id,
        table: 'content',
        title,
        async run(kit) {
            await kit.open();
            const message = kit.simulator.say(ROOM_ID, 'dad', text);
            await kit.until(() => kit.subject.heard.some(each => each.id === message), 4_000);
            const heard = kit.subject.heard.find(each => each.id === message);
            if (!heard)
                return { said: 'not heard', holds: false };
            return heard.text === text
                ? { said: 'whole', holds: true }
                : { said: `heard as ${quoted(heard.text)}`, holds: false };
        },
    };
}
function quoted(text) {
    return `“${text.replace(/\s+/g, ' ').slice(0, 40)}”`;
}
/** Who joined, by what was told of it. */
async function joined(kit, names) {
    const told = () => kit.subject.heard.filter(each => each.kind === 'join').flatMap(each => each.who);
    await kit.until(() => names.every(name => told().includes(name)), 6_000);
    const who = told();
    const holds = names.every(name => who.filter(each => each === name).length === 1) && who.length === names.length;
    return { said: who.length === 0 ? 'no join told' : `joined: ${who.join(', ')}`, holds };
}
export const CONTENT_ROWS = [
    said('second-colon', 'Group text with a second “:⏎”', '通知:\n加微信领资料'),
    said('ampersand', 'An ampersand in a text', '语文&数学 <第3页>'),
    said('friend-phrase', 'A group text that ends in the friend phrase', "团购加我 I've accepted your friend request. Now let's chat!"),
    {
        id: 'invite-card',
        table: 'content',
        title: 'A group-invite card in the class group',
        async run(kit) {
            await kit.open();
            const link = {
                title: '邀请你加入群聊',
                description: '"江一帆爸爸"邀请你加入群聊打折群，进入可查看详情。',
                url: 'https://support.weixin.qq.com/cgi-bin/mmsupport-bin/addchatroombyinvite?ticket=x',
            };
            const id = kit.simulator.crowd.post(ROOM_ID, 'dad', content.link(link));
            await kit.until(() => kit.subject.heard.some(each => each.id === id), 4_000);
            const holds = kit.subject.heard.some(each => each.id === id);
            return { said: holds ? 'heard as a message' : 'no message', holds };
        },
    },
    {
        id: 'kill-phrase',
        table: 'content',
        title: 'The phrases that log wechat4u out',
        async run(kit) {
            await kit.open();
            kit.simulator.whisper('dad', '🌚 🌚🌚 🌚🌚 🌚');
            kit.simulator.phone.say('filehelper', content.text('退出wechat4u'));
            await kit.until(() => kit.count('logout') > 0 || kit.simulator.requests.count('webwxlogout') > 0, 3_000);
            kit.simulator.say(ROOM_ID, 'dad', '还在吗');
            const heard = await kit.hears('还在吗');
            const out = kit.simulator.requests.count('webwxlogout');
            return { said: heard && out === 0 ? 'stays logged in' : 'logged out', holds: heard !== null && out === 0 };
        },
    },
    {
        id: 'uncaught',
        table: 'content',
        title: 'Uncaught exceptions of the program',
        async run(kit) {
            await kit.open();
            const listeners = process.listenerCount('uncaughtException');
            return { said: listeners > 0 ? 'printed and passed over' : 'end the program', holds: listeners === 0 };
        },
    },
    {
        id: 'unknown-talker',
        table: 'content',
        title: 'Somebody speaks who is in no member list yet',
        seconds: 60,
        async run(kit) {
            await kit.open();
            const { world } = kit.simulator;
            world.addPerson({ id: 'late', nick: '程果外公' });
            world.room(ROOM_ID).members.push({ id: 'late', card: '' });
            const began = performance.now();
            kit.simulator.say(ROOM_ID, 'late', '我是新来的');
            const heard = await kit.hears('我是新来的', 55_000);
            const seconds = ((performance.now() - began) / 1000).toFixed(1);
            return {
                said: heard ? `heard after ${seconds} s` : 'not heard within 55 s',
                holds: heard !== null && Number(seconds) < 3,
            };
        },
    },
    {
        id: 'new-room',
        table: 'content',
        title: 'First words in a new group while looking it up fails',
        seconds: 45,
        async run(kit) {
            await kit.open();
            kit.simulator.faults.add({ endpoint: 'webwxbatchgetcontact', status: 500, times: 3 });
            const { world } = kit.simulator;
            const members = ['bot', 'teacher', 'dad'].map(id => ({ id }));
            world.addRoom({ id: '1002@chatroom', topic: NEW_ROOM, owner: 'teacher', members });
            kit.simulator.say('1002@chatroom', 'dad', '新群的第一句');
            const heard = await kit.hears('新群的第一句', 40_000);
            return { said: heard ? 'heard' : 'lost (40 s)', holds: heard !== null };
        },
    },
    {
        id: 'recall-own',
        table: 'content',
        title: 'Taking back a line of its own',
        async run(kit) {
            await kit.open();
            const id = await kit.subject.say(ROOM, '这句要撤回');
            const [sent] = kit.simulator.sent;
            if (id !== null)
                await kit.subject.recall(id, ROOM).catch(() => { });
            const holds = id !== null && id === sent?.id && sent.revoked;
            return { said: id === null ? 'no message id: impossible' : holds ? 'taken back' : 'still there', holds };
        },
    },
    {
        id: 'duplicate',
        table: 'content',
        title: 'The same MsgId delivered twice',
        async run(kit) {
            await kit.open();
            const id = kit.simulator.say(ROOM_ID, 'dad', '只说一次');
            kit.simulator.say(ROOM_ID, 'dad', '只说一次', { id });
            kit.simulator.say(ROOM_ID, 'dad', '之后');
            await kit.hears('之后');
            const heard = kit.subject.heard.filter(each => each.text === '只说一次');
            const kept = heard.every(each => each.id === id);
            return {
                said: `told ${heard.length} time(s), id ${kept ? 'whole' : 'altered'}`,
                holds: heard.length === 1 && kept,
            };
        },
    },
    {
        id: 'recalled-notice',
        table: 'content',
        title: 'Which message a recall notice is about',
        async run(kit) {
            await kit.open();
            const id = kit.simulator.say(ROOM_ID, 'dad', '会撤回的话');
            await kit.hears('会撤回的话');
            kit.simulator.crowd.recall(ROOM_ID, 'dad', id);
            const told = () => kit.subject.heard.find(each => each.kind === 'recall');
            await kit.until(() => told() !== undefined, 4_000);
            const holds = told()?.text === id;
            return { said: told() ? (holds ? 'known' : 'unknown') : 'no recall told', holds };
        },
    },
    {
        id: 'join-joint',
        table: 'content',
        title: 'Two brought in at once (“A、B”)',
        async run(kit) {
            await kit.open();
            kit.simulator.crowd.invite(ROOM_ID, 'dad', [
                { id: 'g1', nick: '新人甲' },
                { id: 'g2', nick: '新人乙' },
            ]);
            return joined(kit, ['新人甲', '新人乙']);
        },
    },
    {
        id: 'join-qr',
        table: 'content',
        title: 'Somebody comes in by a QR code',
        async run(kit) {
            await kit.open();
            kit.simulator.crowd.scanIn(ROOM_ID, 'dad', { id: 'g3', nick: '新人丙' });
            return joined(kit, ['新人丙']);
        },
    },
    {
        id: 'join-you',
        table: 'content',
        title: 'A newcomer with 你 in the name',
        async run(kit) {
            await kit.open();
            kit.simulator.crowd.invite(ROOM_ID, 'dad', [{ id: 'g4', nick: '想你的风' }]);
            return joined(kit, ['想你的风']);
        },
    },
    {
        id: 'leave',
        table: 'content',
        title: 'Somebody leaves without a word',
        async run(kit) {
            await kit.open();
            kit.simulator.crowd.leave(ROOM_ID, 'aunt');
            const told = () => kit.subject.heard.some(each => each.kind === 'leave' && each.who.includes(AUNT));
            await kit.until(told, 4_000);
            return { said: told() ? 'told' : 'not told', holds: told() };
        },
    },
    {
        id: 'stale-name',
        table: 'content',
        title: 'A nickname that changes',
        async run(kit) {
            await kit.open();
            kit.simulator.crowd.setProfile('mum', { nick: '小满的妈' });
            kit.simulator.say(ROOM_ID, 'mum', '换了名字');
            const heard = await kit.hears('换了名字');
            const holds = heard?.who[0] === '小满的妈';
            return { said: heard ? `speaks as ${heard.who[0]}` : 'not heard', holds };
        },
    },
    {
        id: 'mention-twins',
        table: 'content',
        title: 'A mention where two bear the name',
        async run(kit) {
            await kit.open();
            kit.simulator.crowd.setCard(ROOM_ID, 'aunt', MUM);
            await new Promise(resolve => setTimeout(resolve, 500));
            kit.simulator.say(ROOM_ID, 'dad', `@${MUM}\u2005 在吗`);
            const heard = await kit.hears(`@${MUM}\u2005 在吗`);
            const names = heard?.mentions ?? [];
            // one name as written, bound to nobody: it gives nobody's rights away
            return { said: `mentions: ${names.join(', ') || 'none'}`, holds: names.length === 1 && names[0] === MUM };
        },
    },
    {
        id: 'mention-all',
        table: 'content',
        title: '@所有人',
        async run(kit) {
            await kit.open();
            kit.simulator.say(ROOM_ID, 'teacher', '@所有人 明天穿校服');
            const heard = await kit.hears('@所有人 明天穿校服');
            const names = heard?.mentions ?? [];
            return { said: `mentions: ${names.join(', ') || 'none'}`, holds: names.includes('所有人') };
        },
    },
    {
        id: 'owner',
        table: 'content',
        title: 'The group is handed to another owner',
        async run(kit) {
            await kit.open();
            kit.simulator.crowd.handOver(ROOM_ID, 'dad');
            const told = () => kit.subject.heard.some(each => each.text.includes('已成为新群主'));
            await kit.until(told, 4_000);
            const heard = kit.subject.heard.find(each => each.text.includes('已成为新群主'));
            // ours tells it as a notice of its own; as the words of a member anybody could have written it
            const holds = heard?.kind === 'notice';
            return { said: heard ? `told as a ${heard.kind}` : 'not told', holds };
        },
    },
    {
        id: 'mention-flood',
        table: 'content',
        title: '1 kB of “@a@a…” in a group of 482',
        async run(kit) {
            await kit.open({ world: faultsWorld(478) });
            const text = '@a'.repeat(512);
            const began = performance.now();
            let longest = 0;
            let last = began;
            const pulse = setInterval(() => {
                const now = performance.now();
                longest = Math.max(longest, now - last);
                last = now;
            }, 5);
            kit.simulator.say(ROOM_ID, 'dad', text);
            const heard = await kit.hears(text, 20_000);
            clearInterval(pulse);
            const ms = Math.round(performance.now() - began);
            return {
                said: `${heard ? `heard after ${ms} ms` : 'not heard'}, everything else stood still for ${Math.round(longest)} ms`,
                holds: heard !== null && longest < 500 && ms < 1_500,
            };
        },
    },
    {
        id: 'older-than-login',
        table: 'content',
        title: 'A message from before the login (a gap)',
        async run(kit) {
            await kit.open();
            kit.simulator.say(ROOM_ID, DAD, '断线时说的', { at: Date.now() - 90_000 });
            const heard = await kit.hears('断线时说的');
            return { said: heard ? 'heard' : 'dropped', holds: heard !== null };
        },
    },
    RECALL_ROW,
];
//# sourceMappingURL=content-rows.js.map