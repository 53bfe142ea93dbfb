import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { WecomChannel } from '../../../src/effects/channels/wecom.js'
import { ManualClock, MINUTE, SECOND } from '../../../src/model/time.js'
import { ALERT, failureOf, HttpHost, TIMEOUT } from './servers.js'

const PATH = '/cgi-bin/webhook/send?key=9f8e7d6c'
let host: HttpHost
let clock: ManualClock
let robot: WecomChannel

beforeEach(async () => {
  host = new HttpHost()
  await host.start()
  clock = new ManualClock(1_000_000)
  robot = new WecomChannel(host.url(PATH), clock, TIMEOUT)
})
afterEach(() => host.stop())

const answer = (body: string, status = 200) => {
  host.behave = response => void response.writeHead(status).end(body)
}

describe('a group robot', () => {
  it('gets a text message, and says that it took it', async () => {
    answer('{"errcode":0,"errmsg":"ok"}')
    await robot.send(ALERT)
    expect(host.posts).toMatchObject([{ method: 'POST', path: PATH }])
    expect(JSON.parse(host.posts[0]?.body ?? '')).toEqual({
      msgtype: 'text',
      text: { content: '【A7】P0，请看微信。' },
    })
  })

  it.each([
    ['{"errcode":93000,"errmsg":"invalid webhook url, key 9f8e7d6c"}', 'refused: 企业微信没有接受（errcode 93000）'],
    ['{"errcode":45009,"errmsg":"api freq out of limit"}', 'retry: 企业微信没有接受（errcode 45009）'],
    ['{"errcode":-1,"errmsg":"system busy"}', 'retry: 企业微信没有接受（errcode -1）'],
    ['{"errcode":"0"}', 'unknown: 企业微信的回应看不懂（HTTP 200），不知道对方收到没有'],
    ['{"errcode":null}', 'unknown: 企业微信的回应看不懂（HTTP 200），不知道对方收到没有'],
    ['{}', 'unknown: 企业微信的回应看不懂（HTTP 200），不知道对方收到没有'],
    ['null', 'unknown: 企业微信的回应看不懂（HTTP 200），不知道对方收到没有'],
    ['[0]', 'unknown: 企业微信的回应看不懂（HTTP 200），不知道对方收到没有'],
    ['', 'unknown: 企业微信的回应看不懂（HTTP 200），不知道对方收到没有'],
    ['<html>请登录校园网</html>', 'unknown: 企业微信的回应看不懂（HTTP 200），不知道对方收到没有'],
    ['\u0000\ufffd{{', 'unknown: 企业微信的回应看不懂（HTTP 200），不知道对方收到没有'],
  ])('that answers %j', async (body, expected) => {
    answer(body)
    expect(await failureOf(robot.send(ALERT))).toBe(expected)
  })

  it('took nothing when it says 200 in the body only', async () => {
    answer('{"errcode":0}', 500)
    expect(await failureOf(robot.send(ALERT))).toBe('retry: 对方暂时不能处理（HTTP 500）')
    answer('{"errcode":0}', 201)
    expect(await failureOf(robot.send(ALERT))).toBe('unknown: 企业微信的回应看不懂（HTTP 201），不知道对方收到没有')
    answer('{"errcode":0}', 302)
    expect(await failureOf(robot.send(ALERT))).toBe('refused: 对方要求转到别处，没有跟去（HTTP 302）')
  })

  it('may have taken it when it falls silent', async () => {
    host.behave = () => {}
    expect(await failureOf(robot.send(ALERT))).toMatch(/^unknown: 等了太久/)
  })

  it('is asked at most twenty times in any minute', async () => {
    for (let i = 0; i < 20; i++) {
      await robot.send(ALERT)
      clock.advanceTo(clock.now() + SECOND)
    }
    expect(await failureOf(robot.send(ALERT))).toBe('retry: 群机器人每分钟最多 20 条，稍后再发')
    expect(host.posts).toHaveLength(20)
    clock.advanceTo(1_000_000 + MINUTE)
    await robot.send(ALERT)
    expect(await failureOf(robot.send(ALERT))).toMatch(/^retry/)
    expect(host.posts).toHaveLength(21)
  })
})
