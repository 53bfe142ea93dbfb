import { z } from 'zod';
import { EVENT_KINDS, MESSAGE_KINDS } from '../model/event.js';
import { ROLES } from '../model/member.js';
import { check } from './diagnostics.js';
import { localDateTime } from './forms.js';
const OTHER_KINDS = EVENT_KINDS.filter((kind) => kind !== 'message');
export const EXAMPLE_KINDS = [...MESSAGE_KINDS, ...OTHER_KINDS];
/** A Wednesday, a school day, in the middle of working hours. */
const DEFAULT_AT = '2026-11-04T15:00:00';
const BETWEEN_MESSAGES = 30_000;
const fields = {
    text: z.string().describe('发送的原文'),
    from: z.enum(ROLES).describe('谁发的；默认是 applies.roles 的第一个，没有则为 parent'),
    name: z.string().describe('群名片'),
    kind: z.enum(EXAMPLE_KINDS).describe('消息或事件的类型；默认 text'),
    title: z.string().describe('链接、小程序、卡片的标题'),
    url: z.string().describe('链接地址'),
    filename: z.string().describe('文件名'),
    ocr: z.string().describe('图片里的文字'),
    duration: z.number().min(0).describe('语音的秒数'),
    at: localDateTime.describe('当地时间；默认 2026-11-04T15:00（周三）'),
    grade: z.number().int().min(1).max(9).describe('年级；默认是 applies.grades 的第一个'),
};
const earlier = z.strictObject(fields).partial();
/** The long form of an example. Every field may be left out, the text of a text may not. */
export const exampleSchema = earlier.extend({
    after: z
        .array(z.union([z.string(), earlier]))
        .describe('此前的消息，从早到晚，默认相隔 30 秒')
        .optional(),
});
/** One example, whole: a text, or an object with what differs from the defaults. Null when something is wrong. */
export function readExample(at, defaults, findings) {
    const written = readOne(at, earlier, findings, ['after']);
    const list = at.at('after');
    if (list.value !== undefined && !Array.isArray(list.value)) {
        check(exampleSchema.shape.after, list, findings);
        return null;
    }
    const before = list.items().map(item => ({ item, written: readOne(item, earlier, findings) }));
    if (!written || before.some(entry => entry.written === null))
        return null;
    const main = complete(written, written.at ?? DEFAULT_AT, defaults, at.spot().place);
    const after = before.map((entry, index) => {
        const own = entry.written;
        const at = own.at ?? earlierThan(main.at, (before.length - index) * BETWEEN_MESSAGES);
        const { after: _, ...example } = complete(own, at, { from: main.from, grade: main.grade }, entry.item.spot().place);
        return example;
    });
    return { ...main, after };
}
function readOne(at, schema, findings, leaveOut = []) {
    if (typeof at.value === 'string') {
        if (at.value.trim() !== '')
            return { text: at.value };
        findings.add(at.spot(), 'BZ105', '示例是空的', { expected: '一条消息的原文' });
        return null;
    }
    if (typeof at.value !== 'object' || at.value === null || Array.isArray(at.value)) {
        check(z.string(), at, findings);
        return null;
    }
    const own = Object.fromEntries(Object.entries(at.value).filter(([key]) => !leaveOut.includes(key)));
    const written = check(schema, at.withValue(own), findings);
    if (written && (written.kind ?? 'text') === 'text' && !written.text?.trim()) {
        findings.add(at.spot(), 'BZ105', '示例缺少 text', { expected: 'text: 一条消息的原文；不是文字消息时写 kind' });
        return null;
    }
    return written;
}
function complete(written, at, defaults, place) {
    return {
        text: written.text ?? '',
        from: written.from ?? defaults.from,
        name: written.name ?? null,
        kind: written.kind ?? 'text',
        title: written.title ?? null,
        url: written.url ?? null,
        filename: written.filename ?? null,
        ocr: written.ocr ?? null,
        duration: written.duration ?? null,
        at: at.length === 16 ? `${at}:00` : at,
        grade: written.grade ?? defaults.grade,
        after: [],
        place,
    };
}
/** Local time has no zone here: a day of 24 hours is all that examples need. */
function earlierThan(at, milliseconds) {
    return new Date(Date.parse(`${at}Z`) - milliseconds).toISOString().slice(0, 19);
}
/** Two examples that say the same thing have the same key. */
export function exampleKey(example) {
    const plain = ({ place: _, ...rest }) => rest;
    const { after, ...main } = example;
    return JSON.stringify([plain(main), after.map(plain)]);
}
//# sourceMappingURL=example.js.map