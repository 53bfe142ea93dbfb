import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { find, readXml, textAt } from '../../../src/gateways/wechaty/xml.js'

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
    ['deep', '<a>'.repeat(200_000)],
    ['wide', `<a>${'<b/>'.repeat(200_000)}</a>`],
    ['huge', `<a>${'x'.repeat(5_000_000)}</a>`],
    ['signs', '<'.repeat(300_000)],
    ['unclosed attribute', `<a b="${'c="'.repeat(100_000)}`],
    ['attribute names', `<a ${'x'.repeat(300_000)}>`],
  ])('is quick with %s input', (_, xml) => {
    const began = performance.now()
    readXml(xml)
    expect(performance.now() - began).toBeLessThan(500)
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
