import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { COMMANDS, DIGITS, parseReply, resolveCase } from '../../src/cases/index.js'
import { aCase, at } from './world.js'

describe('parseReply', () => {
  const understood: [string, string | null, string][] = [
    ['2', null, '2'],
    ['２', null, '2'],
    [' 2 。', null, '2'],
    ['②', null, '2'],
    ['2️⃣', null, '2'],
    ['A7 2', 'A7', '2'],
    ['a7２', 'A7', '2'],
    ['Ａ７　２', 'A7', '2'],
    ['A72', 'A7', '2'],
    ['A 7 2', 'A7', '2'],
    ['A7：2', 'A7', '2'],
    ['a7-2', 'A7', '2'],
    ['A7，2！', 'A7', '2'],
    ['回复A7 2', 'A7', '2'],
    ['回复 1', null, '1'],
    ['A99 5', 'A99', '5'],
    ['A995', 'A99', '5'],
    ['AA12 4', 'AA12', '4'],
    ['A7 0', 'A7', '0'],
    ['A1 0', 'A1', '0'],
    ['？', null, '?'],
    ['?', null, '?'],
    ['A7？', 'A7', '?'],
    ['A7 ?', 'A7', '?'],
    ['看', null, '?'],
    ['A7看看', 'A7', '?'],
    ['1已处理', null, '1'],
    ['A7 1已处理', 'A7', '1'],
    ['A7 1 已处理', 'A7', '1'],
    ['5误报', null, '5'],
    ['4转督导', null, '4'],
    ['2私下提醒', null, '2'],
    ['3群内温和提醒', null, '3'],
    ['6以后这类不再提示', null, '6'],
    ['忽略吧', null, '1'],
    ['忽略', null, '1'],
    ['已处理', null, '1'],
    ['处理好了', null, '1'],
    ['A7处理了', 'A7', '1'],
    ['已联系', null, '1'],
    ['误报了', null, '5'],
    ['是误报', null, '5'],
    ['误报啦！', null, '5'],
    ['转督导吧', null, '4'],
    ['撤销', null, '0'],
    ['撤销上一步', null, '0'],
  ]
  it.each(understood)('%s', (text, code, digit) => {
    expect(parseReply(text)).toEqual({ code, digit })
  })

  it.each(['未决', '今天', '帮助', '规则', '恢复'])('command %s', name => {
    expect(parseReply(` ${name}。`)).toEqual({ command: { name } })
  })

  it.each([
    '',
    ' ',
    '7',
    '8 2',
    '12',
    '2 3',
    'A10',
    'A7',
    'A7 7',
    'A7 22',
    'A07 2',
    '7A 2',
    '好的',
    '收到',
    '知道了',
    '嗯',
    '处理',
    '处理一下',
    '处理了吧',
    '处理了吗',
    '误报？',
    '误报了吗',
    '不是误报',
    '没处理',
    '1点开会',
    '2班的家长',
    '今天没空',
    '忽略那条，我再看看',
    '5误报2',
    '1误报',
    '2已处理',
    '谢谢',
    '？？',
    '请把A7 2处理一下',
    '\u0000',
    `${'1'.repeat(41)}`,
  ])('not understood: %j', text => {
    expect(parseReply(text)).toBeNull()
  })

  const width = (text: string, wide: boolean) =>
    wide ? text.replace(/[!-~]/g, c => String.fromCharCode(c.charCodeAt(0) + 0xfee0)) : text
  const space = fc.stringMatching(/^[ \t\u3000]{0,3}$/)
  const code = fc
    .tuple(fc.constantFrom('A', 'B', 'Z', 'AB'), fc.integer({ min: 1, max: 99 }))
    .map(([a, n]) => `${a}${n}`)

  it('does not care for width, case and space', () => {
    fc.assert(
      fc.property(
        code,
        fc.constantFrom(...DIGITS),
        space,
        space,
        space,
        fc.boolean(),
        fc.boolean(),
        (c, d, a, b, e, w, l) => {
          const typed = `${a}${width(l ? c.toLowerCase() : c, w)} ${b}${width(d, w)}${e}`
          expect(parseReply(typed)).toEqual({ code: c, digit: d })
          expect(parseReply(`${a}${width(d, w)}${e}`)).toEqual({ code: null, digit: d })
        },
      ),
    )
  })

  it('reads one and the same in a code and a digit that were typed together, or nothing', () => {
    fc.assert(
      fc.property(code, fc.constantFrom(...DIGITS), (c, d) => {
        const read = parseReply(`${c}${d}`)
        if (read !== null) expect(read).toEqual({ code: c, digit: d })
        else expect(d).toBe('0')
      }),
    )
  })

  it('never throws, and gives only what is in the grammar', () => {
    const piece = fc.constantFrom(
      'A7',
      '2',
      ' ',
      '？',
      '误报',
      '了',
      '吧',
      '忽略',
      '回复',
      '：',
      '🙏',
      '１',
      '今天',
      '-',
      '暂停',
      '通知',
      '7:30',
      '明早',
      '值班',
      '交给',
      '白名单',
      '删',
      'TZ1',
      '确认',
      '半小时',
    )
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.array(piece).map(p => p.join('')),
    )
    fc.assert(
      fc.property(hostile, text => {
        const read = parseReply(text)
        if (read === null) return
        if ('command' in read) expect(COMMANDS).toContain(read.command.name)
        else {
          expect(DIGITS).toContain(read.digit)
          if (read.code !== null) expect(read.code).toMatch(/^[A-Z]{1,2}[1-9]\d?$/)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('takes talk for talk', () => {
    const talk = fc.array(fc.constantFrom(...'老师家长孩子明早三点到校谢请问作业带书包雨伞'), {
      minLength: 1,
      maxLength: 60,
    })
    fc.assert(fc.property(talk, words => expect(parseReply(words.join(''))).toBeNull()))
  })

  it('is quick on long text', () => {
    expect(parseReply('A7 '.repeat(300_000))).toBeNull()
  })
})

describe('resolveCase', () => {
  const open = (code: string, more = {}) => aCase({ id: code, code, ...more })
  const closed = (code: string, time = '12:00') => open(code, { state: 'closed', closedAt: at(time) })
  const meant = (code: string | null, digit: '1' | '0' | '?', cases: Parameters<typeof resolveCase>[1]) => {
    const resolved = resolveCase({ code, digit }, cases)
    return 'refused' in resolved ? resolved.refused : resolved.case.code
  }

  it('finds a case by its code', () => {
    expect(meant('A2', '1', [open('A1'), open('A2')])).toBe('A2')
    expect(meant('B2', '1', [open('A1')])).toBe('unknown_code')
  })

  it('prefers an open case to a closed one of the same code, and knows closed ones', () => {
    const cases = [closed('A1'), open('A1', { id: 'new' })]
    expect(resolveCase({ code: 'A1', digit: '1' }, cases)).toEqual({ case: cases[1] })
    expect(meant('A1', '1', [closed('A1')])).toBe('A1')
  })

  it('needs no code for the only open case', () => {
    expect(meant(null, '1', [open('A1'), closed('A2')])).toBe('A1')
    expect(meant(null, '1', [])).toBe('none_open')
    expect(meant(null, '1', [closed('A1')])).toBe('none_open')
    expect(meant(null, '1', [open('A1'), open('A2')])).toBe('several_open')
  })

  it('does not take a recall request that still runs for the one', () => {
    const waiting = open('A2', { state: 'waiting', kind: 'recall' })
    expect(meant(null, '1', [open('A1'), waiting])).toBe('A1')
    expect(meant(null, '1', [waiting])).toBe('A2')
  })

  it('undoes what was closed last, unless another was passed on', () => {
    expect(meant(null, '0', [closed('A1', '12:00'), closed('A2', '12:30'), open('A3')])).toBe('A2')
    expect(meant(null, '0', [open('A1', { state: 'passed' })])).toBe('A1')
    expect(meant(null, '0', [open('A1', { state: 'passed' }), closed('A2')])).toBe('several_open')
    expect(meant(null, '0', [open('A1')])).toBe('none_open')
  })
})
