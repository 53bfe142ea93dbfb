import { z } from 'zod';
import { accusesStaff, STAFF_WORDS } from '../text/index.js';
import { defineSignal } from './signal.js';
/** Says that somebody of the school harmed a child (or, with false, does not). */
export const accuses = defineSignal({
    name: 'accuses',
    summary: '说学校的人伤害了孩子，例如 accuses: true',
    options: z.boolean(),
    needs: wanted => (wanted ? { on: 'display', strings: STAFF_WORDS } : null),
    detect: (facts, wanted) => ({ hit: accusesStaff(facts.text) === wanted }),
    explain: (evidence, wanted) => (evidence.hit === wanted ? '说学校的人伤害了孩子' : '没有说学校的人伤害孩子'),
});
//# sourceMappingURL=accuses.js.map