import { codeIn, LOGIN } from './login-code.js';
/** Why these effects can never carry this action out, known before anything is tried; null when they can. */
export function whyImpossible(action, effects) {
    const { capabilities } = effects;
    if (action.kind === 'second_channel')
        return effects.secondChannel ? null : '没有接上第二通道（BZ302）';
    if (action.kind === 'recall_own') {
        if (!capabilities.recallOwn)
            return '当前网关不能撤回消息（BZ302）';
        return action.messageId === undefined ? '没有指明要撤回的消息' : null;
    }
    if (action.kind === 'recall_other') {
        if (!capabilities.recallOther || !effects.recallOther)
            return '当前网关不能撤回别人的消息（BZ302）';
        return action.messageId === undefined ? '没有指明要撤回的消息' : null;
    }
    const needed = 'person' in action.target ? 'sayInPrivate' : 'sayInGroup';
    return capabilities[needed] ? null : `当前网关不能${needed === 'sayInGroup' ? '在群里发言' : '私聊'}（BZ302）`;
}
/**
 * Lets it happen.
 * @returns what the network calls the message, where it tells
 * @throws EffectError as the effects do
 */
export async function carryOut(action, effects) {
    const { target, text } = action;
    if (action.kind === 'second_channel') {
        const { id, channel = '', topic, severity, decidedAt } = action;
        const person = 'person' in target ? target.person : '';
        const login = topic === LOGIN ? { qrcode: codeIn(text) } : {};
        const message = { id, code: topic ?? '', severity, text, at: decidedAt, ...login };
        return (await effects.secondChannel?.(person, channel, message))?.messageId ?? null;
    }
    if (action.kind === 'recall_own') {
        const chat = 'person' in target ? { person: target.person } : { group: target.group };
        await effects.recallOwn(action.messageId ?? '', chat);
        return null;
    }
    if (action.kind === 'recall_other') {
        await effects.recallOther?.(action.messageId ?? '', target.group);
        return null;
    }
    const receipt = await ('person' in target
        ? effects.sayInPrivate(target.person, text)
        : effects.sayInGroup(target.group, text));
    return receipt.messageId;
}
//# sourceMappingURL=carry-out.js.map