import { describe, expect, it } from '@jest/globals'
import type { Facts } from '../../src/model/signal.js'
import { oncePerEvent } from '../../src/signals/once.js'
import { factsOf } from './support.js'

describe('oncePerEvent', () => {
  const counting = () => {
    const asked: Facts[] = []
    const ask = oncePerEvent((facts): string | null => {
      asked.push(facts)
      return facts.text.key || null
    })
    return { asked, ask }
  }

  it('finds out once of the latest event, also that there is nothing', () => {
    const { asked, ask } = counting()
    const [one, nothing] = [factsOf('你好'), factsOf('')]
    for (let round = 0; round < 3; round++) expect(ask(one)).toBe('你好')
    for (let round = 0; round < 3; round++) expect(ask(nothing)).toBeNull()
    expect(asked).toEqual([one, nothing])
    // an earlier one is found out again, and is the same
    expect(ask(one)).toBe('你好')
  })

  it('knows nothing of an event that could not be found out', () => {
    let broken = true
    const ask = oncePerEvent(() => {
      if (broken) throw new Error('not yet')
      return 1
    })
    const facts = factsOf('你好')
    expect(() => ask(facts)).toThrow('not yet')
    expect(() => ask(facts)).toThrow('not yet')
    broken = false
    expect(ask(facts)).toBe(1)
  })

  it('tells two events with the same words apart', () => {
    const { asked, ask } = counting()
    ask(factsOf('你好'))
    ask(factsOf('你好'))
    expect(asked).toHaveLength(2)
  })
})
