import { wallClock } from './clock.js';
import { Steps } from './finding.js';
import { instead } from './instead.js';
import { isSuspected } from './suspected.js';
import { ruleText } from './texts.js';
/** Lines that say that the sender was told; which did not happen. */
const SAYS_TOLD = ['copy:', 'recall:'];
/**
 * The later decision on an event once its private word turned out not to arrive: what stands of the earlier one, and
 * what is done instead. Its own actions are no private words to a sender, so it is never followed by another.
 * @param input as the event is seen now; `verdict` and `earlier` are those of the decision it replaces
 * @param standing what earlier decisions on the event did or owe, without what failed
 */
export function unreached(input, standing) {
    const { verdict, facts, earlier } = input;
    const { rule, outcome } = verdict;
    if (!rule || !outcome || !earlier)
        return null;
    const steps = new Steps();
    steps.add('reach', true, '私下的话没有送到本人');
    const clock = wallClock(facts.event.at, facts.local.minutes, input.now);
    const { respond, severity } = earlier;
    const finding = {
        ...{ rule, outcome, respond, severity, wanted: outcome.to },
        ...{ accuses: false, struck: null, collective: false, rests: null },
    };
    const text = ruleText(input, outcome.message);
    const work = { input, finding, clock, steps };
    const done = text === null || isSuspected(work) ? [] : instead(work, text);
    const informed = done.some(action => action.kind === 'alert');
    const untrue = (action) => SAYS_TOLD.some(prefix => action.topic?.startsWith(prefix));
    const { id, ...draft } = earlier;
    return {
        ...draft,
        at: input.now,
        steps: [...earlier.steps, ...steps.list],
        actions: [...standing.filter(action => !informed || action.kind !== 'alert' || !untrue(action)), ...done],
        opens: earlier.opens && input.openCase(earlier.opens.key) ? earlier.opens : null,
        supersedes: id,
    };
}
//# sourceMappingURL=unreached.js.map