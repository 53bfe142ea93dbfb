import { describe, expect, it } from '@jest/globals'
import { CATEGORIES } from '../../src/model/category.js'
import type { AnySignal } from '../../src/signals/index.js'
import { registry } from '../../src/signals/index.js'
import { talkModel } from '../../src/text/talk/index.js'
import { factsOf, historyOf, memberOf, resourcesOf } from './support.js'

const SECRETS = ['臭不要脸', '13800001111', '钱多多', '冯小满', '六一路9号', 'abc_secret', '王老师']

/** Options under which each signal has something to find in the message below. */
const OPTIONS: Record<string, unknown[]> = {
  words: ['abuse', { list: 'abuse', at_least: 9 }],
  consists_of: ['abuse', { lists: 'abuse', rest_at_most: 999 }],
  pattern: [{ re: '1\\d{10}' }, { re: '[0-9]{10}', on: 'key' }],
  contact: ['any'],
  personal_data: ['any'],
  price: ['any'],
  score: ['any'],
  student: ['any', { other_than_own: true }],
  link: ['any', { not_hosts: 'abuse' }],
  kind: ['text', 'voice'],
  role: ['outsider', 'parent'],
  name_card: ['clone', 'teacher_like', 'agency_like', 'well_formed'],
  time: ['quiet', 'school_day'],
  question: [true, false],
  accuses: [true, false],
  reply_wanted: ['none', 'no_notice'],
  asks: ['reply'],
  mentions: ['all', { at_least: 1 }],
  shape: [{ at_least: 1 }, { emoji_only: true }],
  burst: [{ topic: 'x' }],
  repeat: [2],
  recent: [{}],
  follows: [{ role: 'parent' }, { role: 'parent', own: true }],
  goes_on: [{ category: 'commerce' }],
  quarrel: [{ words: 'abuse' }],
  phrase: [['abuse', 'abuse'], { of: ['abuse', 'abuse'], gap: 9 }],
  before: ['abuse', { words: 'abuse', from: 'other' }],
  joined_within: ['14d'],
  in_talk: talkModel().classes.map(({ category }) => ({ is: category, at_least: 0 })),
  intent: CATEGORIES.map(category => ({ is: category, at_least: 0 })),
}

const facts = factsOf({
  text: '@冯小满妈妈 你臭不要脸 13800001111 住六一路9号，加abc_secret',
  mentions: ['冯小满妈妈'],
  member: memberOf('outsider', '王老师'),
  entities: [
    ['mobile', '13800001111'],
    ['address', '六一路9号'],
    ['wechat_id', 'abc_secret'],
    ['student', '冯小满'],
    ['student', '钱多多'],
    ['url', 'https://abc_secret.example'],
  ],
  history: historyOf({ member: 'id:王老师' }),
})

describe('no sentence repeats what a person wrote, is called or lives', () => {
  it('has options for every signal', () => {
    expect(Object.keys(OPTIONS).sort()).toEqual([...registry.keys()].sort())
  })

  it.each(Object.entries(OPTIONS))('%s', (name, forms) => {
    const signal = registry.get(name) as AnySignal
    const resources = resourcesOf({ abuse: ['臭不要脸'] })
    for (const form of forms) {
      const options = signal.options.parse(form)
      const evidence = signal.detect(facts, options, signal.prepare(options, resources))
      const sentence = signal.explain(evidence, options)
      expect(sentence).not.toBe('')
      expect(sentence).not.toMatch(/undefined|\[object/)
      for (const secret of SECRETS) expect(sentence).not.toContain(secret)
      expect(evidence.detail ?? '').not.toMatch(new RegExp(SECRETS.join('|')))
    }
  })
})
