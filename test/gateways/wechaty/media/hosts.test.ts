import { describe, expect, it } from '@jest/globals'
import { isOwnAddress, overTls } from '../../../../src/gateways/wechaty/media/hosts.js'

const SIMULATOR = 'http://127.0.0.1:4567'

describe('an address', () => {
  it.each([
    'https://wx.qq.com/cgi-bin/mmwebwx-bin/webwxgetmsgimg?MsgID=1',
    'https://file.wx2.qq.com/cgi-bin/mmwebwx-bin/webwxgetmedia',
    'https://web.wechat.com/x',
    'https://wx.qlogo.cn/mmhead/ver_1/abc/132',
    'https://emoji.qpic.cn/wx_emoji/abc/0',
    'https://wx.qq.com:443/x',
  ])('is WeChat’s own: %s', address => {
    expect(isOwnAddress(address, null)).toBe(true)
  })

  it.each([
    '',
    'nothing',
    '/cgi-bin/x',
    'http://wx.qq.com/x',
    'https://wx.qq.com:8443/x',
    'https://wx.qq.com@evil.example/x',
    'https://user:pass@wx.qq.com/x',
    'https://wx.qq.com.evil.example/x',
    'https://evilqq.com/x',
    'https://evil.example/?x=.qq.com',
    'https://evil.example#.qq.com',
    'https://evil.example\\@wx.qq.com/x',
    'https://127.0.0.1/x',
    'https://[::1]/x',
    'http://169.254.169.254/latest/meta-data',
    'https://2130706433/',
    'file:///etc/passwd',
    'data:text/plain,x',
    'ftp://wx.qq.com/x',
    'javascript:alert(1)',
    'http://127.0.0.1:4567/x',
    'http://localhost:4567/x',
  ])('is not: %s', address => {
    expect(isOwnAddress(address, null)).toBe(false)
  })

  it('may be the simulator’s where one is configured, and no other one on loopback', () => {
    expect(isOwnAddress(`${SIMULATOR}/x`, SIMULATOR)).toBe(true)
    expect(isOwnAddress('http://127.0.0.1:4568/x', SIMULATOR)).toBe(false)
    expect(isOwnAddress('http://localhost:4567/x', SIMULATOR)).toBe(false)
    expect(isOwnAddress('https://evil.example/x', SIMULATOR)).toBe(false)
  })

  it('of a sticker or face is asked for over TLS', () => {
    expect(overTls('http://wx.qlogo.cn/mmhead/a/0')).toBe('https://wx.qlogo.cn/mmhead/a/0')
    expect(overTls('http://vweixinf.tc.qq.com/110/a')).toBe('https://vweixinf.tc.qq.com/110/a')
    expect(overTls('http://evil.example/.qq.com/')).toBe('http://evil.example/.qq.com/')
  })
})
