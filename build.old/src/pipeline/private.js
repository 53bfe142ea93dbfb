import { parseReply, resolveCase } from '../cases/index.js';
import { shownWords } from '../policy/index.js';
import { appeal, isAppeal } from './appeal.js';
import { answer, askerOf, personIn, refuse } from './asker.js';
import { replyTo } from './cases.js';
import { command } from './commands/index.js';
import { casesOf, isOpen } from './commands/open.js';
import { suspects } from './suspects.js';
/** Somebody wrote to the bot alone. Only people on the school file's list command; anybody may say “误会”. */
export function handlePrivate(deps, message) {
    if (deps.ledger.recordPrivate(message.id, message.from.id, deps.clock.now()) === 'duplicate')
        return;
    // whoever holds the account now commands nothing and answers no case
    if (suspects(deps)(message.from.id)) {
        deps.log.warn({ person: message.from.id }, 'an account that may be hijacked wrote to the bot');
        return;
    }
    const asker = askerOf(deps, message);
    if (!asker) {
        if (isAppeal(message.text))
            appeal(deps, message);
        return;
    }
    const reply = parseReply(message.text, shownWords(deps.rules().ruleSet.messages));
    if (reply === null)
        return objectOrHelp(deps, asker);
    if ('command' in reply)
        return command(deps, asker, reply.command);
    const cases = casesOf(deps, asker);
    const resolved = resolveCase(reply, cases);
    if ('case' in resolved)
        return settle(deps, asker, resolved.case, reply.digit);
    if (resolved.refused === 'none_open')
        return answer(deps, asker, 'reply.none_open');
    if (resolved.refused === 'unknown_code')
        return answer(deps, asker, 'reply.unknown_code', { code: reply.code ?? '' });
    const codes = cases.filter(isOpen).map(one => one.code);
    answer(deps, asker, 'reply.which', { codes: codes.join('、') });
}
/** Whoever is on the list may object to a word to themselves, too; whatever else is not understood gets a line of help. */
function objectOrHelp(deps, asker) {
    const done = isAppeal(asker.message.text) ? appeal(deps, asker.message) : 'nothing';
    if (done === 'nobody')
        return refuse(deps, asker, 'refused.no_appeal');
    if (done === 'nothing')
        answer(deps, asker, 'reply.help');
}
function settle(deps, asker, found, digit) {
    const by = personIn(deps, asker, found.group);
    if (by)
        replyTo(deps, found, by, digit);
}
//# sourceMappingURL=private.js.map