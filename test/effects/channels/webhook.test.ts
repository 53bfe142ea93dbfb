import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { WebhookChannel } from '../../../src/effects/channels/webhook.js'
import { ALERT, deadPort, failureOf, HttpHost, RawHost, TIMEOUT } from './servers.js'

const PATH = '/hook/9f8e7d6c'
let host: HttpHost

beforeEach(async () => {
  host = new HttpHost()
  await host.start()
})
afterEach(() => host.stop())

const channel = (secret: string | null = null) => new WebhookChannel(host.url(PATH), secret, TIMEOUT)

describe('a webhook', () => {
  it('gets code, severity, time and text, and nothing else', async () => {
    await channel().send(ALERT)
    expect(host.posts).toHaveLength(1)
    const [post] = host.posts
    expect(post).toMatchObject({ method: 'POST', path: PATH })
    expect(JSON.parse(post?.body ?? '')).toEqual({
      code: 'A7',
      severity: 'P0',
      time: '2026-09-09T07:30:00.000Z',
      message: '【A7】P0，请看微信。',
    })
    expect(post?.headers['content-type']).toBe('application/json; charset=utf-8')
    expect(post?.headers['x-banzhang-id']).toBe('bz1-a000007')
    expect(post?.headers['x-banzhang-signature']).toBeUndefined()
  })

  it('gets what a code to log in with says', async () => {
    await channel().send({ ...ALERT, qrcode: 'https://login.weixin.qq.com/l/abc' })
    expect(JSON.parse(host.posts[0]?.body ?? '')).toMatchObject({ qrcode: 'https://login.weixin.qq.com/l/abc' })
  })

  it('is signed over the very bytes that are sent', async () => {
    await channel('shared secret').send(ALERT)
    const [post] = host.posts
    const expected = createHmac('sha256', 'shared secret')
      .update(post?.body ?? '')
      .digest('hex')
    expect(post?.headers['x-banzhang-signature']).toBe(`sha256=${expected}`)
  })

  it.each([200, 201, 202, 204])('is told when it says %i', async status => {
    host.behave = response => void response.writeHead(status).end()
    await channel().send(ALERT)
  })

  it.each([
    [500, 'retry: 对方暂时不能处理（HTTP 500）'],
    [503, 'retry: 对方暂时不能处理（HTTP 503）'],
    [429, 'retry: 对方暂时不能处理（HTTP 429）'],
    [400, 'refused: HTTP 400'],
    [404, 'refused: HTTP 404'],
  ])('is not when it says %i', async (status, expected) => {
    host.behave = response => void response.writeHead(status).end('the key 9f8e7d6c is wrong')
    expect(await failureOf(channel().send(ALERT))).toBe(expected)
    expect(host.posts).toHaveLength(1)
  })

  it.each([301, 302, 307, 308])('is never followed to another place (%i)', async status => {
    const other = new HttpHost()
    await other.start()
    host.behave = response => void response.writeHead(status, { location: other.url('/elsewhere') }).end()
    expect(await failureOf(channel('s').send(ALERT))).toBe(`refused: 对方要求转到别处，没有跟去（HTTP ${status}）`)
    expect(other.posts).toEqual([])
    await other.stop()
  })

  it('that does not answer may have been told', async () => {
    host.behave = () => {}
    expect(await failureOf(channel().send(ALERT))).toBe('unknown: 等了太久，没有回应，不知道对方收到没有')
  })

  it('that answers without end is not waited for', async () => {
    host.behave = response => {
      response.writeHead(200)
      response.write('x')
    }
    expect(await failureOf(channel().send(ALERT))).toBe('unknown: 等了太久，没有回应，不知道对方收到没有')
  })

  it('that floods is cut off', async () => {
    host.behave = response => {
      response.writeHead(200)
      const flood = (): void => {
        while (!response.destroyed && response.write('x'.repeat(16_384)));
        response.once('drain', flood)
      }
      flood()
    }
    await channel().send(ALERT)
  })

  it('that hangs up may have been told', async () => {
    host.behave = response => void response.destroy()
    expect(await failureOf(channel().send(ALERT))).toBe('unknown: 连接失败（ECONNRESET），不知道对方收到没有')
  })

  it('that speaks no HTTP may have been told', async () => {
    const raw = new RawHost(socket => void socket.end('SSH-2.0-OpenSSH_9.6\r\n'))
    await raw.start()
    const sending = new WebhookChannel(`http://127.0.0.1:${raw.port}${PATH}`, null, TIMEOUT).send(ALERT)
    expect(await failureOf(sending)).toMatch(/^unknown: 连接失败（HPE_\w+）/)
    await raw.stop()
  })

  it('that is not there was not told', async () => {
    const port = await deadPort()
    const sending = new WebhookChannel(`http://127.0.0.1:${port}${PATH}`, null, TIMEOUT).send(ALERT)
    expect(await failureOf(sending)).toBe('retry: 连接失败（ECONNREFUSED）')
  })

  it('that cannot prove who it is was not told', async () => {
    const raw = new RawHost(socket => void socket.end('no TLS here'))
    await raw.start()
    const sending = new WebhookChannel(`https://127.0.0.1:${raw.port}${PATH}`, null, TIMEOUT).send(ALERT)
    expect(await failureOf(sending)).toMatch(/^retry: 连接失败/)
    await raw.stop()
  })

  it('keeps its address to itself whatever happens', async () => {
    const failures: string[] = []
    for (const status of [302, 404, 500]) {
      host.behave = response => void response.writeHead(status, { location: PATH }).end(PATH)
      failures.push(await failureOf(channel('s3cret').send(ALERT)))
    }
    const gone = new WebhookChannel(`http://127.0.0.1:${await deadPort()}${PATH}`, 's3cret', TIMEOUT)
    failures.push(await failureOf(gone.send(ALERT)))
    expect(failures.join()).not.toMatch(/9f8e7d6c|s3cret|127\.0\.0\.1/)
  })
})
