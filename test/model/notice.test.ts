import { describe, expect, it } from '@jest/globals'
import { heeded, type NoticeState, type ReplyWanted } from '../../src/model/notice.js'
import { DAY, HOUR } from '../../src/model/time.js'

const NOW = 1_000 * DAY
const notice = (wanted: ReplyWanted, hoursAgo: number, more: Partial<NoticeState> = {}): NoticeState => ({
  eventId: `${wanted} ${hoursAgo}`,
  at: NOW - hoursAgo * HOUR,
  wanted,
  until: NOW + HOUR,
  ...more,
})
const heed = (...newestFirst: NoticeState[]) => heeded(newestFirst, NOW)?.eventId ?? null

describe('of the notices that run', () => {
  it('the latest is heeded', () => {
    expect(heed()).toBeNull()
    expect(heed(notice('none', 1))).toBe('none 1')
    expect(heed(notice('unsaid', 1), notice('none', 2))).toBe('unsaid 1')
    expect(heed(notice('chain', 1), notice('reply', 2))).toBe('chain 1')
  })

  it('one that wants an answer is, whatever was posted since', () => {
    expect(heed(notice('none', 1), notice('reply', 2))).toBe('reply 2')
    expect(heed(notice('unsaid', 1), notice('none', 2), notice('chain', 3))).toBe('chain 3')
    expect(heed(notice('none', 1), notice('reply', 2), notice('chain', 3))).toBe('reply 2')
  })

  it('not one of another day, unless it is the only one', () => {
    const old = notice('reply', 24, { until: NOW + 20 * DAY })
    expect(heed(notice('none', 1), old)).toBe('none 1')
    expect(heed(notice('none', 1), { ...old, at: old.at + 1 })).toBe('reply 24')
    expect(heed(old)).toBe('reply 24')
  })

  it('one without a deadline is waited for an hour, and goes on while it is the latest', () => {
    const open = (hoursAgo: number) => notice('reply', hoursAgo, { until: NOW + (24 - hoursAgo) * HOUR })
    expect(heed(notice('none', 0), open(0.99))).toBe('reply 0.99')
    expect(heed(notice('none', 0), open(1))).toBe('none 0')
    expect(heed(open(20))).toBe('reply 20')
  })

  it('not one that was taken back', () => {
    expect(heed(notice('none', 1, { ends: true }), notice('reply', 2))).toBe('none 1')
    expect(heed(notice('unsaid', 1), notice('none', 2, { ends: true }), notice('reply', 3))).toBe('unsaid 1')
    expect(heed(notice('none', 1), notice('reply', 2), notice('none', 3, { ends: true }))).toBe('reply 2')
  })
})
