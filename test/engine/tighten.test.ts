import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { evaluate, includesHours, paramsFor, tightenParams, tightenVerdict } from '../../src/engine/index.js'
import { RESPONSES, SEVERITIES, type Tightening } from '../../src/model/rule.js'
import { factsOf, PARAMS } from '../signals/support.js'
import { compiledOf, outcome, ruleOf, when } from './support.js'

const nothing: Tightening = { params: {}, rules: new Map() }
const hours = (from: number, to: number) => ({ from: from * 60, to: to * 60 })
const minute = fc.integer({ min: 0, max: 1439 })
const span = fc.record({ from: minute, to: minute })
const inHours = (at: number, { from, to }: { from: number; to: number }) =>
  from <= to ? at >= from && at < to : at >= from || at < to

describe('includesHours', () => {
  it('goes round midnight', () => {
    expect(includesHours(hours(21, 8), hours(22, 7))).toBe(true)
    expect(includesHours(hours(22, 7), hours(21, 8))).toBe(false)
    expect(includesHours(hours(22, 7), hours(22, 7))).toBe(true)
    expect(includesHours(hours(7, 20), hours(8, 18))).toBe(true)
    expect(includesHours(hours(7, 20), hours(19, 21))).toBe(false)
    expect(includesHours(hours(22, 7), hours(23, 1))).toBe(true)
  })

  it('a whole day is no empty one', () => {
    const day = { from: 0, to: 1440 }
    expect(includesHours(day, hours(22, 7))).toBe(true)
    expect(includesHours(hours(8, 18), day)).toBe(false)
    expect(includesHours(day, day)).toBe(true)
  })

  it('is what counting the minutes says', () => {
    fc.assert(
      fc.property(span, span, (outer, inner) => {
        const all = Array.from({ length: 1440 }, (_, at) => at)
        const counted = all.every(at => !inHours(at, inner) || inHours(at, outer))
        expect(includesHours(outer, inner)).toBe(counted)
      }),
    )
  })
})

describe('a class', () => {
  it('has its pack’s numbers, but for those it tightens', () => {
    expect(paramsFor({}, PARAMS)).toBe(PARAMS)
    const tighten = { params: { publicLinesPerDay: 0 }, rules: new Map() }
    expect(paramsFor({ tighten }, PARAMS)).toEqual({ ...PARAMS, publicLinesPerDay: 0 })
  })

  it('makes its numbers stricter, and leaves the others', () => {
    const own: Tightening = {
      ...nothing,
      params: { quiet: hours(21, 8), workHours: hours(8, 18), publicLinesPerDay: 1, remindersPerPersonPerDay: 0 },
    }
    expect(tightenParams(PARAMS, own)).toEqual({ ...PARAMS, ...own.params })
    expect(tightenParams(PARAMS, nothing)).toEqual(PARAMS)
  })

  it('can loosen nothing, whatever it says', () => {
    const number = fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined })
    fc.assert(
      fc.property(span, span, number, number, (quiet, workHours, lines, reminders) => {
        const params = {
          quiet,
          workHours,
          ...(lines !== undefined && { publicLinesPerDay: lines }),
          ...(reminders !== undefined && { remindersPerPersonPerDay: reminders }),
        }
        const result = tightenParams(PARAMS, { params, rules: new Map() })
        expect(includesHours(result.quiet, PARAMS.quiet)).toBe(true)
        expect(includesHours(PARAMS.workHours, result.workHours)).toBe(true)
        expect(result.publicLinesPerDay).toBeLessThanOrEqual(PARAMS.publicLinesPerDay)
        expect(result.remindersPerPersonPerDay).toBeLessThanOrEqual(PARAMS.remindersPerPersonPerDay)
      }),
    )
  })

  it('answers more strictly where its rule fires, for whomever it answered more mildly', () => {
    const then = [outcome({ respond: 'collect', roles: ['parent'] }), outcome({ respond: 'escalate', severity: 'P1' })]
    const compiled = compiledOf([ruleOf({ id: 'r', when: when({ question: false }), then })])
    const own = outcome({ respond: 'remind', message: 'text' })
    const tighten: Tightening = { params: {}, rules: new Map([['r', own]]) }
    const say = (role: 'parent' | 'teacher') =>
      tightenVerdict(evaluate(compiled, factsOf({ text: '好', role })), tighten)
    expect(say('parent').outcome).toBe(own)
    expect(say('teacher').outcome).toMatchObject({ respond: 'escalate', severity: 'P1' })
    expect(say('parent').trace()).toEqual(evaluate(compiled, factsOf('好')).trace())
    expect(tightenVerdict(evaluate(compiled, factsOf('好')), nothing).outcome).toMatchObject({ respond: 'collect' })
  })

  it('says nothing where no rule fires', () => {
    const verdict = evaluate(compiledOf([]), factsOf('好'))
    expect(tightenVerdict(verdict, { params: {}, rules: new Map([['r', outcome()]]) })).toBe(verdict)
  })
})
