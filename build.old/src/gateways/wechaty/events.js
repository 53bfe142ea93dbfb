import { createHash } from 'node:crypto';
import { parseGreyLine } from '../../text/index.js';
import { readMessage } from './messages.js';
import { decodeWire, MSG, splitSender } from './raw.js';
import { find, readXml, textAt } from './xml.js';
/** What a raw message of a bound group means; null for signals between WeChat's own clients. */
export function readGroupMessage(raw, scene) {
    if (raw.MsgType === MSG.statusNotify)
        return null;
    const { sender, content } = splitSender(raw.Content);
    const from = sender && !isSystem(raw) ? scene.speaker(sender) : null;
    const body = bodyOf(raw, content, scene);
    if (!body)
        return null;
    const at = Number(raw.CreateTime) > 0 ? Number(raw.CreateTime) * 1000 : scene.now;
    const who = body.kind === 'recall' ? (from ?? recaller(raw, content, scene)) : from;
    return { id: idOf(raw, scene.group, who?.id ?? ''), group: scene.group, at, from: who, body };
}
/** What a changed member list means: who joined, left or renamed without a grey line telling. */
export function readRoomChange(change, scene) {
    const event = (from, body, about) => {
        const id = `d-${digest([scene.group, String(scene.now), about])}`;
        return { id, group: scene.group, at: scene.now, from, body };
    };
    const events = change.renamed.map(member => {
        const who = scene.speaker(member.id);
        const name = member.card || member.nick;
        return event(who, { kind: 'rename', name }, `rename ${who.id} ${name}`);
    });
    const people = (members) => members.map(member => scene.speaker(member.id));
    if (change.joined.length > 0) {
        const joined = people(change.joined);
        events.push(event(null, { kind: 'join', joined, inviter: null, via: 'unknown' }, `join ${ids(joined)}`));
    }
    if (change.left.length > 0) {
        const left = people(change.left);
        events.push(event(null, { kind: 'leave', left }, `leave ${ids(left)}`));
    }
    return events;
}
/** The network's id, kept a string; else one that the same message always gets. */
export function idOf(raw, group, from) {
    const parts = [group, from, String(raw.CreateTime), String(raw.MsgType), splitSender(raw.Content).content];
    return stableId(raw.MsgId, parts);
}
/** An id as the network gave it, if it is one; else one made of the parts. */
export function stableId(given, parts) {
    const id = typeof given === 'number' ? String(given) : given;
    if (typeof id === 'string' && /^[\w-]{1,64}$/.test(id) && id !== '0')
        return id;
    return `h-${digest(parts)}`;
}
function ids(people) {
    return people.map(person => person.id).join(' ');
}
function digest(parts) {
    return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
function isSystem(raw) {
    return raw.MsgType === MSG.system || raw.MsgType === MSG.systemNotice;
}
function bodyOf(raw, content, scene) {
    if (raw.MsgType === MSG.recalled)
        return readSystemXml(decodeWire(content), scene);
    if (isSystem(raw))
        return readGreyLine(decodeWire(raw.Content), scene);
    return { kind: 'message', message: readMessage(raw, scene.names) };
}
/** What WeChat's own XML tells (MsgType 10002): a recall notice, a pat, or a grey line whose names are given as links. */
export function readSystemXml(xml, scene) {
    const root = readXml(xml);
    const recall = root?.name === 'revokemsg' ? root : find(root, 'revokemsg');
    if (recall)
        return { kind: 'recall', of: recalledId(recall, scene) };
    const pat = textAt(root, 'pat', 'template');
    if (pat)
        return { kind: 'notice', text: pat };
    const template = find(root, 'sysmsgtemplate', 'content_template');
    if (template)
        return readGreyLine(fillTemplate(template), scene);
    const text = root ? textAt(root, 'content') || root.text.trim() : xml.trim();
    return text ? readGreyLine(text, scene) : null;
}
/**
 * Which message was taken back. Old notices name it in `msgid`; newer ones put the server's id into `newmsgid` and a
 * short local one into `msgid`. The one that was heard counts; failing that the one that looks like a server's id.
 */
function recalledId(recall, scene) {
    const named = ['newmsgid', 'msgid', 'oldmsgid'].map(name => textAt(recall, name)).filter(id => /^\d{1,20}$/.test(id));
    return named.find(id => scene.heard(id)) ?? named.find(id => id.length >= 15) ?? null;
}
function recaller(raw, content, scene) {
    const text = isSystem(raw) ? decodeWire(raw.Content) : textAt(readXml(decodeWire(content)), 'revokemsg', 'replacemsg');
    const line = parseGreyLine(text);
    return line?.kind === 'recall' ? known(line.who, scene) : null;
}
/** `"$username$"邀请"$names$"加入了群聊` with the nicknames that the links give. */
function fillTemplate(template) {
    const links = find(template, 'link_list')?.children ?? [];
    return textAt(template, 'template').replace(/\$(\w{1,32})\$/g, (whole, name) => {
        const link = links.find(candidate => candidate.attributes.get('name') === name);
        if (!link)
            return whole;
        const members = find(link, 'memberlist')?.children ?? [];
        return (members.map(member => textAt(member, 'nickname')).join(textAt(link, 'separator') || '、') || textAt(link, 'plain'));
    });
}
/** A grey line: what it says happened, where the names in it are known; otherwise the line itself. */
export function readGreyLine(text, scene) {
    const line = parseGreyLine(text);
    return (line && meaningOf(line, scene)) ?? { kind: 'notice', text };
}
function meaningOf(line, scene) {
    switch (line.kind) {
        case 'join': {
            const joined = everybody(line.joined, scene);
            const inviter = line.inviter ? known(line.inviter, scene) : null;
            return joined ? { kind: 'join', joined, inviter, via: line.via } : null;
        }
        case 'leave': {
            const left = everybody(line.left, scene);
            return left ? { kind: 'leave', left } : null;
        }
        case 'recall':
            return { kind: 'recall', of: null };
        default:
            return null;
    }
}
/** Everybody a line names besides the bot; null when there is nobody or somebody cannot be told. */
function everybody(names, scene) {
    const others = names.filter(name => !name.you).map(name => known(name, scene));
    return others.length > 0 && others.every(person => person !== null) ? others : null;
}
function known(name, scene) {
    return name.you ? null : scene.named(name.name);
}
//# sourceMappingURL=events.js.map