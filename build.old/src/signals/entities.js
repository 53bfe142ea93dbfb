import { z } from 'zod';
import { ENTITY_LABELS } from '../model/labels.js';
import { counted, explainCount, missed } from './evidence.js';
import { count, oneOrMany, where } from './options.js';
import { defineSignal } from './signal.js';
/** Counts entities; the evidence names kinds and numbers, never values. */
export function countEntities(facts, options, wanted) {
    const asked = (entity) => (options.in === 'any' || entity.where === options.in) && wanted(entity);
    const { entities } = facts;
    if (entities.length === 0 || !entities.some(asked))
        return missed(options.at_least);
    const found = entities.filter(asked);
    const kinds = new Map();
    const spans = [];
    for (const { kind, where, span } of found) {
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
        if (where === 'text')
            spans.push(span);
    }
    const detail = [...kinds].map(([kind, times]) => `${ENTITY_LABELS[kind]} ${times}`).join('、');
    return counted(found.length, options.at_least, { spans, detail });
}
const ofKinds = (kinds) => (entity) => kinds.includes(entity.kind);
/** A signal that counts entities of some kinds: `contact: any`, `contact: qq`, `contact: { kinds: [qq], at_least: 2 }`. */
export function entitySignal(definition) {
    const { kinds, label } = definition;
    const one = z.enum(kinds);
    const all = [...kinds];
    return defineSignal({
        name: definition.name,
        summary: definition.summary,
        options: z.union([
            z.literal('any').transform(() => ({ kinds: all, at_least: 1, in: 'any' })),
            oneOrMany(one).transform(some => ({ kinds: some, at_least: 1, in: 'any' })),
            z.strictObject({ kinds: oneOrMany(one).default(all), at_least: count.default(1), in: where.default('any') }),
        ]),
        prepare: ({ kinds }) => ofKinds(kinds),
        needs: ({ kinds }) => ({ on: 'entity', strings: kinds }),
        detect: (facts, options, wanted) => countEntities(facts, options, wanted),
        explain: evidence => explainCount(label, evidence),
    });
}
//# sourceMappingURL=entities.js.map