import { describe, expect, it } from '@jest/globals'
import { normalise } from '../../../src/text/index.js'
import { spoken, spokenText } from '../../../src/text/intent/index.js'

describe('what is said to somebody', () => {
  it.each([
    ['@周子涵妈妈 你头发在哪烫的', '@ 你头发在哪烫的'],
    ['@周子涵妈妈\u2005@吴语桐爸爸\u2005明天见', '@\u2005@\u2005明天见'],
    ['收到 @数学陈老师', '收到 @'],
    ['写信到 a@b.example.com，谢谢', '写信到 a@b.example.com，谢谢'],
    ['没有叫谁', '没有叫谁'],
  ])('is %j without the name', (text, rest) => {
    expect(spoken(text)).toBe(rest)
    expect(spokenText(normalise(text)).original).toBe(rest)
  })

  it('stays the same object where nobody is called: its places are still those of the message', () => {
    const text = normalise('明天几点集合')
    expect(spokenText(text)).toBe(text)
  })
})
