import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { find, readXml, textAt } from '../../../src/gateways/wechaty/xml.js'
import { growth, LINEAR } from '../../cpu.js'

describe('readXml', () => {
  it('reads elements, attributes, CDATA and entities', () => {
    const root = readXml(
      '<?xml version="1.0"?>\n<msg a="1 &amp; 2" b=\'"\'>\n<t>x &lt;y&gt; &#20320;&#x597d;</t><c><![CDATA[<raw>&amp;]]></c></msg>',
    )
    expect(root?.name).toBe('msg')
    expect(root?.attributes.get('a')).toBe('1 & 2')
    expect(root?.attributes.get('b')).toBe('"')
    expect(textAt(root, 't')).toBe('x <y> 你好')
    expect(textAt(root, 'c')).toBe('<raw>&amp;')
    expect(find(root, 'nothing', 'here')).toBeNull()
    expect(textAt(root, 'nothing')).toBe('')
  })

  it.each([
    ['<a><b/><c d="e>f"/>t</a>', 't'],
    ['<a><!-- <b> -->t</a>', 't'],
    ['<a>1 < 2</a>', '1 < 2'],
    ['<a></x>t</a>', 't'],
    ['<a>t', 't'],
    ['<a>&unknown;</a>', '&unknown;'],
    ['<a>&#0;&#xd800;&#1114112;</a>', '&#0;&#xd800;&#1114112;'],
    ['<a><![CDATA[t', 't'],
  ])('puts up with %s', (xml, text) => {
    expect(textAt(readXml(xml))).toBe(text)
  })

  it('decodes entities once', () => {
    expect(textAt(readXml('<a>&amp;lt;</a>'))).toBe('&lt;')
  })

  it('expands no entity that the document defines', () => {
    const xml = '<!DOCTYPE a [<!ENTITY b "boom">]><a>&b;</a>'
    expect(JSON.stringify([...(readXml(xml)?.children ?? [])])).not.toContain('boom')
  })

  it.each([
    ['deep', (n: number) => '<a>'.repeat(n)],
    ['wide', (n: number) => `<a>${'<b/>'.repeat(n)}</a>`],
    ['huge', (n: number) => `<a>${'x'.repeat(n * 20)}</a>`],
    ['signs', (n: number) => '<'.repeat(n)],
    ['unclosed attribute', (n: number) => `<a b="${'c="'.repeat(n)}`],
    ['attribute names', (n: number) => `<a ${'x'.repeat(n)}>`],
  ])('is quick with %s input', (_, xmlOf) => {
    expect(growth(n => readXml(xmlOf(n)), 60_000)).toBeLessThan(LINEAR)
  })

  it('never throws', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '</',
      '/>',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '<?',
      '"',
      "'",
      '=',
      '&amp;',
      '&#',
      ';',
      'a',
      ' ',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), pieces => {
        readXml(pieces.join(''))
      }),
    )
  })

  it.each(['', ' ', 'no xml', '<', '<!', '<?', '</a>'])('gives null for %j', text => {
    expect(readXml(text)).toBeNull()
  })
})
