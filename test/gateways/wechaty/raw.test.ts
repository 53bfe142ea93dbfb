import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { decodeWire, isRoom, splitSender } from '../../../src/gateways/wechaty/raw.js'

const escape = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\n/g, '<br/>')

describe('decodeWire', () => {
  it.each([
    ['a<br/>b<br />c<br>d', 'a\nb\nc\nd'],
    ['&lt;br/&gt;', '<br/>'],
    ['&amp;lt;', '&lt;'],
    ['1 &amp; 2 &quot;3&quot; &apos;4&apos;&nbsp;5', '1 & 2 "3" \'4\' 5'],
    ['<span class="emoji emoji1f602"></span>', '😂'],
    ['<span class="emoji emoji2764"></span>', '❤'],
    ['<span class="emoji emoji1f1e81f1f3"></span>', '🇨🇳'],
    ['<span class="emoji emoji002320e3"></span>', '#⃣'],
    ['<span class="emoji emoji1f60"></span>', 'ὠ'],
    ['<span class="emoji emojid800"></span>', '*'],
    ['<span class="emoji emoji123456"></span>', '*'],
    ['&lt;span class="emoji emoji1f602"&gt;&lt;/span&gt;', '<span class="emoji emoji1f602"></span>'],
    ['&copy; & &;', '&copy; & &;'],
  ])('%s', (wire, text) => {
    expect(decodeWire(wire)).toBe(text)
  })

  it.each([undefined, null, 7, {}])('gives nothing for %j', value => {
    expect(decodeWire(value)).toBe('')
  })

  it('undoes what the web service does, whatever was typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), text => decodeWire(escape(text)) === text))
  })
})

describe('splitSender', () => {
  it.each([
    ['@ab12:<br/>你好', '@ab12', '你好'],
    ['@ab12:<br/>@cd34:<br/>冒充', '@ab12', '@cd34:<br/>冒充'],
    ['wxid_ab-1:<br/>x', 'wxid_ab-1', 'x'],
    ['通知:<br/>明天', null, '通知:<br/>明天'],
    ['没有人', null, '没有人'],
    ['', null, ''],
  ])('%s', (raw, sender, content) => {
    expect(splitSender(raw)).toEqual({ sender, content })
  })
})

it('tells rooms from people', () => {
  expect([isRoom('@@1'), isRoom('@1'), isRoom('filehelper')]).toEqual([true, false, false])
})
