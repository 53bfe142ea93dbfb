const LISTENER = {
    sayInGroup: true,
    sayInPrivate: true,
    recallOwn: false,
    recallOther: false,
    removeMember: false,
    announce: false,
    hearsItself: false,
};
/**
 * What each puppet was seen to do, by the name it is configured under. No puppet of today can take back another
 * person's message. `removeMember` is only true where it is known to work as owner or admin; nothing uses it on its own.
 */
const PUPPETS = {
    'wechaty-puppet-wechat4u': { ...LISTENER, recallOwn: true },
    'wechaty-puppet-wechat': LISTENER,
    'wechaty-puppet-padlocal': { ...LISTENER, recallOwn: true, removeMember: true, announce: true },
    'wechaty-puppet-service': { ...LISTENER, recallOwn: true, removeMember: true, announce: true },
    'wechaty-puppet-xp': LISTENER,
};
export const DEFAULT_PUPPET = 'wechaty-puppet-wechat4u';
/** Names of the puppets whose abilities are known. */
export function knownPuppets() {
    return Object.keys(PUPPETS);
}
/** What is taken for granted of a puppet: of one that nobody has looked at, that it hears and speaks. */
export function assumedOf(puppet) {
    return capabilitiesOf(puppet) ?? { ...LISTENER };
}
/** What a puppet can really do, or null for one that nobody has looked at. */
export function capabilitiesOf(puppet) {
    return Object.hasOwn(PUPPETS, puppet) ? { ...PUPPETS[puppet] } : null;
}
//# sourceMappingURL=capability.js.map