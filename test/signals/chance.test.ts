import { describe, expect, it } from '@jest/globals'
import { chanceOf } from '../../src/signals/chance.js'
import { requiredLiterals } from '../../src/signals/literals.js'

describe('chanceOf', () => {
  it.each([
    ['a rare character', ['丢'], ['了']],
    ['a word', ['不见'], ['丢']],
    ['fewer strings', ['走丢'], ['走丢', '走失']],
    ['a dozen words', '弄丢 搞丢 跟丢 走散 挤散 走失 失踪 失联'.split(' '), ['我']],
  ])('%s says more', (_, telling, usual) => {
    expect(chanceOf(telling)).toBeLessThan(chanceOf(usual))
  })

  it('is nothing for no string', () => {
    expect(chanceOf([])).toBe(0)
  })
})

describe('of what a pattern needs, the rarest is looked for', () => {
  it.each([
    ['(孩子|娃)(人)?.{0,3}(不见|走失|丢)(了|啦)', ['不见', '走失', '丢']],
    ['(带|拿).{0,4}(匕首|砍刀).{0,4}(来|去)', ['匕首', '砍刀']],
  ])('%s', (source, literals) => {
    const strings = requiredLiterals(source) ?? []
    expect(literals.every(literal => strings.some(string => string.startsWith(literal)))).toBe(true)
  })
})
