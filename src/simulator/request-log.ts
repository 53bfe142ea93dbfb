import type { Instant } from '../model/time.js'

export interface LoggedRequest {
  at: Instant
  method: string
  /** host that the client believed to talk to */
  host: string
  path: string
  /** last part of the path */
  endpoint: string
  query: Readonly<Record<string, string>>
  /** parsed where it was JSON, else null */
  body: unknown
  /** HTTP status, or what became of it: `drop`, `hang` */
  outcome: number | 'drop' | 'hang' | null
}

/** The latest requests, oldest first; older ones are counted only. */
export class RequestLog {
  private readonly entries: LoggedRequest[] = []
  private readonly counts = new Map<string, number>()

  constructor(private readonly limit: number) {}

  add(request: LoggedRequest): void {
    this.entries.push(request)
    this.counts.set(request.endpoint, this.count(request.endpoint) + 1)
    if (this.entries.length > this.limit) this.entries.splice(0, this.entries.length - this.limit)
  }

  /** kept requests to one endpoint, or all */
  of(endpoint?: string): LoggedRequest[] {
    return this.entries.filter(entry => endpoint === undefined || entry.endpoint === endpoint)
  }

  /** how many requests an endpoint ever got, those no longer kept included */
  count(endpoint: string): number {
    return this.counts.get(endpoint) ?? 0
  }
}
