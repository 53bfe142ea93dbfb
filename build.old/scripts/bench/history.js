import { decidedBy, evaluate, remember } from '../../src/engine/index.js';
import { openLedger } from '../../src/ledger/index.js';
import { MINUTE } from '../../src/model/time.js';
import { race } from './measure.js';
import { factsOf, GROUP } from './path.js';
const SHORT = 1_000;
const LONG = 30_000;
const JUDGED = 500;
const ROUNDS = 25;
const RULES = 'bench';
/** Milliseconds to judge the same messages with the ledger's own history, short and long, in turn. */
export function historyRace(said, compiled) {
    const judges = [SHORT, LONG].map(length => {
        const ledger = openLedger({ file: ':memory:', botId: 'bench', key: Buffer.alloc(32, 1) });
        fill(ledger, length, said, compiled);
        const last = said.slice(0, JUDGED).map((one, n) => at(one, length + n));
        return [
            `${length.toLocaleString('en')} events`,
            () => {
                for (const one of last)
                    evaluate(compiled, factsOf(one, compiled, ledger.history(GROUP.id)));
            },
        ];
    });
    // so short a time is easily disturbed
    return race(Object.fromEntries(judges), ROUNDS);
}
/** Two a minute, as a lively group talks. */
function at({ event, member }, n) {
    return { event: { ...event, id: `old-${n}`, at: Date.UTC(2026, 8, 1) + n * (MINUTE / 2) }, member };
}
function fill(ledger, length, said, compiled) {
    ledger.saveRuleSet(RULES, new Map(), 0);
    for (let n = 0; n < length; n++) {
        const { event, member } = at(said[n % said.length], n);
        const person = ledger.personId(GROUP.id, member.id, member.name, member.role);
        const facts = factsOf({ event, member: { ...member, id: person } }, compiled, ledger.history(GROUP.id));
        const decided = decidedBy(evaluate(compiled, facts));
        const { digest } = facts;
        const { length: characters } = facts.text.key;
        const { role } = member;
        ledger.recordEvent({
            event,
            member: person,
            role,
            digest,
            length: characters,
            textForInbox: null,
            recordedAt: event.at,
        });
        ledger.commitDecision({
            draft: {
                ...decided,
                eventId: event.id,
                group: GROUP.id,
                at: event.at,
                to: null,
                steps: [],
                trace: [],
                actions: [],
                opens: null,
                supersedes: null,
                ruleSet: RULES,
            },
            remembered: { ...remember(facts, decided), member: person },
            excerpt: null,
            now: event.at,
        });
    }
}
//# sourceMappingURL=history.js.map