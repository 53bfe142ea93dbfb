import { isStaff } from '../../model/member.js';
import { named } from './hash.js';
const LENGTHS = [
    [0, '0'],
    [2, '2'],
    [5, '5'],
    [10, '10'],
    [20, '20'],
    [40, '40'],
    [80, '80'],
    [Number.POSITIVE_INFINITY, 'more'],
];
/** Tells people to do something. */
const IMPERATIVE = /请|务必|必须|麻烦|记得|别忘|不要|不得|快点|赶紧|速|要求|统一|一律/;
/** What the line before asks, by its key: signs are gone from it. */
const ASKS = /吗|呢$|没$|不$|谁|哪|几|多少|什么|啥|怎么|咋|有没有|是不是|要不要|能不能/;
const LAUGH = /哈哈|嘻嘻|笑死|😂|🤣|😄|\[捂脸\]|\[偷笑\]|\[呲牙\]|\[破涕为笑\]|\[旺柴\]/u;
/** Signs in the shown text that say something of the act. */
const SIGNS = [
    ['exclaims', /[!！]/],
    ['exclaims much', /[!！]{2}/],
    ['tilde', /[~～]/],
    ['bracketed', /【/],
    ['quotes', /[“"「『]/],
    ['mentions', /@/],
    ['enumerates', /(?:^|\n)[^\S\n]*[1-9一二三][.、．]/],
];
const bandOf = (length) => LENGTHS.find(([atMost]) => length <= atMost)[1];
const NIGHT_FROM = 22 * 60;
const NIGHT_TO = 7 * 60;
const EMOJI_TOLD = 6;
const known = new Map();
/** Emoji are many; what else there is to name is little. */
const KNOWN_AT_MOST = 5_000;
function slotsOf(name) {
    let slots = known.get(name);
    if (slots === undefined) {
        slots = { alone: named(name), beside: {} };
        if (known.size < KNOWN_AT_MOST)
            known.set(name, slots);
    }
    return slots;
}
/** Where in the feature space the features lie that are no characters: who, what kind, how long, when, in which form. */
export function namesOf(input) {
    const { text, attached, role, kind, question, minutes, before } = input;
    const who = isStaff(role) ? 'staff' : role;
    const slots = [];
    const add = (name, crossed = true) => {
        const { alone, beside } = slotsOf(name);
        slots.push(alone);
        if (crossed)
            slots.push((beside[who] ??= named(`${who} ${name}`)));
    };
    add('any');
    add(`role:${role}`, false);
    add(`kind:${kind}`);
    add(question ? 'asks' : 'says');
    const length = text.key.length;
    add(`length:${bandOf(length)}`);
    if (attached.original !== '')
        add('attached');
    if (minutes >= NIGHT_FROM || minutes < NIGHT_TO) {
        add('night');
        add(`night ${question ? 'asks' : 'says'}`, false);
        if (minutes < NIGHT_TO && minutes >= 60)
            add('small hours', false);
    }
    if (before !== '') {
        const asked = ASKS.test(before) ? 'asked' : 'told';
        add('goes on', false);
        add(`before ${asked}`);
        add(`before ${asked}, now ${question ? 'asks' : 'says'}`, false);
        add(`before length:${bandOf(before.length)}`, false);
    }
    if (IMPERATIVE.test(text.display))
        add('imperative');
    if (LAUGH.test(text.display))
        add('laughs', false);
    for (const [name, sign] of SIGNS)
        if (sign.test(text.display))
            add(name, false);
    if (text.original.includes('\n'))
        add('lines');
    const emoji = text.emoji.length;
    if (emoji > 0) {
        add(emoji > 3 ? 'emoji many' : 'emoji');
        if (length === 0)
            add('emoji only');
        for (const one of new Set(text.emoji.slice(0, EMOJI_TOLD)))
            add(`emoji:${one}`, false);
    }
    for (const entity of new Set(input.entities))
        if (entity !== 'student')
            add(`entity:${entity}`);
    return slots;
}
//# sourceMappingURL=structure.js.map