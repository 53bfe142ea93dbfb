import { parseGreyLine } from '../../text/index.js';
const SYSTEM_NAMES = new Set(['系统', 'system']);
/** One line of a log as a group event. `group` and the speakers are already the ledger's. */
export function eventOfLine(line, group, speakerOf) {
    const grey = line.type === 'system' || SYSTEM_NAMES.has(line.from);
    const what = grey ? greyBody(line, speakerOf) : { from: speakerOf(line.from), body: body(line) };
    return { id: `${group}/${line.id}`, group, at: Date.parse(line.t), ...what };
}
function body(line) {
    if (line.type === 'recalled')
        return { kind: 'recall', of: null };
    if (line.type === 'rename')
        return { kind: 'rename', name: line.text };
    return { kind: 'message', message: message(line) };
}
function message(line) {
    const { text, title, url, filename, ocr, duration, quoted } = line;
    return {
        kind: line.type,
        text,
        ...(title === undefined ? {} : { title }),
        ...(url === undefined ? {} : { url }),
        ...(filename === undefined ? {} : { filename }),
        ...(ocr === undefined ? {} : { ocr }),
        ...(duration === undefined ? {} : { duration }),
        ...(quoted === undefined ? {} : { quoted }),
    };
}
function greyBody(line, speakerOf) {
    const grey = parseGreyLine(line.text);
    switch (grey?.kind) {
        case 'join': {
            const inviter = grey.inviter && !grey.inviter.you ? speakerOf(grey.inviter.name) : null;
            return {
                from: null,
                body: { kind: 'join', joined: grey.joined.map(one => speakerOf(one.name)), inviter, via: grey.via },
            };
        }
        case 'leave':
            return { from: null, body: { kind: 'leave', left: grey.left.map(one => speakerOf(one.name)) } };
        case 'recall':
            return { from: grey.who.you ? null : speakerOf(grey.who.name), body: { kind: 'recall', of: null } };
        case 'card_rename':
            return { from: grey.who.you ? null : speakerOf(grey.who.name), body: { kind: 'rename', name: grey.name } };
        default:
            return { from: null, body: { kind: 'notice', text: line.text } };
    }
}
//# sourceMappingURL=event.js.map