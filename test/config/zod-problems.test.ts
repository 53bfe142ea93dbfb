import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { z } from 'zod'
import { duration } from '../../src/config/forms.js'
import { problemsOf } from '../../src/config/zod-problems.js'

const told = (schema: z.ZodType, value: unknown) =>
  problemsOf(schema, value, undefined, ['x']).problems.map(
    ({ code, path, message }) => `${code} /${path.join('/')} ${message}`,
  )
const one = (schema: z.ZodType, value: unknown) => {
  const { problems } = problemsOf(schema, value, undefined, ['x'])
  expect(problems).toHaveLength(1)
  return problems[0]
}

describe('a value of the wrong type', () => {
  it.each([
    [z.string(), 5, 'BZ103 / x 应为文本，写的是 5'],
    [z.string(), [1], 'BZ103 / x 应为文本，写的是列表'],
    [z.number(), '五', 'BZ103 / x 应为数字，写的是“五”'],
    [z.number().int(), 1.5, 'BZ103 / x 应为整数，写的是 1.5'],
    [z.boolean(), '是', 'BZ103 / x 应为true 或 false，写的是“是”'],
    [z.array(z.string()), { a: 1 }, 'BZ103 / x 应为列表，写的是“键: 值”的一组'],
    [z.strictObject({}), 'a', 'BZ103 / x 应为“键: 值”的一组，写的是“a”'],
    [z.record(z.string(), z.string()), [], 'BZ103 / x 应为“键: 值”的一组，写的是列表'],
    [duration, true, 'BZ103 / x 写成了true'],
    [z.string(), null, 'BZ105 / x 是空的'],
    [z.string(), undefined, 'BZ105 / 这里没有内容'],
  ])('%#', (schema, value, expected) => expect(told(schema, value)).toEqual([expected.replace('应为true', '应为true')]))

  it.each([
    [z.string(), true, '"true"'],
    [z.number(), '3', '3'],
    [z.number(), '３．５', '3.5'],
    [z.number(), '三', null],
    [z.number().int(), 2.4, '2'],
    [z.boolean(), 'yes', 'true'],
    [z.boolean(), '关', 'false'],
    [z.boolean(), 'maybe', null],
    [z.array(z.string()), 'a，b', '[a, b]'],
    [z.array(z.string()), 3, null],
  ])('has a remedy where it is plain (%#)', (schema, value, meant) =>
    expect(one(schema, value)?.didYouMean).toBe(meant),
  )
})

describe('a value outside its limits', () => {
  it.each([
    [z.number().min(2), 1, 'x 太小： 1', '至少 2'],
    [z.number().max(2), 3, 'x 太大： 3', '至多 2'],
    [z.string().max(3), 'abcd', 'x 太大：“abcd”', '至多 3 个字符'],
    [z.array(z.string()).max(1), ['a', 'b'], 'x 太大：列表', '至多 1 项'],
    [z.array(z.string()).min(2), ['a'], 'x 太小：列表', '至少 2 项'],
    [z.array(z.string()).min(1), [], 'x 的列表是空的', null],
    [z.string().min(1), '', 'x 是空的', null],
    [z.enum(['a', 'b']), 'c', 'x 不能是“c”', '以下之一：a、b'],
    [z.literal('any'), 'some', 'x 不能是“some”', 'any'],
  ])('%#', (schema, value, message, expected) => expect(one(schema, value)).toMatchObject({ message, expected }))

  it('says what a schema says itself', () => {
    const even = z.number().refine(n => n % 2 === 0, { error: '应为偶数' })
    expect(one(even, 3)?.message).toBe('x 应为偶数')
    expect(one(z.string().regex(/^a/, { error: '应以 a 开头' }), 'b')?.message).toBe('x 应以 a 开头')
  })

  it('cuts a long value short', () => {
    expect(one(z.enum(['a']), '长'.repeat(500))?.message.length).toBeLessThan(60)
  })
})

describe('keys', () => {
  const schema = z.strictObject({
    count: z.number(),
    within: duration.optional(),
    inner: z.strictObject({ deep: z.string() }).optional(),
  })

  it('unknown ones are told one by one, at themselves', () => {
    expect(problemsOf(schema, { count: 1, a: 1, withn: '1m' }).problems).toMatchObject([
      { code: 'BZ102', path: ['a'], onKey: true, didYouMean: null, expected: '可用的键：count、within、inner' },
      { code: 'BZ102', path: ['withn'], onKey: true, didYouMean: 'within' },
    ])
  })

  it('are not offered when they are there already', () => {
    expect(problemsOf(schema, { count: 1, cuont: 2 }).problems[0]?.didYouMean).toBeNull()
  })

  it('misspelt are one mistake, not a missing one as well', () => {
    expect(told(schema, { cuont: 1 })).toEqual(['BZ102 /cuont 没有 cuont 这个键'])
    expect(told(schema, { quantity: 1 })).toEqual(['BZ105 / 缺少 count', 'BZ102 /quantity 没有 quantity 这个键'])
  })

  it('missing ones are told at what misses them, with their form', () => {
    expect(problemsOf(z.strictObject({ within: duration }), {}).problems).toMatchObject([
      { code: 'BZ105', path: [], message: '缺少 within', expected: 'within：时长，例如 90s、10m、6h、7d' },
    ])
    expect(told(schema, { count: 1, inner: {} })).toEqual(['BZ105 /inner 缺少 deep'])
  })

  it('of the prototype are no keys', () => {
    expect(told(schema, JSON.parse('{"count":1,"__proto__":1,"toString":2}'))).toHaveLength(2)
    expect(told(z.strictObject({ constructor: z.string() }), {})).toEqual(['BZ105 / 缺少 constructor'])
  })
})

describe('of a union', () => {
  const kinds = z.enum(['text', 'voice'])
  const schema = z.union([
    z.literal('any'),
    kinds,
    z.array(kinds).min(1),
    z.strictObject({ kinds: z.array(kinds), at_least: z.number().default(1) }),
  ])

  it.each([
    ['txet', 'BZ104 / x 不能是“txet”'],
    [['text', 'vioce'], 'BZ104 /1 x 的第 2 项不能是“vioce”'],
    [[], 'BZ105 / x 的列表是空的'],
    [{ kinds: ['vioce'] }, 'BZ104 /kinds/0 kinds 的第 1 项不能是“vioce”'],
    [{ kinds: ['text'], atleast: 2 }, 'BZ102 /atleast 没有 atleast 这个键'],
    [{ kinds: 'text' }, 'BZ103 /kinds kinds 应为列表，写的是“text”'],
    [{ kind: ['text'] }, 'BZ102 /kind 没有 kind 这个键'],
    [7, 'BZ104 / x 不能是 7'],
  ])('only the branch that was meant speaks: %j', (value, expected) => expect(told(schema, value)).toEqual([expected]))

  it('offers what all the plain branches allow', () => {
    expect(one(schema, 'vioce')).toMatchObject({ expected: '以下之一：any、text、voice', didYouMean: 'voice' })
  })

  it('names the types where there is nothing to choose from', () => {
    expect(one(z.union([z.string(), z.array(z.string())]), 5)).toMatchObject({
      code: 'BZ103',
      expected: '文本、或 列表',
    })
  })

  it('within a union the same holds', () => {
    const nested = z.union([z.number(), z.strictObject({ of: schema })])
    expect(told(nested, { of: { kinds: ['vioce'] } })).toEqual(['BZ104 /of/kinds/0 kinds 的第 1 项不能是“vioce”'])
  })

  it('by discriminator the known kinds are told', () => {
    const by = z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('a') }),
      z.strictObject({ kind: z.literal('b') }),
    ])
    expect(told(by, { kind: 'c' })).toHaveLength(1)
  })
})

describe('schemas that transform', () => {
  it('are told of by what was written', () => {
    const short = z.preprocess(
      value => (typeof value === 'string' ? { list: value } : value),
      z.strictObject({ list: z.string() }),
    )
    expect(problemsOf(short, 'a')).toEqual({ data: { list: 'a' }, problems: [] })
    expect(told(short, { lst: 'a' })).toEqual(['BZ102 /lst 没有 lst 这个键'])
    expect(told(z.string().transform(Number).pipe(z.number().min(5)), '3')).toHaveLength(1)
  })
})

describe('whatever is put in', () => {
  const schema = z.strictObject({
    a: z.enum(['x', 'y']),
    b: z.union([z.string(), z.array(duration)]).optional(),
    c: z.record(z.string(), z.number()).optional(),
    d: z.lazy(() => z.strictObject({ e: z.boolean() })).optional(),
  })

  it('a key named toString is a key like others', () => {
    for (const hostile of [{ toString: [] }, { toString: 1, valueOf: {} }, [{ toString: null }]]) {
      for (const value of [hostile, { a: hostile, b: hostile, c: hostile, d: hostile }, { b: [hostile] }]) {
        expect(problemsOf(schema, value).problems.length).toBeGreaterThan(0)
      }
    }
  })

  it('there is a problem or a value, and every sentence is Chinese', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.jsonValue(),
          fc.record({ a: fc.jsonValue(), b: fc.jsonValue(), c: fc.jsonValue(), d: fc.jsonValue() }),
        ),
        value => {
          const { problems } = problemsOf(schema, value)
          expect(problems.length > 0).toBe(!schema.safeParse(value).success)
          for (const { message } of problems) {
            expect(message).toMatch(/\p{Script=Han}/u)
            expect(message).not.toMatch(/undefined|\u0000|Invalid/)
          }
        },
      ),
    )
  })
})
