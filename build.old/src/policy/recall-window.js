import { renderMessage } from '../model/message.js';
import { DAY, HOUR, MINUTE } from '../model/time.js';
/** How long a sender can take this kind of message back. */
export function windowOf(kind, params) {
    return kind === 'file' ? params.recallWindowFile : params.recallWindow;
}
export function recallWindow(facts) {
    const { body } = facts.event;
    return windowOf(body.kind === 'message' ? body.message.kind : null, facts.params);
}
/** `2 分钟`, `3 小时`, `7 天`, for the trace of a decision */
export function spell(duration) {
    if (duration % DAY === 0)
        return `${duration / DAY} 天`;
    return duration % HOUR === 0 ? `${duration / HOUR} 小时` : `${Math.round(duration / MINUTE)} 分钟`;
}
/** What `{window}` says in a private text: how long it can still be taken back, or that it cannot. */
export function windowPhrase(messages, window) {
    if (window === null)
        return renderMessage(messages, 'window.over');
    return renderMessage(messages, 'window.open', { span: sayDuration(messages, window) });
}
/** A duration as a text says it: whole hours, else minutes. */
export function sayDuration(messages, duration) {
    const whole = duration % HOUR === 0;
    return renderMessage(messages, whole ? 'word.hours' : 'word.minutes', {
        count: Math.round(duration / (whole ? HOUR : MINUTE)),
    });
}
//# sourceMappingURL=recall-window.js.map