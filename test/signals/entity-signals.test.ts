import { describe, expect, it } from '@jest/globals'
import { ask, factsOf, memberOf } from './support.js'

describe('contact', () => {
  it('counts ways to be reached and names their kinds, never the values', () => {
    const facts = factsOf({
      entities: [
        ['wechat_id', 'abc_12345'],
        ['mobile', '13800000000'],
        ['price', '30'],
      ],
    })
    const answer = ask('contact', 'any', facts)
    expect(answer).toMatchObject({ hit: true, count: 2, sentence: '联系方式 2/1（微信号 1、手机号 1）' })
    expect(JSON.stringify({ ...answer, spans: [] })).not.toMatch(/abc_12345|13800000000/)
  })

  it('answers silence with a count', () => {
    expect(ask('contact', 'any', factsOf()).sentence).toBe('联系方式 0/1')
  })

  it('looks at chosen kinds only', () => {
    const facts = factsOf({ entities: [['mobile', '13800000000']] })
    expect(ask('contact', 'qq', facts).hit).toBe(false)
    expect(ask('contact', ['qq', 'mobile'], facts).hit).toBe(true)
    expect(ask('contact', { kinds: 'mobile', at_least: 2 }, facts).sentence).toBe('联系方式 1/2（手机号 1）')
  })

  it('tells text from what is attached', () => {
    const facts = factsOf({ entities: [['payment_qr', 'x', 'attached']] })
    expect(ask('contact', 'any', facts)).toMatchObject({ hit: true, spans: [] })
    expect(ask('contact', { in: 'text' }, facts).hit).toBe(false)
    expect(ask('contact', { in: 'attached' }, facts).hit).toBe(true)
  })
})

describe('personal_data', () => {
  it('counts what identifies people', () => {
    const facts = factsOf({
      entities: [
        ['national_id', 'x'],
        ['address', 'y'],
        ['url', 'z'],
      ],
    })
    expect(ask('personal_data', 'any', facts)).toMatchObject({
      count: 2,
      sentence: '个人信息 2/1（身份证号 1、住址 1）',
    })
    expect(ask('personal_data', 'bank_card', facts).hit).toBe(false)
  })
})

describe('score', () => {
  it('counts marks and ranks', () => {
    const facts = factsOf({
      entities: [
        ['score', '92'],
        ['score', '88'],
        ['rank', '3'],
      ],
    })
    expect(ask('score', { at_least: 3 }, facts)).toMatchObject({
      hit: true,
      sentence: '分数名次 3/3（分数 2、名次 1）',
    })
    expect(ask('score', 'rank', facts).count).toBe(1)
  })
})

describe('price', () => {
  const facts = factsOf({
    entities: [
      ['price', '30'],
      ['price', '299.5'],
      ['price', '100000'],
    ],
  })

  it('takes bounds as included', () => {
    expect(ask('price', 'any', facts).count).toBe(2)
    expect(ask('price', { from: 30, to: 30 }, facts).count).toBe(1)
    expect(ask('price', { from: 31, to: 299 }, facts)).toMatchObject({ hit: false, sentence: '价格 0/1' })
    expect(ask('price', { from: 100_000, to: 200_000 }, facts).hit).toBe(true)
  })

  it('ignores an amount that is no number', () => {
    expect(ask('price', 'any', factsOf({ entities: [['price', '面议']] })).hit).toBe(false)
  })
})

describe('student', () => {
  const entities = [
    ['student', '钱多多'],
    ['student', '钱多多'],
    ['student', '冯小满'],
  ] as const

  it('counts each pupil once', () => {
    expect(ask('student', 'any', factsOf({ entities }))).toMatchObject({ count: 2, sentence: '学生姓名 2/1' })
  })

  it('leaves out the sender’s own child', () => {
    const facts = factsOf({ entities })
    expect(ask('student', { other_than_own: true }, facts)).toMatchObject({ count: 1, sentence: '别家学生姓名 1/1' })
    const mother = memberOf('parent', '冯小满妈妈', ['冯小满', '钱多多'])
    expect(ask('student', { other_than_own: true }, factsOf({ entities, member: mother })).hit).toBe(false)
  })

  it('never repeats a name', () => {
    expect(ask('student', 'any', factsOf({ entities })).sentence).not.toContain('钱多多')
  })
})

describe('link', () => {
  const lexicons = { 'links.school': ['qq.com', 'edu.cn'], 'links.bad': ['.spam.example'] }
  const link = (options: unknown, said: Parameters<typeof factsOf>[0]) => ask('link', options, factsOf(said), lexicons)

  it('sees cards, mini-programs and addresses in the text', () => {
    expect(link('any', { kind: 'link', title: '通知', url: 'https://mp.weixin.qq.com/s/1' })).toMatchObject({
      hit: true,
      sentence: '链接或小程序 1/1（网址 1）',
    })
    expect(link('any', { kind: 'miniprogram', title: '接龙' }).sentence).toBe('链接或小程序 1/1（小程序）')
    expect(link('any', { text: '看 a.cn', entities: [['url', 'a.cn']] }).hit).toBe(true)
    expect(link('any', '没有链接')).toMatchObject({ hit: false, sentence: '链接或小程序 0/1' })
  })

  it('takes a card without an address for a link still', () => {
    expect(link('link', { kind: 'link', title: '通知' }).hit).toBe(true)
    expect(link({ hosts: 'links.school' }, { kind: 'link', title: '通知' }).hit).toBe(false)
    expect(link({ not_hosts: 'links.school' }, { kind: 'link', title: '通知' }).hit).toBe(true)
  })

  it('tells links and mini-programs apart', () => {
    expect(link('link', { kind: 'miniprogram' }).hit).toBe(false)
    expect(link('miniprogram', { kind: 'link', url: 'https://a.cn' }).hit).toBe(false)
    expect(link({ hosts: 'links.school' }, { kind: 'miniprogram' }).hit).toBe(false)
    expect(link({ not_hosts: 'links.school' }, { kind: 'miniprogram' }).hit).toBe(true)
  })

  it.each([
    ['https://mp.weixin.qq.com/s/x', true],
    ['HTTP://QQ.COM', true],
    ['qq.com/path', true],
    ['https://notqq.com', false],
    ['https://qq.com.evil.example', false],
    ['https://evil.example/qq.com', false],
    ['https://qq.com@evil.example/', false],
    ['https://qq.com./', true],
    ['https://[bad', false],
    ['javascript:alert(1)', false],
  ])('reads the host of %s', (url, listed) => {
    expect(link({ hosts: 'links.school' }, { kind: 'link', url }).hit).toBe(listed)
  })

  it('takes a leading dot in a list as written by people', () => {
    expect(link({ hosts: 'links.bad' }, { kind: 'link', url: 'https://x.spam.example' }).hit).toBe(true)
  })

  it('wants one address that is not excepted', () => {
    const said = { kind: 'link' as const, url: 'https://qq.com', entities: [['url', 'x.cn']] as [['url', string]] }
    expect(link({ not_hosts: 'links.school' }, said)).toMatchObject({ hit: true, count: 1 })
  })
})
