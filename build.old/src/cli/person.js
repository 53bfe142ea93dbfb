import { BanzhangError } from '../model/errors.js';
import { ROLE_LABELS } from '../model/labels.js';
import { printable } from './terminal.js';
/**
 * The one person who is meant by an id or a name card, as it is known or stands in the school file (other cards of the
 * same person included). Throws BZ503 for nobody, BZ502 where it may be several: they are told apart by their ids.
 */
export function personOf(ledger, school, asked, group) {
    const byId = ledger.person(asked);
    if (byId)
        return byId;
    const name = plain(asked);
    const listed = school.groups.flatMap(({ id, members }) => members
        .filter(member => [member.name, ...member.aka].some(one => plain(one) === name))
        .flatMap(member => ledger.findPersonId(id, `member:${member.name}`) ?? []));
    const seen = ledger.people().filter(person => !person.erased && plain(person.name) === name);
    const found = [...new Set([...listed, ...seen.map(person => person.id)])]
        .flatMap(id => ledger.person(id) ?? [])
        .filter(person => group === undefined || person.group === group);
    if (found.length === 1)
        return found[0];
    if (found.length === 0) {
        throw new BanzhangError('BZ503', `账本里没有叫 ${printable(asked)} 的人`, {
            hint: '写群名片（一字不差）或编号；小助手运行过一次之后才认得名单上的人',
        });
    }
    const choices = found.map(({ id, group, role }) => `${id}（${group ?? '私聊'}，${ROLE_LABELS[role]}）`);
    throw new BanzhangError('BZ502', `叫 ${printable(asked)} 的有 ${found.length} 个：${choices.join('、')}`, {
        hint: '请写编号，一个一个来',
    });
}
/** Who sits at the terminal, for the record of what was read. */
export function reader(tools, what) {
    return `${what}:${tools.env.USER ?? tools.env.USERNAME ?? '?'}`;
}
function plain(name) {
    return name.normalize('NFKC').trim();
}
//# sourceMappingURL=person.js.map