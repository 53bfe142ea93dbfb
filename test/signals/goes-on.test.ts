import { describe, expect, it } from '@jest/globals'
import type { Remembered } from '../../src/model/history.js'
import { MINUTE } from '../../src/model/time.js'
import { ask, factsOf, historyOf, NOW } from './support.js'

const own = 'id:钱多多妈妈'
const judged = { category: 'emergency', respond: 'escalate', severity: 'P0' } as const
const ago = (minutes: number) => ({ at: NOW - minutes * MINUTE })
const after = (lines: Partial<Remembered>[], options: object = { category: 'emergency' }) =>
  ask('goes_on', options, factsOf({ text: '手机也关了', history: historyOf(...lines) }))

describe('goes_on', () => {
  it('is what the sender says next, nobody having spoken since', () => {
    expect(after([{ member: own, ...judged, ...ago(2) }])).toMatchObject({
      hit: true,
      sentence: '接着本人刚才的话（emergency）往下说',
    })
    expect(after([{ member: 'id:冯小满爸爸', ...judged, ...ago(2) }])).toMatchObject({
      hit: false,
      sentence: '不是接着本人刚才的话（emergency）往下说',
    })
  })

  it('ends when somebody else speaks, and not when somebody joins', () => {
    const told = { member: own, ...judged, ...ago(3) }
    expect(after([told, { member: 'id:冯小满爸爸', ...ago(1) }]).hit).toBe(false)
    expect(after([told, { member: 'id:冯小满爸爸', kind: 'join', ...ago(1) }]).hit).toBe(true)
  })

  it('ends with an own line that was judged otherwise, and after the time given', () => {
    const told = { member: own, ...judged, ...ago(6) }
    expect(after([told, { member: own, ...ago(1) }]).hit).toBe(false)
    expect(after([told]).hit).toBe(false)
    expect(after([told], { category: 'emergency', within: '10m' }).hit).toBe(true)
  })

  it('does not go on for ever', () => {
    const told = (minutes: number) => ({ member: own, ...judged, ...ago(minutes) })
    expect(after([told(9), told(5), told(1)]).hit).toBe(true)
    expect(after([told(11), told(8), told(5), told(1)]).hit).toBe(false)
  })

  it('wants the category, the response and the severity that it is asked for', () => {
    const told = [{ member: own, ...judged, ...ago(1) }]
    expect(after(told, { category: ['commerce', 'emergency'], severity: 'P0' }).hit).toBe(true)
    expect(after(told, { category: 'commerce' }).hit).toBe(false)
    expect(after(told, { category: 'emergency', severity: 'P1' }).hit).toBe(false)
    expect(after(told, { category: 'emergency', respond: 'remind' }).hit).toBe(false)
    expect(after([]).hit).toBe(false)
  })
})
