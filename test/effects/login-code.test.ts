import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { codeIn, pictureOf } from '../../src/effects/login-code.js'

it('a code of WeChat is shown as its picture, and read back as what the phone must read', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\w=-]{1,64}$/), uuid => {
      const code = `https://login.weixin.qq.com/l/${uuid}`
      expect(pictureOf(code)).toBe(`https://login.weixin.qq.com/qrcode/${uuid}`)
      expect(codeIn(`请扫码\n${pictureOf(code)}`)).toBe(code)
    }),
  )
})

it('anything else stays what it is', () => {
  for (const code of ['pad://x', 'https://login.example/l/', 'http://login.weixin.qq.com/l/a', 'https://e.cn/l/a']) {
    expect(pictureOf(code)).toBe(code)
    expect(codeIn(`请扫码\n${code}`)).toBe(code)
  }
})
