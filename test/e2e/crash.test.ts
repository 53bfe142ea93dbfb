import { expect, it } from '@jest/globals'
import { crashTest } from '../../scripts/proof/crash.js'

it('loses nothing and says nothing twice over kills at random points of a busy day', async () => {
  const lines: string[] = []
  const { whole, audit, summary } = await crashTest({
    kills: 6,
    seed: 7,
    rate: 12,
    rules: 'rules',
    echoWindow: 5_000,
    say: line => void lines.push(line),
  })
  expect({ whole, audit }).toEqual({
    whole: true,
    audit: {
      eventsLost: [],
      decisionsLost: [],
      decidedTwice: [],
      privatesLost: [],
      sentTwice: [],
      neverSent: [],
      unsettled: [],
    },
  })
  expect(lines.at(-1)).toBe(summary)
  expect(summary).toMatch(/^6 kills, \d{2,} events, \d+ lines sent in \d+ s: 0 events lost, 0 decisions lost/)
}, 300_000)
