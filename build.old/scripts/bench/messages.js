import { MESSAGE_KINDS } from '../../src/model/event.js';
import { Random } from '../proof/random.js';
import { readCorpus } from '../train/corpus.js';
/** Of ten messages: six are ordinary talk, two look like a violation and are none, two are one. */
const ORDINARY = 6;
const LOOK_ALIKES = 2;
const START = Date.UTC(2026, 10, 4, 7, 0);
/** Messages as a class group has them, drawn from the corpus: always the same ones for the same corpus. */
export function messagesOf(corpus, count) {
    const lines = readCorpus(corpus).filter(line => MESSAGE_KINDS.includes(line.kind));
    const ordinary = lines.filter(line => line.label === 'normal' && line.near === null);
    const alike = lines.filter(line => line.near !== null);
    const violations = lines.filter(line => line.label !== 'normal');
    const random = new Random(1);
    return Array.from({ length: count }, (_, n) => {
        const place = random.below(10);
        const from = place < ORDINARY ? ordinary : place < ORDINARY + LOOK_ALIKES ? alike : violations;
        return saidOf(random.pick(from), n);
    });
}
const members = new Map();
function memberOf(role) {
    let member = members.get(role);
    if (!member)
        members.set(role, (member = { id: role, name: '林一诺妈妈', role, students: [], exempt: [] }));
    return member;
}
/** The nth message of the bench's group. */
export function saidOf({ role, kind, text, title, filename, ocr }, n) {
    const member = memberOf(role);
    const more = { ...(title && { title }), ...(filename && { filename }), ...(ocr && { ocr }) };
    const message = { kind: kind, text, ...more };
    const event = {
        id: `bench-${n}`,
        group: 'bench',
        at: START + n * 100,
        from: { id: member.id, name: member.name },
        body: { kind: 'message', message },
    };
    return { event, member };
}
/** Everything that a message says, as a word filter would be given it. */
export function textOf({ event }) {
    if (event.body.kind !== 'message')
        return '';
    const { text, title, filename, ocr } = event.body.message;
    return [text, title, filename, ocr].filter(Boolean).join('\n');
}
//# sourceMappingURL=messages.js.map