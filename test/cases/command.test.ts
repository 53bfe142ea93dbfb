import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { COMMANDS, parseReply } from '../../src/cases/index.js'
import { HOUR, MINUTE } from '../../src/model/time.js'

const commandOf = (text: string) => {
  const reply = parseReply(text)
  return reply && 'command' in reply ? reply.command : null
}

describe('暂停', () => {
  it.each([
    ['暂停', null],
    ['暂停 2h', 2 * HOUR],
    ['暂停2H', 2 * HOUR],
    ['暂停　２ｈ', 2 * HOUR],
    ['暂停 2', 2 * HOUR],
    ['暂停2小时。', 2 * HOUR],
    ['暂停两小时', 2 * HOUR],
    ['暂停三个小时', 3 * HOUR],
    ['暂停一个半小时', 1.5 * HOUR],
    ['暂停半小时', HOUR / 2],
    ['暂停 30分钟', 30 * MINUTE],
    ['暂停30m', 30 * MINUTE],
    ['暂停 999', 999 * HOUR],
  ])('%s', (text, ms) => {
    expect(commandOf(text)).toEqual({ name: '暂停', for: ms })
  })

  it.each(['暂停营业', '暂停 2 天后', '暂停0', '暂停2h吧', '先暂停', '暂停 1w', '暂停半'])(
    'not understood: %s',
    text => {
      expect(commandOf(text)).toBeNull()
    },
  )
})

describe('白名单, 值班, 确认', () => {
  it.each([
    ['白名单', { name: '白名单', remove: null }],
    ['白名单 删 2', { name: '白名单', remove: 2 }],
    ['白名单删12', { name: '白名单', remove: 12 }],
    ['白名单 去掉１', { name: '白名单', remove: 1 }],
    ['值班 交给刘老师', { name: '值班', to: '刘老师' }],
    ['值班交给 副班主任', { name: '值班', to: '副班主任' }],
    ['值班 收回', { name: '值班', to: null }],
    ['值班交给我', { name: '值班', to: null }],
    ['确认', { name: '确认', code: null }],
    ['确认 tz3', { name: '确认', code: 'TZ3' }],
    ['TZ3确认', { name: '确认', code: 'TZ3' }],
    ['取消 ＴＺ３！', { name: '取消', code: 'TZ3' }],
  ])('%s', (text, command) => {
    expect(commandOf(text)).toEqual(command)
  })

  it.each(['白名单 删 0', '白名单 加 1', '值班', '值班表发一下', '确认收到', '取消吧', '确认 A7', '规则是什么'])(
    'not understood: %s',
    text => {
      expect(commandOf(text)).toBeNull()
    },
  )
})

describe('定时 and 通知', () => {
  it.each([
    ['通知 7:30 明天带跳绳', { name: '通知', day: null, minutes: 450, text: '明天带跳绳' }],
    ['定时 明早7:30 各位家长早上好', { name: '定时', day: 1, minutes: 450, text: '各位家长早上好' }],
    ['定时：明天７：３０，带水杯', { name: '定时', day: 1, minutes: 450, text: '带水杯' }],
    ['通知 今晚8点 交表', { name: '通知', day: 0, minutes: 20 * 60, text: '交表' }],
    ['通知 后天 下午 3点半 家长会', { name: '通知', day: 2, minutes: 15 * 60 + 30, text: '家长会' }],
    ['通知 明天下午2点15分 开会', { name: '通知', day: 1, minutes: 14 * 60 + 15, text: '开会' }],
    ['定时 12:00 吃饭', { name: '定时', day: null, minutes: 720, text: '吃饭' }],
  ])('%s', (text, command) => {
    expect(commandOf(text)).toEqual(command)
  })

  it('keeps the words as they were written', () => {
    const words = '【提醒】A7，ｗｉｆｉ：１２３；\n第二行  两个空格…。'
    expect(commandOf(`定时 7:30 ${words}`)).toMatchObject({ text: words })
  })

  it.each(['通知 25:00 有事', '通知 7:75 有事', '通知 7:30', '定时 明早 有事', '通知：明天带跳绳', '通知7:30交'])(
    'not understood: %s',
    text => {
      expect(commandOf(text)).toBeNull()
    },
  )

  it('is no longer than a post may be', () => {
    expect(commandOf(`定时 7:30 ${'好'.repeat(900)}`)).not.toBeNull()
    expect(commandOf(`定时 7:30 ${'好'.repeat(1000)}`)).toBeNull()
  })
})

describe('any command', () => {
  it('comes back from what it is written as', () => {
    const minute = fc.integer({ min: 0, max: 23 * 60 + 59 })
    const words = fc.stringMatching(/^[一-龥a-z0-9，。！]{1,40}$/).filter(text => !/^[点时，]/.test(text))
    const day = fc.constantFrom<[string, 0 | 1 | 2 | null]>(['', null], ['今天', 0], ['明天', 1], ['后天', 2])
    fc.assert(
      fc.property(fc.constantFrom('定时', '通知'), day, minute, words, (name, [said, ahead], minutes, text) => {
        const two = (n: number) => String(n).padStart(2, '0')
        const written = `${name} ${said}${two(Math.floor(minutes / 60))}:${two(minutes % 60)} ${text}`
        expect(commandOf(written)).toEqual({ name, day: ahead, minutes, text })
      }),
    )
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.boolean(), (n, hours) => {
        const unit = hours ? '小时' : '分钟'
        expect(commandOf(`暂停 ${n}${unit}`)).toEqual({ name: '暂停', for: n * (hours ? HOUR : MINUTE) })
      }),
    )
  })

  it('is one of the list, whatever is typed, and quick', () => {
    const piece = fc.constantFrom(
      ...COMMANDS,
      ' ',
      '2',
      'h',
      '删',
      '交给',
      '刘老师',
      '7:30',
      '明早',
      '点',
      'TZ1',
      '：',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
        const command = commandOf(pieces.join(''))
        if (command !== null) expect(COMMANDS).toContain(command.name)
      }),
      { numRuns: 3000 },
    )
    expect(commandOf(`通知 7:30${' '.repeat(500_000)}`)).toBeNull()
  })
})
