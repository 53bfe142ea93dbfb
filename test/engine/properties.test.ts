import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { evaluate } from '../../src/engine/index.js'
import { type Condition, RESPONSES, type Rule, SEVERITIES, TIERS } from '../../src/model/rule.js'
import { factsOf } from '../signals/support.js'
import { compiledOf, countingRegistry, outcome, PLACE, ruleOf } from './support.js'

const LETTERS = ['a', 'b', 'c', 'd', 'e']
const { known, calls } = countingRegistry()

const { tree } = fc.letrec<{ tree: Condition }>(tie => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(...LETTERS).map((options): Condition => ({ op: 'signal', signal: 'has', options, place: PLACE })),
    fc.record({ op: fc.constantFrom('all' as const, 'any' as const), of: fc.array(tie('tree'), { maxLength: 4 }) }),
    fc.record({ op: fc.constant('not' as const), of: tie('tree') }),
  ),
}))
const text = fc.subarray(LETTERS).map(letters => letters.join(''))
const thens = fc
  .record({ respond: fc.constantFrom(...RESPONSES), severity: fc.constantFrom(...SEVERITIES) })
  .map(({ respond, severity }) => [outcome({ respond, severity: respond === 'escalate' ? severity : null })])
const rules = fc
  .array(
    fc.record({ tier: fc.constantFrom(...TIERS), when: tree, unless: fc.array(tree, { maxLength: 2 }), then: thens }),
    { maxLength: 8 },
  )
  .map(list => list.map((given, index) => ruleOf({ id: `r${index}`, ...given })))

function naive(condition: Condition, said: string): boolean {
  switch (condition.op) {
    case 'all':
      return condition.of.every(child => naive(child, said))
    case 'any':
      return condition.of.some(child => naive(child, said))
    case 'not':
      return !naive(condition.of, said)
    case 'signal':
      return said.includes(condition.options as string)
  }
}

/** The tiers from the top, the strongest first, the first in the file. */
function naiveDecision(all: Rule[], said: string): string | null {
  const strength = ({ then: [first] }: Rule) =>
    RESPONSES.indexOf(first?.respond as never) * 10 - (first?.severity ? SEVERITIES.indexOf(first.severity) : 0)
  for (const tier of TIERS) {
    const fired = all.filter(
      rule => rule.tier === tier && naive(rule.when, said) && !rule.unless.some(excuse => naive(excuse, said)),
    )
    const best = Math.max(...fired.map(strength))
    const decisive = fired.find(rule => strength(rule) === best)
    if (decisive) return decisive.id
  }
  return null
}

describe('evaluate', () => {
  it('agrees with a naive reading of the rules', () => {
    fc.assert(
      fc.property(rules, text, (all, said) => {
        expect(evaluate(compiledOf(all, {}, known), factsOf(said)).rule?.id ?? null).toBe(naiveDecision(all, said))
      }),
    )
  })

  it('says the same twice, whatever was judged in between', () => {
    fc.assert(
      fc.property(rules, text, text, (all, said, other) => {
        const compiled = compiledOf(all, {}, known)
        const first = evaluate(compiled, factsOf(said))
        evaluate(compiled, factsOf(other)).trace()
        const again = evaluate(compiled, factsOf(said))
        expect(again).toEqual({ ...first, trace: expect.any(Function) })
        expect(again.trace()).toEqual(first.trace())
      }),
    )
  })

  it('explains every rule once, and calls fired what fires', () => {
    fc.assert(
      fc.property(rules, text, (all, said) => {
        const verdict = evaluate(compiledOf(all, {}, known), factsOf(said))
        const trace = verdict.trace()
        expect(trace.map(line => line.rule).sort()).toEqual(all.map(rule => rule.id).sort())
        const fired = trace.filter(line => line.result === 'fired').map(line => line.rule)
        expect(fired.sort()).toEqual(verdict.fired.map(rule => rule.id).sort())
        for (const line of trace) expect(line.because).toMatch(/^(命中|未命中|已豁免|不适用|未查看)：/)
      }),
    )
  })

  it('asks each signal at most once an event', () => {
    fc.assert(
      fc.property(rules, text, (all, said) => {
        calls.clear()
        evaluate(compiledOf(all, {}, known), factsOf(said)).trace()
        for (const times of calls.values()) expect(times).toBe(1)
      }),
    )
  })

  it('gives for a rule among others what it gives for the rule alone', () => {
    fc.assert(
      fc.property(rules, text, (all, said) => {
        const { fired } = evaluate(compiledOf(all, {}, known), factsOf(said))
        for (const rule of fired) {
          expect(evaluate(compiledOf([rule], {}, known), factsOf(said)).rule?.id).toBe(rule.id)
        }
      }),
    )
  })
})
