import { ROLE_LABELS } from '../model/labels.js';
import { CLASS_LINE, inLine, SCHOOL_LINE } from '../model/line.js';
import { isStaff } from '../model/member.js';
import { renderMessage } from '../model/message.js';
import { DAY, HOUR } from '../model/time.js';
import { choicesText, timeOfDay } from '../policy/index.js';
import { maskName, toKey } from '../text/index.js';
import { leavesByDay } from './when.js';
const APPEALS = ['误会', '误判', '申诉', '弄错了', '搞错了'];
/** What can be done about an appeal. */
const DIGITS = ['1', '4', '5'];
/** Somebody says that a private word was a mistake. */
export function isAppeal(text) {
    const key = toKey(text);
    return key.length <= 30 && APPEALS.some(word => key.includes(word));
}
/**
 * Opens a case about the latest private word to this member, for the head teacher, or for the school where it was said
 * to one of the staff; one polite receipt. `nothing`: there was no such word; `nobody`: there is nobody to look at it.
 */
export function appeal(deps, message) {
    const { ledger } = deps;
    const now = deps.clock.now();
    // one account may be a parent in several groups
    const selves = deps.groups.selves(message.from.id);
    const words = selves.flatMap(id => {
        const said = ledger.lastWordTo(id, now - 7 * DAY);
        return said ? [{ ...said, to: id }] : [];
    });
    const word = words.sort((one, other) => other.at - one.at)[0];
    if (!word)
        return 'nothing';
    const group = deps.groups.profile(word.group);
    const staff = group?.members.some(one => one.id === word.to && isStaff(one.role)) ?? false;
    const owner = group && ownerOf(group, staff, selves);
    if (!group || !owner)
        return 'nobody';
    const { messages } = deps.rules().ruleSet;
    const key = `appeal:${word.to}`;
    const code = ledger.openCaseByKey(group.id, key)?.code ?? ledger.nextCode();
    const who = maskName(ledger.person(word.to)?.name ?? '');
    const what = renderMessage(messages, 'appeal.what');
    // a case can wait until the day; whoever appealed has their receipt at once
    const leaves = leavesByDay(deps, group);
    const base = { topic: 'appeal', category: word.category, severity: null, notBefore: now };
    ledger.openCase({
        opening: {
            kind: 'appeal',
            severity: 'P2',
            category: word.category,
            key,
            owner: owner.role,
            about: word.to,
            deadline: leaves + DAY,
            summary: `${who}：${what}`,
        },
        group: group.id,
        decisionId: word.decisionId,
        move: { by: word.to, channel: 'wechat', at: now },
        withhold: deps.groups.mode(group.id) === 'shadow',
        actions: [
            {
                ...base,
                kind: 'reply',
                target: { person: message.from.id, group: group.id },
                recipient: null,
                text: staff
                    ? renderMessage(messages, 'appeal.receipt_staff', { to: ROLE_LABELS[owner.role] })
                    : renderMessage(messages, 'appeal.receipt'),
                expiresAt: now + HOUR,
            },
            {
                ...base,
                kind: 'alert',
                severity: 'P2',
                target: { person: owner.id, group: group.id },
                recipient: owner.role,
                text: renderMessage(messages, 'alert.p2', {
                    code,
                    time: timeOfDay(deps.localTime(now, group.timezone).minutes),
                    who,
                    what,
                    choices: choicesText(messages, { severity: 'P2', category: word.category, owner: owner.role }, digit => DIGITS.includes(digit)),
                }),
                notBefore: leaves,
                expiresAt: leaves + DAY,
            },
        ],
    });
    deps.wake();
    return 'opened';
}
/** The head teacher, or whoever is next; what was said to a teacher is for the school. Never whoever appeals. */
function ownerOf(group, staff, selves) {
    const others = group.people.filter(({ id }) => !selves.includes(id));
    return inLine(staff ? SCHOOL_LINE : CLASS_LINE, others)[0] ?? null;
}
//# sourceMappingURL=appeal.js.map