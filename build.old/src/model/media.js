/** Kinds of message that carry bytes. */
export const MEDIA_KINDS = ['image', 'emoticon', 'voice', 'video', 'file'];
/**
 * What became of fetching it. whole: all of it was had · empty: the service answered with nothing, which is what it does
 * with much that has expired · expired: the service says that it is gone · too_big: larger than is fetched ·
 * failed: anything else, a service that is too slow among it.
 */
export const MEDIA_STATES = ['whole', 'empty', 'expired', 'too_big', 'failed'];
const MB = 1024 * 1024;
export const DEFAULT_LIMITS = {
    image: 12 * MB,
    emoticon: 4 * MB,
    voice: 4 * MB,
    video: 32 * MB,
    file: 32 * MB,
};
export function isMedia(kind) {
    return MEDIA_KINDS.includes(kind);
}
//# sourceMappingURL=media.js.map