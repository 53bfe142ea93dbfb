import type { Media } from '../model/media.js'

export { sniff } from './sniff.js'

/**
 * Whoever looks into what was sent (words in a picture, QR codes, documents). Called once for each message whose media
 * were had whole, after it was recorded; the bytes are its own from then on, and are never to reach the disk.
 */
export type MediaReader = (media: Media & { content: Uint8Array }) => void | Promise<void>
