import type { AskOpinion, OpinionConfig, OpinionQuestion, OpinionReply } from '../../model/opinion.js'

/** Where second opinions come from, as those who judge see it. */
export interface Opinions {
  readonly config: OpinionConfig
  /** whether another call may start, besides so many that are about to */
  free(besides?: number): boolean
  /** Starts a call. Who asked hears of it once, unless the bot stops meanwhile. */
  ask(question: OpinionQuestion, answered: (reply: OpinionReply) => void): void
}

/** Calls that are under way: so many at once, and all of them can be hung up. */
export class OpinionDesk implements Opinions {
  readonly config: OpinionConfig
  private readonly endpoint: AskOpinion
  private readonly stop = new AbortController()
  private running = 0

  constructor(config: OpinionConfig, endpoint: AskOpinion) {
    this.config = config
    this.endpoint = endpoint
  }

  free(besides = 0): boolean {
    return !this.stop.signal.aborted && this.running + besides < this.config.atOnce
  }

  ask(question: OpinionQuestion, answered: (reply: OpinionReply) => void): void {
    this.running++
    this.endpoint(question, this.stop.signal)
      .catch((): OpinionReply => ({ outcome: 'unreachable', opinion: null, ms: 0, tokens: null, status: null }))
      .then(reply => {
        this.running--
        if (!this.stop.signal.aborted) answered(reply)
      })
  }

  /** Nobody waits any more: what was held leaves in its own time. */
  close(): void {
    this.stop.abort()
  }
}
