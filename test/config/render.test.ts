import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { renderDiagnostics, wantsColour } from '../../src/config/index.js'
import { displayWidth, wrap } from '../../src/config/width.js'
import type { Diagnostic } from '../../src/model/errors.js'

const one = (more: Partial<Diagnostic> = {}): Diagnostic => ({
  code: 'BZ102',
  message: '没有这个键',
  place: { file: 'a.yaml', line: 1, col: 1 },
  expected: null,
  didYouMean: null,
  width: 1,
  ...more,
})
const place = (line: number, col: number) => ({ file: 'a.yaml', line, col })
const render = (text: string, diagnostic: Diagnostic) => renderDiagnostics([diagnostic], new Map([['a.yaml', text]]))
const frame = (text: string, line: number, col: number, width: number) =>
  render(text, one({ place: place(line, col), width }))
    .split('\n')
    .slice(1, -3)

describe('a rendered diagnostic', () => {
  it('has a number, a place, a code, a sentence, a frame, what was expected and what was meant', () => {
    const text = 'a: 1\nb: 2\nwhenn: 3\nd: 4\ne: 5\nf: 6\n'
    const diagnostic = one({ place: place(3, 1), width: 5, expected: 'when、then', didYouMean: 'when' })
    expect(render(text, diagnostic)).toBe(
      [
        '1) a.yaml:3:1  BZ102 没有这个键',
        '     1 │ a: 1',
        '     2 │ b: 2',
        '   > 3 │ whenn: 3',
        '       │ ^^^^^',
        '     4 │ d: 4',
        '     5 │ e: 5',
        '   应为：when、then',
        '   你是不是想写：when',
        '',
        '共 1 处错误，在 1 个文件里。',
        '',
      ].join('\n'),
    )
  })

  it('counts errors and files', () => {
    const other = one({ place: { file: 'b.yaml', line: 9, col: 1 } })
    const text = renderDiagnostics([one(), one(), other], new Map())
    expect(text).toContain('3) b.yaml:9:1')
    expect(text.endsWith('共 3 处错误，在 2 个文件里。\n')).toBe(true)
  })

  it('does not call warnings errors', () => {
    expect(renderDiagnostics([one()], new Map(), { warnings: true })).toContain('共 1 处提醒，在 1 个文件里。')
  })

  it('puts the folder before the place', () => {
    expect(renderDiagnostics([one()], new Map(), { base: 'my/rules/' })).toContain('1) my/rules/a.yaml:1:1  ')
  })

  it('aligns carets under Chinese, full-width and emoji', () => {
    expect(frame('词：[批发价, xx]', 1, 9, 2)).toEqual(['   > 1 │ 词：[批发价, xx]', `       │ ${' '.repeat(13)}^^`])
    expect(frame('a: 班主任', 1, 4, 3)[1]).toBe('       │    ^^^^^^')
    expect(frame('- 😀 x', 1, 6, 1)[1]).toBe(`       │ ${' '.repeat(5)}^`)
    expect(frame('- e\u0301 x', 1, 6, 1)[1]).toBe(`       │ ${' '.repeat(4)}^`)
  })

  it('shows a tab as two spaces and points past it', () => {
    expect(frame('\ta: x', 1, 5, 1)).toEqual(['   > 1 │   a: x', `       │ ${' '.repeat(5)}^`])
  })

  it('keeps line numbers in one column', () => {
    const text = Array.from({ length: 12 }, (_, i) => `k${i + 1}: 1`).join('\n')
    expect(frame(text, 9, 1, 1).slice(0, 3)).toEqual(['      7 │ k7: 1', '      8 │ k8: 1', '   >  9 │ k9: 1'])
    expect(frame(text, 9, 1, 1).at(-1)).toBe('     11 │ k11: 1')
  })

  it('shows lines that end in CR LF without the CR', () => {
    expect(frame('a: 1\r\nb: 2\r\n', 2, 1, 1)).toEqual(['     1 │ a: 1', '   > 2 │ b: 2', '       │ ^'])
  })

  it('cuts a long line around the caret', () => {
    const [line, caret] = frame(`${'甲'.repeat(200)}XX${'乙'.repeat(200)}`, 1, 201, 2) as [string, string]
    expect(displayWidth(line)).toBeLessThanOrEqual(110)
    expect(line).toMatch(/…甲+XX乙+…$/)
    expect(displayWidth(caret.slice(0, caret.indexOf('^')))).toBe(displayWidth(line.slice(0, line.indexOf('XX'))))
  })

  it('cuts what it underlines, too', () => {
    const [line, caret] = frame('x'.repeat(500), 1, 1, 500) as [string, string]
    expect(displayWidth(line)).toBeLessThanOrEqual(110)
    expect(caret.trimStart().length).toBeLessThan(110)
  })

  it('wraps long expectations under each other', () => {
    const text = render('', one({ expected: Array.from({ length: 40 }, (_, i) => `choice${i}`).join('、') }))
    const lines = text.split('\n').filter(line => line.includes('choice'))
    expect(lines.length).toBeGreaterThan(3)
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(100)
    expect(lines[1]).toMatch(/^ {9}choice/)
  })

  it('disarms what would steer the terminal or turn the text around', () => {
    const text = render(
      'a: \u001b[2J\u202e!',
      one({ message: '\u001b]0;x\u0007', expected: '\r\u009b', didYouMean: '\u2066' }),
    )
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e\u2066]/)
  })

  it('has no frame where there is no text', () => {
    expect(renderDiagnostics([one()], new Map()).split('\n')).toHaveLength(4)
    expect(render('', one()).split('\n')).toHaveLength(4)
  })

  it('survives places that the text does not have', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 500 }),
        (text, line, col, width) => render(text, one({ place: place(line, col), width })).endsWith('。\n'),
      ),
    )
  })
})

describe('colours', () => {
  const plain = render('a: 1\n', one({ expected: 'x', didYouMean: 'y' }))
  const coloured = renderDiagnostics([one({ expected: 'x', didYouMean: 'y' })], new Map([['a.yaml', 'a: 1\n']]), {
    colour: true,
  })

  it('are off unless asked for, and change nothing but colour', () => {
    expect(plain).not.toContain('\u001b')
    expect(coloured).toContain('\u001b[')
    expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(plain)
  })

  it('are wanted by a terminal that has not said no', () => {
    expect(wantsColour({ isTTY: true }, {})).toBe(true)
    expect(wantsColour({ isTTY: true }, { NO_COLOR: '1' })).toBe(false)
    expect(wantsColour({ isTTY: true }, { TERM: 'dumb' })).toBe(false)
    expect(wantsColour({ isTTY: true }, { NO_COLOR: '' })).toBe(true)
    expect(wantsColour({}, {})).toBe(false)
  })
})

describe('widths', () => {
  it.each([
    ['abc', 3],
    ['班长', 4],
    ['（）：，', 8],
    ['“”…·', 4],
    ['①', 1],
    ['😀👍🏽', 6],
    ['e\u0301\u200d', 1],
    ['ＡＢ', 4],
    ['', 0],
  ])('%s takes %i cells', (text, cells) => expect(displayWidth(text)).toBe(cells))

  it('wrapping loses nothing but spaces at line ends', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '班', '、', ' ', '，') }),
        fc.integer({ min: 1, max: 30 }),
        (text, cells) => {
          expect(wrap(text, cells).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        },
      ),
    )
  })
})
