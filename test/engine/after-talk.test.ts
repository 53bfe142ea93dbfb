import { describe, expect, it } from '@jest/globals'
import { loadRuleSet } from '../../src/config/index.js'
import { exampleFacts } from '../../src/engine/example-facts.js'
import { historyOf } from '../../src/engine/examples.js'
import { type CompiledPack, compileRuleSet, evaluate } from '../../src/engine/index.js'
import type { Example } from '../../src/model/rule.js'
import { catalogueOf, registry } from '../../src/signals/index.js'

const loaded = await loadRuleSet('rules', { catalogue: catalogueOf(registry), runExamples: () => [] })
if (!loaded.ok) throw new Error('the rules are broken')
const pack = compileRuleSet(loaded.ruleSet, registry).get('common') as CompiledPack

const TALKS: Readonly<Record<string, readonly string[]>> = {
  homework: ['数学练习册做到第几页', '38页 后面的不用做', '谢谢', '我家还没写完呢'],
  'being fetched': ['今天几点放学', '四点二十', '好的 我晚五分钟', '东门西门都行'],
  jokes: ['我家那个又在沙发上睡着了', '哈哈都一样', '谁说不是呢', '周末补觉'],
}

/** How grave the pack takes a line to be after ordinary talk; null where it lets it pass or says a word. */
function severityAfter(talk: readonly string[], example: Example): string | null {
  const seconds = (ago: number) => new Date(Date.parse(`${example.at}Z`) - ago * 1000).toISOString().slice(0, 19)
  const after = talk.map((text, index) => {
    const name = ['周子涵妈妈', '吴语桐妈妈'][index % 2] as string
    return { ...example, text, name, from: 'parent' as const, at: seconds((talk.length - index) * 40) }
  })
  const facts = exampleFacts(example, pack.pack.params, historyOf({ ...example, after }, pack), after.length)
  return evaluate(pack, facts).outcome?.severity ?? null
}

/** What parents write in the grave examples of the rules, nothing before it. */
const grave = pack.pack.rules
  .filter(rule => rule.then.some(({ severity }) => severity === 'P0'))
  .flatMap(({ examples }) => examples.hit)
  .filter(({ after, kind, from }) => after.length === 0 && kind === 'text' && from === 'parent')

describe('a grave line', () => {
  it('stands in the rules many times', () => expect(grave.length).toBeGreaterThan(150))

  it.each(Object.entries(TALKS))('is as grave after ordinary talk: %s', (_, talk) => {
    const lost = grave.filter(example => severityAfter([], example) === 'P0' && severityAfter(talk, example) !== 'P0')
    expect(lost.map(({ text }) => text)).toEqual([])
  })
})
