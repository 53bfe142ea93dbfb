import { addsTo, continued, evaluate, tightenVerdict, writtenAsOne } from '../engine/index.js';
import { factsOf, packOf } from './judging.js';
/** What the rules say of a message alone, or of all that its sender is writing line by line where that says more. */
export function judge(deps, facts, profile) {
    const alone = { verdict: verdictOn(deps, facts, profile), continues: 0, said: facts };
    const thread = continued(facts);
    if (!thread)
        return alone;
    const said = factsOf(deps, writtenAsOne(facts.event, thread), profile, thread.first);
    const verdict = verdictOn(deps, said, profile);
    return addsTo(alone.verdict, verdict, said, thread) ? { verdict, continues: thread.lines, said } : alone;
}
function verdictOn(deps, facts, profile) {
    const verdict = evaluate(packOf(deps, profile), facts);
    return profile.tighten ? tightenVerdict(verdict, profile.tighten) : verdict;
}
//# sourceMappingURL=verdict.js.map