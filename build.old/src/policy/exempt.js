import { isGuarded } from './categories.js';
import { silent } from './finding.js';
/** Complaints, questions and refusals are no violation, whatever a rule says of them. */
export function dissent(finding, steps) {
    if (finding.rule.tier !== 'dissent' && finding.rule.category !== 'complaint_dissent')
        return finding;
    const changed = finding.respond !== 'allow';
    steps.add('dissent', changed, '意见、质疑和拒绝不算问题，只进汇总，请老师一对一回应');
    return silent(finding);
}
/** What the head teacher exempted a member from: a message kind or a category, never safety, privacy or abuse. */
export function exempt(input, finding, steps) {
    const { member, event } = input.facts;
    if (member.exempt.length === 0 || finding.respond === 'allow')
        return finding;
    if (isGuarded(finding.rule.tier, finding.rule.category)) {
        steps.add('exempt', false, '成员有豁免，但安全、隐私和冲突不在豁免之内');
        return finding;
    }
    const kind = event.body.kind === 'message' ? event.body.message.kind : event.body.kind;
    const names = [kind, finding.rule.category, finding.rule.topic, finding.rule.id];
    const found = member.exempt.find(name => names.includes(name));
    if (found === undefined) {
        steps.add('exempt', false, '成员的豁免不包括这一类');
        return finding;
    }
    steps.add('exempt', true, `班主任已豁免该成员（${found}）`);
    return silent(finding);
}
//# sourceMappingURL=exempt.js.map