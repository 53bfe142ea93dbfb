import { z } from 'zod';
import { MINUTE, parseDuration, parseTimeOfDay } from '../model/time.js';
import * as content from './content.js';
const duration = z.string().transform((text, context) => {
    const parsed = parseDuration(text);
    if (parsed === null)
        context.addIssue({ code: 'custom', message: `应为 40s、3m 这样的时长：${text}` });
    return parsed ?? 0;
});
const timeOfDay = z.string().transform((text, context) => {
    const parsed = parseTimeOfDay(text);
    if (parsed === null)
        context.addIssue({ code: 'custom', message: `应为 07:12 这样的时间：${text}` });
    return parsed ?? 0;
});
const at = { at: timeOfDay };
const stepSchema = z.union([
    z.strictObject({ ...at, from: z.string(), say: z.string(), recall: duration.optional() }),
    z.strictObject({ ...at, from: z.string(), voice: z.number().positive() }),
    z.strictObject({ ...at, from: z.string(), sticker: z.string() }),
    z.strictObject({ ...at, from: z.string(), link: z.string(), url: z.string() }),
    z.strictObject({ ...at, from: z.string(), redpacket: z.string() }),
    z.strictObject({ ...at, joins: z.string(), by: z.string() }),
    z.strictObject({ ...at, private: z.string(), say: z.string() }),
]);
/** A day of a class group: who says what, when. */
export const daySchema = z.array(stepSchema).min(1);
/** Plays a day on the simulator, each line when the one before has been dealt with. */
export async function playDay(steps, player) {
    for (const step of steps) {
        const at = player.midnight + step.at * MINUTE;
        await player.reach(at);
        const messageId = act(step, player);
        await player.handled(messageId);
        if ('recall' in step && step.recall !== undefined) {
            await player.reach(at + step.recall);
            await player.handled(player.simulator.crowd.recall(player.room, step.from, messageId));
        }
        await player.pause();
    }
}
function act(step, { simulator, room }) {
    const { crowd } = simulator;
    if ('private' in step)
        return simulator.whisper(step.private, step.say);
    if ('joins' in step)
        return crowd.scanIn(room, step.by, { id: `wxid_guest_${step.at}`, nick: step.joins, card: '' });
    if ('voice' in step)
        return crowd.post(room, step.from, content.voice(step.voice));
    if ('sticker' in step)
        return crowd.post(room, step.from, content.text(step.sticker));
    if ('link' in step)
        return crowd.post(room, step.from, content.link({ title: step.link, url: step.url }));
    if ('redpacket' in step)
        return crowd.post(room, step.from, content.redPacket(step.redpacket));
    return simulator.say(room, step.from, step.say);
}
//# sourceMappingURL=day.js.map