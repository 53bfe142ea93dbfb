import { answer, say } from '../asker.js';
/** 规则: which pack each group lives by, how many rules it has, and the version that stands in every decision. */
export function rules(deps, asker) {
    const { ruleSet } = deps.rules();
    const lines = asker.groups.map(group => {
        const pack = ruleSet.packs.get(group.pack);
        return say(deps, 'reply.rules_line', {
            group: group.name,
            pack: pack?.title ?? group.pack,
            count: pack?.rules.length ?? 0,
        });
    });
    answer(deps, asker, 'reply.rules', { list: lines.join('，'), version: ruleSet.hash.slice(0, 8) });
}
//# sourceMappingURL=rules.js.map