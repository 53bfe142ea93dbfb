import { describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { evaluate } from '../../src/engine/index.js'
import { defineSignal, registryOf, type Turn } from '../../src/signals/index.js'
import { factsOf } from '../signals/support.js'
import { compiledOf, ruleOf, when } from './support.js'

/** Signals that hit by their options and note that they were asked. */
function asking() {
  const asked: string[] = []
  const signalOf = (name: string, turn?: Turn) =>
    defineSignal({
      name,
      summary: name,
      ...(turn && { turn }),
      options: z.tuple([z.string(), z.boolean()]),
      detect(_facts, [id, hit]) {
        asked.push(id)
        return { hit }
      },
      explain: (_evidence, [id]) => id,
    })
  const known = registryOf([signalOf('model', 'first'), signalOf('plain'), signalOf('history', 'last')])
  const judge = (written: unknown) => {
    asked.length = 0
    const verdict = evaluate(
      compiledOf([ruleOf({ id: 'a', when: when(written as never, known) })], {}, known),
      factsOf('甲'),
    )
    return { fires: verdict.rule !== null, asked: [...asked] }
  }
  return { judge }
}

const { judge } = asking()
const plain = (id: string, hit: boolean) => ({ plain: [id, hit] })
const model = (id: string, hit: boolean) => ({ model: [id, hit] })
const history = (id: string, hit: boolean) => ({ history: [id, hit] })

describe('the order in which signals are asked', () => {
  it('is the model, then what is plain as written, then history', () => {
    expect(judge({ all: [history('h', true), plain('p', true), plain('q', true), model('m', true)] })).toEqual({
      fires: true,
      asked: ['m', 'p', 'q', 'h'],
    })
  })

  it('ends where the answer is known', () => {
    expect(judge({ all: [history('h', true), plain('p', false), model('m', true)] }).asked).toEqual(['m', 'p'])
    expect(judge({ any: [history('h', true), plain('p', true), model('m', false)] }).asked).toEqual(['m', 'p'])
    expect(judge({ not: { all: [history('h', true), model('m', false)] } })).toEqual({ fires: true, asked: ['m'] })
  })

  it('takes conditions that must all hold by the first of them, and others by the last', () => {
    const deep = { all: [history('h', true), model('m', false)] }
    expect(judge({ all: [plain('p', true), deep] }).asked).toEqual(['m'])
    const wide = { any: [history('h', true), model('m', true)] }
    expect(judge({ all: [wide, plain('p', false)] }).asked).toEqual(['p'])
  })

  it('is not upset by groups without conditions', () => {
    expect(judge({ all: [{ all: [] }, plain('p', true)] })).toEqual({ fires: true, asked: ['p'] })
    expect(judge({ all: [plain('p', true), { any: [] }] }).fires).toBe(false)
    expect(judge({ any: [{ any: [] }, history('h', true)] }).fires).toBe(true)
  })
})

describe('signals that are asked together', () => {
  const asked: string[] = []
  const signal = defineSignal({
    name: 'together',
    summary: '一起问',
    options: z.tuple([z.string(), z.boolean()]),
    hits(_facts, all) {
      asked.push(all.map(({ options: [id] }) => id).join(''))
      return all.flatMap(({ options: [, hit] }, place) => (hit ? [place] : []))
    },
    detect(_facts, [id, hit]) {
      asked.push(`${id}!`)
      return { hit, detail: id }
    },
    explain: ({ detail }) => detail ?? '',
  })
  const known = registryOf([signal])
  const rule = (id: string, ...written: unknown[]) => ruleOf({ id, when: when({ all: written } as never, known) })
  const compiled = compiledOf(
    [
      rule('a', { together: ['x', true] }, { together: ['y', false] }),
      rule('b', { together: ['z', true] }, { together: ['x', true] }),
    ],
    {},
    known,
  )

  it('are asked once an event, and for their words only when these are wanted', () => {
    for (const words of ['甲', '乙']) {
      asked.length = 0
      const verdict = evaluate(compiled, factsOf(words))
      expect(verdict.rule?.id).toBe('b')
      expect(asked).toEqual(['xyz'])
      expect(verdict.evidence.map(({ evidence }) => evidence.detail)).toEqual(['z', 'x'])
      expect(asked.slice(1).sort()).toEqual(['x!', 'z!'])
    }
  })
})
