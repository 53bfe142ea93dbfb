import { describe, expect, it } from '@jest/globals'
import { idOf, logOf } from '../../scripts/held-out/log.js'
import { namesOf } from '../../scripts/held-out/names.js'
import type { TalkLine } from '../../scripts/train/talks.js'
import { parseLogLine } from '../../src/gateways/replay/line.js'
import { ROLES, type Role } from '../../src/model/member.js'

const line = (by: number, role: Role, more: Partial<TalkLine> = {}): TalkLine => ({
  at: Date.UTC(2026, 9, 12, 7, 21, 40),
  by,
  role,
  kind: 'text',
  text: '早',
  title: '',
  filename: '',
  ocr: '',
  label: 'normal',
  severity: null,
  ...more,
})

describe('the people of a talk', () => {
  it('bear different names, however many of a role there are', () => {
    const many = ROLES.flatMap((role, r) => Array.from({ length: 90 }, (_, i) => ({ by: r * 100 + i, role })))
    const { speakers, members } = namesOf(many)
    expect(new Set(speakers.values()).size).toBe(many.length)
    expect(new Set(members.map(({ name }) => name)).size).toBe(members.length)
  })

  it('keep their name from line to line, and their role', () => {
    const { speakers, members } = namesOf([
      { by: 4, role: 'teacher' },
      { by: 7, role: 'parent' },
      { by: 4, role: 'teacher' },
    ])
    expect([...speakers.keys()]).toEqual([4, 7])
    expect(members.find(({ name }) => name === speakers.get(4))?.role).toBe('teacher')
    expect(members.find(({ name }) => name === speakers.get(7))?.role).toBe('parent')
  })

  it('have somebody to be told, even where nobody of the school speaks', () => {
    const roles = namesOf([{ by: 1, role: 'parent' }]).members.map(({ role }) => role)
    expect(roles).toEqual(expect.arrayContaining(['head_teacher', 'deputy', 'supervisor']))
  })
})

describe('a talk as a log', () => {
  it('is one that the replay reads: who, when, what; labels stay behind', () => {
    const talk = {
      name: 'aa1',
      lines: [
        line(1, 'head_teacher', { text: '明天停课' }),
        line(2, 'outsider', { kind: 'link', text: '', title: '领福利', label: 'commerce' }),
        line(3, 'parent', { kind: 'voice', text: '' }),
        line(3, 'parent', { kind: 'file', text: '', filename: '名单.xlsx', ocr: '成绩' }),
      ],
    }
    const rows = logOf(talk)
    const parsed = rows.map(parseLogLine)
    expect(parsed[0]).toMatchObject({ header: { scenario: 'aa1', group_type: 'common', supervisor: '德育处赵主任' } })
    const events = parsed.flatMap(one => ('event' in one ? [one.event] : []))
    expect(events.map(({ id }) => id)).toEqual([0, 1, 2, 3].map(index => idOf('aa1', index)))
    expect(events[0]).toMatchObject({ t: '2026-10-12T07:21:40+08:00', from: '班主任赵老师', text: '明天停课' })
    expect(events[1]).toMatchObject({ type: 'link', title: '领福利' })
    expect(events[2]).toMatchObject({ type: 'voice', duration: 8 })
    expect(events[3]).toMatchObject({ type: 'file', filename: '名单.xlsx', ocr: '成绩' })
    expect(rows.join('')).not.toContain('commerce')
  })
})
