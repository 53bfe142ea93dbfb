import type { MessageKind } from './event.js'

/** Kinds of message that carry bytes. */
export const MEDIA_KINDS = ['image', 'emoticon', 'voice', 'video', 'file'] as const
export type MediaKind = (typeof MEDIA_KINDS)[number]

/**
 * What became of fetching it. whole: all of it was had · empty: the service answered with nothing, which is what it does
 * with much that has expired · expired: the service says that it is gone · too_big: larger than is fetched ·
 * failed: anything else, a service that is too slow among it.
 */
export const MEDIA_STATES = ['whole', 'empty', 'expired', 'too_big', 'failed'] as const
export type MediaState = (typeof MEDIA_STATES)[number]

/** What is kept of a picture, voice, video or file for good: a hash and counts. */
export interface MediaFacts {
  state: MediaState
  /** 0 unless whole */
  bytes: number
  /** by its first bytes, whatever its name says; null where it is not known, or there is nothing */
  mime: string | null
  /** hex; null unless whole */
  sha256: string | null
}

/** Media of one message, as they were fetched. The content is nowhere but in memory, and hostile. */
export interface Media extends MediaFacts {
  event: string
  group: string
  kind: MediaKind
  /** as the sender called it */
  filename?: string
  /** null unless whole */
  content: Uint8Array | null
}

/** The most bytes that are fetched of each kind; of a kind with 0 nothing is. */
export type MediaLimits = Readonly<Record<MediaKind, number>>

const MB = 1024 * 1024

export const DEFAULT_LIMITS: MediaLimits = {
  image: 12 * MB,
  emoticon: 4 * MB,
  voice: 4 * MB,
  video: 32 * MB,
  file: 32 * MB,
}

export function isMedia(kind: MessageKind): kind is MediaKind {
  return (MEDIA_KINDS as readonly string[]).includes(kind)
}
