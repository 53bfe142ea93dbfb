export const ACTION_KINDS = [
    /** private, to the sender */
    'remind',
    'ask_recall',
    /** to the group */
    'collective',
    'public_notice',
    'post',
    /** private, to somebody the bot answers to */
    'alert',
    'reply',
    'digest',
    /** by e-mail or webhook, beside an alert: code, severity, no name and no quote */
    'second_channel',
    /** takes back a line of the bot's own */
    'recall_own',
    /** asks the network to take back a line of somebody else's; only the recall notice proves that it did */
    'recall_other',
];
export function laneOf(kind) {
    return kind === 'second_channel' ? 'second' : 'chat';
}
/**
 * owed -> sending -> done | failed | unknown; owed -> expired | withdrawn | withheld | bundled.
 * `bundled`: told within another line, which is an action of its own.
 * `unknown` (the process died or the answer was lost while sending) is settled by looking for the echo.
 */
export const ACTION_STATES = [
    'owed',
    'sending',
    'done',
    'failed',
    'expired',
    'unknown',
    'withdrawn',
    'withheld',
    'bundled',
];
//# sourceMappingURL=action.js.map