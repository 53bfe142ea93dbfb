import { describe, expect, it } from '@jest/globals'
import { DAY, HOUR, MINUTE } from '../../src/model/time.js'
import { ask, factsOf, historyOf, NOW } from './support.js'

const others = (n: number, given = {}) =>
  Array.from({ length: n }, (_, i) => ({ member: `id:家长${i}`, at: NOW - MINUTE - i, ...given }))

describe('burst', () => {
  it('counts this one and its sender', () => {
    const history = historyOf(...others(4, { topic: 'ack' }))
    expect(ask('burst', { topic: 'ack' }, factsOf({ history }))).toMatchObject({
      hit: true,
      count: 5,
      sentence: '相似消息 5/5（发送者 5/3）',
    })
    const three = historyOf(...others(3, { topic: 'ack' }))
    expect(ask('burst', { topic: 'ack' }, factsOf({ history: three }))).toMatchObject({ hit: false, count: 4 })
  })

  it('wants enough different senders', () => {
    const history = historyOf(...others(6, { topic: 'ack', member: 'id:钱多多妈妈' }))
    expect(ask('burst', { topic: 'ack' }, factsOf({ history }))).toMatchObject({ hit: false, detail: '发送者 1/3' })
    expect(ask('burst', { topic: 'ack', senders: 1 }, factsOf({ history })).hit).toBe(true)
  })

  it('forgets what is older than the time given', () => {
    const history = historyOf(...others(9, { topic: 'ack', at: NOW - 11 * MINUTE }))
    expect(ask('burst', { topic: 'ack' }, factsOf({ history })).count).toBe(1)
    expect(ask('burst', { topic: 'ack', within: '15m' }, factsOf({ history })).hit).toBe(true)
  })

  it('goes by category or by kind', () => {
    const history = historyOf(...others(4, { category: 'flattery', kind: 'voice' }))
    expect(ask('burst', { category: 'flattery' }, factsOf({ history })).hit).toBe(true)
    expect(ask('burst', { category: 'blessing' }, factsOf({ history })).hit).toBe(false)
    expect(ask('burst', { kinds: 'voice' }, factsOf({ history, kind: 'voice' })).hit).toBe(true)
    expect(ask('burst', { kinds: 'voice' }, factsOf({ history, kind: 'text' }))).toMatchObject({ hit: false, count: 0 })
  })
})

describe('repeat', () => {
  const same = { digest: '收到', member: 'id:钱多多妈妈' }

  it('counts what the same sender said before in the same words', () => {
    expect(ask('repeat', 3, factsOf({ text: '收到！', history: historyOf(same, same) }))).toMatchObject({
      hit: true,
      sentence: '同一人重复 3/3',
    })
    expect(ask('repeat', 3, factsOf({ text: '收到', history: historyOf(same) })).sentence).toBe('同一人重复 2/3')
  })

  it('does not mix up senders, words or times', () => {
    const history = historyOf(
      { ...same, member: 'id:另一位' },
      { ...same, digest: '好的' },
      { ...same, at: NOW - HOUR },
    )
    expect(ask('repeat', 2, factsOf({ text: '收到', history })).hit).toBe(false)
  })

  it('takes nothing without a text for a repetition', () => {
    const history = historyOf({ ...same, digest: '' }, { ...same, digest: '' })
    expect(ask('repeat', 2, factsOf({ kind: 'image', history }))).toMatchObject({ hit: false, count: 0 })
  })
})

describe('recent', () => {
  const history = historyOf(
    { category: 'emergency', severity: 'P0', respond: 'escalate', at: NOW - HOUR, member: 'id:另一位' },
    { category: 'commerce', topic: 'shop', respond: 'remind' },
    { category: 'abuse_conflict', respond: 'escalate', severity: 'P1', kind: 'voice' },
  )
  const recent = (options: unknown) => ask('recent', options, factsOf({ history }))

  it.each([
    [{ category: 'commerce' }, 1],
    [{ category: ['commerce', 'abuse_conflict'] }, 2],
    [{ category: 'emergency' }, 0],
    [{ category: 'emergency', severity: 'P0', within: '2h' }, 1],
    [{ topic: 'shop', respond: 'remind' }, 1],
    [{ topic: 'shop', respond: 'escalate' }, 0],
    [{ kinds: ['voice'] }, 1],
    [{ within: '2h' }, 3],
    [{ from: 'same', within: '2h' }, 2],
    [{ from: 'other', within: '2h' }, 1],
    [{ from: 'other', category: 'commerce' }, 0],
  ])('%j finds %d', (options, count) => {
    expect(recent(options)).toMatchObject({ count, hit: count > 0 })
  })

  it('says what it looked for', () => {
    expect(recent({ category: 'commerce', at_least: 2 }).sentence).toBe('此前消息 commerce 1/2')
    expect(recent({}).sentence).toBe('此前消息 2/1')
  })
})

describe('joined_within', () => {
  const join = { kind: 'join' as const, member: null, joined: ['id:甲', 'id:钱多多妈妈'] }

  it('knows everybody of a joint invitation as new', () => {
    const history = historyOf({ ...join, at: NOW - 13 * DAY })
    expect(ask('joined_within', '14d', factsOf({ history }))).toMatchObject({ hit: true, sentence: '发送者刚入群不久' })
    expect(ask('joined_within', '12d', factsOf({ history })).hit).toBe(false)
  })

  it('takes a member that was never seen joining for one of old', () => {
    expect(ask('joined_within', '14d', factsOf()).sentence).toBe('发送者不是新入群的')
  })
})
