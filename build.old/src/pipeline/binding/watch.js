import { CLASS_LINE } from '../../model/line.js';
import { tell } from './tell.js';
/** A new name, another owner, the bot put out: noticed against what the ledger keeps, so also after a night. */
export function watchGroup(deps, directory, profile) {
    const { ledger, clock } = deps;
    const sight = directory.sight(profile.id);
    if (!sight)
        return;
    const { topic, members } = sight;
    const kept = ledger.knownGroup(profile.id);
    const owner = sight.owner || kept?.owner || '';
    const present = !sight.gone;
    const tellHead = (key, params, cause) => tell(deps, profile, CLASS_LINE, key, params, String(cause));
    if (kept && kept.topic !== topic)
        tellHead('bind.renamed', { topic: sight.room.topic }, clock.now());
    // the same owner is told of once, however long the login lasts
    if (kept && (sight.handedOver || (kept.owner !== '' && kept.owner !== owner)))
        tellHead('bind.owner', {}, ledger.identityMark(`owner ${sight.room.owner}`));
    if (kept?.present !== false && !present)
        tellHead('bind.removed', {}, clock.now());
    const now = { group: profile.id, topic, owner, members, present };
    if (JSON.stringify(now) !== JSON.stringify(kept))
        ledger.saveKnownGroup(now, clock.now());
}
//# sourceMappingURL=watch.js.map