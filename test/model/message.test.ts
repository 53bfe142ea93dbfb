import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { MESSAGE_KEYS, parameters, parseTemplate, renderMessage } from '../../src/model/message.js'

const messages = new Map([
  ['greeting', '{who}您好，{time}的消息{window}。{who}'],
  ['plain', '没有参数'],
])

describe('renderMessage', () => {
  it('fills in every parameter, wherever it stands', () => {
    expect(renderMessage(messages, 'greeting', { who: '林*', time: '22:05', window: '可在2分钟内撤回' })).toBe(
      '林*您好，22:05的消息可在2分钟内撤回。林*',
    )
  })

  it('takes numbers, and more than it needs', () => {
    expect(renderMessage(new Map([['k', '第 {count} 次']]), 'k', { count: 2, other: 'x' })).toBe('第 2 次')
    expect(renderMessage(messages, 'plain')).toBe('没有参数')
  })

  it('leaves a value alone that looks like a parameter or a replacement', () => {
    const name = '{time} $& $1 {who}'
    expect(renderMessage(messages, 'greeting', { who: name, time: 't', window: 'w' })).toBe(
      `${name}您好，t的消息w。${name}`,
    )
  })

  it('refuses an unknown key and a parameter that is not given', () => {
    expect(() => renderMessage(messages, 'nothing')).toThrow(expect.objectContaining({ code: 'BZ111' }))
    expect(() => renderMessage(messages, 'greeting', { who: 'x' })).toThrow(expect.objectContaining({ code: 'BZ112' }))
    expect(() => renderMessage(new Map([['k', '{constructor}']]), 'k', {})).toThrow(
      expect.objectContaining({ code: 'BZ112' }),
    )
  })

  it('gives back any template without braces unchanged', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        const template = text.replace(/[{}]/g, '')
        return renderMessage(new Map([['k', template]]), 'k') === template
      }),
    )
  })
})

describe('templates', () => {
  it('name their parameters once, in order', () => {
    expect(parameters('{b}{a}{b}')).toEqual(['b', 'a'])
  })

  it('know where parameters stand and where a brace is astray', () => {
    expect(parseTemplate('甲{who}乙')).toEqual({ parameters: [{ name: 'who', start: 1 }], strayBrace: null })
    expect(parseTemplate('{who}乙}').strayBrace).toBe(6)
    expect(parseTemplate('{Who}').strayBrace).toBe(0)
    expect(parseTemplate('{ who }').strayBrace).toBe(0)
    expect(parseTemplate('{{who}}').strayBrace).toBe(0)
  })

  it('are declared with parameters that a template can have', () => {
    for (const [key, names] of Object.entries(MESSAGE_KEYS)) {
      const template = names.map(name => `{${name}}`).join(' ')
      expect([key, parameters(template)]).toEqual([key, [...names]])
    }
  })
})
