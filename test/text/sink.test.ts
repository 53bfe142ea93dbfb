import { describe, expect, it } from '@jest/globals'
import { Sink } from '../../src/text/sink.js'

describe('Sink', () => {
  it('collects characters and where they came from', () => {
    const sink = new Sink()
    sink.push(0x61, 0)
    sink.pushAll('bc', 3)
    sink.pushAsIs('xyz', 1, 3)
    expect(sink.text()).toBe('abcyz')
    expect([...sink.map(9)]).toEqual([0, 3, 3, 1, 2, 9])
  })

  it('knows its last character', () => {
    const sink = new Sink()
    expect(sink.last()).toBe(0)
    sink.push(0x61, 0)
    expect(sink.last()).toBe(0x61)
  })

  it('is empty after a reset, whatever its size was', () => {
    const sink = new Sink()
    for (const size of [1, 5_000, 200_000]) {
      sink.reset()
      expect(sink.text()).toBe('')
      sink.pushAll('啊'.repeat(size), 0)
      expect(sink.text()).toBe('啊'.repeat(size))
      expect(sink.map(1)).toHaveLength(size + 1)
    }
    sink.reset()
    sink.push(0x62, 7)
    expect(sink.text()).toBe('b')
    expect([...sink.map(8)]).toEqual([7, 8])
  })

  it('hands out maps that a later text does not change', () => {
    const sink = new Sink()
    sink.push(0x61, 4)
    const map = sink.map(5)
    sink.reset()
    sink.push(0x62, 0)
    expect([...map]).toEqual([4, 5])
  })

  it('keeps halves of surrogate pairs together across its slices', () => {
    const sink = new Sink()
    const text = `${'a'.repeat(4095)}😂${'b'.repeat(10)}`
    sink.pushAsIs(text, 0, text.length)
    expect(sink.text()).toBe(text)
  })
})
