import type { Ledger } from '../ledger/index.js'
import type { MediaReader } from '../media/index.js'
import type { Media } from '../model/media.js'
import type { Clock } from '../model/time.js'
import { objects } from './consent.js'
import type { Log } from './deps.js'

export interface MediaDeps {
  ledger: Ledger
  clock: Clock
  log: Log
  /** looks into what was had whole; nobody does where it is absent */
  readMedia?: MediaReader
}

/**
 * Records what became of the media of a message: hash and counts, of an objector the counts alone. Then whoever reads media
 * is given the bytes; they are kept nowhere else. What is told a second time changes nothing.
 */
export function keepMedia({ ledger, clock, log, readMedia }: MediaDeps, media: Media): void {
  const member = ledger.event(media.event)?.member ?? null
  const mayKeep = member === null || !objects(ledger, media.group, member)
  const { event, state, bytes, mime, sha256, content } = media
  const facts = { event, state, bytes, mime, sha256: mayKeep ? sha256 : null }
  if (!ledger.recordMedia(facts, clock.now()) || content === null || !readMedia) return
  const read = async () => readMedia({ ...media, content })
  read().catch((error: unknown) => {
    log.error({ event, error: error instanceof Error ? error.name : 'error' }, 'media could not be read')
  })
}
