import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { content, type Simulator } from '../../src/simulator/index.js'
import { start, stopAll, TOPIC } from './class.js'
import type { WebClient } from './web-client.js'

const PATH = '/cgi-bin/mmwebwx-bin/webwxgetmsgimg?type=big&MsgID='
const PICTURE = Buffer.from('89504e470d0a1a0a', 'hex')

let simulator: Simulator
let client: WebClient

beforeEach(async () => {
  ;[simulator, client] = await start({ longPoll: 60_000 })
  await client.login(simulator)
})
afterEach(stopAll)

const post = () => simulator.crowd.post(TOPIC, 'wxid_bai', content.image(PICTURE))
const get = (id: string) => client.request('wx2.qq.com', PATH + id)
const bytesOf = async (id: string) => Buffer.from(await (await get(id)).arrayBuffer())

describe('media of a message', () => {
  it('are what was sent', async () => {
    expect(await bytesOf(post())).toEqual(PICTURE)
  })

  it('of a sticker are there, too', async () => {
    const id = simulator.crowd.post(TOPIC, 'wxid_bai', content.emoticon({ bytes: PICTURE }))
    expect(await bytesOf(id)).toEqual(PICTURE)
  })

  it('are nothing, with status 200, once expired', async () => {
    const id = post()
    simulator.expireMedia(id)
    const response = await get(id)
    expect([response.status, (await response.arrayBuffer()).byteLength]).toEqual([200, 0])
  })

  it('may be gone', async () => {
    simulator.faults.add({ endpoint: 'webwxgetmsgimg', status: 404, times: 1 })
    expect((await get(post())).status).toBe(404)
  })

  it('may send the client elsewhere', async () => {
    simulator.faults.add({ endpoint: 'webwxgetmsgimg', status: 302, location: 'http://127.0.0.1:1/x', times: 1 })
    const response = await get(post())
    expect([response.status, response.headers.get('location')]).toEqual([302, 'http://127.0.0.1:1/x'])
  })

  it('may be longer than anybody was told', async () => {
    simulator.faults.add({ endpoint: 'webwxgetmsgimg', flood: 200_000, times: 1 })
    const response = await get(post())
    expect(response.headers.get('content-length')).toBeNull()
    expect((await response.arrayBuffer()).byteLength).toBe(200_000)
  })

  it('may come byte by byte', async () => {
    simulator.faults.add({ endpoint: 'webwxgetmsgimg', trickle: 1, times: 1 })
    expect(await bytesOf(post())).toEqual(PICTURE)
  })
})

describe('a face', () => {
  const face = async (id: string) => {
    const response = await client.request(
      'wx2.qq.com',
      `/cgi-bin/mmwebwx-bin/webwxgeticon?seq=1&username=${simulator.wireId(id)}`,
    )
    return Buffer.from(await response.arrayBuffer()).toString('hex')
  }

  it('is a person’s own, and another one once they change it', async () => {
    const before = await face('wxid_bai')
    expect(await face('wxid_he')).not.toBe(before)
    expect(await face('wxid_bai')).toBe(before)
    simulator.crowd.setProfile('wxid_bai', { avatar: 42 })
    expect(await face('wxid_bai')).not.toBe(before)
  })
})
