import { describe, expect, it } from '@jest/globals'
import { loadRuleSet } from '../../src/config/index.js'
import { CHORUS, CHORUS_TOPICS } from '../../src/policy/categories.js'
import { catalogueOf, registry } from '../../src/signals/index.js'

const loaded = await loadRuleSet('rules', { catalogue: catalogueOf(registry), runExamples: () => [] })
const rules = loaded.ok ? [...loaded.ruleSet.packs.values()].flatMap(pack => pack.rules) : []

describe('the rules that are shipped', () => {
  it('give thanks, wishes and receipts the topics by which policy knows a chorus', () => {
    const lines = rules.filter(({ category, burst }) => CHORUS.includes(category) && burst && burst.message !== null)
    expect(lines.length).toBeGreaterThan(0)
    expect([...new Set(lines.map(({ topic }) => topic))].sort()).toEqual([...CHORUS_TOPICS].sort())
  })

  it.each(['thanks', 'ack_lone'])(
    'let what one person says pass under the topic by which policy counts it: %s',
    topic => {
      const lone = rules.filter(rule => rule.topic === topic)
      expect(lone.length).toBeGreaterThan(0)
      for (const { category, then } of lone) {
        expect(CHORUS).toContain(category)
        expect(then.map(({ respond }) => respond)).toEqual(['allow'])
      }
    },
  )
})
