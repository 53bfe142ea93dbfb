import type { Category } from '../model/category.js'
import type { Tier } from '../model/rule.js'

/** Tiers that neither an exemption nor a pause nor an emergency thread touches. */
export const GUARDED_TIERS: readonly Tier[] = ['safety', 'privacy', 'conflict']

/** Count at any time, in whatever tier an admin puts them (POLICY.md: "Talk about emergencies"). */
export const GUARDED_CATEGORIES: readonly Category[] = [
  'emergency',
  'self_harm_bullying',
  'scam_impersonation',
  'privacy_leak',
  'grades_ranking',
  'abuse_conflict',
  'obscene_illegal',
]

/** Somebody is in danger: everybody talks about it, and nobody is to be hushed. */
export const THREAD_CATEGORIES: readonly Category[] = ['emergency', 'self_harm_bullying', 'abuse_conflict']

/** Has nothing to do with an emergency, whoever says it: a word in private disturbs nobody who speaks of that. */
export const BESIDE_CATEGORIES: readonly Category[] = [
  'commerce',
  'training_ad',
  'vote_canvass',
  'mispost',
  'unrelated_share',
  'homework',
  'named_praise_criticism',
]

/** Praise and good wishes run into each other: of both together one line is enough. Their topics bear their names. */
export const WISHES: readonly Category[] = ['flattery', 'blessing']

/** Under one notice some write 收到 and others 老师辛苦了: they are counted together, though each has a line of its own. */
export const CHORUS: readonly Category[] = [...WISHES, 'ack_flood']
/** Topics of their lines. */
export const CHORUS_TOPICS: readonly string[] = [...WISHES, 'ack']

/** A child is in danger, from without or from within. */
export const CHILD_CATEGORIES: readonly Category[] = ['emergency', 'self_harm_bullying']

/** A member of staff who posts these reports something or is a victim; it is not about their own conduct. */
export const REPORTED_CATEGORIES: readonly Category[] = [
  'emergency',
  'self_harm_bullying',
  'scam_impersonation',
  'outsider_join',
  'namecard',
]

/** Many people write about one and the same thing: one case for the group, not one a sender. */
export const SHARED_CATEGORIES: readonly Category[] = ['emergency', 'scam_impersonation', 'abuse_conflict']

/** Data of the class: the head teacher has to look after it even if a colleague posted it. */
export const CLASS_DATA_CATEGORIES: readonly Category[] = ['privacy_leak', 'grades_ranking']

/** Told in as few words as possible: call first. */
export const CARE_CATEGORIES: readonly Category[] = ['self_harm_bullying', 'fundraising']

export function isGuarded(tier: Tier, category: Category): boolean {
  return GUARDED_TIERS.includes(tier) || GUARDED_CATEGORIES.includes(category)
}

/** Told in as few words as possible, and shown so. */
export function isCare(category: Category): boolean {
  return CARE_CATEGORIES.includes(category)
}
