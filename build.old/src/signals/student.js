import { z } from 'zod';
import { countEntities } from './entities.js';
import { counted, explainCount, missed } from './evidence.js';
import { count, where } from './options.js';
import { defineSignal } from './signal.js';
const long = z.strictObject({
    at_least: count.default(1),
    other_than_own: z.boolean().default(false),
    in: where.default('any'),
});
/** Pupils of the roster who are named; each counts once. */
export const student = defineSignal({
    name: 'student',
    summary: '点到名册里学生的姓名，例如 student: any 或 student: { other_than_own: true }',
    options: z.union([
        z.literal('any').transform(() => ({ at_least: 1, other_than_own: false, in: 'any' })),
        long,
    ]),
    needs: () => ({ on: 'entity', strings: ['student'] }),
    detect(facts, options) {
        if (facts.entities.length === 0)
            return missed(options.at_least);
        const seen = new Set();
        const own = facts.member.students;
        const { spans } = countEntities(facts, options, ({ kind, value }) => {
            if (kind !== 'student' || (options.other_than_own && own.includes(value)))
                return false;
            seen.add(value);
            return true;
        });
        return counted(seen.size, options.at_least, spans ? { spans } : {});
    },
    explain: (evidence, options) => explainCount(options.other_than_own ? '别家学生姓名' : '学生姓名', evidence),
});
//# sourceMappingURL=student.js.map