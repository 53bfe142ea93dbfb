import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createPlainServer, type Server, type Socket } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { EffectError, type SecondMessage } from '../../../src/effects/index.js'

export const ALERT: SecondMessage = {
  id: 'bz1-a000007',
  code: 'A7',
  severity: 'P0',
  text: '【A7】P0，请看微信。',
  at: Date.UTC(2026, 8, 9, 7, 30),
}

/** Long enough for loopback on a busy machine, short enough for a test that waits for it. */
export const TIMEOUT = 400

export interface Post {
  method: string
  path: string
  headers: IncomingHttpHeaders
  body: string
}

type Behave = (response: ServerResponse, post: Post) => void

/** A web server on loopback that keeps what it was told and answers as `behave` says. */
export class HttpHost {
  readonly posts: Post[] = []
  behave: Behave = response => void response.end('{"errcode":0,"errmsg":"ok"}')
  private readonly server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const post = {
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString('utf8'),
      }
      this.posts.push(post)
      this.behave(response, post)
    })
    // a client that hangs up is part of the play
    request.on('error', () => {})
  })

  async start(): Promise<void> {
    await listen(this.server)
  }

  url(path: string): string {
    return `http://127.0.0.1:${portOf(this.server)}${path}`
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    await close(this.server)
  }
}

/** A mail server on loopback that keeps what it took. */
export class MailHost {
  readonly mails: { from: string; to: string[]; text: string }[] = []
  readonly logins: string[] = []
  private readonly server: SMTPServer
  private readonly host: string

  constructor(options: SMTPServerOptions = {}, host = '127.0.0.1') {
    this.host = host
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      logger: false,
      onAuth: (auth, _session, callback) => {
        this.logins.push(`${auth.username}:${auth.password}`)
        callback(null, { user: auth.username })
      },
      onData: (stream, session, callback) => {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => {
          const { mailFrom, rcptTo } = session.envelope
          this.mails.push({
            from: mailFrom ? mailFrom.address : '',
            to: rcptTo.map(({ address }) => address),
            text: Buffer.concat(chunks).toString('utf8'),
          })
          callback()
        })
      },
      ...options,
    })
    // what a client breaks off is part of the play
    this.server.on('error', () => {})
  }

  start(): Promise<void> {
    return new Promise(resolve => {
      this.server.listen(0, this.host, resolve)
    })
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port
  }

  stop(): Promise<void> {
    return new Promise(resolve => {
      this.server.close(resolve)
    })
  }
}

/** A bare server that says what `behave` tells it to, for what no proper server would do. */
export class RawHost {
  private readonly sockets = new Set<Socket>()
  private readonly server: Server

  constructor(behave: (socket: Socket) => void) {
    this.server = createPlainServer(socket => {
      this.sockets.add(socket)
      socket.on('error', () => {})
      behave(socket)
    })
  }

  async start(): Promise<void> {
    await listen(this.server)
  }

  get port(): number {
    return portOf(this.server)
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy()
    await close(this.server)
  }
}

/** A port on loopback at which nobody listens. */
export async function deadPort(): Promise<number> {
  const host = new RawHost(() => {})
  await host.start()
  const { port } = host
  await host.stop()
  return port
}

/** How a sending failed: `retry: …`. */
export async function failureOf(sending: Promise<unknown>): Promise<string> {
  const error = await sending.then(
    () => null,
    (error: unknown) => error,
  )
  if (!(error instanceof EffectError)) throw new Error(`no EffectError: ${String(error)}`)
  return `${error.failure}: ${error.message}`
}

function listen(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.listen(0, '127.0.0.1', resolve)
  })
}

function close(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve())
  })
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port
}
