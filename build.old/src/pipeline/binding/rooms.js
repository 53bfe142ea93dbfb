import { say } from '../asker.js';
import { ask, NAMED_AT_MOST, tellKeeper } from './tell.js';
/** Asks about every room that may be a class group; tells of those that nobody registered. */
export function askAboutRooms(deps, directory, isRipe) {
    const { ledger, clock } = deps;
    const unlisted = [];
    for (const { room, mark, group, because } of directory.roomDoubts()) {
        if (!isRipe(`room ${mark}`))
            continue;
        const { topic } = room;
        const text = group === null ? topic : say(deps, 'bind.is_group', { topic, group, because });
        const kind = group === null ? 'room' : 'group';
        const question = ledger.askBinding({ kind, group: null, mark, candidate: group ?? '', text, at: clock.now() });
        if (question.told || question.answer !== null)
            continue;
        ledger.markBinding(question.id, { told: true });
        if (group === null)
            unlisted.push({ id: question.id, topic });
        else
            ask(deps, group, {
                key: `group:${question.id}`,
                message: 'bind.group',
                params: { topic, because },
                summary: say(deps, 'bind.group_summary'),
                questions: [question.id],
            });
    }
    if (unlisted.length === 0)
        return;
    const topics = unlisted.slice(0, NAMED_AT_MOST).map(one => say(deps, 'bind.topic', { topic: one.topic.slice(0, 30) }));
    const params = { count: String(unlisted.length), list: topics.join('') };
    tellKeeper(deps, null, 'bind.rooms', params, unlisted.map(one => one.id));
}
//# sourceMappingURL=rooms.js.map