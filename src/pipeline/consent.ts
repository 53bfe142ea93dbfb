import type { Ledger } from '../ledger/index.js'
import type { Instant } from '../model/time.js'

/**
 * What a school puts on record before a group goes live (Personal Information Protection Law §§29, 31): the charter was
 * posted, the parents were consulted, guardians consented; and who objects, until they do no more.
 */
export type ConsentEntry = {
  /** local date, `2026-11-04` */
  on: string
  /** who did it or collected it, as the admin writes it */
  by: string
  recordedAt: Instant
} & (
  | { kind: 'posted' /** rule-set hash of the charter */; version: string | null }
  | { kind: 'consulted' }
  /** so many families consented, of so many in the class */
  | { kind: 'guardians'; agreed: number; of: number }
  /** `person` is an id: names live in one table */
  | { kind: 'objects' | 'agrees'; person: string }
)

export interface Consent {
  posted: Extract<ConsentEntry, { kind: 'posted' }> | null
  consulted: Extract<ConsentEntry, { kind: 'consulted' }> | null
  guardians: Extract<ConsentEntry, { kind: 'guardians' }> | null
  /** person ids */
  objectors: readonly string[]
}

const key = (group: string) => `consent:${group}`

/** Everything that was put on record for a group, oldest first. */
export function consentEntries(ledger: Pick<Ledger, 'meta'>, group: string): readonly ConsentEntry[] {
  return JSON.parse(ledger.meta(key(group)) ?? '[]') as ConsentEntry[]
}

/** Puts one thing on record; nothing is ever taken off but by `forgetObjector`. */
export function addConsent(ledger: Pick<Ledger, 'meta' | 'setMeta'>, group: string, entry: ConsentEntry): void {
  ledger.setMeta(key(group), JSON.stringify([...consentEntries(ledger, group), entry]))
}

/** How a group stands: the latest of each kind. */
export function consentOf(ledger: Pick<Ledger, 'meta'>, group: string): Consent {
  const entries = consentEntries(ledger, group)
  const latest = <K extends ConsentEntry['kind']>(kind: K) =>
    (entries.findLast(entry => entry.kind === kind) ?? null) as Extract<ConsentEntry, { kind: K }> | null
  const objectors = new Set<string>()
  for (const entry of entries) {
    if (entry.kind === 'objects') objectors.add(entry.person)
    if (entry.kind === 'agrees') objectors.delete(entry.person)
  }
  return {
    posted: latest('posted'),
    consulted: latest('consulted'),
    guardians: latest('guardians'),
    objectors: [...objectors],
  }
}

/** Whether somebody objected: what they say is judged, and not one word of it is kept. */
export function objects(ledger: Pick<Ledger, 'meta'>, group: string, person: string): boolean {
  const kept = ledger.meta(key(group))
  return kept !== null && kept.includes(person) && consentOf(ledger, group).objectors.includes(person)
}

/** Somebody is forgotten: what they objected to goes with them. */
export function forgetObjector(ledger: Pick<Ledger, 'meta' | 'setMeta'>, group: string, person: string): void {
  const left = consentEntries(ledger, group).filter(entry => !('person' in entry) || entry.person !== person)
  ledger.setMeta(key(group), left.length === 0 ? null : JSON.stringify(left))
}
