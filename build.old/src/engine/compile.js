import { strengthOf } from '../model/outcome.js';
import { TIERS } from '../model/rule.js';
import { isRead, resourcesOf, scannerOf } from '../signals/index.js';
import { answerOf } from './applies.js';
import { compileCondition } from './condition.js';
import { Guards } from './guard.js';
import { Marker } from './marker.js';
import { planKey } from './plan-key.js';
import { Detectors, Slots } from './slots.js';
import { ProgramWriter } from './write-program.js';
/** Throws OptionError or RangeError for what the configuration should have refused. */
export function compile(pack, { registry, resources }) {
    return compilePack(pack, shared(registry, resources));
}
/** Every pack of a rule set, by name. */
export function compileRuleSet(ruleSet, registry) {
    const resources = resourcesOf(ruleSet.lexicons);
    const ofAll = shared(registry, resources);
    return new Map([...ruleSet.packs].map(([name, pack]) => [name, compilePack(pack, ofAll)]));
}
function shared(registry, resources) {
    const detectors = new Detectors(registry, resources);
    const scanner = scannerOf(resources);
    const guards = new Guards(detectors, scanner);
    return {
        detectors,
        marker: new Marker(scanner, detectors),
        guards,
        told: guards.only(isRead),
    };
}
function compilePack(pack, { detectors, marker, guards, told }) {
    const slots = new Slots(detectors);
    const writer = new ProgramWriter(slots, guards);
    const condition = (written) => compileCondition(written, slots, told);
    const rules = TIERS.flatMap(tier => pack.rules.filter(rule => rule.tier === tier)).map(rule => ({
        rule,
        when: condition(rule.when),
        unless: rule.unless.map(condition),
        guard: guards.of(rule.when),
        start: writer.add(rule.when, rule.unless),
    }));
    const plans = [];
    return {
        pack,
        rules,
        slotCount: slots.size,
        program: writer.program(),
        marksOf: facts => marker.marks(facts),
        planFor: facts => (plans[planKey(facts)] ??= makePlan(rules, facts)),
    };
}
function makePlan(rules, facts) {
    const candidates = rules.flatMap(compiled => {
        const outcome = answerOf(compiled.rule, facts);
        return outcome ? [{ compiled, outcome }] : [];
    });
    return TIERS.map(tier => candidates.filter(({ compiled }) => compiled.rule.tier === tier).sort(strongestFirst))
        .filter(tier => tier.length > 0)
        .map(tier => ({
        candidates: tier,
        starts: Int32Array.from(tier, ({ compiled }) => compiled.start),
        first: Int32Array.from(tier, ({ compiled }) => compiled.guard[0] ?? -1),
    }));
}
/** Equals stay as they were. */
function strongestFirst(one, other) {
    return strengthOf(other.outcome) - strengthOf(one.outcome);
}
//# sourceMappingURL=compile.js.map