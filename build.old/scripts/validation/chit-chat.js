import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decisionsOn } from './decisions.js';
import { readRows, toRows } from './labels.js';
/** Other people's open-licensed chit-chat: nothing in it is anybody's fault in a class group. */
export const CHIT_CHAT = ['kdconv', 'crosswoz', 'lccc_toy', 'chatterbot_zh'];
const TEACHER = '班主任王老师';
const PARENT = '李雷妈妈';
/** Each line alone in a group of its own: pack strict, a parent, three in the afternoon of a school day. */
export function chatLog(texts) {
    return toRows(texts.flatMap((text, index) => [
        {
            scenario: `chat ${index}`,
            group: `三年级2班家长群 ${index}`,
            group_type: 'strict',
            grade: 3,
            timezone: 'Asia/Shanghai',
            members: [
                { name: TEACHER, role: 'head_teacher' },
                { name: PARENT, role: 'parent' },
            ],
            supervisor: '德育处赵主任',
        },
        { id: `chat-${index}`, t: '2026-09-09T15:00:00+08:00', from: PARENT, type: 'text', text },
    ]));
}
/** How many lines somebody was reminded of, asked to recall, or told on for. */
export function approachedIn(decisions) {
    const some = decisions.filter(({ respond }) => respond !== 'allow' && respond !== 'collect').length;
    return { some, all: decisions.length };
}
/** The figure of the shipped program on the files of a folder. */
export async function chitChat(app, rules, folder) {
    const texts = CHIT_CHAT.flatMap(name => readRows(join(folder, `${name}.jsonl`)).map(({ row }) => row.text)).filter(text => text !== '');
    const at = mkdtempSync(join(tmpdir(), 'banzhang-chat-'));
    try {
        const log = join(at, 'chat.jsonl');
        writeFileSync(log, chatLog(texts));
        return approachedIn(await decisionsOn(app, rules, [log]));
    }
    finally {
        rmSync(at, { recursive: true, force: true });
    }
}
//# sourceMappingURL=chit-chat.js.map