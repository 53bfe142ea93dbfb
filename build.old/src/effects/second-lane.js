import { MINUTE, SECOND } from '../model/time.js';
import { delayAfter } from './backoff.js';
import { carryOut, whyImpossible } from './carry-out.js';
import { EffectError } from './effects.js';
/** Gives up within three minutes: whoever has to know must then be told by some other way. */
const BACKOFF = { first: 5 * SECOND, longest: MINUTE, attempts: 6 };
/** So many leave side by side: a server that hangs holds up none of the others. */
const SIDE_BY_SIDE = 16;
/**
 * The part of the outbox that leaves beside the chat network: connected or not, unpaced, many at once. Each is marked
 * on disk before it leaves and settled after. Nothing is heard of it again: an unknown outcome stays unknown and is
 * reported, never sent again.
 */
export class SecondLane {
    options;
    underWay = new Map();
    draining = null;
    sent = 0;
    broken = null;
    constructor(options) {
        this.options = options;
    }
    /** At boot: what was under way when the process ended. */
    recover(actions) {
        for (const action of actions)
            this.options.onUnknown?.(action);
    }
    /**
     * Starts everything that is due, even while an earlier call still waits for a slow service.
     * @returns how many were sent, once nothing is under way any more
     * @throws when the store cannot write
     */
    async drain() {
        this.start();
        this.draining ??= this.ended();
        return this.draining;
    }
    nextWakeAt() {
        return this.options.store.nextDueAt('second');
    }
    start() {
        const { store, clock } = this.options;
        const free = SIDE_BY_SIDE - this.underWay.size;
        if (free <= 0)
            return;
        for (const action of store.dueActions(clock.now(), free, 'second'))
            this.underWay.set(action.id, this.run(action));
    }
    async ended() {
        await null;
        while (this.underWay.size > 0)
            await Promise.all(this.underWay.values());
        const { sent, broken } = this;
        this.sent = 0;
        this.broken = null;
        this.draining = null;
        if (broken)
            throw broken.error;
        return sent;
    }
    /** Never rejects: nobody may be waiting for it yet. */
    async run(action) {
        try {
            if (await this.attempt(action))
                this.sent += 1;
            this.underWay.delete(action.id);
            this.start();
        }
        catch (error) {
            this.underWay.delete(action.id);
            this.broken ??= { error };
        }
    }
    /** @returns whether it was sent */
    async attempt(action) {
        const { store, effects, clock } = this.options;
        const now = clock.now();
        if (now > action.expiresAt)
            return this.settle(action, { state: 'expired', now });
        const impossible = whyImpossible(action, effects);
        if (impossible !== null)
            return this.settle(action, { state: 'failed', now, error: impossible });
        if (!store.markSending(action.id, now))
            return false;
        const outcome = await carryOut(action, effects).then(sentAs => ({ sentAs }), (error) => ({ error }));
        if ('error' in outcome)
            return this.failed({ ...action, attempts: action.attempts + 1 }, outcome.error);
        this.settle(action, { state: 'done', now: clock.now(), sentAs: outcome.sentAs });
        return true;
    }
    failed(action, error) {
        const { store, clock, random, onUnknown } = this.options;
        const now = clock.now();
        const reason = error instanceof Error ? error.message : String(error);
        // what the effects do not explain may or may not have happened
        const failure = error instanceof EffectError ? error.failure : 'unknown';
        const notBefore = now + delayAfter(action.attempts, BACKOFF, random());
        if (failure === 'unknown') {
            if (store.settle(action.id, { state: 'unknown', now, error: reason }))
                onUnknown?.(action);
        }
        else if (failure !== 'retry') {
            this.settle(action, { state: 'failed', now, error: reason });
        }
        else if (action.attempts >= BACKOFF.attempts || notBefore > action.expiresAt) {
            this.settle(action, { state: 'failed', now, error: `尝试 ${action.attempts} 次后放弃：${reason}` });
        }
        else
            store.retry(action.id, notBefore, reason);
        return false;
    }
    settle(action, settlement) {
        if (this.options.store.settle(action.id, settlement))
            this.options.onSettled?.(action, settlement);
        return false;
    }
}
//# sourceMappingURL=second-lane.js.map