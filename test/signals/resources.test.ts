import { describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { type AnySignal, defineSignal, prepared, resourcesOf } from '../../src/signals/index.js'

const lexicons = new Map([['shop.offer', ['代购']]])

function counting(): { signal: AnySignal; prepares: () => number } {
  let prepares = 0
  const signal = defineSignal({
    name: 'counting',
    summary: 'counts how often it is prepared',
    options: z.unknown(),
    prepare: () => ++prepares,
    detect: () => ({ hit: false }),
    explain: () => '',
  })
  return { signal, prepares: () => prepares }
}

describe('resourcesOf', () => {
  it('reads the lexicons, and is one object for them', () => {
    const resources = resourcesOf(lexicons)
    expect(resources.lexicon('shop.offer')).toEqual(['代购'])
    expect(resources.lexicon('no.such')).toBeNull()
    expect(resources.lexiconNames()).toEqual(['shop.offer'])
    expect(resourcesOf(lexicons)).toBe(resources)
    expect(resourcesOf(new Map(lexicons))).not.toBe(resources)
  })

  it('keeps apart the longer words, marked `-`, that are not meant', () => {
    const resources = resourcesOf(new Map([['a.b', ['不想活', '-不想活动', '-']]]))
    expect(resources.lexicon('a.b')).toEqual(['不想活', '-'])
    expect(resources.otherWords?.('a.b')).toEqual(['不想活动'])
    expect(resources.otherWords?.('no.such')).toEqual([])
  })
})

describe('prepared', () => {
  it('prepares once for the same options object and resources', () => {
    const { signal, prepares } = counting()
    const options = { at_least: 1 }
    const resources = resourcesOf(lexicons)
    expect([prepared(signal, options, resources), prepared(signal, options, resources)]).toEqual([1, 1])
    expect(prepared(signal, { at_least: 1 }, resources)).toBe(2)
    expect(prepared(signal, options, resourcesOf(new Map()))).toBe(3)
    expect(prepares()).toBe(3)
  })

  it('prepares two signals with one options object each for itself', () => {
    const [one, other] = [counting(), counting()]
    const options = {}
    for (const { signal } of [one, other]) prepared(signal, options, resourcesOf(lexicons))
    expect([one.prepares(), other.prepares()]).toEqual([1, 1])
  })

  it('prepares options that are no object each time', () => {
    const { signal, prepares } = counting()
    for (let n = 0; n < 2; n++) prepared(signal, true, resourcesOf(lexicons))
    expect(prepares()).toBe(2)
  })

  it('throws again what preparing throws', () => {
    const { signal } = counting()
    const broken: AnySignal = {
      ...signal,
      prepare: () => {
        throw new RangeError('no')
      },
    }
    const options = {}
    for (let n = 0; n < 2; n++) expect(() => prepared(broken, options, resourcesOf(lexicons))).toThrow('no')
  })
})
