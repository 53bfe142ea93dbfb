import { describe, expect, it } from '@jest/globals'
import { eventOfLine } from '../../../src/gateways/replay/event.js'
import type { LogEvent } from '../../../src/gateways/replay/line.js'

const speaker = (name: string) => ({ id: `p-${name}`, name })
const line = (more: Partial<LogEvent>): LogEvent => ({
  id: '7',
  t: '2026-11-04T15:00:00+08:00',
  from: '许桐妈妈',
  type: 'text',
  text: '',
  ...more,
})
const event = (more: Partial<LogEvent>) => eventOfLine(line(more), 'c4', speaker)

describe('a line as a group event', () => {
  it('keeps group, time and sender, and an id of its own group', () => {
    expect(event({ text: '好的' })).toEqual({
      id: 'c4/7',
      group: 'c4',
      at: Date.parse('2026-11-04T07:00:00Z'),
      from: { id: 'p-许桐妈妈', name: '许桐妈妈' },
      body: { kind: 'message', message: { kind: 'text', text: '好的' } },
    })
  })

  it('carries what a picture, file, link or voice message has', () => {
    const more = {
      title: '标题',
      url: 'https://a.example',
      filename: '表.xlsx',
      ocr: '字',
      duration: 9,
      quoted: '原话',
    }
    expect(event({ type: 'image', ...more }).body).toEqual({
      kind: 'message',
      message: { kind: 'image', text: '', ...more },
    })
  })

  it('knows recalls and new name cards', () => {
    expect(event({ type: 'recalled', text: '“许桐妈妈”撤回了一条消息' }).body).toEqual({ kind: 'recall', of: null })
    expect(event({ type: 'rename', text: '班主任季老师' }).body).toEqual({ kind: 'rename', name: '班主任季老师' })
  })
})

describe('a grey line', () => {
  it.each(['系统', 'system'])('from %s is nobody’s message, whatever its type', from => {
    const grey = event({ from, text: '“许桐妈妈”邀请“好课多小柯”加入了群聊' })
    expect(grey.from).toBeNull()
    expect(grey.body).toEqual({
      kind: 'join',
      joined: [speaker('好课多小柯')],
      inviter: speaker('许桐妈妈'),
      via: 'invite',
    })
  })

  it('of a member’s new card is that member’s rename', () => {
    const grey = event({ type: 'system', text: '“许桐妈妈”将群昵称改为“班主任季老师”' })
    expect(grey).toMatchObject({ from: speaker('许桐妈妈'), body: { kind: 'rename', name: '班主任季老师' } })
  })

  it('of a recall names who recalled', () => {
    expect(event({ type: 'system', text: '“许桐妈妈”撤回了一条消息' })).toMatchObject({
      from: speaker('许桐妈妈'),
      body: { kind: 'recall', of: null },
    })
  })

  it('with no meaning here stays a notice', () => {
    expect(event({ type: 'system', text: '群聊人数已超过 40 人' }).body).toEqual({
      kind: 'notice',
      text: '群聊人数已超过 40 人',
    })
  })
})
