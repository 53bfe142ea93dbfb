import { BanzhangError } from '../../model/errors.js';
import { printable } from '../terminal.js';
export function ok(says, details = []) {
    return { level: 'ok', says, hint: null, details };
}
export function warn(says, hint, details = []) {
    return { level: 'warn', says, hint, details };
}
export function fail(says, hint, details = []) {
    return { level: 'fail', says, hint, details };
}
/** An error met on the way is a finding too: the other checks still run. Of a long message, its first line. */
export function failure(what, error) {
    const known = error instanceof BanzhangError;
    const message = error instanceof Error ? error.message : String(error);
    const says = `${what}：${known ? `${error.code} ` : ''}${printable(message.split('\n')[0])}`;
    return fail(says, known ? error.hint : null);
}
//# sourceMappingURL=finding.js.map