import { describe, expect, it } from '@jest/globals'
import {
  AccountBlocked,
  endpointOf,
  type GuardOptions,
  guardRequests,
  Malformed,
  QrExpired,
  type RequestOptions,
  SessionEnded,
} from '../../../src/gateways/wechaty/guard.js'
import { meter } from '../../cpu.js'

/** A guarded request that is answered with `data`; gives what was asked and how long it was told to wait. */
function guarded(data: unknown, options: Partial<GuardOptions> = {}, reject = false) {
  const asked: RequestOptions[] = []
  const pauses: number[] = []
  const pause = async (ms: number) => {
    pauses.push(ms)
  }
  const signal = new AbortController().signal
  const request = guardRequests(
    async sent => {
      asked.push(sent)
      if (reject) throw data
      return { data }
    },
    { baseUrl: null, signal, pause, ticks: () => 0, ...options },
  )
  return { ask: (endpoint: string) => request({ url: `https://wx2.qq.com/cgi-bin/${endpoint}?x=1` }), asked, pauses }
}

describe('guardRequests', () => {
  it('points every host at the simulator, without a proxy', async () => {
    const { ask, asked } = guarded({}, { baseUrl: 'http://127.0.0.1:1' })
    await ask('webwxsync')
    expect(asked[0]).toMatchObject({ url: 'http://127.0.0.1:1/__host/wx2.qq.com/cgi-bin/webwxsync?x=1', proxy: false })
  })

  it('leaves the address alone otherwise, and bounds the time', async () => {
    const { ask, asked } = guarded({})
    await ask('webwxsync')
    expect(asked[0]).toMatchObject({ url: 'https://wx2.qq.com/cgi-bin/webwxsync?x=1', timeout: 20_000 })
    expect(asked[0]).not.toHaveProperty('proxy')
  })

  it.each(['1100', '1101', '1102'])('knows %s as the end of the session, in script and JSON', async code => {
    await expect(guarded(`window.synccheck={retcode:"${code}",selector:"0"}`).ask('synccheck')).rejects.toEqual(
      new SessionEnded(code),
    )
    await expect(guarded({ BaseResponse: { Ret: Number(code) } }).ask('webwxsync')).rejects.toMatchObject({ code })
  })

  it.each([
    ['synccheck', 'window.synccheck={retcode:"0",selector:"2"}'],
    ['synccheck', 'window.synccheck = { retcode : "0" , selector : "0" } ;'],
    ['jslogin', 'window.QRLogin.code = 200; window.QRLogin.uuid = "QexY-a==";'],
    ['login', 'window.code=408;'],
    ['login', "window.code=201;window.userAvatar = 'data:img/jpg;base64,/9j/4AAQ';"],
    [
      'login',
      'window.code=200;\nwindow.redirect_uri="https://wx2.qq.com/cgi-bin/mmwebwx-bin/webwxnewloginpage?ticket=A@b&uuid=c";',
    ],
  ])('lets through what %s says', async (endpoint, data) => {
    await expect(guarded(data).ask(endpoint)).resolves.toEqual({ data })
  })

  it.each([
    ['synccheck', 'globalThis.x=1'],
    ['synccheck', 'window.synccheck={retcode:"0",selector:(()=>"2")()}'],
    ['synccheck', ''],
    ['synccheck', undefined],
    ['synccheck', '<html>502</html>'],
    ['jslogin', 'window.QRLogin.code = 200; window.QRLogin.uuid = "a"+process.exit();'],
    ['jslogin', '{}'],
    ['login', 'window.code=200;window.redirect_uri="https://evil.example/wx.qq.com/";'],
    ['login', 'window.code=200;window.redirect_uri="https://evil-qq.com.example/";'],
    ['login', 'window.code=200;process.exit()'],
    ['login', "window.code=201;window.userAvatar='a\\';process.exit()//';"],
  ])('does not let wechat4u evaluate what %s should never say (%s)', async (endpoint, data) => {
    await expect(guarded(data).ask(endpoint)).rejects.toBeInstanceOf(Malformed)
  })

  it('knows an expired QR code', async () => {
    await expect(guarded('window.code=400;').ask('login')).rejects.toBeInstanceOf(QrExpired)
  })

  it('knows a blocked account, whether the page comes as an answer or as a redirect', async () => {
    const page = '<error><ret>1203</ret><message>…</message></error>'
    await expect(guarded(page).ask('webwxnewloginpage')).rejects.toEqual(new AccountBlocked('1203'))
    const redirect = { response: { status: 301, data: page } }
    await expect(guarded(redirect, {}, true).ask('webwxnewloginpage')).rejects.toMatchObject({
      code: '1203',
      response: { status: 403 },
    })
  })

  it('lets the redirect of a good login through to wechat4u', async () => {
    const redirect = { response: { status: 301, data: '<error><ret>0</ret></error>' } }
    await expect(guarded(redirect, {}, true).ask('webwxnewloginpage')).rejects.toBe(redirect)
  })

  it('waits a little when a long poll answers "nothing" at once, and not when there is something', async () => {
    const nothing = guarded('window.synccheck={retcode:"0",selector:"0"}')
    await nothing.ask('synccheck')
    expect(nothing.pauses).toEqual([500])
    const something = guarded('window.synccheck={retcode:"0",selector:"2"}')
    await something.ask('synccheck')
    expect(something.pauses).toEqual([])
    let tick = 0
    const slow = guarded('window.code=408;', { ticks: () => (tick += 25_000) })
    await slow.ask('login')
    expect(slow.pauses).toEqual([])
  })

  it('is quick with hostile answers', async () => {
    const spent = meter()
    for (const endpoint of ['synccheck', 'jslogin', 'login']) {
      for (const data of [
        'window.code=1'.repeat(50_000),
        `window.QRLogin.code = 1;${' '.repeat(100_000)}x`,
        ' '.repeat(200_000),
      ]) {
        await guarded(data)
          .ask(endpoint)
          .catch(() => {})
      }
    }
    expect(spent()).toBeLessThan(5_000)
  })
})

it.each([
  ['https://wx.qq.com/a/b/webwxsync?sid=/x/y', 'webwxsync'],
  ['x', 'x'],
  ['', ''],
])('finds the endpoint of %s', (url, endpoint) => {
  expect(endpointOf(url)).toBe(endpoint)
})
