import { paramsFor } from '../engine/index.js';
/** The numbers of a group's pack as its class tightened them; null where there is no such pack. */
export function paramsOf({ rules }, group) {
    const pack = rules().ruleSet.packs.get(group.pack);
    return pack ? paramsFor(group, pack.params) : null;
}
//# sourceMappingURL=params.js.map