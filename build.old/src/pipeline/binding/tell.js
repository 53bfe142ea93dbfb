import { inLine, KEEPER_LINE } from '../../model/line.js';
import { DAY } from '../../model/time.js';
import { bindingChoices } from '../../policy/index.js';
import { say } from '../asker.js';
import { leavesByDay } from '../when.js';
/** A line names so many; the terminal shows all. */
export const NAMED_AT_MOST = 5;
/** Asks whoever keeps the bot; they answer with a digit. */
export function ask(deps, group, { key, message, params, summary, questions }) {
    const { ledger, clock } = deps;
    const profile = profileFor(deps, group);
    const keeper = profile && inLine(KEEPER_LINE, profile.people)[0];
    if (!profile || !keeper)
        return;
    const choices = bindingChoices(deps.rules().ruleSet.messages);
    const said = { code: ledger.nextCode(), group: profile.name, choices, ...params };
    const alert = draft(deps, profile, keeper, message, said);
    const { case: opened } = ledger.openCase({
        opening: {
            kind: 'binding',
            severity: 'P2',
            category: 'namecard',
            key: `binding:${key}`,
            owner: keeper.role,
            about: null,
            deadline: alert.notBefore + DAY,
            summary,
        },
        group: profile.id,
        decisionId: '',
        move: { by: 'bot', channel: 'clock', at: clock.now() },
        actions: [alert],
    });
    for (const id of questions)
        ledger.markBinding(id, { caseId: opened.id });
    deps.wake();
}
/** Tells whoever keeps the bot; `about`: what must not be told of twice. */
export function tellKeeper(deps, group, key, params, about) {
    const profile = profileFor(deps, group);
    const named = profile && group !== null ? { group: profile.name } : {};
    if (profile)
        tell(deps, profile, KEEPER_LINE, key, { ...params, ...named }, about.join(' '));
}
/** Tells the first in a line, once a cause. */
export function tell(deps, profile, line, key, params, cause) {
    const person = inLine(line, profile.people)[0];
    if (!person)
        return;
    const alert = draft(deps, profile, person, key, { group: profile.name, ...params });
    deps.ledger.addActions(`${key}/${profile.id}/${cause}`, [alert], deps.clock.now());
    deps.wake();
}
/** About the bot itself, not about anybody's conduct: it leaves in shadow mode as well. */
function draft(deps, profile, person, key, params) {
    const notBefore = leavesByDay(deps, profile);
    return {
        kind: 'alert',
        target: { person: person.id, group: profile.id },
        recipient: person.role,
        text: say(deps, key, params),
        topic: key,
        category: null,
        severity: 'P2',
        notBefore,
        expiresAt: notBefore + DAY,
    };
}
/** What belongs to no group is asked where the admin answers. */
function profileFor({ groups }, group) {
    if (group !== null)
        return groups.profile(group);
    const profiles = groups.all();
    return profiles.find(({ people }) => people.some(({ role }) => role === 'admin')) ?? profiles[0] ?? null;
}
//# sourceMappingURL=tell.js.map