import { alertTo } from './alert.js';
import { route } from './routing.js';
/** One line for information, once in the duplicate window. */
export function inform(work, wanted, topic, text) {
    const { input, finding, clock, steps } = work;
    const { member, params } = input.facts;
    const way = route({ category: finding.rule.category, severity: 'P2', wanted, sender: member }, input.people);
    steps.add('routing', way.to !== wanted, way.because);
    const reader = way.told[0];
    const since = clock.now - params.duplicateWindow;
    if (!reader || input.deeds.last({ kinds: ['alert'], since, topic }))
        return [];
    return alertTo(work, reader, 'P2', { text: text(), topic, code: null });
}
//# sourceMappingURL=inform.js.map