import { describe, expect, it } from '@jest/globals'
import { ask, factsOf } from './support.js'

describe('accuses', () => {
  it.each([
    ['王老师打我孩子', true],
    ['王老师，我孩子被同学打了', false],
  ])('%s: %s', (text, hit) => {
    expect(ask('accuses', true, factsOf(text)).hit).toBe(hit)
    expect(ask('accuses', false, factsOf(text)).hit).toBe(!hit)
  })
})
