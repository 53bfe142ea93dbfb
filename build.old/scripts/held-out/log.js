import { namesOf } from './names.js';
/** The id of a line's event. */
export const idOf = (talk, line) => `${talk}-${String(line).padStart(4, '0')}`;
/**
 * A day of talk as the log of a group, as `banzhang replay` reads it: a header, and an event a line. The corpus keeps no
 * names and no packs, so people get made-up names and every class the common pack.
 */
export function logOf({ name, lines }) {
    const { speakers, members } = namesOf(lines);
    const header = {
        scenario: name,
        group: `四年级2班家长群 ${name}`,
        group_type: 'common',
        grade: 4,
        timezone: 'Asia/Shanghai',
        members,
        supervisor: members.find(({ role }) => role === 'supervisor')?.name,
    };
    const events = lines.map((line, index) => eventOf(line, idOf(name, index), speakers.get(line.by)));
    return [header, ...events].map(row => JSON.stringify(row));
}
function eventOf({ at, kind, text, title, filename, ocr }, id, from) {
    return {
        id,
        // the hours of a talk are those of its school
        t: `${new Date(at).toISOString().slice(0, 19)}+08:00`,
        from,
        type: kind,
        text,
        ...(title && { title }),
        ...(filename && { filename }),
        ...(ocr && { ocr }),
        ...(kind === 'link' && { url: 'https://example.com/' }),
        ...(kind === 'voice' && { duration: 8 }),
    };
}
//# sourceMappingURL=log.js.map