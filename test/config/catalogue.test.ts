import { describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import type { OptionProblem, SignalCatalogue } from '../../src/config/index.js'
import { brief, build, ruleWith } from './helpers.js'

/** One signal of somebody else's making. */
function fake(check: SignalCatalogue['check'], schema: z.ZodType = z.any()): SignalCatalogue {
  return { names: () => ['mood'], summary: () => '心情', schema: () => schema, check }
}

async function told(options: string, catalogue: SignalCatalogue) {
  const result = await build(ruleWith(['{ words: commerce.offer }', `{ mood: ${options} }`]), { catalogue })
  return result.ok ? [] : brief(result.diagnostics)
}
const problem = (more: Partial<OptionProblem>): OptionProblem => ({ path: [], message: '不行', ...more })

describe('a signal', () => {
  it('is asked once for each place it is used', async () => {
    let asked = 0
    const pack = {
      'packs/strict/pack.yaml':
        'pack: strict\ntitle: 严\nextends: common\noverride: { commerce.solicit: { title: 另一个 } }\n',
    }
    const files = { ...ruleWith(['{ words: commerce.offer }', '{ mood: good }']), ...pack }
    const result = await build(files, { catalogue: fake(() => (asked++, [])) })
    expect(result.ok).toBe(true)
    expect(asked).toBe(1)
  })

  it('gets what its schema made of the options, and the lexicons', async () => {
    const seen: unknown[] = []
    const schema = z.string().transform(text => ({ list: text }))
    await told(
      'good',
      fake(
        (name, options, resources) => (
          seen.push(name, options, resources.lexiconNames(), resources.lexicon('commerce.offer')), []
        ),
        schema,
      ),
    )
    expect(seen).toEqual(['mood', { list: 'good' }, ['commerce.offer'], ['批发价', '拿货']])
  })

  it('points at an option, or at all of them in short form', async () => {
    const at = fake(() => [problem({ path: ['level'] })])
    expect(await told('{ level: 3 }', at)).toEqual(['BZ104 rules.yaml:6:26+1 不行'])
    expect(await told('3', at)).toEqual(['BZ104 rules.yaml:6:17+1 不行'])
  })

  it('points into a string', async () => {
    const at = fake(() => [problem({ at: { start: 2, length: 3 }, code: 'BZ109' })])
    expect(await told("'abcdefg'", at)).toEqual(['BZ109 rules.yaml:6:20+3 不行'])
  })

  it('says what is valid, for “did you mean”', async () => {
    const result = await build(ruleWith(['{ words: commerce.offer }', '{ mood: hapy }']), {
      catalogue: fake(() => [problem({ valid: ['happy', 'sad'] })]),
    })
    expect(result.ok || result.diagnostics).toMatchObject([{ didYouMean: 'happy', expected: '以下之一：happy、sad' }])
  })

  it('that throws is reported where it is used', async () => {
    const broken = fake(() => {
      throw new TypeError('x is not a function')
    })
    expect(await told('good', broken)).toEqual(['BZ118 rules.yaml:6:17+4 信号 mood 出错：x is not a function'])
  })

  it('may have several things to say', async () => {
    expect(
      await told(
        'good',
        fake(() => [problem({ message: '一' }), problem({ message: '二' })]),
      ),
    ).toHaveLength(2)
  })

  it('may have options that are false or zero', async () => {
    expect(
      await told(
        'false',
        fake(() => [], z.boolean()),
      ),
    ).toEqual([])
    expect(
      await told(
        '0',
        fake(() => [], z.number()),
      ),
    ).toEqual([])
  })
})
