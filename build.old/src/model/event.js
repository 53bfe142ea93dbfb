export const MESSAGE_KINDS = [
    'text',
    'image',
    'voice',
    'video',
    'emoticon',
    'file',
    'link',
    'miniprogram',
    'redpacket',
    'transfer',
    'group_collection',
    'location',
    'contact',
    'chat_history',
    'announcement',
    'unknown',
];
export const EVENT_KINDS = ['message', 'recall', 'join', 'leave', 'rename', 'notice'];
/** The kind that rules and history speak of: the message's own kind, or what else happened. */
export function kindOf(event) {
    return event.body.kind === 'message' ? event.body.message.kind : event.body.kind;
}
//# sourceMappingURL=event.js.map