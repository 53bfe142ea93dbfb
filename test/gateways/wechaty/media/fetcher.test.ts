import { createHash } from 'node:crypto'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from '@jest/globals'
import { collect, type Download, fromAddress, Gone, TooBig } from '../../../../src/gateways/wechaty/media/download.js'
import { Fetcher, type FetcherOptions } from '../../../../src/gateways/wechaty/media/fetcher.js'

const PNG = Buffer.from('89504e470d0a1a0a0000', 'hex')
const fetcherOf = (options: Partial<FetcherOptions> = {}) =>
  new Fetcher({ atOnce: 2, waiting: 10, patience: 5_000, ...options })
const NOTHING = { bytes: 0, mime: null, sha256: null, content: null }

const servers: Server[] = []
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  servers.push(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

describe('what is fetched', () => {
  it('is told by hash, length and how it begins', async () => {
    expect(await fetcherOf().fetch(async () => PNG, 100)).toEqual({
      state: 'whole',
      bytes: 10,
      mime: 'image/png',
      sha256: createHash('sha256').update(PNG).digest('hex'),
      content: PNG,
    })
  })

  it.each<[string, Download]>([
    ['empty', async () => new Uint8Array()],
    ['expired', () => Promise.reject(new Gone())],
    ['too_big', () => Promise.reject(new TooBig())],
  ])('is told to be %s', async (state, download) => {
    expect(await fetcherOf().fetch(download, 100)).toEqual({ state, ...NOTHING })
  })

  it('of a kind with limit 0 is not asked for', async () => {
    let asked = 0
    const download = async () => {
      asked++
      return PNG
    }
    expect((await fetcherOf().fetch(download, 0)).state).toBe('too_big')
    expect(asked).toBe(0)
  })

  it('is tried a second time when it failed, and no third time', async () => {
    let tries = 0
    const late: Download = async () => {
      if (++tries === 1) throw new Error('ECONNRESET')
      return PNG
    }
    expect((await fetcherOf().fetch(late, 100)).state).toBe('whole')
    let never = 0
    const broken: Download = async () => {
      never++
      throw new Error('ECONNRESET')
    }
    expect((await fetcherOf().fetch(broken, 100)).state).toBe('failed')
    expect(never).toBe(2)
  })

  it('fails when it takes too long, even if it does not heed the signal', async () => {
    const fetched = await fetcherOf({ patience: 30 }).fetch(() => new Promise(() => {}), 100)
    expect(fetched).toEqual({ state: 'failed', ...NOTHING })
  })
})

describe('several at once', () => {
  /** Downloads that wait to be let go. */
  function gated() {
    const open: (() => void)[] = []
    let most = 0
    let running = 0
    const download: Download = async () => {
      most = Math.max(most, ++running)
      await new Promise<void>(resolve => open.push(resolve))
      running--
      return PNG
    }
    return { download, open, most: () => most }
  }
  const breathe = () => new Promise(resolve => setImmediate(resolve))

  it('are bounded in number; the rest waits in order', async () => {
    const fetcher = fetcherOf()
    const { download, open, most } = gated()
    const all = Array.from({ length: 6 }, () => fetcher.fetch(download, 100))
    for (let i = 0; i < 6; i++) {
      while (open.length === 0) await breathe()
      open.shift()?.()
    }
    expect((await Promise.all(all)).map(one => one.state)).toEqual(Array(6).fill('whole'))
    expect(most()).toBe(2)
  })

  it('fail at once when too many wait', async () => {
    const fetcher = fetcherOf({ atOnce: 1, waiting: 1 })
    const { download, open } = gated()
    const first = fetcher.fetch(download, 100)
    await breathe()
    const second = fetcher.fetch(download, 100)
    await breathe()
    expect((await fetcher.fetch(download, 100)).state).toBe('failed')
    for (const one of [first, second]) {
      while (open.length === 0) await breathe()
      open.shift()?.()
      expect((await one).state).toBe('whole')
    }
  })

  it('end when it is closed, those that wait too, and nothing is begun any more', async () => {
    const fetcher = fetcherOf({ atOnce: 1 })
    const { download } = gated()
    const both = [fetcher.fetch(download, 100), fetcher.fetch(download, 100)]
    await breathe()
    await fetcher.close()
    expect((await Promise.all(both)).map(one => one.state)).toEqual(['failed', 'failed'])
    expect((await fetcher.fetch(async () => PNG, 100)).state).toBe('failed')
  })
})

describe('a download from an address', () => {
  const get = async (url: string, limit = 100, simulator: string | null = new URL(url).origin) =>
    (await fetcherOf({ patience: 500 }).fetch(fromAddress(url, simulator), limit)).state

  it('brings what is there', async () => {
    const url = await serve((_, response) => response.end(PNG))
    expect(await get(url)).toBe('whole')
  })

  it.each([
    [404, 'expired'],
    [410, 'expired'],
    [403, 'failed'],
    [500, 'failed'],
  ])('answered with %i is %s', async (status, state) => {
    const url = await serve((_, response) => response.writeHead(status).end('x'))
    expect(await get(url)).toBe(state)
  })

  it('does not follow anybody elsewhere', async () => {
    let reached = 0
    const there = await serve((_, response) => {
      reached++
      response.end(PNG)
    })
    const url = await serve((_, response) => response.writeHead(302, { location: there }).end())
    expect(await get(url)).toBe('failed')
    expect(reached).toBe(0)
  })

  it('asks nobody that is not WeChat or the simulator', async () => {
    let reached = 0
    const url = await serve((_, response) => {
      reached++
      response.end(PNG)
    })
    expect(await get(url, 100, null)).toBe('failed')
    expect(reached).toBe(0)
  })

  it('stops at the limit, said or not', async () => {
    const honest = await serve((_, response) =>
      response.writeHead(200, { 'content-length': 1_000 }).end('x'.repeat(1_000)),
    )
    let cut = false
    const endless = await serve((_, response) => {
      response.on('close', () => {
        cut = true
      })
      const more = () => {
        while (response.write('x'.repeat(10_000)));
        response.once('drain', more)
      }
      more()
    })
    expect(await get(honest)).toBe('too_big')
    expect(await get(endless)).toBe('too_big')
    while (!cut) await new Promise(resolve => setTimeout(resolve, 5))
  })

  it('gives up on one that trickles', async () => {
    const url = await serve((_, response) => {
      const timer = setInterval(() => response.write('x'), 20)
      response.on('close', () => clearInterval(timer))
    })
    expect(await get(url)).toBe('failed')
  })
})

it('collects nothing as nothing', async () => {
  expect(await collect((async function* (): AsyncGenerator<Uint8Array> {})(), 10)).toHaveLength(0)
})
