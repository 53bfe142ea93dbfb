import { SECOND } from '../../model/time.js';
import { authorise, field, json, script } from './endpoint.js';
/** Key 2 counts messages; the others only look real. */
export function syncKey(service, position) {
    const List = [
        { Key: 1, Val: 1 },
        { Key: 2, Val: position },
        { Key: 3, Val: 2 },
        { Key: 1000, Val: Math.floor(service.now() / SECOND) },
    ];
    return { Count: List.length, List };
}
/** Long poll: answers when there is something to fetch, or the session has ended. */
async function synccheck(service, request) {
    const session = service.session;
    if (!session || request.query.sid !== session.sid)
        return answer('1101', '0');
    const known = Number(/(?:^|\|)2_(\d+)/.exec(request.query.synckey ?? '')?.[1] ?? session.inbox.position);
    const gone = () => session.ended !== null || service.session !== session;
    await service.waiting.until(() => gone() || session.inbox.waiting(known) || service.faults.pending(request), service.settings.longPoll);
    if (gone())
        return answer(session.ended ?? '1101', '0');
    return answer('0', session.inbox.waiting(known) ? '2' : '0');
}
function answer(retcode, selector) {
    return script(`window.synccheck={retcode:"${retcode}",selector:"${selector}"}`);
}
/** What came after the client's sync key. A client that has lost its key goes on where the session had read to. */
const webwxsync = (service, request) => {
    const session = authorise(service, request);
    if (typeof session === 'number')
        return json({ ...contents([], []), SyncKey: { Count: 0, List: [] } }, session);
    const list = field(request.body, 'SyncKey', 'List');
    const known = Array.isArray(list) ? list.find(item => field(item, 'Key') === 2) : undefined;
    const from = field(known, 'Val');
    const batch = session.inbox.take(typeof from === 'number' ? from : session.inbox.position, service.settings.syncBatch);
    const key = syncKey(service, batch.upTo);
    return json({
        ...contents(batch.messages, batch.contacts),
        ContinueFlag: batch.more ? 1 : 0,
        SyncKey: key,
        SyncCheckKey: key,
        SKey: '',
        Profile: { BitFlag: 0 },
    });
};
function contents(messages, contacts) {
    return {
        AddMsgCount: messages.length,
        AddMsgList: messages,
        ModContactCount: contacts.length,
        ModContactList: contacts,
        DelContactCount: 0,
        DelContactList: [],
        ModChatRoomMemberCount: 0,
        ModChatRoomMemberList: [],
    };
}
export const syncEndpoints = { synccheck, webwxsync };
//# sourceMappingURL=sync.js.map