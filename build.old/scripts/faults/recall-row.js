import { setTimeout as sleep } from 'node:timers/promises';
import { faultsWorld, ROOM_ID } from './world.js';
/** who give away a number, and who sell before them, so that the bot has much to say already */
const [LEAKS, ADVERTS] = [40, 20];
/** how the request begins (rules/messages.zh-CN.yaml, privacy.private) */
const REQUEST = '提醒：';
/** in seconds: what 95 of 100 must keep within, and every one */
const [MOST, ALL] = [3, 20];
/** How long after each posting its sender was asked to take it back, in seconds; infinite where that never came. */
async function latencies(kit) {
    const { simulator } = kit;
    for (let n = 0; n < ADVERTS; n++)
        simulator.say(ROOM_ID, `p${LEAKS + n}`, `自家果园的橙子第${n}批 要的私我 一箱58元 包邮`);
    const posted = [];
    for (let n = 0; n < LEAKS; n++) {
        posted.push({ who: `p${n}`, at: Date.now() });
        simulator.say(ROOM_ID, `p${n}`, `她妈妈的手机是139876543${10 + n} 谁急就打`);
        await sleep(250);
    }
    const asked = (who) => simulator.sent.find(({ to, text }) => to === who && text.startsWith(REQUEST));
    await kit.until(() => posted.every(({ who }) => asked(who)), ALL * 1_000);
    return posted.map(({ who, at }) => ((asked(who)?.at ?? Number.POSITIVE_INFINITY) - at) / 1_000);
}
export const RECALL_ROW = {
    id: 'recall-request',
    table: 'content',
    title: `${LEAKS} telephone numbers in 10 s, behind ${ADVERTS} other private words: the request to recall reaches its sender`,
    seconds: 40,
    async run(kit) {
        const parents = Array.from({ length: LEAKS + ADVERTS }, (_, n) => `a${n}`);
        await kit.open({ world: faultsWorld(LEAKS + ADVERTS, true), parents });
        if (kit.who === 'stock')
            return { said: 'asks nobody', holds: false };
        const times = (await latencies(kit)).sort((a, b) => a - b);
        const p95 = times[Math.ceil(times.length * 0.95) - 1] ?? Number.POSITIVE_INFINITY;
        const longest = times.at(-1) ?? Number.POSITIVE_INFINITY;
        return {
            said: `p50 ${spell(times[Math.floor(times.length / 2)])}, p95 ${spell(p95)}, longest ${spell(longest)}`,
            holds: p95 < MOST && longest < ALL,
        };
    },
};
function spell(seconds = Number.POSITIVE_INFINITY) {
    return Number.isFinite(seconds) ? `${seconds.toFixed(2)} s` : 'never';
}
//# sourceMappingURL=recall-row.js.map