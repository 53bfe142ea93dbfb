import { describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { catalogueOf, defineSignal, registry, registryOf } from '../../src/signals/index.js'
import { resourcesOf } from './support.js'

const resources = resourcesOf({ 'ack.words': ['收到'], 'shop.offer': ['批发'] })
const catalogue = catalogueOf(registry)

/** One set of options in every form the documentation names. */
const VALID: Record<string, unknown[]> = {
  words: ['ack.words', ['ack.words', 'shop.offer'], { list: 'ack.words', at_least: 2, in: 'attached', key: 'weak' }],
  consists_of: ['ack.words', ['ack.words'], { lists: ['ack.words'], rest_at_most: 0, in: 'any' }],
  pattern: ['第[一二三]名', { re: '\\d+元', on: 'key', in: 'text', at_least: 2 }],
  contact: ['any', 'qq', ['qq', 'url'], { kinds: ['qq'], at_least: 2, in: 'text' }],
  personal_data: ['any', 'national_id', { at_least: 3 }],
  price: ['any', { from: 100, to: 500 }],
  score: ['any', 'rank', { kinds: ['score'], at_least: 2 }],
  student: ['any', { at_least: 2 }, { other_than_own: true }],
  link: ['any', 'miniprogram', { hosts: 'ack.words' }, { not_hosts: ['ack.words'], kind: 'link' }],
  kind: ['voice', ['link', 'join'], 'message'],
  role: ['teacher', ['parent', 'outsider']],
  name_card: ['clone', { is: 'teacher_like', of: 'joined' }],
  time: ['quiet', ['rest_day', 'festival']],
  question: [true, false],
  accuses: [true, false],
  reply_wanted: ['none', ['reply', 'no_notice']],
  asks: ['reply', ['chain', 'none']],
  mentions: ['all', { at_least: 3 }],
  shape: [{ at_least: 3 }, { emoji_only: true, emoji_at_least: 2 }, { duration_at_least: 30 }],
  burst: [{ topic: 'ack' }, { category: 'flattery', count: 3 }, { kinds: 'voice', within: '5m', senders: 1 }],
  repeat: [3, { times: 2, within: '90s' }],
  recent: [{}, { category: ['emergency'], severity: 'P0', from: 'other', within: '2h' }],
  phrase: [['ack.words', ['ack.words', 'shop.offer']], { of: ['ack.words', 'shop.offer'], gap: 9, in: 'text' }],
  before: ['ack.words', ['ack.words'], { words: 'ack.words', from: 'other', within: '2m' }],
  follows: [{ role: 'teacher' }, { role: ['teacher', 'parent'], within: '2m' }],
  goes_on: [{ category: 'commerce' }, { category: ['emergency'], severity: 'P0', respond: 'escalate', within: '2m' }],
  quarrel: [{ words: 'shop.offer' }, { words: ['shop.offer'], calm: 'ack.words', turns: 4, within: '10m' }],
  joined_within: ['14d'],
  in_talk: [
    { is: 'commerce', at_least: 0.5 },
    { is: ['self_harm_bullying'], severity: 'P0', at_least: 0.4, over: 'normal' },
  ],
  intent: ['commerce', ['commerce', 'training_ad'], { is: 'commerce', at_least: 0.9, over: 'normal' }],
}

const INVALID: Record<string, unknown[]> = {
  words: [3, [], { list: 'a', at_least: 0 }, { lists: 'a' }, { list: 'a', key: 'loud' }],
  consists_of: [{ lists: 'a', rest_at_most: -1 }],
  pattern: ['', { re: 'a', on: 'original' }],
  contact: ['wechat', { kinds: [] }],
  personal_data: ['price'],
  price: [3, { from: -1 }],
  score: ['mobile'],
  student: [true],
  link: ['video', { host: 'a' }],
  kind: ['stamp', []],
  role: ['principal'],
  name_card: ['nice', { of: 'joined' }],
  time: ['night', []],
  question: ['yes'],
  accuses: ['yes'],
  reply_wanted: ['maybe'],
  asks: ['no_notice'],
  mentions: ['everybody', { at_least: 0 }],
  shape: [{}, { emoji_only: false }, 5],
  burst: [{}, { topic: 'a', category: 'commerce' }, { topic: 'a', within: '10' }],
  repeat: [1, { within: 600 }],
  recent: [{ category: 'nonsense' }, { since: '1h' }],
  phrase: ['a', ['a'], { of: ['a', 'b'], gap: -1 }, { of: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] }],
  before: [{}, [], { words: 'a', within: '2' }, { words: 'a', from: 'me' }],
  follows: [{ role: 'principal' }, { within: '10' }],
  goes_on: [{}, { category: 'nonsense' }, { category: 'commerce', severity: 'P9' }],
  quarrel: [{}, 'a', { words: 'a', turns: 0 }],
  joined_within: ['2 weeks', 14],
  in_talk: ['commerce', { is: 'commerce' }, { is: 'nonsense', at_least: 0.5 }, { is: 'commerce', at_least: 2 }],
  intent: ['nonsense', [], { at_least: 0.5 }, { is: 'commerce', at_least: 2 }, { is: 'commerce', over: 'x' }],
}

describe('catalogue', () => {
  it('speaks of every signal of the table and of no other', () => {
    expect(catalogue.names()).toEqual([...registry.keys()])
    expect([...catalogue.names()].sort()).toEqual(Object.keys(VALID).sort())
  })

  it.each([...registry.keys()])('%s has a schema that editors can read and a Chinese summary', name => {
    const schema = z.toJSONSchema(catalogue.schema(name), { target: 'draft-7', io: 'input' })
    expect(schema).not.toEqual({})
    expect(catalogue.summary(name)).toMatch(/\p{Script=Han}/u)
  })

  it.each(Object.entries(VALID))('%s takes its short and long forms', (name, forms) => {
    for (const form of forms) {
      const parsed = catalogue.schema(name).safeParse(form)
      expect({ form, error: parsed.error?.message }).toEqual({ form, error: undefined })
      expect(catalogue.check(name, parsed.data, resources)).toEqual([])
    }
  })

  it.each(Object.entries(INVALID))('%s refuses what is none of them', (name, forms) => {
    for (const form of forms)
      expect({ form, taken: catalogue.schema(name).safeParse(form).success }).toEqual({ form, taken: false })
  })

  it('reports every unknown lexicon with the known ones', () => {
    const options = catalogue.schema('words').parse(['ack.word', 'shop.offer', 'nothing'])
    const problems = catalogue.check('words', options, resources)
    expect(problems.map(problem => problem.message)).toEqual(['没有名为 ack.word 的词表', '没有名为 nothing 的词表'])
    expect(problems[0]).toMatchObject({ code: 'BZ110', valid: ['ack.words', 'shop.offer'] })
  })

  it('points at the option that names an unknown lexicon', () => {
    const options = catalogue.schema('link').parse({ hosts: 'shop.offer', not_hosts: 'links.school' })
    expect(catalogue.check('link', options, resources)).toMatchObject([{ path: ['not_hosts'], code: 'BZ110' }])
  })

  it('knows nothing of a signal that is not there', () => {
    expect(catalogue.summary('ghost')).toBe('')
    expect(() => catalogue.schema('ghost')).toThrow(RangeError)
    expect(() => catalogue.check('ghost', {}, resources)).toThrow(RangeError)
  })

  it('lets a fault of the program through instead of blaming the admin', () => {
    const broken = defineSignal({
      name: 'broken',
      summary: '坏的',
      options: z.boolean(),
      prepare: () => {
        throw new TypeError('bug')
      },
      detect: () => ({ hit: false }),
      explain: () => '',
    })
    expect(() => catalogueOf(registryOf([broken])).check('broken', true, resources)).toThrow(TypeError)
  })
})
