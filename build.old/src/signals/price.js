import { z } from 'zod';
import { countEntities } from './entities.js';
import { explainCount } from './evidence.js';
import { count, where } from './options.js';
import { defineSignal } from './signal.js';
const yuan = z.number().min(0);
/** A price in yuan within bounds, both included. */
export const price = defineSignal({
    name: 'price',
    summary: '含价格（元），例如 price: any 或 price: { from: 100 }',
    options: z.union([
        z.literal('any').transform(() => ({ at_least: 1, from: 0, to: 99_999, in: 'any' })),
        z.strictObject({
            at_least: count.default(1),
            from: yuan.default(0),
            to: yuan.default(99_999),
            in: where.default('any'),
        }),
    ]),
    needs: () => ({ on: 'entity', strings: ['price'] }),
    detect: (facts, options) => countEntities(facts, options, ({ kind, value }) => {
        if (kind !== 'price')
            return false;
        const amount = Number.parseFloat(value);
        return amount >= options.from && amount <= options.to;
    }),
    explain: evidence => explainCount('价格', { ...evidence, detail: '' }),
});
//# sourceMappingURL=price.js.map