import { EXAMPLE_GROUP, evaluate, makeFacts } from '../../src/engine/index.js';
import { localTime } from '../../src/text/index.js';
export const GROUP = { ...EXAMPLE_GROUP, id: 'bench', pack: 'strict' };
/** The facts of one message in the bench's group. */
export function factsOf({ event, member }, { pack }, history) {
    return makeFacts({
        event,
        group: GROUP,
        member,
        history,
        params: pack.params,
        local: () => localTime(event.at, GROUP.timezone),
        digest: key => key,
    });
}
/** From what was written to the verdict, for every message; how many fired. */
export function judgeAll(said, compiled, history) {
    let fired = 0;
    for (const one of said)
        if (evaluate(compiled, factsOf(one, compiled, history)).rule)
            fired += 1;
    return fired;
}
//# sourceMappingURL=path.js.map