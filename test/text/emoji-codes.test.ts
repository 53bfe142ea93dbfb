import { describe, expect, it } from '@jest/globals'
import { codeAt } from '../../src/text/emoji-codes.js'
import { normalise, toKey } from '../../src/text/index.js'
import { growth, LINEAR } from '../cpu.js'

const emoji = (text: string): readonly string[] => normalise(text).emoji

describe('codes of WeChat’s own emoji', () => {
  it.each([
    ['[爱心]', '[爱心]'],
    ['[愛心]', '[爱心]'],
    ['[強]', '[强]'],
    ['[擁抱]', '[拥抱]'],
    ['[鼓掌]', '[鼓掌]'],
    ['[親親]', '[亲亲]'],
    ['[奮鬥]', '[奋斗]'],
    ['[禮物]', '[礼物]'],
    ['[破涕為笑]', '[破涕为笑]'],
    ['[掩面]', '[捂脸]'],
    ['[枯萎]', '[凋谢]'],
    ['[Heart]', '[爱心]'],
    ['[Love]', '[爱情]'],
    ['[Rose]', '[玫瑰]'],
    ['[ThumbsUp]', '[强]'],
    ['[TaiChi L]', '[左太极]'],
    ['[Bah！R]', '[右哼哼]'],
    ['/:rose', '[玫瑰]'],
    ['/:strong', '[强]'],
    ['/::)', '[微笑]'],
    ['/::|', '[发呆]'],
    ["/::'|", '[快哭了]'],
    ['/:,@-D', '[愉快]'],
    ['/:<W>', '[西瓜]'],
    ['/:showlove', '[嘴唇]'],
    ['[發]', '[發]'],
  ])('%s is %s', (code, name) => {
    expect(emoji(`谢谢${code}老师`)).toEqual([name])
    expect(toKey(`谢谢${code}老师`)).toBe('谢谢老师')
    expect(normalise(code).display).toBe(code)
  })

  it('stand next to each other and to words', () => {
    expect(emoji('[愛心][愛心][Heart]/:rose/:rose谢谢')).toEqual(['[爱心]', '[爱心]', '[爱心]', '[玫瑰]', '[玫瑰]'])
    expect(toKey('[愛心][愛心][愛心]')).toBe('')
  })

  it.each(['[愛]', '[重要]', '[SMILE]', '[rose]', '/:node', '/rose', '/:', 'http://x.cn', '[', '[爱心', '[]'])(
    '%s is text',
    text => expect(emoji(text)).toEqual([]),
  )

  it('the red packet of WeChat is a decoration, 🧧 is written for the word', () => {
    expect(toKey('发🧧🧧了')).toBe('发红包了')
    expect(toKey('新年快乐[红包][紅包][Packet]')).toBe('新年快乐')
  })

  it('know where they end', () => {
    expect(codeAt('好[Rose]', 1)).toEqual({ end: 7, name: '[玫瑰]' })
    expect(codeAt('好[Rose]', 0)).toBeNull()
  })

  it('cost no more in a huge text', () => {
    for (const unit of ['[', '/:', '[愛', '[愛心]', '/:ros']) {
      expect(growth(n => normalise(unit.repeat(n)), 20_000)).toBeLessThan(LINEAR)
    }
  })
})
