import type { GroupEvent } from '../../../model/event.js'
import { DEFAULT_LIMITS, type MediaKind, type MediaLimits } from '../../../model/media.js'
import type { Listener } from '../../gateway.js'
import type { Download } from './download.js'
import { Fetcher } from './fetcher.js'

const AT_ONCE = 3
/** more media than this that nobody has fetched yet, and the newest are given up */
const WAITING = 1_000
const PATIENCE = 30_000

/** Brings the media of messages that were told, beside everything else, and tells what became of them. */
export class MediaPost {
  private readonly fetcher = new Fetcher({ atOnce: AT_ONCE, waiting: WAITING, patience: PATIENCE })
  private readonly underWay = new Set<Promise<void>>()

  constructor(
    private readonly listener: Pick<Listener, 'media'>,
    private readonly limits: MediaLimits = DEFAULT_LIMITS,
    /** the listener failed */
    private readonly failed: (error: unknown) => void,
  ) {}

  bring(event: GroupEvent, kind: MediaKind, download: Download): void {
    if (!this.listener.media || this.limits[kind] <= 0) return
    const work = this.carry(event, kind, download).catch(this.failed)
    this.underWay.add(work)
    void work.then(() => this.underWay.delete(work))
  }

  /** What is under way is told to have failed; resolves when all is told. */
  async close(): Promise<void> {
    await this.fetcher.close()
    await Promise.all(this.underWay)
  }

  private async carry({ id, group, body }: GroupEvent, kind: MediaKind, download: Download): Promise<void> {
    const fetched = await this.fetcher.fetch(download, this.limits[kind])
    const filename = body.kind === 'message' ? body.message.filename : undefined
    await this.listener.media?.({ event: id, group, kind, ...(filename && { filename }), ...fetched })
  }
}
