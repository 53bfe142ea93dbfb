import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Backoff, delayAfter } from '../../src/effects/backoff.js'
import { MINUTE, SECOND } from '../../src/model/time.js'

const BACKOFF: Backoff = { first: 5 * SECOND, longest: 10 * MINUTE, attempts: 10 }

it('doubles up to the longest', () => {
  const delays = [1, 2, 3, 7, 8, 50, 5_000].map(attempt => delayAfter(attempt, BACKOFF, 1) / SECOND)
  expect(delays).toEqual([5, 10, 20, 320, 600, 600, 600])
})

it('spreads between half and the whole', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, random) => {
      const whole = delayAfter(attempt, BACKOFF, 1)
      const delay = delayAfter(attempt, BACKOFF, random)
      expect(delay).toBeGreaterThanOrEqual(whole / 2)
      expect(delay).toBeLessThanOrEqual(whole)
    }),
  )
})
