const key = (group) => `duty:${group}`;
export function dutyOf(ledger, group, now) {
    const kept = ledger.meta(key(group));
    if (kept === null)
        return null;
    const duty = JSON.parse(kept);
    return duty.until > now ? duty : null;
}
export function setDuty(ledger, group, duty) {
    ledger.setMeta(key(group), duty === null ? null : JSON.stringify(duty));
}
const stoodIn = new WeakMap();
/**
 * The group as it is while somebody stands in: first in line as head teacher, who is still there and may still answer.
 * One object for one group and stand-in: signals cache what they make of a group.
 */
export function onDuty(profile, duty) {
    const name = duty && nameIn(profile, duty.to);
    if (!duty || name === null)
        return profile;
    let variants = stoodIn.get(profile);
    if (!variants)
        stoodIn.set(profile, (variants = new Map()));
    let variant = variants.get(duty.to);
    if (!variant) {
        const standIn = { id: duty.to, name, role: 'head_teacher' };
        variants.set(duty.to, (variant = { ...profile, people: [standIn, ...profile.people] }));
    }
    return variant;
}
function nameIn(profile, id) {
    return [...profile.people, ...profile.members].find(one => one.id === id)?.name ?? null;
}
//# sourceMappingURL=duty.js.map