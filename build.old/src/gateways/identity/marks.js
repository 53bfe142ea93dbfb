import { toKey } from '../../text/index.js';
/** Names are compared without width, case, space, punctuation and emoji; one of nothing else is compared as it is. */
export function comparable(name) {
    return toKey(name) || name.normalize('NFKC').replace(/\s+/g, '');
}
export function marksOf({ id, card, nick, avatar = '', remark = '' }, mark) {
    const name = (text) => (text === '' ? '' : mark(comparable(text)));
    return {
        card: name(card),
        nick: name(nick),
        avatar: avatar === '' ? '' : mark(`avatar ${avatar}`),
        remark: name(remark),
        network: mark(`network ${id}`),
    };
}
/** One mark of how somebody is called, by which a question about them is known again. */
export function lookOf({ card, nick }) {
    return `${card}/${nick}`;
}
//# sourceMappingURL=marks.js.map