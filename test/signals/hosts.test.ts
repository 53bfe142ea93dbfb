import { describe, expect, it } from '@jest/globals'
import { hostOf, matchesHost } from '../../src/signals/hosts.js'

describe('hostOf', () => {
  it.each([
    ['https://mp.weixin.qq.com/s/1?a=b#c', 'mp.weixin.qq.com'],
    ['mp.weixin.qq.com', 'mp.weixin.qq.com'],
    ['HTTPS://A.CN:8080/x', 'a.cn'],
    ['http://user:pass@a.cn/', 'a.cn'],
    ['a.cn./', 'a.cn'],
    ['weixin://dl/business', 'dl'],
    ['https://例子.中国/x', 'xn--fsqu00a.xn--fiqs8s'],
    ['', null],
    ['https://', null],
    ['not a url', null],
    ['http://[::1', null],
  ])('%s is on %s', (url, host) => {
    expect(hostOf(url)).toBe(host)
  })
})

describe('matchesHost', () => {
  it.each([
    ['https://a.edu.cn', ['edu.cn'], true],
    ['https://edu.cn', ['edu.cn'], true],
    ['https://myedu.cn', ['edu.cn'], false],
    ['https://edu.cn.evil.example', ['edu.cn'], false],
    ['https://x.evil.example', ['*.evil.example'], true],
    ['https://evil.example', ['.evil.example'], true],
    ['https://EVIL.example', ['Evil.Example'], true],
    ['https://a.cn', [], false],
    ['', ['a.cn'], false],
  ])('%s against %j: %s', (url, domains, listed) => {
    expect(matchesHost(url, domains)).toBe(listed)
  })
})
