import { REQUEST_VERSION } from '../../effects/opinion/index.js';
import { CATEGORIES } from '../../model/category.js';
import { DAY, SECOND } from '../../model/time.js';
import { doubtOf, heldUntil, withOpinion } from '../../policy/index.js';
import { probability } from '../../signals/intent.js';
import { anonymous, excerpt } from '../../text/index.js';
import { packOf } from '../judging.js';
import { asks, opensQuestion } from '../questions/track.js';
import { together } from '../together.js';
import { startOfDay } from '../when.js';
import { namesOf } from '../who.js';
/** As much of a message as leaves. */
const TEXT_LENGTH = 300;
const EXCERPT_LENGTH = 60;
/** An answer is good for so long; then the endpoint may have learned. */
const KNOWN_FOR = 30 * DAY;
/** The end of a call, and the way back from it. */
const GRACE = SECOND;
/**
 * What is in doubt is held until the endpoint was asked, or is settled by what it said to the same words before. No
 * doubt, no budget, no time, an objector: the draft as it is, and nothing leaves.
 */
export function consider(deps, profile, { facts, verdict, draft, mayLeave }) {
    const { opinions, ledger, clock } = deps;
    if (!opinions || !mayLeave)
        return { draft, call: null };
    const { model, from, to, timeout, callsPerDay } = opinions.config;
    const now = clock.now();
    const { rules } = packOf(deps, profile).pack;
    const doubt = doubtOf({
        ...{ facts, verdict, draft, rules, from, to, now },
        likeliest: CATEGORIES.filter(one => one !== 'normal').reduce((a, b) => probability(facts, b) > probability(facts, a) ? b : a),
        probability: category => probability(facts, category),
    });
    if (!doubt)
        return { draft, call: null };
    const text = excerpt(anonymous(facts.text.original, namesOf(profile)), TEXT_LENGTH);
    const digest = deps.digest(JSON.stringify(['opinion', REQUEST_VERSION, model, doubt.about, text]));
    const known = ledger.knownOpinion(digest, now - KNOWN_FOR);
    if (known !== null) {
        const settled = withOpinion(draft, doubt, known);
        return { draft: settled ?? draft, call: { doubt, text, digest, known, until: now, changed: settled !== null } };
    }
    const until = now + timeout + GRACE;
    const held = heldUntil(draft, until);
    const spent = held === null || !opinions.free() || ledger.opinionCallCount(startOfDay(deps, profile)) >= callsPerDay;
    return spent ? { draft, call: null } : { draft: held, call: { doubt, text, digest, known, until, changed: false } };
}
/** Writes the call down beside its decision; it leaves once both are on disk. `answered` hears its id and the reply. */
export function askFor(deps, asked, answered) {
    const { opinions, ledger, clock } = deps;
    if (!opinions)
        return;
    const { call, decision } = asked;
    const { model, from, to } = opinions.config;
    const { doubt, known } = call;
    const id = ledger.addOpinionCall({
        decisionId: decision.id,
        group: decision.group,
        at: clock.now(),
        digest: call.digest,
        model,
        ...doubt,
        from,
        to,
        outcome: known === null ? null : 'cached',
        opinion: known,
        ms: null,
        tokens: null,
        status: null,
        changed: call.changed ? decision.id : null,
    });
    if (known === null)
        opinions.ask({ about: doubt.about, text: call.text }, reply => answered(id, reply));
}
/**
 * The endpoint answered, or did not. In time, and where it changes something, a later decision supersedes the first,
 * and what was held is withdrawn; otherwise it leaves as it was decided.
 */
export function hear(deps, id, asked, { opinion, ...reply }) {
    try {
        together(deps, within => {
            const { ledger, clock } = within;
            const { id: supersedes, ...draft } = asked.decision;
            const now = clock.now();
            const inTime = opinion !== null && now < asked.call.until;
            const later = inTime ? withOpinion({ ...draft, at: now, supersedes }, asked.call.doubt, opinion) : null;
            const changed = later && supersede(within, supersedes, later, asked);
            ledger.settleOpinionCall(id, { opinion, ...reply, changed });
        });
    }
    catch (error) {
        deps.log.error({ call: id, error: error instanceof Error ? error.message : '' }, 'an opinion could not be written');
    }
}
/** The id of the later decision; null where another one stands already. */
function supersede(deps, earlier, draft, asked) {
    const { ledger, clock, groups } = deps;
    const { facts, profile, masked } = asked;
    const record = ledger.decision(earlier);
    if (!record?.remembered || record.supersededBy !== null)
        return null;
    const { rule, category, topic, respond, severity } = draft;
    const question = asks(facts, draft);
    const { decision } = ledger.commitDecision({
        draft,
        remembered: { ...record.remembered, rule, category, topic, respond, severity },
        excerpt: question ? excerpt(masked, EXCERPT_LENGTH) : null,
        now: clock.now(),
        withhold: groups.mode(profile.id) === 'shadow',
    });
    // what is only counted keeps no words
    ledger.dropExcerpt(earlier);
    if (question)
        opensQuestion(deps, facts, decision.id);
    return decision.id;
}
//# sourceMappingURL=second.js.map