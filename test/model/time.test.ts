import { describe, expect, it } from '@jest/globals'
import { inHours } from '../../src/model/time.js'

describe('inHours', () => {
  const night = { from: 22 * 60, to: 7 * 60 }
  const work = { from: 7 * 60, to: 20 * 60 }

  it('begins with the first minute and ends before the last, also round midnight', () => {
    const minutes = [21 * 60 + 59, 22 * 60, 24 * 60 - 1, 0, 7 * 60 - 1, 7 * 60]
    expect(minutes.map(at => inHours(at, night))).toEqual([false, true, true, true, true, false])
    expect(minutes.map(at => inHours(at, work))).toEqual([false, false, false, false, false, true])
  })

  it('is never within an empty range, and always within a whole day', () => {
    for (const at of [0, 7 * 60, 24 * 60 - 1]) {
      expect(inHours(at, { from: 420, to: 420 })).toBe(false)
      expect(inHours(at, { from: 0, to: 24 * 60 })).toBe(true)
    }
  })
})
