import { remember } from '../engine/index.js';
import { BanzhangError } from '../model/errors.js';
import { renderMessage } from '../model/message.js';
import { MINUTE } from '../model/time.js';
import { decide } from '../policy/index.js';
import { excerpt, mask, maskName } from '../text/index.js';
import { afterWork } from './after-work.js';
import { bringDeadlinesBack, moveDueCases, recalled } from './cases.js';
import { pausedKey } from './commands/pause.js';
import { objects } from './consent.js';
import { factsOf, pausedUntil, policyInput } from './judging.js';
import { askFor, consider, hear } from './opinion/second.js';
import { portraitConsent } from './portrait.js';
import { handlePrivate } from './private.js';
import { asks, trackQuestions } from './questions/track.js';
import { together } from './together.js';
import { judge } from './verdict.js';
import { namesOf } from './who.js';
const EXCERPT_LENGTH = 60;
/** What is heard later than this is logged, never punished: nobody can take it back any more. */
const LATE_AFTER = 10 * MINUTE;
/**
 * The one path from a group event to a decision on disk. Synchronous but for what the outbox does later, so the events
 * of a group are handled in the order in which they come.
 */
export class Moderator {
    deps;
    jobs;
    ticked = Number.POSITIVE_INFINITY;
    constructor(deps, jobs = null) {
        this.deps = deps;
        this.jobs = jobs;
    }
    /** Judges an event and writes what is owed because of it. Null for an event that was known already. */
    event(heard) {
        const { facts, profile } = this.look(heard);
        try {
            return together(this.deps, deps => this.take(deps, facts, profile));
        }
        catch (error) {
            // what could not be decided has been heard all the same: `resume` comes back to it
            this.record(facts, this.keepsText(facts) ? JSON.stringify(facts.event) : null);
            throw error;
        }
    }
    /** The same for several at once, in order, in one write: all of them, or it throws and nothing was written. */
    events(heard) {
        together(this.deps, deps => {
            for (const event of heard) {
                const { facts, profile } = this.look(event);
                this.take(deps, facts, profile);
            }
        });
    }
    privateMessage(message) {
        together(this.deps, deps => handlePrivate(deps, message));
    }
    /**
     * Finishes what a crash interrupted between hearing and deciding. Call once, before anything else is heard. What
     * cannot be decided is left for the next start; once its text is gone it is lost, which is a gap.
     */
    resume() {
        const { ledger, log } = this.deps;
        let resumed = 0;
        for (const record of ledger.undecidedEvents()) {
            try {
                const text = ledger.inboxText(record.id, this.deps.clock.now(), 'resume');
                if (text === null)
                    this.lose(record);
                else if (this.finish(JSON.parse(text)))
                    resumed++;
            }
            catch (error) {
                log.error({ event: record.id, error: messageOf(error) }, 'an event could not be decided on this start');
            }
        }
        return resumed;
    }
    /** False for a group that has left the school file. */
    finish(event) {
        const profile = this.deps.groups.profile(event.group);
        if (!profile)
            return false;
        const facts = factsOf(this.deps, event, profile);
        together(this.deps, deps => this.settle(deps, facts, profile));
        return true;
    }
    lose(record) {
        const { ledger, log, rules } = this.deps;
        const reason = renderMessage(rules().ruleSet.messages, 'gap.lost');
        ledger.batch(() => {
            ledger.loseEvent(record.id);
            ledger.addGap(record.at, record.at, reason);
        });
        log.warn({ event: record.id, group: record.group }, 'an event was lost: its text expired before it was decided');
    }
    /** Runs the jobs that are due, moves every case whose deadline has come and forgets what is past its time. */
    tick() {
        this.jobs?.tick();
        const now = this.deps.clock.now();
        // at the first tick, too: nobody knows what happened to the clock while the program did not run
        if (now < this.ticked)
            bringDeadlinesBack(this.deps);
        this.ticked = now;
        moveDueCases(this.deps);
        this.deps.ledger.purgeInbox(this.deps.clock.now());
        this.deps.wake();
    }
    /** When something will have to happen on its own; null when nothing waits. */
    nextDeadline() {
        const next = [this.deps.ledger.nextDeadline(), this.jobs?.nextDue() ?? null].filter(at => at !== null);
        return next.length === 0 ? null : Math.min(...next);
    }
    look(heard) {
        const event = this.deps.clock.now() - heard.at > LATE_AFTER ? { ...heard, late: true } : heard;
        const profile = this.deps.groups.profile(event.group);
        if (!profile)
            throw new BanzhangError('BZ304', `群 ${event.group} 尚未在学校文件中登记`);
        return { facts: factsOf(this.deps, event, profile), profile };
    }
    /** One commit for what was heard and what was decided; the text need not wait in the inbox. */
    take(deps, facts, profile) {
        return this.record(facts, null) === 'new' ? this.settle(deps, facts, profile) : null;
    }
    record(facts, textForInbox) {
        const { event, member, digest, text } = facts;
        return this.deps.ledger.recordEvent({
            event,
            member: event.from?.id ?? null,
            role: member.role,
            digest: this.keepsText(facts) ? digest : '',
            length: text.key.length,
            textForInbox,
            recordedAt: this.deps.clock.now(),
        });
    }
    /** Of somebody who objected nothing is kept that goes back to their words, digests included. */
    keepsText({ event, group }) {
        return event.from === null || !objects(this.deps.ledger, group.id, event.from.id);
    }
    /** The decision on an event, and what the event itself brings about. */
    settle(deps, facts, profile) {
        const outcome = this.judge(deps, facts, profile);
        trackQuestions(deps, facts, outcome);
        afterWork(deps, facts, outcome, pausedUntil(deps.ledger.meta(pausedKey(profile.id))));
        portraitConsent(deps, facts);
        if (facts.event.body.kind === 'recall')
            recalled(deps, facts.event);
        deps.ledger.finishInbox(facts.event.id);
        return outcome;
    }
    judge(deps, facts, profile) {
        const { ledger, clock } = deps;
        const mode = deps.groups.mode(profile.id);
        const { verdict, continues, said } = judge(deps, facts, profile);
        const decided = decide({ ...policyInput(deps, profile, facts, verdict, null), continues });
        const masked = this.masked(said, profile);
        const mayKeep = this.keepsText(facts);
        const { draft, call } = consider(deps, profile, { facts: said, verdict, draft: decided, mayLeave: mayKeep });
        const keep = mayKeep && ((draft.respond !== 'allow' && draft.respond !== 'collect') || asks(facts, draft));
        const remembered = remember(facts, draft);
        const committed = ledger.commitDecision({
            draft,
            remembered: mayKeep ? remembered : wordless(remembered),
            excerpt: keep ? excerpt(masked, EXCERPT_LENGTH) : null,
            now: clock.now(),
            withhold: mode === 'shadow',
        });
        if (committed.actions.length > 0)
            deps.wake();
        if (call && !committed.duplicate) {
            const asked = { call, decision: committed.decision, facts, profile, masked };
            askFor(deps, asked, (id, reply) => hear(this.deps, id, asked, reply));
        }
        const outcome = {
            event: facts.event,
            who: maskName(facts.member.name),
            text: masked,
            decision: committed.decision,
            actions: committed.actions,
            openedCase: committed.openedCase,
        };
        deps.judged?.(outcome);
        return outcome;
    }
    masked(facts, profile) {
        const parts = [facts.text.original, facts.attached.original].filter(part => part !== '');
        return mask(parts.join(' '), namesOf(profile));
    }
}
function wordless({ text, ...remembered }) {
    return { ...remembered, digest: '' };
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}
//# sourceMappingURL=moderator.js.map