import { isStaff } from '../model/member.js';
import { MINUTE } from '../model/time.js';
import { BESIDE_CATEGORIES, isCare, isGuarded, THREAD_CATEGORIES } from './categories.js';
import { silent } from './finding.js';
/** Later a teacher may speak of something new. */
const HELP_GOES_ON = 30 * MINUTE;
/** While everybody hurries, nobody is reminded of anything at all. */
const HURRY = 10 * MINUTE;
/**
 * While a group speaks of an emergency, conduct rules, bursts and quiet hours rest in its thread (POLICY.md: "suppress
 * every other rule for the thread for 2 h"): for two hours (`emergency_thread`), but no longer than an hour
 * (`emergency_lull`) after the last line that told of it. What is sold or canvassed beside it is no part of the thread
 * after the first minutes. A P2, of which only the person in charge would hear, waits until the two hours have passed.
 * What a teacher says of the emergency is help under way: who would be told knows.
 */
export function emergencyThread(input, finding, steps) {
    const { rule } = finding;
    const helps = rule.category === 'emergency' && isStaff(input.facts.member.role);
    if (isGuarded(rule.tier, rule.category) && !helps)
        return finding;
    // who told of it goes on telling
    const { id } = input.facts.member;
    const began = emergencyBegan(input.facts.history, input.facts.params, input.now, helps ? id : null);
    if (began === null)
        return finding;
    const minutes = Math.max(0, Math.round((input.now - began) / MINUTE));
    if (helps && input.now - began > HELP_GOES_ON)
        return finding;
    if (helps) {
        steps.add('thread', true, `${minutes} 分钟前的紧急情况已经上报，老师正在群里处理`);
        return silent(finding);
    }
    // what is graver than a P2, and a family in need, waits for nothing
    if (finding.respond === 'escalate' && (finding.severity !== 'P2' || isCare(rule.category)))
        return finding;
    if (finding.respond === 'escalate') {
        steps.add('thread', true, `${minutes} 分钟前有紧急情况，等它过去再告知`);
        return { ...finding, rests: began + input.facts.params.emergencyThread };
    }
    if (isOver(input, finding, input.now - began))
        return finding;
    steps.add('thread', true, `${minutes} 分钟前有紧急情况，群里正在说这件事，日常规则暂停`);
    return silent(finding);
}
/** Whether what was found is no part of the thread any more; `since`: the last line that told of the emergency. */
function isOver({ facts }, { rule }, since) {
    if (BESIDE_CATEGORIES.includes(rule.category))
        return since > HURRY;
    return since > facts.params.emergencyLull;
}
/** Whether a group still speaks of an emergency: nothing is said in public then. */
export function speaksOfEmergency(history, params, now) {
    const began = emergencyBegan(history, params, now);
    return began !== null && now - began <= params.emergencyLull;
}
/** When an emergency was told of last, within two hours, but by somebody; null when it was not. */
function emergencyBegan(history, params, now, but = null) {
    const since = now - params.emergencyThread;
    const began = history
        .recent({ since, severity: 'P0', respond: ['escalate'] })
        .find(event => event.category !== null && THREAD_CATEGORIES.includes(event.category) && event.member !== but);
    return began?.at ?? null;
}
//# sourceMappingURL=thread.js.map