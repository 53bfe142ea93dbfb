import { renderMessage } from '../model/message.js';
import { HOUR } from '../model/time.js';
/**
 * What an alert owes beside itself: code and severity by every channel of its reader, at once. P0 always, P1 unless it
 * is held for the morning, P2 never.
 */
export function secondChannel(alert, code, context) {
    const { severity, notBefore } = alert;
    const held = severity === 'P1' && notBefore > context.now;
    if (!isUrgent(alert) || held)
        return [];
    return byChannel(alert, code, context, () => renderMessage(context.messages, 'second.alert', { code, severity: severity ?? '' }));
}
/**
 * An alert of P0 or P1 that did not arrive, or perhaps not, by WeChat or by one channel, is itself an alarm: to its
 * reader by the other channels, and to everybody else who was told. An alarm that fails raises no other.
 * @param told every action of the same cause
 * @param leaves when a line of this severity may leave now
 */
export function failureAlarm(failed, told, code, leaves, context) {
    if (!isUrgent(failed) || !isAlert(failed))
        return [];
    const readers = [failed, ...told.filter(isAlert)].filter((one, index, all) => all.findIndex(other => readerOf(other) === readerOf(one)) === index);
    return readers
        .flatMap(reader => byChannel({ ...reader, severity: failed.severity, notBefore: leaves, expiresAt: leaves + HOUR }, code, context, () => renderMessage(context.messages, 'second.failed', { code })))
        .filter(line => readerOf(line) !== readerOf(failed) || line.channel !== failed.channel);
}
function byChannel(line, code, context, text) {
    const { target, recipient, category, severity, notBefore, expiresAt } = line;
    const reader = readerOf(line);
    const channels = reader === null ? [] : (context.channels?.(reader) ?? []);
    return channels.map(channel => ({
        kind: 'second_channel',
        target,
        recipient,
        text: text(),
        topic: code,
        category,
        severity,
        notBefore,
        expiresAt,
        channel,
    }));
}
function isUrgent({ severity }) {
    return severity === 'P0' || severity === 'P1';
}
/** To somebody in charge; the owner of an account is told for their own sake. */
function isAlert({ kind, recipient }) {
    return (kind === 'alert' || kind === 'second_channel') && recipient !== null;
}
function readerOf({ target }) {
    return 'person' in target ? target.person : null;
}
//# sourceMappingURL=second-channel.js.map