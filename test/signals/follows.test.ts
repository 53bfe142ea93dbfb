import { describe, expect, it } from '@jest/globals'
import { MINUTE } from '../../src/model/time.js'
import { ask, factsOf, historyOf, NOW } from './support.js'

const own = { member: 'id:钱多多妈妈', role: 'parent' as const }
const teacher = { member: 'id:英语何佳老师', role: 'teacher' as const }
const parent = { member: 'id:冯小满爸爸', role: 'parent' as const }
const ago = (minutes: number) => ({ at: NOW - minutes * MINUTE })
const wanted = (role: unknown, given = {}) => ({ role, ...given })

describe('follows', () => {
  it('looks at the last one who spoke, the sender apart', () => {
    const history = historyOf({ ...teacher, ...ago(3) }, { ...parent, ...ago(2) }, { ...own, ...ago(1) })
    expect(ask('follows', wanted('parent'), factsOf({ history }))).toMatchObject({
      hit: true,
      sentence: '接着家长刚才的话',
    })
    expect(ask('follows', wanted('teacher'), factsOf({ history }))).toMatchObject({
      hit: false,
      sentence: '不是接着谁的话说的',
    })
    expect(ask('follows', wanted(['teacher', 'parent']), factsOf({ history })).hit).toBe(true)
  })

  it('may want that to have been a question', () => {
    const asked = historyOf({ ...parent, ...ago(2), question: true }, { ...own, ...ago(1) })
    expect(ask('follows', wanted('parent', { asked: true }), factsOf({ history: asked })).hit).toBe(true)
    const told = historyOf({ ...parent, ...ago(3), question: true }, { ...parent, ...ago(2) })
    expect(ask('follows', wanted('parent', { asked: true }), factsOf({ history: told })).hit).toBe(false)
  })

  it('passes over what was merely counted', () => {
    const history = historyOf({ ...teacher, ...ago(3) }, { ...parent, ...ago(1), respond: 'collect' })
    expect(ask('follows', wanted('teacher'), factsOf({ history })).hit).toBe(true)
    expect(ask('follows', wanted('parent'), factsOf({ history })).hit).toBe(false)
  })

  it('forgets what is older than the time given, and what is no message', () => {
    const old = historyOf({ ...teacher, ...ago(16) })
    expect(ask('follows', wanted('teacher'), factsOf({ history: old })).hit).toBe(false)
    expect(ask('follows', wanted('teacher', { within: '20m' }), factsOf({ history: old })).hit).toBe(true)
    const joined = historyOf({ ...teacher, ...ago(3) }, { ...parent, ...ago(1), kind: 'join' })
    expect(ask('follows', wanted('teacher'), factsOf({ history: joined })).hit).toBe(true)
    expect(ask('follows', wanted('teacher'), factsOf({ history: historyOf() })).hit).toBe(false)
  })

  describe('with own', () => {
    const answered = wanted('teacher', { own: true })

    it('wants somebody to have answered this very sender', () => {
      const history = historyOf({ ...own, ...ago(5) }, { ...teacher, ...ago(3) }, { ...parent, ...ago(1) })
      expect(ask('follows', answered, factsOf({ history }))).toMatchObject({ hit: true, sentence: '回应老师刚才的话' })
    })

    it('is an answer to whoever it calls by name', () => {
      const called = (text: string) => factsOf({ history: historyOf({ ...teacher, ...ago(3), text }) })
      expect(ask('follows', answered, called('多多妈妈，周五给您电话')).hit).toBe(true)
      expect(ask('follows', answered, called('小满妈妈，周五给您电话')).hit).toBe(false)
    })

    it('is no answer if the sender had said nothing before, or only what was counted', () => {
      const silent = historyOf({ ...teacher, ...ago(3) }, { ...own, ...ago(2) })
      expect(ask('follows', answered, factsOf({ history: silent })).hit).toBe(false)
      const counted = historyOf({ ...own, ...ago(4), respond: 'collect' }, { ...teacher, ...ago(3) })
      expect(ask('follows', answered, factsOf({ history: counted })).hit).toBe(false)
      const someoneElse = historyOf({ ...parent, ...ago(4) }, { ...teacher, ...ago(3) })
      expect(ask('follows', answered, factsOf({ history: someoneElse })).hit).toBe(false)
    })

    it('is over when a notice was told to everybody since', () => {
      const notice = { wanted: 'none' as const, since: NOW - 2 * MINUTE, until: NOW + MINUTE, eventId: 'n' }
      const told = { ...teacher, ...ago(2), notice: notice as never }
      const history = historyOf({ ...own, ...ago(9) }, { ...teacher, ...ago(8) }, told)
      expect(ask('follows', answered, factsOf({ history })).hit).toBe(false)
      const before = historyOf(told, { ...own, ...ago(1.5) }, { ...teacher, ...ago(1) })
      expect(ask('follows', answered, factsOf({ history: before })).hit).toBe(true)
    })

    it('is an answer to whoever a notice calls by name, and to nobody else', () => {
      const notice = { wanted: 'unsaid' as const, since: NOW - 3 * MINUTE, until: NOW + MINUTE, eventId: 'n' }
      const told = (text: string) =>
        historyOf({ ...own, ...ago(5) }, { ...teacher, ...ago(3), notice: notice as never, text })
      const called = told('@钱多多妈妈 医保自己在小程序交，12月20日截止')
      expect(ask('follows', answered, factsOf({ history: called })).hit).toBe(true)
      const another = told('@冯小满爸爸 医保自己在小程序交，12月20日截止')
      expect(ask('follows', answered, factsOf({ history: another })).hit).toBe(false)
    })

    it('takes no picture and no notice for an answer', () => {
      const picture = historyOf({ ...own, ...ago(5) }, { ...teacher, ...ago(3), kind: 'image' })
      expect(ask('follows', answered, factsOf({ history: picture })).hit).toBe(false)
      const notice = { wanted: 'unsaid' as const, since: NOW - 3 * MINUTE, until: NOW + MINUTE, eventId: 'n' }
      const posted = historyOf({ ...own, ...ago(5) }, { ...teacher, ...ago(3), notice: notice as never })
      expect(ask('follows', answered, factsOf({ history: posted })).hit).toBe(false)
    })
  })
})
