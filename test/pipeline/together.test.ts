import { describe, expect, it } from '@jest/globals'
import { together } from '../../src/pipeline/together.js'
import { rig } from './rig.js'

/** A ledger that knows whether a batch is under way. */
function watched() {
  let depth = 0
  const at: string[] = []
  const note = (what: string) => at.push(`${what} ${depth === 0 ? 'after' : 'within'}`)
  const { deps, ledger } = rig({
    wrap: real => ({
      ...real,
      batch(work) {
        depth++
        try {
          return real.batch(work)
        } finally {
          depth--
        }
      },
    }),
  })
  const judged = () => void note('judged')
  const caseMoved = () => void note('moved')
  return { ledger, at, deps: { ...deps, judged, caseMoved, wake: () => void note('wake') } }
}

describe('together', () => {
  it('tells watchers after the commit, in their order, and wakes the outbox once, last', () => {
    const { deps, at } = watched()
    const result = together(deps, within => {
      within.wake()
      within.caseMoved?.({} as never)
      within.judged?.({} as never)
      within.wake()
      return 'done'
    })
    expect([result, at]).toEqual(['done', ['moved after', 'judged after', 'wake after']])
  })

  it('within another one waits for that one', () => {
    const { deps, at } = watched()
    together(deps, outer => {
      together(outer, inner => {
        inner.wake()
        inner.judged?.({} as never)
      })
      expect(at).toEqual([])
    })
    expect(at).toEqual(['judged after', 'wake after'])
  })

  it('writes nothing and tells nobody of what failed', () => {
    const { deps, at, ledger } = watched()
    expect(() =>
      together(deps, within => {
        within.ledger.setMeta('paused:c3-2', '1')
        within.wake()
        within.judged?.({} as never)
        throw new Error('no')
      }),
    ).toThrow('no')
    expect([ledger.meta('paused:c3-2'), at]).toEqual([null, []])
  })

  it('does without watchers', () => {
    const { deps } = watched()
    const { judged, caseMoved, ...quiet } = deps
    expect(() => together(quiet, within => within.judged?.({} as never))).not.toThrow()
  })
})
