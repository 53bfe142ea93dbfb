import { objects } from './consent.js';
/**
 * Records what became of the media of a message: hash and counts, of an objector the counts alone. Then whoever reads media
 * is given the bytes; they are kept nowhere else. What is told a second time changes nothing.
 */
export function keepMedia({ ledger, clock, log, readMedia }, media) {
    const member = ledger.event(media.event)?.member ?? null;
    const mayKeep = member === null || !objects(ledger, media.group, member);
    const { event, state, bytes, mime, sha256, content } = media;
    const facts = { event, state, bytes, mime, sha256: mayKeep ? sha256 : null };
    if (!ledger.recordMedia(facts, clock.now()) || content === null || !readMedia)
        return;
    const read = async () => readMedia({ ...media, content });
    read().catch((error) => {
        log.error({ event, error: error instanceof Error ? error.name : 'error' }, 'media could not be read');
    });
}
//# sourceMappingURL=media.js.map