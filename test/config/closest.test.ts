import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { closest, editDistance } from '../../src/config/closest.js'

describe('closest', () => {
  const keys = ['when', 'unless', 'then', 'topic', 'burst', 'escalate_after']

  it.each([
    ['whenn', 'when'],
    ['wehn', 'when'],
    ['unles', 'unless'],
    ['escalateAfter', 'escalate_after'],
    ['escalate-after', 'escalate_after'],
    ['ＢＵＲＳＴ', 'burst'],
    ['brust', 'burst'],
  ])('takes %s for %s', (written, meant) => expect(closest(written, keys)).toBe(meant))

  it.each(['xyz', 'message', '', '   ', 'q'])('does not guess at “%s”', written => {
    expect(closest(written, keys)).toBeNull()
  })

  it.each([
    ['班主任', 'head_teacher'],
    ['家长', 'parent'],
    ['headteacher', 'head_teacher'],
    ['校外人员', 'outsider'],
  ])('knows what a school calls it: %s', (written, meant) => {
    expect(closest(written, ['head_teacher', 'deputy', 'parent', 'outsider'])).toBe(meant)
  })

  it('does not offer a synonym that is no choice here', () => {
    expect(closest('家长', ['head_teacher'])).toBeNull()
  })

  it('completes a last segment that fits only one name', () => {
    expect(closest('offer', ['commerce.offer', 'courtesy.thanks'])).toBe('commerce.offer')
    expect(closest('offer', ['commerce.offer', 'training.offer'])).toBeNull()
  })

  it('gives the earlier of two that are equally near', () => {
    expect(closest('cat', ['bat', 'hat'])).toBe('bat')
  })

  it('prefers the same word in another spelling to a near one', () => {
    expect(closest('a-b', ['a_c', 'a_b'])).toBe('a_b')
  })

  it('does not compare what is far too long', () => {
    expect(closest('when'.repeat(10_000), keys)).toBeNull()
  })

  it('only ever answers with a member of the set', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (word, valid) => {
        const found = closest(word, valid)
        return found === null || valid.includes(found)
      }),
    )
  })
})

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['abc', 'abc', 0],
    ['ab', 'ba', 1],
    ['kitten', 'sitting', 3],
    ['班主任', '班主', 1],
    ['😀a', 'a', 1],
  ])('%s to %s is %i', (left, right, distance) => expect(editDistance(left, right)).toBe(distance))

  it('is symmetric and no longer than the longer word', () => {
    const word = fc.string({ maxLength: 12 })
    fc.assert(
      fc.property(word, word, (left, right) => {
        const distance = editDistance(left, right)
        return distance === editDistance(right, left) && distance <= Math.max([...left].length, [...right].length)
      }),
    )
  })
})
