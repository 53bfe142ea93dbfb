import { z } from 'zod'
import { ENTITY_LABELS } from '../model/labels.js'
import type { Evidence, Facts } from '../model/signal.js'
import type { Entity, EntityKind, Span } from '../model/text.js'
import { counted, explainCount, missed } from './evidence.js'
import { count, oneOrMany, type Where, where } from './options.js'
import { defineSignal } from './signal.js'

/** Counts entities; the evidence names kinds and numbers, never values. */
export function countEntities(
  facts: Facts,
  options: { at_least: number; in: Where },
  wanted: (entity: Entity) => boolean,
): Evidence {
  const asked = (entity: Named) => (options.in === 'any' || entity.where === options.in) && wanted(entity)
  const { entities } = facts
  if (entities.length === 0 || !entities.some(asked)) return missed(options.at_least)
  const found = entities.filter(asked)
  const kinds = new Map<EntityKind, number>()
  const spans: Span[] = []
  for (const { kind, where, span } of found) {
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    if (where === 'text') spans.push(span)
  }
  const detail = [...kinds].map(([kind, times]) => `${ENTITY_LABELS[kind]} ${times}`).join('、')
  return counted(found.length, options.at_least, { spans, detail })
}

const ofKinds =
  (kinds: readonly EntityKind[]) =>
  (entity: Entity): boolean =>
    kinds.includes(entity.kind)

type Named = Facts['entities'][number]

/** A signal that counts entities of some kinds: `contact: any`, `contact: qq`, `contact: { kinds: [qq], at_least: 2 }`. */
export function entitySignal<const Kinds extends readonly [EntityKind, ...EntityKind[]]>(definition: {
  name: string
  summary: string
  label: string
  kinds: Kinds
}) {
  const { kinds, label } = definition
  const one = z.enum(kinds as unknown as [EntityKind, ...EntityKind[]])
  const all = [...kinds] as EntityKind[]
  return defineSignal({
    name: definition.name,
    summary: definition.summary,
    options: z.union([
      z.literal('any').transform(() => ({ kinds: all, at_least: 1, in: 'any' as Where })),
      oneOrMany(one).transform(some => ({ kinds: some, at_least: 1, in: 'any' as Where })),
      z.strictObject({ kinds: oneOrMany(one).default(all), at_least: count.default(1), in: where.default('any') }),
    ]),
    prepare: ({ kinds }) => ofKinds(kinds),
    needs: ({ kinds }) => ({ on: 'entity', strings: kinds }),
    detect: (facts, options, wanted) => countEntities(facts, options, wanted),
    explain: evidence => explainCount(label, evidence),
  })
}
