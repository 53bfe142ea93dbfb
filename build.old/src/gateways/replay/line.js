import { z } from 'zod';
import { MESSAGE_KINDS } from '../../model/event.js';
import { GROUP_PACKS } from '../../model/member.js';
/** One line of a group log: a header opens a group, the lines after it are its events. Labels are not read. */
const LOG_ROLES = [
    'head_teacher',
    'deputy',
    'teacher',
    'parent',
    'supervisor',
    'leader',
    'counsellor',
    'unknown',
];
const EVENT_TYPES = [...MESSAGE_KINDS, 'system', 'rename', 'recalled'];
const memberSchema = z.object({
    name: z.string().min(1),
    role: z.enum(LOG_ROLES),
    exempt: z.array(z.string()).default([]),
    aka: z.union([z.string(), z.array(z.string())]).optional(),
});
const headerSchema = z.object({
    scenario: z.string().optional(),
    group: z.string().min(1),
    group_type: z.enum(GROUP_PACKS),
    grade: z.number().int().min(1).max(12).nullish(),
    timezone: z.string().default('Asia/Shanghai'),
    members: z.array(memberSchema),
    supervisor: z.string().nullish(),
});
const eventSchema = z.object({
    id: z.string().min(1),
    t: z.iso.datetime({ offset: true }),
    from: z.string().min(1),
    type: z.enum(EVENT_TYPES),
    text: z.string().default(''),
    title: z.string().optional(),
    url: z.string().optional(),
    filename: z.string().optional(),
    ocr: z.string().optional(),
    duration: z.number().nonnegative().optional(),
    quoted: z.string().optional(),
});
/** Says in one Chinese sentence what a line should have been. */
export class LogLineError extends Error {
}
/** Parses one line; throws a LogLineError with what was expected. */
export function parseLogLine(line) {
    let value;
    try {
        value = JSON.parse(line);
    }
    catch {
        throw new LogLineError('不是有效的 JSON；每行应为一个 JSON 对象');
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        throw new LogLineError('每行应为一个 JSON 对象：群信息（含 members）或一条消息（含 id、t、from、type）');
    }
    if ('members' in value)
        return { header: parse(headerSchema, value) };
    return { event: parse(eventSchema, value) };
}
function parse(schema, value) {
    const result = schema.safeParse(value);
    if (result.success)
        return result.data;
    const problems = result.error.issues.map(issue => `${issue.path.join('.') || '（整行）'}：${issue.message}`);
    throw new LogLineError(problems.join('；'));
}
//# sourceMappingURL=line.js.map