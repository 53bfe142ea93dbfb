import { describe, expect, it } from '@jest/globals'
import { approachedIn, chatLog } from '../../scripts/validation/chit-chat.js'
import { parseLogLine } from '../../src/gateways/replay/line.js'

describe('chit-chat', () => {
  it('is replayed line by line, each in a strict group of its own, by a parent in the afternoon', () => {
    const rows = chatLog(['你好', '吃了吗']).trim().split('\n').map(parseLogLine)
    const groups = rows.flatMap(row => ('header' in row ? [row.header] : []))
    const events = rows.flatMap(row => ('event' in row ? [row.event] : []))
    expect(new Set(groups.map(({ group }) => group)).size).toBe(2)
    expect(groups.every(({ group_type }) => group_type === 'strict')).toBe(true)
    expect(events.map(({ text }) => text)).toEqual(['你好', '吃了吗'])
    expect(events[0]).toMatchObject({ from: '李雷妈妈', t: '2026-09-09T15:00:00+08:00' })
  })

  it('counts those who would have been approached, not what is only counted', () => {
    const told = ['allow', 'collect', 'remind', 'ask_recall', 'escalate'] as const
    expect(approachedIn(told.map(respond => ({ respond })))).toEqual({ some: 3, all: 5 })
  })
})
