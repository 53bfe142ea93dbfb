import { describe, expect, it } from '@jest/globals'
import { MINUTE } from '../../src/model/time.js'
import { historyOf, NOW } from '../signals/support.js'

const since = NOW - 60 * MINUTE

describe('MemoryHistory', () => {
  const history = historyOf(
    { eventId: '1', at: NOW - 3 * MINUTE, topic: 'ack', category: 'ack_flood', respond: 'collect', digest: 'a' },
    { eventId: '2', at: NOW - 2 * MINUTE, kind: 'voice', member: 'id:另一位', severity: 'P0', respond: 'escalate' },
    { eventId: '3', at: NOW - 1 * MINUTE, kind: 'join', member: null, joined: ['id:新人', 'id:另一位'] },
  )
  const ids = (query: object) => history.recent({ since, ...query }).map(event => event.eventId)

  it.each([
    [{}, ['3', '2', '1']],
    [{ since: NOW - 2 * MINUTE }, ['3', '2']],
    [{ member: 'id:另一位' }, ['3', '2']],
    [{ member: 'id:新人' }, ['3']],
    [{ kinds: ['voice', 'text'] }, ['2', '1']],
    [{ digest: 'a' }, ['1']],
    [{ topic: 'ack' }, ['1']],
    [{ category: 'ack_flood' }, ['1']],
    [{ respond: ['collect', 'escalate'] }, ['2', '1']],
    [{ severity: 'P0' }, ['2']],
    [{ topic: 'ack', kinds: ['voice'] }, []],
  ])('finds by %j, newest first', (query, expected) => {
    expect(ids(query)).toEqual(expected)
    expect(history.count({ since, ...query } as never).events).toBe(expected.length)
  })

  it('counts different members, the nameless not among them', () => {
    expect(history.count({ since })).toEqual({ events: 3, members: 2 })
  })

  it('stops where it is told to', () => {
    expect(ids({}).length).toBe(3)
    expect(history.recent({ since }, 1).map(event => event.eventId)).toEqual(['3'])
    expect(history.count({ since }, 2).events).toBe(2)
    const many = historyOf(...Array.from({ length: 600 }, (_, i) => ({ eventId: `${i}` })))
    expect(many.recent({ since }, 1000)).toHaveLength(200)
    expect(many.count({ since }).events).toBe(500)
  })

  it('knows the latest notice that still runs', () => {
    const notice = (eventId: string, until: number) => ({
      notice: { eventId, at: NOW, wanted: 'reply' as const, until },
    })
    const notices = historyOf(notice('long', NOW + 50), notice('short', NOW + 5), {})
    expect(notices.notice(NOW)?.eventId).toBe('short')
    expect(notices.notice(NOW + 5)?.eventId).toBe('long')
    expect(notices.notice(NOW + 50)).toBeNull()
    expect(historyOf().notice(NOW)).toBeNull()
  })
})
