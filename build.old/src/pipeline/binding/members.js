import { maskName } from '../../text/index.js';
import { say } from '../asker.js';
import { ask, NAMED_AT_MOST, tellKeeper } from './tell.js';
/** Asks about everybody who may be somebody of the school file, one line a group. */
export function askAboutMembers(deps, directory, isRipe) {
    const { ledger, clock } = deps;
    const doubts = directory.doubts().filter(doubt => isRipe(`${doubt.group} ${doubt.look}`));
    const asked = doubts.flatMap(({ group, look, shown, because, candidates }) => candidates.map(candidate => {
        const name = ledger.person(candidate)?.name ?? '';
        const text = say(deps, 'bind.is_member', { shown, name, because });
        const question = ledger.askBinding({ kind: 'member', group, mark: look, candidate, text, at: clock.now() });
        return { group, line: say(deps, 'bind.pair', { shown: maskName(shown), name: maskName(name) }), question };
    }));
    for (const group of new Set(asked.map(one => one.group))) {
        const fresh = asked.filter(one => one.group === group && one.question.answer === null && !one.question.told);
        if (fresh.length === 0)
            continue;
        for (const { question } of fresh)
            ledger.markBinding(question.id, { told: true });
        // one digit answers for all of them: only where each has one candidate, and no candidate two
        const plain = fresh.filter(one => fresh.filter(other => other.question.mark === one.question.mark || other.question.candidate === one.question.candidate).length === 1);
        const names = (plain.length > 0 ? plain : fresh).slice(0, NAMED_AT_MOST).map(one => one.line);
        const shown = names.join('；');
        const list = fresh.length > names.length ? say(deps, 'word.more', { list: shown }) : shown;
        const ids = (some) => some.map(({ question }) => question.id);
        if (plain.length < fresh.length) {
            const count = String(new Set(fresh.map(one => one.question.mark)).size);
            tellKeeper(deps, group, 'bind.terminal', { count }, ids(fresh));
        }
        if (plain.length > 0)
            ask(deps, group, {
                key: `members:${fresh[0]?.question.id}`,
                message: 'bind.members',
                params: { count: String(plain.length), list },
                summary: say(deps, 'bind.members_summary', { count: plain.length }),
                questions: ids(plain),
            });
    }
}
//# sourceMappingURL=members.js.map