import type { Ledger } from '../ledger/index.js'
import type { GroupProfile, Person } from '../model/member.js'
import type { Instant } from '../model/time.js'

/** The head teacher handed the duty of a group over to somebody, until an instant. */
export interface Duty {
  /** person id */
  to: string
  by: string
  until: Instant
}

const key = (group: string) => `duty:${group}`

export function dutyOf(ledger: Ledger, group: string, now: Instant): Duty | null {
  const kept = ledger.meta(key(group))
  if (kept === null) return null
  const duty = JSON.parse(kept) as Duty
  return duty.until > now ? duty : null
}

export function setDuty(ledger: Ledger, group: string, duty: Duty | null): void {
  ledger.setMeta(key(group), duty === null ? null : JSON.stringify(duty))
}

const stoodIn = new WeakMap<GroupProfile, Map<string, GroupProfile>>()

/**
 * The group as it is while somebody stands in: first in line as head teacher, who is still there and may still answer.
 * One object for one group and stand-in: signals cache what they make of a group.
 */
export function onDuty(profile: GroupProfile, duty: Duty | null): GroupProfile {
  const name = duty && nameIn(profile, duty.to)
  if (!duty || name === null) return profile
  let variants = stoodIn.get(profile)
  if (!variants) stoodIn.set(profile, (variants = new Map()))
  let variant = variants.get(duty.to)
  if (!variant) {
    const standIn: Person = { id: duty.to, name, role: 'head_teacher' }
    variants.set(duty.to, (variant = { ...profile, people: [standIn, ...profile.people] }))
  }
  return variant
}

function nameIn(profile: GroupProfile, id: string): string | null {
  return [...profile.people, ...profile.members].find(one => one.id === id)?.name ?? null
}
