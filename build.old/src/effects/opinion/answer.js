import { z } from 'zod';
import { OPINIONS } from '../../model/opinion.js';
/** As much of a completion as is read; services add keys of their own. */
const completion = z.object({
    choices: z
        .array(z.object({
        message: z.object({
            role: z.literal('assistant').optional(),
            content: z.string(),
            tool_calls: z.array(z.unknown()).max(0).nullish(),
        }),
    }))
        .length(1),
    usage: z.object({ total_tokens: z.number().int().nonnegative() }).nullish().catch(null),
});
/** The whole space of answers: one key, three words. */
const answer = z.strictObject({ answer: z.enum(OPINIONS) });
/** What a completion says; null for anything but the very JSON that was asked for. Never throws. */
export function readAnswer(body) {
    const whole = completion.safeParse(parsed(body));
    if (!whole.success)
        return null;
    const said = answer.safeParse(parsed(whole.data.choices[0]?.message.content ?? ''));
    return said.success ? { opinion: said.data.answer, tokens: whole.data.usage?.total_tokens ?? null } : null;
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=answer.js.map