import { laneOf } from '../model/action.js';
import { MINUTE, SECOND } from '../model/time.js';
import { DEFAULT_BACKOFF, delayAfter } from './backoff.js';
import { carryOut, whyImpossible } from './carry-out.js';
import { Doubts } from './doubts.js';
import { EffectError } from './effects.js';
import { Pacer } from './pacing.js';
import { SecondLane } from './second-lane.js';
import { Turns, takesBack } from './turns.js';
/** So many are looked at between two sends, so that a new P0 overtakes what waits. */
const LOOK = 200;
/** While something waits for its turn, a later P0 may become due. */
const LOOK_AGAIN = 15 * SECOND;
const FINAL = { refused: '对方服务拒绝', unreachable: '私聊无法送达' };
/** Own message ids whose echo has not been heard yet. */
const RECEIPTS = 1_000;
/**
 * Takes owed actions from the ledger and lets the effects of the gateway happen. Each is marked on disk before it
 * leaves and settled after. One at a time; P0 first; in order for each target. What goes beside the chat network has a
 * lane of its own: neither waits for the other.
 */
export class OutboxWorker {
    options;
    turns;
    backoff;
    doubts;
    second;
    /** what this process sent: its echoes tell nothing about other actions with the same text */
    receipts = new Set();
    /** id of the action that is being sent */
    underWay = null;
    turnAt = null;
    draining = null;
    again = false;
    constructor(options) {
        this.options = options;
        const { store, pacing, random, clock, online = true } = options;
        this.turns = new Turns(new Pacer(pacing, random, since => store.sentCount({ since, lane: 'chat' })));
        this.backoff = options.backoff ?? DEFAULT_BACKOFF;
        this.doubts = new Doubts(options.echoWindow ?? MINUTE, online ? clock.now() : null);
        this.second = new SecondLane(options);
    }
    /** At boot, before the first drain: what was under way when the process ended is in doubt now. */
    recover() {
        const { store, clock } = this.options;
        const now = clock.now();
        store.recoverSending(now);
        const unknown = store.unknownActions();
        this.second.recover(unknown.filter(({ kind }) => laneOf(kind) === 'second'));
        for (const action of unknown)
            if (laneOf(action.kind) === 'chat')
                this.doubt(action, now);
    }
    /** The gateway is connected: owed actions may leave, and from now on silence means something. */
    online() {
        this.doubts.online(this.options.clock.now());
    }
    /** The gateway has lost its connection: only the second lane goes on, and silence means nothing. */
    offline() {
        this.doubts.offline();
    }
    /** The gateway heard a line of the bot's own. */
    heard(echo) {
        if (this.receipts.delete(echo.messageId))
            return;
        const action = this.options.store.settleByEcho(echo);
        // otherwise it was done before and has only now got its message id
        if (!action || !(this.doubts.resolve(action.id) || action.id === this.underWay))
            return;
        this.options.onSettled?.(action, { state: 'done', now: echo.at, sentAs: echo.messageId });
    }
    /**
     * Sends everything that is due, as far as pacing allows. A call while another runs joins it, and what became due
     * meanwhile is sent too.
     * @returns how many were sent
     * @throws when the store cannot write; what was under way is then found by `recover` after a restart
     */
    async drain() {
        this.again = true;
        this.draining ??= this.passes();
        const [chat, beside] = await Promise.all([this.draining, this.second.drain()]);
        // what failed in the chat may owe something beside it
        return chat + beside + (await this.second.drain());
    }
    /** When to drain next; null when nothing is owed and nothing in doubt, or nothing of it can be done while offline. */
    nextWakeAt() {
        const now = this.options.clock.now();
        const due = this.doubts.isOnline ? this.options.store.nextDueAt('chat') : null;
        const turn = due === null || due > now ? due : Math.min(this.turnAt ?? now, now + LOOK_AGAIN);
        const instants = [turn, this.doubts.nextEnd(), this.second.nextWakeAt()].filter(at => at !== null);
        return instants.length === 0 ? null : Math.min(...instants);
    }
    async passes() {
        // a call in this very tick joins this one; one after the last look starts another
        await null;
        let sent = 0;
        try {
            while (this.again) {
                this.again = false;
                this.oweOverdue();
                for (let action = this.next(); action !== null; action = this.next())
                    if (await this.attempt(action))
                        sent += 1;
            }
        }
        finally {
            this.draining = null;
        }
        return sent;
    }
    /** The next action that may leave now; settles what is of no use any more on the way. */
    next() {
        const { store, clock } = this.options;
        const now = clock.now();
        const due = store.dueActions(now, LOOK, 'chat').filter(action => !this.expire(action, now));
        const turn = this.doubts.isOnline ? this.turns.next(due, now) : null;
        this.turnAt = turn && 'at' in turn ? turn.at : null;
        return turn && 'action' in turn ? turn.action : null;
    }
    /** @returns whether it was sent */
    async attempt(action) {
        const { store, effects, clock } = this.options;
        const impossible = whyImpossible(action, effects);
        if (impossible !== null) {
            this.settle(action, { state: 'failed', now: clock.now(), error: impossible });
            return false;
        }
        if (!store.markSending(action.id, clock.now()))
            return false;
        this.underWay = action.id;
        const outcome = await carryOut(action, effects).then(sentAs => ({ sentAs }), (error) => ({ error }));
        this.underWay = null;
        if ('error' in outcome) {
            this.failed({ ...action, attempts: action.attempts + 1 }, outcome.error);
            return false;
        }
        this.turns.spent(action, clock.now());
        const { sentAs } = outcome;
        // false: its echo was quicker
        if (this.settle(action, { state: 'done', now: clock.now(), sentAs }) && sentAs !== null)
            this.expectEcho(sentAs);
        return true;
    }
    failed(action, error) {
        const now = this.options.clock.now();
        const reason = error instanceof Error ? error.message : String(error);
        // what the effects do not explain may or may not have happened
        const failure = error instanceof EffectError ? error.failure : 'unknown';
        if (failure === 'refused' || failure === 'unreachable') {
            this.settle(action, { state: 'failed', now, error: `${FINAL[failure]}：${reason}` });
        }
        else if (failure === 'retry' || takesBack(action)) {
            // taking the same line back twice does no harm
            this.retry(action, now + delayAfter(action.attempts, this.backoff, this.options.random()), reason);
        }
        else {
            this.turns.spent(action, now);
            if (this.options.store.settle(action.id, { state: 'unknown', now, error: reason }))
                this.doubt(action, now);
        }
    }
    retry(action, notBefore, reason) {
        const now = this.options.clock.now();
        if (action.attempts >= this.backoff.attempts || notBefore > action.expiresAt) {
            this.settle(action, { state: 'failed', now, error: `尝试 ${action.attempts} 次后放弃：${reason}` });
        }
        else if (this.options.store.retry(action.id, notBefore, reason))
            this.turns.hold(action, notBefore);
    }
    doubt(action, now) {
        if (takesBack(action))
            this.retry(action, now, '发送中断');
        else if (this.options.effects.capabilities.hearsItself)
            this.doubts.add(action, now);
        else
            this.options.onUnknown?.(action);
    }
    /** Nothing was heard of them for long enough: they did not leave, and are owed again if still of use. */
    oweOverdue() {
        const now = this.options.clock.now();
        for (const action of this.doubts.overdue(now)) {
            this.doubts.resolve(action.id);
            if (!this.expire(action, now))
                this.retry(action, now, '没有听到自己发出的这一条');
        }
    }
    expire(action, now) {
        if (now <= action.expiresAt)
            return false;
        this.settle(action, { state: 'expired', now });
        return true;
    }
    /** @returns false when it was settled before */
    settle(action, settlement) {
        if (settlement.state !== 'done')
            this.turns.release(action);
        const settled = this.options.store.settle(action.id, settlement);
        if (settled)
            this.options.onSettled?.(action, settlement);
        return settled;
    }
    expectEcho(messageId) {
        if (!this.options.effects.capabilities.hearsItself)
            return;
        this.receipts.add(messageId);
        for (const oldest of this.receipts) {
            if (this.receipts.size <= RECEIPTS)
                break;
            this.receipts.delete(oldest);
        }
    }
}
//# sourceMappingURL=outbox.js.map