import { z } from 'zod';
import { isStaff } from '../model/member.js';
import { isAgencyLike, isCloneOf, isTeacherLike, isWellFormed } from './cards.js';
import { counted, explainCount } from './evidence.js';
import { defineSignal } from './signal.js';
const LABELS = {
    teacher_like: '像老师的群昵称',
    agency_like: '像机构或商家的群昵称',
    clone: '与老师相仿的群昵称',
    well_formed: '格式正确的群昵称',
};
const is = z.enum(['teacher_like', 'agency_like', 'clone', 'well_formed']);
const of = z.enum(['sender', 'new_name', 'joined']);
/**
 * What a name in the group looks like. Unless said otherwise, the new name of a rename, everybody who joined, else
 * the sender. One name is enough, but for `well_formed`, where every one must be.
 */
export const nameCard = defineSignal({
    name: 'name_card',
    summary: '群昵称：teacher_like 像老师、agency_like 像机构、clone 冒充老师、well_formed 格式正确（学生姓名+称谓）',
    options: z.union([is.transform(kind => ({ is: kind, of: undefined })), z.strictObject({ is, of: of.optional() })]),
    detect(facts, options) {
        const cards = cardsOf(facts, options.of);
        const found = cards.filter(card => looks(card, options.is, facts)).length;
        return counted(found, options.is === 'well_formed' ? Math.max(cards.length, 1) : 1);
    },
    explain: (evidence, options) => explainCount(LABELS[options.is], evidence),
});
function cardsOf({ event, member }, of) {
    const { body } = event;
    if (body.kind === 'rename' && of !== 'sender')
        return of === 'joined' ? [] : [{ id: member.id, name: body.name }];
    if (body.kind === 'join' && of !== 'sender')
        return of === 'new_name' ? [] : body.joined;
    // under the name that the group sees now, whoever it was yesterday
    return of === undefined || of === 'sender' ? [{ id: member.id, name: event.from?.name ?? member.name }] : [];
}
function looks({ id, name }, is, { group, member }) {
    switch (is) {
        case 'teacher_like':
            return isTeacherLike(name);
        case 'agency_like':
            return isAgencyLike(name);
        case 'clone':
            return !(id === member.id && isStaff(member.role)) && isCloneOf(name, id, group);
        case 'well_formed':
            return isWellFormed(name, pupilsFor(id === member.id ? member.students : [], group));
    }
}
/** Whom a card may name: the parent's own children, else the roster, if there is one to check against; empty: anybody. */
function pupilsFor(own, { students, rosterWritten }) {
    if (own.length > 0)
        return own;
    return rosterWritten ? students : [];
}
//# sourceMappingURL=name-card.js.map