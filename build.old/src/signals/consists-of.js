import { z } from 'zod';
import { compileLexicon, remainder } from '../text/index.js';
import { lexiconsOf, wordListOf } from './lexicons.js';
import { oneOrMany, where } from './options.js';
import { someOf } from './parts.js';
import { defineSignal } from './signal.js';
/** Carry no matter of their own beside courtesy. No negation: 不 and 没 change what is said. */
const PARTICLES = [
    ...'的了啊呀哦呢吧嘛哈啦噢喔哟嗯唉诶哎哇呐么咯喽哒嘞滴呵嘻们就也都又还真太很好您你我咱',
    '大家',
    '各位',
];
/** Nothing but these words, names of the group and particles is left, and at least one of the words is there. */
export const consistsOf = defineSignal({
    name: 'consists_of',
    summary: '除了这些词表的词、人名和语气词，几乎没有别的内容，例如 consists_of: ack.words',
    options: z.union([
        oneOrMany(z.string()).transform(lists => ({ lists, rest_at_most: 2, in: 'text' })),
        z.strictObject({
            lists: oneOrMany(z.string()),
            rest_at_most: z.number().int().min(0).default(2),
            in: where.default('text'),
        }),
    ]),
    prepare: ({ lists }, resources) => {
        const { occursIn } = wordListOf(lists, resources);
        const words = lexiconsOf(lists, resources, []).flatMap(([, some]) => some);
        return { occursIn, filled: compileLexicon([...new Set([...words, ...PARTICLES])]) };
    },
    needs: ({ lists }, resources) => ({ on: 'key', strings: wordListOf(lists, resources).keys }),
    detect(facts, options, { occursIn, filled }) {
        if (someOf(facts, options.in, occursIn).length === 0)
            return NONE;
        const key = someOf(facts, options.in, () => true)
            .map(part => part.key)
            .join('');
        let rest = remainder(key, filled);
        if (rest.length > options.rest_at_most)
            rest = remainder(rest, namesOf(facts.group));
        return { hit: rest.length <= options.rest_at_most, detail: `此外还有 ${rest.length} 字` };
    },
    explain: (evidence, options) => `只由词表 ${options.lists.join('、')} 构成：${evidence.detail}`,
});
const NONE = { hit: false, detail: '没有这些词' };
const matchers = new WeakMap();
function namesOf(group) {
    let matcher = matchers.get(group);
    if (!matcher) {
        matcher = compileLexicon([...group.students, ...group.members.map(member => member.name)]);
        matchers.set(group, matcher);
    }
    return matcher;
}
//# sourceMappingURL=consists-of.js.map