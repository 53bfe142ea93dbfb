import { z } from 'zod'
import { ENTITY_LABELS } from '../model/labels.js'
import type { Evidence, Facts } from '../model/signal.js'
import type { Entity, EntityKind, Span } from '../model/text.js'
import { counted, explainCount } from './evidence.js'
import { count, oneOrMany, type Where, where } from './options.js'
import { defineSignal } from './signal.js'

/** Counts entities; the evidence names kinds and numbers, never values. */
export function countEntities(
  facts: Facts,
  options: { at_least: number; in: Where },
  wanted: (entity: Entity) => boolean,
): Evidence {
  const kinds = new Map<EntityKind, number>()
  const spans: Span[] = []
  let found = 0
  for (const entity of facts.entities) {
    if (options.in !== 'any' && entity.where !== options.in) continue
    if (!wanted(entity)) continue
    found += 1
    kinds.set(entity.kind, (kinds.get(entity.kind) ?? 0) + 1)
    if (entity.where === 'text') spans.push(entity.span)
  }
  if (found === 0) return counted(0, options.at_least)
  const detail = [...kinds].map(([kind, times]) => `${ENTITY_LABELS[kind]} ${times}`).join('、')
  return counted(found, options.at_least, { spans, detail })
}

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
    detect: (facts, options) => countEntities(facts, options, entity => options.kinds.includes(entity.kind)),
    explain: evidence => explainCount(label, evidence),
  })
}
