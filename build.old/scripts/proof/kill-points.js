import { setTimeout as sleep } from 'node:timers/promises';
/** How long a point may be waited for before the bot is killed anyway. */
const PATIENCE = 6_000;
export const POINTS = [
    'while starting',
    'while at work',
    'a line asked for, not sent',
    'a line sent, not answered',
    'a batch read, not answered',
    'between two polls',
];
/** Waits for a random point of the bot's life; it is to be killed when this resolves. */
export async function reachPoint(stage, bot, random) {
    const dice = random.next();
    const point = dice < 0.15
        ? 'while starting'
        : dice < 0.45
            ? 'while at work'
            : dice < 0.6
                ? 'a line asked for, not sent'
                : dice < 0.8
                    ? 'a line sent, not answered'
                    : dice < 0.9
                        ? 'a batch read, not answered'
                        : 'between two polls';
    const moment = random.next();
    if (point === 'while starting') {
        await sleep(moment * 1_500);
        return point;
    }
    await bot.until('online', 120_000);
    switch (point) {
        case 'while at work':
            await sleep(moment * 1_500);
            break;
        case 'a line asked for, not sent':
            await caught(stage, 'webwxsendmsg', 'before');
            break;
        case 'a line sent, not answered':
            await caught(stage, 'webwxsendmsg', 'after');
            break;
        case 'a batch read, not answered':
            await caught(stage, 'webwxsync', 'after');
            break;
        default:
            await caught(stage, 'synccheck', 'before');
    }
    await sleep(moment * 20);
    return point;
}
/** A request to this endpoint hangs: with or without its effect. */
async function caught(stage, endpoint, when) {
    const { faults } = stage.simulator;
    let seen = () => { };
    const request = new Promise(resolve => {
        seen = resolve;
    });
    const matches = () => {
        seen();
        return true;
    };
    const remove = faults.add({ endpoint, stage: when, hang: true, times: 1, when: matches });
    await Promise.race([request, sleep(PATIENCE)]);
    // with `after`, the effect is carried out right behind the match
    await sleep(5);
    remove();
}
//# sourceMappingURL=kill-points.js.map