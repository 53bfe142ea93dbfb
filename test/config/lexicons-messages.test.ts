import { describe, expect, it } from '@jest/globals'
import { accepted, brief, goodFiles, messagesYaml, only, rejected, ruleWith } from './helpers.js'

const lexicon = (text: string) => ({ 'lexicons/other.yaml': text })

describe('lexicons', () => {
  it('are named by file and list', async () => {
    const set = await accepted(lexicon('a: [一, 二]\ncall-to-action:\n  - 私我\n  - "666"\n'))
    expect(set.lexicons.get('other.call-to-action')).toEqual(['私我', '666'])
    expect([...set.lexicons.keys()]).toEqual(['commerce.offer', 'other.a', 'other.call-to-action'])
  })

  it.each([
    ['- 一\n', 'BZ103 other.yaml:1:3+1 词表文件应为“名称: [词, …]”的一组', null],
    ['a: 12\n', 'BZ103 other.yaml:1:4+2 a 应为列表，写的是 12', null],
    ['a: " "\n', 'BZ103 other.yaml:1:4+3 a 应为列表，写的是“ ”', '[ ]'],
    ['a: []\n', 'BZ105 other.yaml:1:4+2 a 的列表是空的', null],
    ['a:\n', 'BZ105 other.yaml:1:1+1 a 是空的', null],
    ['a: [一, 666]\n', 'BZ103 other.yaml:1:8+3 a 的第 2 项应为文本，写的是 666', '"666"'],
    ['a: [一, ""]\n', 'BZ105 other.yaml:1:8+2 a 的第 2 项是空的', null],
    ['a:\n  - 一\n  -\n', 'BZ105 other.yaml:3:4+1 a 的第 2 项是空的', null],
    ['词: [一]\n', 'BZ104 other.yaml:1:1+1 词表名 词 的写法不对', null],
    ['a: { b: [一] }\n', 'BZ103 other.yaml:1:4+10 a 应为列表，写的是“键: 值”的一组', null],
  ])('%j', async (text, expected, meant) => {
    const diagnostic = await only(lexicon(text))
    expect(brief([diagnostic])).toEqual([expected])
    expect(diagnostic.didYouMean).toBe(meant)
  })

  it('may be one text, its words apart', async () => {
    const set = await accepted(lexicon('a: |\n  一 二\n    三\t四\n\n  "五" 66\nb: 一\n'))
    expect(set.lexicons.get('other.a')).toEqual(['一', '二', '三', '四', '"五"', '66'])
    expect(set.lexicons.get('other.b')).toEqual(['一'])
  })

  it('are known although a word in them is wrong', async () => {
    expect(await rejected({ 'lexicons/commerce.yaml': 'offer: [批发价, 12]\n' })).toHaveLength(1)
  })
})

describe('messages', () => {
  const good = goodFiles()['messages.zh-CN.yaml'] as string
  const messages = (text: string) => ({ 'messages.zh-CN.yaml': text })
  const without = (...keys: string[]) => messagesYaml(keys) + good.slice(good.indexOf('commerce.private'))
  const PASSED = 'A{code}{time}{who}{what}{by}'

  it('are read trimmed, block scalars too', async () => {
    const set = await accepted(messages(`${good}long: |\n  一行\n  两行\n`))
    expect(set.messages.get('long')).toBe('一行\n两行')
  })

  it.each([
    [`chain.passed: ${PASSED}\n`, 'BZ112 messages.zh-CN.yaml:1:15+28 消息 chain.passed 没有用到参数 {choices}', null],
    [
      `chain.passed: ${PASSED}{choices}{choice}\n`,
      'BZ112 messages.zh-CN.yaml:1:52+8 消息 chain.passed 没有参数 {choice}',
      '{choices}',
    ],
    [
      `chain.passed: ${PASSED}{choices}{\n`,
      'BZ112 messages.zh-CN.yaml:1:52+1 消息 chain.passed 里有不成对的花括号',
      null,
    ],
    [
      `chain.passed: ${PASSED}{choices}{名字}\n`,
      'BZ112 messages.zh-CN.yaml:1:52+1 消息 chain.passed 里有不成对的花括号',
      null,
    ],
    ['chain.passed: 12\n', 'BZ103 messages.zh-CN.yaml:1:15+2 chain.passed 应为文本，写的是 12', '"12"'],
    ['chain.passed: ""\n', 'BZ105 messages.zh-CN.yaml:1:15+2 chain.passed 是空的', null],
    ['chain.passed:\n', 'BZ105 messages.zh-CN.yaml:1:1+12 chain.passed 是空的', null],
    [
      'chain.passed: {code}\n',
      'BZ103 messages.zh-CN.yaml:1:1+12 chain.passed 应为文本；以 { 开头或含有冒号加空格的文字要加引号',
      null,
    ],
    ['chain.passed: [收到]\n', 'BZ103 messages.zh-CN.yaml:1:15+4 chain.passed 应为文本，写的是列表', '"[收到]"'],
  ])('%j', async (text, expected, meant) => {
    const diagnostic = await only(messages(text + without('chain.passed')))
    expect(brief([diagnostic])).toEqual([expected])
    expect(diagnostic.didYouMean).toBe(meant)
  })

  it('name those that are missing in one breath, with their parameters', async () => {
    const diagnostic = await only(messages(without('reply.help', 'chain.passed')))
    expect(diagnostic).toMatchObject({ code: 'BZ105', message: '缺少 2 条消息' })
    expect(diagnostic.expected).toBe('chain.passed（{code} {time} {who} {what} {by} {choices}）、reply.help')
  })

  it('are a group of keys', async () => {
    expect(brief(await rejected(messages('- a\n')))[0]).toBe('BZ103 messages.zh-CN.yaml:1:3+1 这里应为“键: 文字”的一组')
  })

  it('to a sender may say how long a recall is possible, and nothing else', async () => {
    const diagnostic = await only(messages(good.replace('{window}', '{windw}{who}').replace('{who}。', '。')))
    expect(diagnostic).toMatchObject({
      code: 'BZ112',
      message: '消息 commerce.private 没有参数 {windw}',
      didYouMean: '{window}',
    })
  })

  it('to the group name nobody and have no parameters', async () => {
    const burst = ruleWith([
      '{ respond: remind, message: commerce.private }',
      '{ respond: collect }\n  burst: { message: collective.ack }',
    ])
    await accepted(burst)
    const diagnostic = await only({ ...burst, ...messages(good.replace('不必逐条回复', '请{who}不必逐条回复')) })
    expect(diagnostic).toMatchObject({
      code: 'BZ112',
      message: '消息 collective.ack 没有参数 {who}',
      expected: '这条消息没有参数',
    })
    expect(diagnostic.place.file).toBe('messages.zh-CN.yaml')
  })

  it('to the group instead of a private word are for a category, and about nobody', async () => {
    await accepted(messages(`${good}instead.quiet_hours: 请早些休息。\n`))
    expect(await only(messages(`${good}instead.quiet_hours: 请{who}早些休息。\n`))).toMatchObject({
      code: 'BZ112',
      message: '消息 instead.quiet_hours 没有参数 {who}',
    })
    expect(await only(messages(`${good}instead.quiet_hour: 请早些休息。\n`))).toMatchObject({
      code: 'BZ104',
      message: '没有 quiet_hour 这个类别',
      didYouMean: 'instead.quiet_hours',
    })
  })

  it('are not called unknown when their file cannot be read', async () => {
    expect((await rejected(messages('a: "\n'))).map(diagnostic => diagnostic.code)).toEqual(['BZ101'])
  })

  it('that are not known are answered by those of the same kind', async () => {
    const diagnostic = await only(ruleWith(['message: commerce.private', 'message: commerce.privat']))
    expect(diagnostic).toMatchObject({
      code: 'BZ111',
      didYouMean: 'commerce.private',
      expected: '例如：commerce.private',
    })
  })
})
