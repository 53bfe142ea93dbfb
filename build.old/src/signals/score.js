import { entitySignal } from './entities.js';
/** Marks and ranks. */
export const score = entitySignal({
    name: 'score',
    summary: '含分数或名次，例如 score: any 或 score: rank',
    label: '分数名次',
    kinds: ['score', 'rank'],
});
//# sourceMappingURL=score.js.map