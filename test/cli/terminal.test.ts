import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { fit, printable, printableJson, processTerminal } from '../../src/cli/terminal.js'
import { displayWidth } from '../../src/config/width.js'

describe('fit', () => {
  it.each([
    ['abc', 5, 'abc  '],
    ['家长', 4, '家长'],
    ['家长', 6, '家长  '],
    ['三年级2班', 6, '三年… '],
    ['三年级2班', 7, '三年级…'],
    ['', 3, '   '],
    ['abcdef', 1, '…'],
    ['👩‍👧妈妈', 10, '👩‍👧妈妈  '],
  ])('puts %j into %i columns', (text, columns, expected) => {
    expect(fit(text, columns)).toBe(expected)
  })

  it('always takes exactly as many columns as asked for', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', '班', '🎉', '１', ' ', 'é'), { maxLength: 30 }),
        fc.integer({ min: 1, max: 40 }),
        (characters, columns) => displayWidth(fit(characters.join(''), columns)) === columns,
      ),
    )
  })
})

describe('printable', () => {
  it.each([
    ['colour', '\u001b[31m红\u001b[0m', '[31m红[0m'],
    ['a window title', '\u001b]0;我是老师\u0007', ']0;我是老师'],
    ['eight-bit control sequences', '\u009b2J清屏', '2J清屏'],
    ['a line rewritten from its start', '正常\r伪造', '正常伪造'],
    ['backspaces', '通过\b\b拒绝', '通过拒绝'],
    ['right-to-left overrides', 'gnp\u202egpj.exe\u202c', 'gnpgpj.exe'],
    ['isolates', '\u2066甲\u2069', '甲'],
    ['null bytes', 'a\u0000b', 'ab'],
  ])('takes out %s', (_, text, expected) => {
    expect(printable(text)).toBe(expected)
  })

  it('shows line feeds, of either kind, as a sign', () => {
    expect(printable('第一行\n第二行\r\n第三行')).toBe('第一行⏎第二行⏎第三行')
  })

  it('leaves what people write alone', () => {
    const text = '老师好👩‍🏫，3.5元/斤，“一人一票”；ＡＢＣ é 你'
    expect(printable(text)).toBe(text)
  })

  it('lets no control character through, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => !/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u.test(printable(text))),
    )
  })
})

describe('printableJson', () => {
  it('is one line of the same value, with nothing in it that a terminal obeys', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const line = printableJson({ text })
        expect(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u.test(line)).toBe(false)
        expect(JSON.parse(line)).toEqual({ text })
      }),
    )
  })

  it('escapes what JSON would leave raw', () => {
    expect(printableJson('\u009b2J\u202e\u001b')).toBe('"\\u009b2J\\u202e\\u001b"')
  })
})

describe('processTerminal', () => {
  it('has a width, and no colour where nobody looks', () => {
    const terminal = processTerminal()
    expect(terminal.columns).toBeGreaterThan(0)
    if (!terminal.interactive && process.env.FORCE_COLOR === undefined) expect(terminal.colors.red('x')).toBe('x')
  })
})
