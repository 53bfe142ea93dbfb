import { describe, expect, it } from '@jest/globals'
import { mentionsIn } from '../../../src/gateways/wechaty/mentions.js'
import { cpu, growth, LINEAR } from '../../cpu.js'

const NAMES = new Set(['王老师', '王老师（班主任）', '小满', 'a@b', 'Amy Li'])

describe('mentionsIn', () => {
  it.each<[string, readonly string[]]>([
    ['@王老师\u2005您好', ['王老师']],
    ['@王老师（班主任）您好', ['王老师（班主任）']],
    ['@王老师 @小满 @小满', ['王老师', '小满']],
    ['@Amy Li\u2005hi', ['Amy Li']],
    ['@a@b\u2005hi', ['a@b']],
    ['@所有人 看一下', ['所有人']],
    ['@all see', ['all']],
    ['@allan', []],
    ['@一个离开的人\u2005在吗', ['一个离开的人']],
    ['发到 me@example.com', []],
    ['@', []],
    ['@\u2005', []],
    ['没有', []],
    ['@第一行\n第二行\u2005', []],
  ])('%s', (text, names) => {
    expect(mentionsIn(text, NAMES)).toEqual(names)
  })

  it('stops at fifty', () => {
    const text = Array.from({ length: 80 }, (_, n) => `@家长${n}\u2005`).join('')
    expect(mentionsIn(text, NAMES)).toHaveLength(50)
  })

  it('is cheap for a text of nothing but @ in a group of five hundred', () => {
    const names = new Set(Array.from({ length: 500 }, (_, n) => `a${'@a'.repeat(n % 15)}${n}`))
    expect(growth(n => mentionsIn('@a'.repeat(n), names), 50_000)).toBeLessThan(LINEAR)
    expect(cpu(() => mentionsIn('@a'.repeat(50_000), names))).toBeLessThan(1_000)
  })
})
