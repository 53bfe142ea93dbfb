import { z } from 'zod';
import { certain, counted, explainCount } from './evidence.js';
import { soundListOf, wordListOf } from './lexicons.js';
import { count, oneOrMany, where } from './options.js';
import { eachOnce, isWritten, someOf } from './parts.js';
import { defineSignal } from './signal.js';
const sound = z.enum(['exact', 'weak']);
/** Words of lexicons on the match key, or by their sound; different words count, not repetitions of one. */
export const words = defineSignal({
    name: 'words',
    summary: '文字中有词表里的词（按归一化后的文字匹配），例如 words: commerce.offer',
    options: z.union([
        oneOrMany(z.string()).transform(list => ({ list, at_least: 1, in: 'any', key: 'exact' })),
        z.strictObject({
            list: oneOrMany(z.string()),
            at_least: count.default(1),
            in: where.default('any'),
            key: sound.default('exact'),
        }),
    ]),
    prepare: (options, resources) => ({ list: listOf(options, resources), miss: counted(0, options.at_least) }),
    needs: (options, resources) => listOf(options, resources).needs,
    detect(facts, options, { list, miss }) {
        const parts = someOf(facts, options.in, list.occursIn, true);
        if (parts.length === 0)
            return miss;
        const look = () => lookUp(facts, parts, options.at_least, list);
        return options.at_least === 1 ? certain(look) : look();
    },
    explain: ({ hit, count, needed, detail }, options) => explainCount(`词表 ${detail || listed(options.list)}${options.key === 'weak' ? '（谐音）' : ''}`, {
        hit,
        count,
        needed,
    }),
});
function listOf({ list, key }, resources) {
    return key === 'weak' ? soundListOf(list, resources) : wordListOf(list, resources);
}
function lookUp(facts, parts, needed, { find, lexiconOf }) {
    const found = new Set();
    const spans = [];
    const told = parts.map(text => ({ text, hits: find(text) }));
    for (const { text, hits } of eachOnce(facts, told)) {
        const written = isWritten(facts, text);
        for (const { index, span } of hits) {
            found.add(index);
            if (written)
                spans.push(span);
        }
    }
    const lists = [...new Set([...found].map(lexiconOf))];
    return counted(found.size, needed, { spans, detail: lists.join('、') });
}
function listed(names) {
    return names.length > 3 ? `${names.slice(0, 3).join('、')} 等 ${names.length} 个` : names.join('、');
}
//# sourceMappingURL=words.js.map