/** Tiers that neither an exemption nor a pause nor an emergency thread touches. */
export const GUARDED_TIERS = ['safety', 'privacy', 'conflict'];
/** Count at any time, in whatever tier an admin puts them (POLICY.md: "Talk about emergencies"). */
export const GUARDED_CATEGORIES = [
    'emergency',
    'self_harm_bullying',
    'scam_impersonation',
    'privacy_leak',
    'grades_ranking',
    'abuse_conflict',
    'obscene_illegal',
];
/** Somebody is in danger: everybody talks about it, and nobody is to be hushed. */
export const THREAD_CATEGORIES = ['emergency', 'self_harm_bullying', 'abuse_conflict'];
/** Has nothing to do with an emergency, whoever says it: a word in private disturbs nobody who speaks of that. */
export const BESIDE_CATEGORIES = [
    'commerce',
    'training_ad',
    'vote_canvass',
    'mispost',
    'unrelated_share',
    'homework',
    'named_praise_criticism',
];
/** Praise and good wishes run into each other: of both together one line is enough. Their topics bear their names. */
export const WISHES = ['flattery', 'blessing'];
/** Under one notice some write 收到 and others 老师辛苦了: they are counted together, though each has a line of its own. */
export const CHORUS = [...WISHES, 'ack_flood'];
/** Topics of their lines. */
export const CHORUS_TOPICS = [...WISHES, 'ack'];
/** A child is in danger, from without or from within. */
export const CHILD_CATEGORIES = ['emergency', 'self_harm_bullying'];
/** A member of staff who posts these reports something or is a victim; it is not about their own conduct. */
export const REPORTED_CATEGORIES = [
    'emergency',
    'self_harm_bullying',
    'scam_impersonation',
    'outsider_join',
    'namecard',
];
/** Many people write about one and the same thing: one case for the group, not one a sender. */
export const SHARED_CATEGORIES = ['emergency', 'scam_impersonation', 'abuse_conflict'];
/** Data of the class: the head teacher has to look after it even if a colleague posted it. */
export const CLASS_DATA_CATEGORIES = ['privacy_leak', 'grades_ranking'];
/** Told in as few words as possible: call first. */
export const CARE_CATEGORIES = ['self_harm_bullying', 'fundraising'];
export function isGuarded(tier, category) {
    return GUARDED_TIERS.includes(tier) || GUARDED_CATEGORIES.includes(category);
}
/** Told in as few words as possible, and shown so. */
export function isCare(category) {
    return CARE_CATEGORIES.includes(category);
}
//# sourceMappingURL=categories.js.map