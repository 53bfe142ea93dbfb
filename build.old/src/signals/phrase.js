import { z } from 'zod';
import { spanOf } from '../text/index.js';
import { certain, counted } from './evidence.js';
import { wordListOf } from './lexicons.js';
import { oneOrMany, where } from './options.js';
import { isWritten, someOf } from './parts.js';
import { defineSignal } from './signal.js';
const GAP = 6;
const classes = z.array(oneOrMany(z.string())).min(2).max(6);
/** One word of each class in this order, close together: whom, what happened, when. Says with lists what a sentence says. */
export const phrase = defineSignal({
    name: 'phrase',
    summary: '几个词表的词按次序相隔不远地出现，例如 phrase: [safety.child, safety.not-yet, safety.arrive]',
    options: z.union([
        classes.transform(of => ({ of, gap: GAP, in: 'any' })),
        z.strictObject({ of: classes, gap: z.number().int().min(0).max(40).default(GAP), in: where.default('any') }),
    ]),
    prepare: ({ of }, resources) => of.map(names => wordListOf(names, resources)),
    needs({ of }, resources) {
        const [rarest = []] = of.map(names => wordListOf(names, resources).keys).sort((a, b) => a.length - b.length);
        return { on: 'key', strings: rarest };
    },
    detect(facts, options, lists) {
        const parts = someOf(facts, options.in, part => lists.every(list => list.occursIn(part)) && holds(part, options, lists), true);
        return parts.length === 0 ? counted(0, 1) : certain(() => lookUp(facts, parts, options, lists));
    },
    explain: ({ hit }, { of }) => `${hit ? '' : '没有'}依次出现 ${of.map(names => names[0]).join('、')}`,
});
function holds(part, { gap }, lists) {
    return chainsOf(part, gap, lists).length > 0;
}
function lookUp(facts, parts, { gap }, lists) {
    const own = parts.find(part => isWritten(facts, part));
    const spans = own ? chainsOf(own, gap, lists).map(({ start, end }) => spanOf(own, start, end)) : [];
    return counted(1, 1, { spans });
}
/** Where words of all classes stand one after the other, at most `gap` characters of the match key between two. */
function chainsOf(part, gap, lists) {
    let chains = [];
    for (const [index, { matcher }] of lists.entries()) {
        const hits = [...matcher.find(part.key)].map(({ start, end }) => ({ start, end }));
        chains = index === 0 ? hits : joined(chains, hits, gap);
        if (chains.length === 0)
            break;
    }
    return chains;
}
function joined(chains, hits, gap) {
    return hits.flatMap(hit => {
        const from = chains.findLast(({ end }) => end <= hit.start && hit.start - end <= gap);
        return from ? [{ start: from.start, end: hit.end }] : [];
    });
}
//# sourceMappingURL=phrase.js.map