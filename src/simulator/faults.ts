import type { LoggedRequest } from './request-log.js'

/**
 * One thing that goes wrong, for some requests. Of `drop`, `hang`, `status`, `ret`, `body`, `flood` and `trickle` the first
 * one given decides the answer; `delay` alone only makes it late.
 */
export interface Fault {
  /** last part of the path: `webwxsendmsg`, `synccheck`, …; `*` for all */
  endpoint: string
  /** only requests for which this holds */
  when?: (request: LoggedRequest) => boolean
  /** so many times; for ever unless said */
  times?: number
  /**
   * before (default): the request has no effect. after: it is carried out and only the answer is lost or spoilt,
   * which the client cannot tell from the other.
   */
  stage?: 'before' | 'after'
  /** milliseconds of real time */
  delay?: number
  /** the connection is cut without an answer */
  drop?: true
  /** no answer ever comes */
  hang?: true
  /** HTTP status, with `body` or nothing */
  status?: number
  /** BaseResponse.Ret of an otherwise empty answer: 1101, 1204, 1205, … */
  ret?: number
  /** with a status of 300 to 399: where the client is sent */
  location?: string
  /** answered instead, with status 200 */
  body?: string
  /** answered instead: so many bytes, without saying so beforehand */
  flood?: number
  /** the right answer, one byte each time so many milliseconds have gone by */
  trickle?: number
}

/** The faults in force. */
export class Faults {
  private active: { fault: Fault; left: number }[] = []

  constructor(private readonly changed: () => void) {}

  /** Returns a function that takes the fault back. */
  add(fault: Fault): () => void {
    const entry = { fault, left: fault.times ?? Number.POSITIVE_INFINITY }
    this.active.push(entry)
    this.changed()
    return () => {
      this.active = this.active.filter(other => other !== entry)
    }
  }

  clear(): void {
    this.active = []
  }

  /** A fault waits for this request, so a long poll need not go on. */
  pending(request: LoggedRequest): boolean {
    return this.active.some(({ fault }) => matches(fault, request))
  }

  /** The first fault for this request, which is used up by one. */
  take(request: LoggedRequest): Fault | null {
    const entry = this.active.find(({ fault }) => matches(fault, request))
    if (!entry) return null
    entry.left -= 1
    if (entry.left <= 0) this.active = this.active.filter(other => other !== entry)
    return entry.fault
  }
}

function matches(fault: Fault, request: LoggedRequest): boolean {
  if (fault.endpoint !== '*' && fault.endpoint !== request.endpoint) return false
  return fault.when === undefined || fault.when(request)
}
