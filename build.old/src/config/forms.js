import { z } from 'zod';
import { parseDuration, parseTimeOfDay } from '../model/time.js';
/** A value as it was written, also alone in a list; empty for other lists and objects, whose `toString` may be anything. */
export function plain(value) {
    if (Array.isArray(value))
        return value.length === 1 && !Array.isArray(value[0]) ? plain(value[0]) : '';
    return typeof value === 'object' && value !== null ? '' : String(value);
}
/** By definition, which a schema keeps when it gets a description and is cloned for it. */
const forms = new WeakMap();
/** The form of a schema, whatever it is wrapped in; null if it has none of its own. */
export function formOf(schema) {
    if (!schema)
        return null;
    return forms.get(schema.def) ?? formOf(innerOf(schema));
}
/** What editors show for a schema, whatever it is wrapped in. */
export function descriptionOf(schema) {
    const inner = innerOf(schema);
    return schema.description ?? (inner ? descriptionOf(inner) : null);
}
function innerOf(schema) {
    return schema.def.innerType ?? null;
}
/** Gives a schema its form. */
export function withForm(schema, form) {
    forms.set(schema.def, form);
    return schema;
}
const noSuggestion = () => null;
/** `90s`, `10m`, `6h`, `7d`, as milliseconds. */
export const duration = withForm(z
    .string()
    .regex(/^\d{1,6}[smhd]$/)
    .describe('时长：90s、10m、6h、7d')
    .transform(text => parseDuration(text)), { text: '时长，例如 90s、10m、6h、7d', suggest: suggestDuration });
/** `22:00`, as minutes after midnight. */
export const timeOfDay = withForm(z
    .string()
    .regex(/^(([01]?\d|2[0-3]):[0-5]\d|24:00)$/)
    .describe('一天里的时刻：07:00 到 24:00')
    .transform(text => parseTimeOfDay(text)), { text: '时刻，例如 "07:30"、"22:00"', suggest: suggestTimeOfDay });
/** `YYYY-MM-DD`, a day that exists. */
export const date = withForm(z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .refine(isDate), { text: '日期，例如 2026-11-04', suggest: noSuggestion });
/** `2026-11-04T15:00`, seconds optional; local, a day that exists. */
export const localDateTime = withForm(z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/)
    .refine(text => isDate(text.slice(0, 10)))
    .describe('当地日期和时间：2026-11-04T15:00'), {
    text: '当地日期和时间，例如 "2026-11-04T15:00"',
    suggest: value => {
        const match = /^(\d{4}-\d{2}-\d{2})[ 　](\d{2}:\d{2}(:\d{2})?)$/.exec(plain(value));
        return match ? `"${match[1]}T${match[2]}"` : null;
    },
});
/** Something to read: at least one character that can be seen. */
export const line = z.string().trim().min(1);
export function isDate(text) {
    const parsed = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}
const UNITS = [
    [/^(s|sec|secs|second|seconds|秒|秒钟)$/, 's'],
    [/^(m|min|mins|minute|minutes|分|分钟)$/, 'm'],
    [/^(h|hr|hrs|hour|hours|小时|时|个小时)$/, 'h'],
    [/^(d|day|days|天|日)$/, 'd'],
];
function suggestDuration(value) {
    const match = /^(\d{1,6})\s*([a-z\p{Script=Han}]*)$/u.exec(plain(value).normalize('NFKC').trim().toLowerCase());
    if (!match)
        return null;
    if (match[2] === '')
        return `${match[1]}m`;
    const unit = UNITS.find(([names]) => names.test(match[2]));
    return unit ? `${match[1]}${unit[1]}` : null;
}
function suggestTimeOfDay(value) {
    const match = /^(\d{1,2})(?:[:.时点h](\d{1,2})?分?)?$/.exec(plain(value).normalize('NFKC').trim());
    if (!match || Number(match[1]) > 24)
        return null;
    return `"${String(match[1]).padStart(2, '0')}:${(match[2] ?? '').padStart(2, '0')}"`;
}
//# sourceMappingURL=forms.js.map