import { MINUTE } from '../model/time.js';
import { CHILD_CATEGORIES } from './categories.js';
import { silent } from './finding.js';
/**
 * What is heard long after it happened is logged and never punished. Telling the school of a child in danger
 * punishes nobody: an emergency of the last two hours still leaves.
 */
export function heardLate(input, finding, steps) {
    const { event, params } = input.facts;
    if (!event.late)
        return finding;
    const danger = finding.severity === 'P0' && CHILD_CATEGORIES.includes(finding.rule.category);
    const age = Math.round((input.now - event.at) / MINUTE);
    if (danger && input.now - event.at <= params.emergencyThread) {
        steps.add('late', false, `消息晚到 ${age} 分钟，但事关安全，仍照常上报`);
        return finding;
    }
    steps.add('late', true, `消息晚到 ${age} 分钟，只记录，不处理`);
    return silent(finding);
}
//# sourceMappingURL=late.js.map