import { SECOND } from '../model/time.js';
import { Gaps } from './gaps.js';
import { keepMedia } from './media.js';
const TICK = SECOND;
/** One account at work: hears, decides, speaks, and comes back to what has a deadline. */
export class Bot {
    parts;
    stopTicking = null;
    gaps;
    constructor(parts) {
        this.parts = parts;
        this.gaps = new Gaps(parts.ledger, parts.messages);
    }
    /** Finishes what an earlier run left, then starts to hear. */
    async start() {
        const { gateway, moderator, outbox, every, log } = this.parts;
        outbox.recover();
        const resumed = moderator.resume();
        if (resumed > 0)
            log.info({ resumed }, 'events of an interrupted run have been decided');
        await gateway.start({
            event: event => void moderator.event(event),
            eventsAtOnce: events => moderator.events(events),
            privateMessage: message => moderator.privateMessage(message),
            echo: echo => void outbox.heard(echo),
            media: media => keepMedia(this.parts, media),
            status: status => {
                if (status.state === 'online')
                    outbox.online();
                if (status.state === 'offline')
                    outbox.offline();
                this.gaps.status(status);
                this.parts.connection?.status(status);
                void this.speak();
                this.parts.status?.(status);
            },
            alive: at => {
                this.gaps.alive(at);
                this.parts.connection?.alive(at);
            },
        });
        this.stopTicking = every(TICK, () => {
            moderator.tick();
            this.parts.connection?.tick();
            void this.speak();
        });
    }
    /** Sends what is due. Never rejects: what cannot be sent stays in the outbox. */
    async speak() {
        try {
            await this.parts.outbox.drain();
        }
        catch (error) {
            this.parts.log.error({ error: error instanceof Error ? error.message : String(error) }, 'the outbox stumbled');
        }
    }
    /** When something in the outbox becomes due; null when nothing waits. */
    nextWakeAt() {
        return this.parts.outbox.nextWakeAt();
    }
    /** Leaves without ending the session; what is owed stays owed. */
    async stop() {
        this.stopTicking?.();
        this.parts.stopping?.();
        await this.speak();
        await this.parts.gateway.stop();
        this.gaps.close();
    }
}
//# sourceMappingURL=bot.js.map