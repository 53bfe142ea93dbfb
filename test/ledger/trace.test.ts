import { describe, expect, it } from '@jest/globals'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { migrate } from '../../src/ledger/migrations.js'
import { Store } from '../../src/ledger/store.js'
import { packDetail, unpackDetail } from '../../src/ledger/trace.js'
import type { RuleResult, RuleTrace } from '../../src/model/verdict.js'
import { KEY } from './support.js'

function store(): Store {
  const db = new Database(':memory:')
  migrate(db)
  return new Store(db, 'bz1', KEY)
}

const usual = (rules: number): RuleTrace[] =>
  Array.from({ length: rules }, (_, n) => ({
    rule: `rule.${n}`,
    tier: 'conduct',
    result: 'missed',
    because: `未命中：词表 list-${n} 0/1；模式 (甲|乙|丙|丁)${n} 0/1`,
  }))

const changed = (trace: readonly RuleTrace[], at: number, result: RuleResult, because: string) =>
  trace.map((line, place) => (place === at ? { ...line, result, because } : line))

describe('packDetail', () => {
  it('gives back what was packed, whatever was packed before', () => {
    const sentence = fc.constantFrom('未命中：词表 a 0/1', '未命中：词表 b 1/2', '不适用：不看图片', '命中：词表 c 2/1')
    const result = fc.constantFrom<RuleResult>('missed', 'fired', 'excused', 'not_for_this', 'not_reached')
    const line = fc.record({
      rule: fc.constantFrom('a', 'b', 'c'),
      tier: fc.constantFrom('safety' as const, 'conduct' as const),
      result,
      because: sentence,
    })
    const sort = fc.constantFrom('parent text', 'teacher image')
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.array(line, { maxLength: 5 }), sort), { maxLength: 8 }), all => {
        const its = store()
        const kept = all.map(([trace, of]) => packDetail(its, [], trace, of))
        expect(kept.map(bytes => unpackDetail(its, bytes).trace)).toEqual(all.map(([trace]) => trace))
      }),
    )
  })

  it('keeps of a message that rules say nothing special of hardly anything', () => {
    const its = store()
    const sizes = [usual(175), usual(175), changed(usual(175), 9, 'fired', '命中：词表 list-9 2/1')].map(
      trace => packDetail(its, [], trace, 'parent text').length,
    )
    for (const size of sizes) expect(size).toBeLessThan(200)
  })

  it('takes no trace as the usual one in which a rule fired', () => {
    const its = store()
    const fired = changed(usual(20), 3, 'fired', '命中：词表 list-3 1/1')
    packDetail(its, [], fired, 'parent text')
    expect(its.get('SELECT count(*) AS models FROM trace_models')).toEqual({ models: 0 })
  })

  it('needs nothing of a write that failed', () => {
    const its = store()
    expect(() =>
      its.transaction(() => {
        packDetail(its, [], usual(20), 'parent text')
        throw new Error('the disk is full')
      }),
    ).toThrow('the disk is full')
    const kept = packDetail(its, [], usual(20), 'parent text')
    expect(unpackDetail(its, kept).trace).toEqual(usual(20))
  })
})
