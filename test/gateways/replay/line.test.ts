import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { LogLineError, parseLogLine } from '../../../src/gateways/replay/line.js'

const header = { group: '四年级1班', group_type: 'common', members: [{ name: '班主任季老师', role: 'head_teacher' }] }
const event = { id: 'x-1', t: '2026-11-04T15:00:00+08:00', from: '许桐妈妈', type: 'text', text: '好的' }

function problem(line: unknown): string {
  try {
    parseLogLine(typeof line === 'string' ? line : JSON.stringify(line))
  } catch (error) {
    if (error instanceof LogLineError) return error.message
    throw error
  }
  return ''
}

describe('a line of a group log', () => {
  it('with members opens a group', () => {
    const line = parseLogLine(JSON.stringify(header))
    expect(line).toMatchObject({ header: { group: '四年级1班', timezone: 'Asia/Shanghai', members: [{ exempt: [] }] } })
  })

  it('without members is an event, and carries no labels', () => {
    const line = parseLogLine(JSON.stringify({ ...event, label: 'commerce', expect: 'remind', transcript: '说了什么' }))
    expect(line).toEqual({ event: { ...event } })
  })

  it.each([
    ['{"id":', '不是有效的 JSON'],
    ['[]', '每行应为一个 JSON 对象'],
    ['null', '每行应为一个 JSON 对象'],
  ])('%s is refused with what was expected', (line, why) => {
    expect(problem(line)).toContain(why)
  })

  it('names every field that is wrong at once', () => {
    const why = problem({ ...event, t: 'yesterday', type: 'hologram', id: '' })
    expect(why).toMatch(/t：.*type：|type：.*t：/s)
    expect(why).toContain('id：')
  })

  it('names the group type that does not exist', () => {
    expect(problem({ ...header, group_type: 'loud' })).toContain('group_type')
  })

  it('refuses a time without its zone: it would mean another instant on another machine', () => {
    expect(problem({ ...event, t: '2026-11-04T15:00:00' })).toContain('t：')
  })

  it('never throws anything but a LogLineError', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), line => void problem(line)))
  })
})
