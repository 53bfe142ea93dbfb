import type { LoggedRequest } from '../request-log.js'
import type { Service } from '../service.js'
import type { Session } from '../session.js'

export interface Answer {
  status: number
  type: string
  body: string | Buffer
  cookies?: readonly string[]
  location?: string
}

export type Endpoint = (service: Service, request: LoggedRequest) => Answer | Promise<Answer>

/** The real service says text/plain for JSON. */
export function json(body: Readonly<Record<string, unknown>>, ret = 0): Answer {
  return {
    status: 200,
    type: 'text/plain',
    body: JSON.stringify({ BaseResponse: { Ret: ret, ErrMsg: '' }, ...body }),
  }
}

export function script(body: string): Answer {
  return { status: 200, type: 'text/javascript', body }
}

const NOT_LOGGED_IN = 1101

/** The live session that a request's BaseRequest names, or the Ret to answer. */
export function authorise(service: Service, request: LoggedRequest): Session | number {
  const session = service.session
  if (!session) return NOT_LOGGED_IN
  if (session.ended) return Number(session.ended)
  return field(request.body, 'BaseRequest', 'Sid') === session.sid ? session : NOT_LOGGED_IN
}

/** A value deep in hostile JSON; undefined where the way ends. */
export function field(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined),
    value,
  )
}

/** The same, as text; empty where it is neither text nor number. */
export function textField(value: unknown, ...path: readonly string[]): string {
  const found = field(value, ...path)
  return typeof found === 'string' ? found : typeof found === 'number' ? String(found) : ''
}
