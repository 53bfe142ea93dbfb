import { describe, expect, it } from '@jest/globals'
import { certain, counted, explainCount, settled } from '../../src/signals/index.js'

describe('evidence', () => {
  it('hits when as many were found as needed', () => {
    expect(counted(1, 2)).toEqual({ hit: false, count: 1, needed: 2 })
    expect(counted(2, 2, { detail: '网址 2' })).toEqual({ hit: true, count: 2, needed: 2, detail: '网址 2' })
  })

  it('reads as found over needed', () => {
    expect(explainCount('链接', counted(0, 2))).toBe('链接 0/2')
    expect(explainCount('链接', counted(2, 2, { detail: '网址 2' }))).toBe('链接 2/2（网址 2）')
    expect(explainCount('链接', { hit: false })).toBe('链接 0/1')
  })
})

describe('certain', () => {
  it('looks up its details once, and only when asked', () => {
    let looks = 0
    const evidence = certain(() => {
      looks++
      return counted(3, 1, { spans: [{ start: 0, end: 1 }], detail: '甲' })
    })
    expect(evidence.hit).toBe(true)
    expect(looks).toBe(0)
    expect([evidence.count, evidence.needed, evidence.detail, evidence.spans]).toEqual([
      3,
      1,
      '甲',
      [{ start: 0, end: 1 }],
    ])
    expect(looks).toBe(1)
  })

  it('settles into plain data', () => {
    const evidence = certain(() => counted(3, 1, { detail: '甲' }))
    expect(settled(evidence)).toEqual({ hit: true, count: 3, needed: 1, spans: [], detail: '甲' })
    expect(settled(certain(() => ({ hit: true })))).toEqual({ hit: true, count: 1, needed: 1, spans: [] })
  })

  it('leaves plain evidence as it is', () => {
    const plain = counted(1, 1)
    expect(settled(plain)).toBe(plain)
  })
})
