import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Simulator } from '../../src/simulator/index.js'
import { ROOM, start, stopAll, TOPIC } from './class.js'
import type { WebClient } from './web-client.js'

let simulator: Simulator
let client: WebClient
let room: string

beforeEach(async () => {
  ;[simulator, client] = await start({ longPoll: 60_000, logLimit: 20 })
  await client.login(simulator)
  room = client.room(TOPIC)
})
afterEach(stopAll)

describe('a fault', () => {
  it('refuses sends with 1204 or 1205, so many times', async () => {
    simulator.faults.add({ endpoint: 'webwxsendmsg', ret: 1205, times: 2 })
    for (const ret of [1205, 1205, 0]) expect((await client.send(room, '一')).BaseResponse.Ret).toBe(ret)
    expect(simulator.sent).toHaveLength(1)
  })

  it('answers another status or other words', async () => {
    simulator.faults.add({ endpoint: 'webwxinit', status: 502, body: '<html>bad gateway', times: 1 })
    simulator.faults.add({ endpoint: 'webwxinit', body: 'not json', times: 1 })
    const init = (): Promise<Response> =>
      client.request('wx2.qq.com', '/cgi-bin/mmwebwx-bin/webwxinit', { method: 'POST' })
    const first = await init()
    expect([first.status, await first.text()]).toEqual([502, '<html>bad gateway'])
    const second = await init()
    expect([second.status, await second.text()]).toEqual([200, 'not json'])
  })

  it('cuts the connection before anything happens', async () => {
    simulator.faults.add({ endpoint: 'webwxsendmsg', drop: true, times: 1 })
    await expect(client.send(room, '一')).rejects.toThrow()
    expect(simulator.sent).toEqual([])
    expect(simulator.requests.of('webwxsendmsg')[0]?.outcome).toBe('drop')
  })

  it('cuts the connection after it has happened: the client cannot know, but hears the echo', async () => {
    simulator.faults.add({ endpoint: 'webwxsendmsg', drop: true, stage: 'after', times: 1 })
    await expect(client.send(room, '一')).rejects.toThrow()
    expect(simulator.sent.map(message => message.text)).toEqual(['一'])
    expect((await client.hear()).map(message => message.Content)).toEqual(['一'])
  })

  it('never answers', async () => {
    simulator.faults.add({ endpoint: 'webwxsendmsg', hang: true, times: 1 })
    const sending = client.send(room, '一')
    const failed = expect(sending).rejects.toThrow()
    await simulator.waitForRequest(request => request.outcome === 'hang')
    expect(simulator.sent).toEqual([])
    await stopAll()
    await failed
  })

  it('delays, and then all is well', async () => {
    simulator.faults.add({ endpoint: 'webwxsendmsg', delay: 30, times: 1 })
    expect((await client.send(room, '一')).BaseResponse.Ret).toBe(0)
  })

  it('may pick its requests, and be taken back', async () => {
    const take = simulator.faults.add({
      endpoint: '*',
      ret: 1204,
      when: ({ body }) => JSON.stringify(body).includes('坏'),
    })
    expect((await client.send(room, '坏')).BaseResponse.Ret).toBe(1204)
    expect((await client.send(room, '好')).BaseResponse.Ret).toBe(0)
    take()
    expect((await client.send(room, '坏')).BaseResponse.Ret).toBe(0)
    simulator.faults.add({ endpoint: '*', status: 500 })
    simulator.faults.clear()
    expect((await client.send(room, '好')).BaseResponse.Ret).toBe(0)
  })

  it('strikes a long poll that waits already', async () => {
    const check = client.check()
    await simulator.waitForRequest(request => request.endpoint === 'synccheck')
    simulator.faults.add({ endpoint: 'synccheck', drop: true, times: 1 })
    await expect(check).rejects.toThrow()
  })

  it('on something else does not disturb a long poll', async () => {
    const check = client.check()
    await simulator.waitForRequest(request => request.endpoint === 'synccheck')
    simulator.faults.add({ endpoint: '*', status: 500, when: request => request.endpoint === 'webwxsync' })
    simulator.say(ROOM, 'wxid_bai', '在吗')
    expect((await check).selector).toBe('2')
  })
})

describe('the network', () => {
  it('goes down, cutting what is open, and comes back with what was said meanwhile', async () => {
    const check = client.check()
    const cut = expect(check).rejects.toThrow()
    await simulator.waitForRequest(request => request.endpoint === 'synccheck')
    simulator.network = 'down'
    await cut
    await expect(client.sync()).rejects.toThrow()
    simulator.say(ROOM, 'wxid_bai', '有人吗')
    simulator.network = 'up'
    expect((await client.check()).selector).toBe('2')
    expect((await client.hear()).map(message => message.Content)).toEqual([expect.stringContaining('有人吗')])
  })

  it('goes silent: requests are taken, nothing is done, nothing answered', async () => {
    simulator.network = 'silent'
    const sending = client.send(room, '一')
    const failed = expect(sending).rejects.toThrow()
    await simulator.waitForRequest(request => request.outcome === 'hang')
    simulator.network = 'up'
    await failed
    expect(simulator.sent).toEqual([])
    expect((await client.send(room, '二')).BaseResponse.Ret).toBe(0)
  })
})

describe('the request log', () => {
  it('keeps the latest requests and counts all', async () => {
    for (let i = 0; i < 30; i++) await client.send(room, `${i}`)
    expect(simulator.requests.of()).toHaveLength(20)
    expect(simulator.requests.count('webwxsendmsg')).toBe(30)
    expect(simulator.requests.of('webwxsendmsg').at(-1)).toMatchObject({
      method: 'POST',
      host: 'wx2.qq.com',
      path: '/cgi-bin/mmwebwx-bin/webwxsendmsg',
      outcome: 200,
    })
    expect(simulator.requests.count('webwxlogout')).toBe(0)
  })

  it('tells when what one waits for never comes', async () => {
    await expect(simulator.waitForRequest(() => false, 10)).rejects.toThrow('10 ms')
  })
})

describe('odd requests', () => {
  it('an unknown endpoint is not found', async () => {
    expect((await client.request('wx2.qq.com', '/cgi-bin/mmwebwx-bin/webwxunheard')).status).toBe(404)
    for (const path of ['/', '//', '/__host/', '/__host/x/?%', '/%E0%A4%A'])
      expect((await fetch(simulator.baseUrl + path)).status).toBe(404)
  })

  it.each(['', 'null', '[]', '"x"', '{"BaseRequest":7}', '\u0000{', '{"BaseRequest":{"Sid":["a"]}}'])(
    'the body %j is answered as from somebody who is not logged in',
    async body => {
      const response = await client.request('wx2.qq.com', '/cgi-bin/mmwebwx-bin/webwxsync', { method: 'POST', body })
      expect(await response.json()).toMatchObject({ BaseResponse: { Ret: 1101 } })
    },
  )
})
