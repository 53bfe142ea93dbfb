import { z } from 'zod';
import { defineSignal } from './signal.js';
/** Asks for something that somebody could answer (or, with false, does not). */
export const question = defineSignal({
    name: 'question',
    summary: '在提问，等人回答，例如 question: true',
    options: z.boolean(),
    detect: (facts, wanted) => ({ hit: facts.question === wanted }),
    explain: (evidence, wanted) => (evidence.hit === wanted ? '是提问' : '不是提问'),
});
//# sourceMappingURL=question.js.map