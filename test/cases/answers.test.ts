import { describe, expect, it } from '@jest/globals'
import { advance, DIGITS, MOVES } from '../../src/cases/index.js'
import type { Case } from '../../src/model/case.js'
import { CATEGORIES } from '../../src/model/category.js'
import { aCase, at, contextAt, lines, moved, reply, STAFF } from './world.js'

const noon = at('12:10')
const answer = (digit: Parameters<typeof reply>[0], found: Case = aCase(), more = {}, role?: 'supervisor' | 'deputy') =>
  advance(found, reply(digit, role), contextAt(noon, more))

describe('1', () => {
  it('closes, with a receipt and a record of who, how and where', () => {
    expect(moved(answer('1'))).toMatchObject({
      to: { state: 'closed', closedAt: noon, closedBy: 'head_teacher:1' },
      record: { by: 'head_teacher:p-head', channel: 'wechat', what: '1' },
    })
    expect(lines(answer('1').actions)).toEqual(['reply.handled→p-head'])
  })

  it('is no feedback on the rules', () => {
    expect(answer('1')).not.toHaveProperty('feedback')
  })
})

describe('2', () => {
  it('sends the ready text to the sender', () => {
    const result = moved(answer('2'))
    expect(result.actions.map(action => [action.kind, action.target, action.text.split('|')[0]])).toEqual([
      ['remind', { person: 'm1', group: 'g1' }, '您好'],
      ['reply', { person: 'p-head', group: 'g1' }, 'reply.reminded'],
    ])
    expect(result.to).toMatchObject({ state: 'closed', closedBy: 'head_teacher:2' })
  })

  it.each([
    ['who cannot be reached', { reachable: false }],
    ['who was reminded today', { reminderFree: false }],
  ])('hands the text over for somebody %s', (_, more) => {
    const about = { id: 'm1', who: '李*妈妈', role: 'parent' as const, reachable: true, reminderFree: true, ...more }
    const result = moved(answer('2', aCase(), { about }))
    expect(result.actions.map(action => action.text)).toEqual(['reply.ready_text|code=A7|text=您好'])
  })

  it('hands the text over at night', () => {
    const result = moved(advance(aCase(), reply('2'), contextAt(at('23:00'))))
    expect(lines(result.actions)).toEqual(['reply.ready_text→p-head'])
  })

  it('says so where there is nothing to say or nobody to say it to', () => {
    expect(answer('2', aCase(), { readyText: null })).toMatchObject({
      refused: expect.stringContaining('没有现成的话术'),
    })
    expect(answer('2', aCase({ about: null }), { about: null })).toHaveProperty('refused')
  })
})

describe('3', () => {
  it('says one line to the group, naming nobody', () => {
    const result = moved(answer('3'))
    expect(result.actions[0]).toMatchObject({ kind: 'collective', target: { group: 'g1' }, recipient: null })
    expect(result.actions[0]?.text).not.toContain('李')
    expect(lines(result.actions)[1]).toBe('reply.posted→p-head')
  })

  it('keeps to the two lines of the day and to the night', () => {
    const full = answer('3', aCase(), { publicLineFree: false })
    expect(full).toMatchObject({ refused: expect.stringContaining('已用完') })
    expect(lines(full.actions)).toEqual(['reply.refused→p-head'])
    const night = advance(aCase(), reply('3'), contextAt(at('22:00')))
    expect(night).toMatchObject({ refused: expect.stringContaining('夜间') })
    expect(night.actions.filter(action => action.kind === 'collective')).toEqual([])
  })

  it('is not offered for what is about a teacher', () => {
    const found = aCase({ owner: 'supervisor', category: 'homework' })
    expect(answer('3', found, {}, 'supervisor')).toHaveProperty('refused')
  })
})

describe('4', () => {
  it('hands the case to the supervisor, with a chain of its own', () => {
    const result = moved(answer('4'))
    expect(result.to).toEqual({ state: 'passed', owner: 'supervisor', step: 0, deadline: at('12:40') })
    expect(result.actions[0]?.text).toContain('by=班主任')
    expect(result.actions[0]?.text).toContain('choices=1已处理 2私下提醒 5误报')
    expect(result.actions[1]?.text).toBe('reply.passed|code=A7|to=督导')
  })

  it('goes to the leader where there is no supervisor, and nowhere without either', () => {
    const people = (...roles: string[]) => ({
      people: (role: keyof typeof STAFF) => (roles.includes(role) ? STAFF[role] : null),
    })
    expect(moved(answer('4', aCase(), people('leader'))).to.owner).toBe('leader')
    expect(answer('4', aCase(), people('head_teacher'))).toMatchObject({
      refused: expect.stringContaining('没有登记可以转交的督导'),
    })
  })

  it('is no choice of the supervisor', () => {
    expect(answer('4', aCase(), {}, 'supervisor')).toMatchObject({ refused: expect.stringContaining('可以回复') })
  })

  it('waits for the day if it is minor', () => {
    const result = moved(advance(aCase({ severity: 'P2' }), reply('4'), contextAt(at('21:30'))))
    expect(result.actions[0]?.notBefore).toBe(at('1 07:30'))
    expect(result.actions[1]?.notBefore).toBe(at('21:30'))
  })
})

describe('5', () => {
  it('is the only feedback', () => {
    const fed = DIGITS.filter(digit => 'feedback' in answer(digit))
    expect(fed).toEqual(['5'])
    expect(moved(answer('5')).feedback).toBe('false_alarm')
  })
})

describe('6', () => {
  it('makes a narrow exception', () => {
    expect(moved(answer('6'))).toMatchObject({
      exception: { category: 'fee_collection', about: 'm1' },
      to: { state: 'closed' },
    })
  })

  it('never for safety, privacy and conflict, nor by somebody outside the class', () => {
    const guarded = ['emergency', 'self_harm_bullying', 'scam_impersonation', 'privacy_leak', 'grades_ranking'] as const
    for (const category of [...guarded, 'abuse_conflict', 'obscene_illegal'] as const) {
      expect(answer('6', aCase({ category }))).toHaveProperty('refused')
    }
    expect(answer('6', aCase(), {}, 'supervisor')).toHaveProperty('refused')
  })
})

describe('0', () => {
  const last = (digit: '1' | '4', state: Case['state'] = 'open', owner: Case['owner'] = 'head_teacher') => ({
    by: STAFF.head_teacher,
    digit,
    at: at('12:05'),
    from: { state, step: 1, owner },
  })
  const closed = aCase({ state: 'closed', closedAt: at('12:05'), closedBy: 'head_teacher:1', step: 1 })

  it('opens the case again as it was; the chain begins anew', () => {
    const result = moved(answer('0', closed, { last: last('1') }))
    expect(result.to).toEqual({
      state: 'open',
      step: 1,
      owner: 'head_teacher',
      deadline: at('12:40'),
      closedAt: null,
      closedBy: null,
    })
    expect(result).toMatchObject({ withdraws: true })
    expect(lines(result.actions)).toEqual(['reply.undone→p-head'])
  })

  it('takes the bot’s line back', () => {
    const lastLine = { messageId: 'msg-1', target: { group: 'g1' } }
    const [line] = moved(answer('0', closed, { last: last('1'), lastLine })).actions
    expect(line).toMatchObject({ kind: 'recall_own', messageId: 'msg-1', target: { group: 'g1' } })
  })

  it('gives a case that was passed on back to whoever passed it', () => {
    const passed = aCase({ state: 'passed', owner: 'supervisor' })
    expect(moved(answer('0', passed, { last: last('4', 'open', 'supervisor') })).to.owner).toBe('head_teacher')
  })

  it('lets a recall request wait again, if its time has not come', () => {
    const recall = aCase({ kind: 'recall', state: 'closed', deadline: at('12:02') })
    expect(moved(answer('0', recall, { last: last('1', 'waiting') })).to).toMatchObject({
      state: 'waiting',
      deadline: noon,
    })
  })

  it('undoes nobody else’s step, and nothing where nothing was done', () => {
    expect(answer('0', closed, { last: { ...last('1'), by: STAFF.deputy } })).toMatchObject({
      refused: '上一步不是您操作的，不能撤销',
    })
    expect(answer('0')).toMatchObject({ refused: '没有可以撤销的上一步' })
  })
})

describe('?', () => {
  it('shows masked words, who and when, and changes nothing', () => {
    const result = moved(answer('?'))
    expect(result.to).toEqual({})
    expect(result.actions[0]?.text).toBe(
      'reply.show|code=A7|time=12:00|who=李*妈妈|what=集资|text=每家[价格]，[姓名]统一收',
    )
    expect(result.record.what).toBe('?')
  })

  it('shows at most fifteen characters of what is about self-harm', () => {
    const excerpt = '一二三四五六七八九十一二三四五六七八'
    const text = moved(answer('?', aCase({ category: 'self_harm_bullying' }), { excerpt })).actions[0]?.text
    expect(text?.endsWith('text=一二三四五六七八九十一二三四五…')).toBe(true)
  })

  it('says so when the words are gone, and works on a closed case', () => {
    const result = moved(answer('?', aCase({ state: 'closed' }), { excerpt: null }))
    expect(result.actions[0]?.text).toContain('原文已按规定删除')
  })
})

describe('what a case takes', () => {
  const accepted = (found: Case, role?: 'supervisor') =>
    DIGITS.filter(digit => digit !== '0' && !('refused' in answer(digit, found, {}, role))).join('')

  it.each([
    ['P1 of the class', aCase(), '123456?'],
    ['P0', aCase({ severity: 'P0', category: 'emergency' }), '145?'],
    ['P1 of self-harm', aCase({ category: 'self_harm_bullying' }), '145?'],
    ['appeal', aCase({ kind: 'appeal', severity: 'P2' }), '145?'],
    ['recall request', aCase({ kind: 'recall', state: 'waiting', category: 'privacy_leak' }), '12345?'],
    ['closed', aCase({ state: 'closed' }), '?'],
    ['ignored', aCase({ state: 'ignored' }), '?'],
  ])('%s', (_, found, digits) => {
    expect(accepted(found)).toBe(digits)
  })

  it('offers what it takes', () => {
    for (const category of CATEGORIES) {
      const found = aCase({ category })
      const refused = advance(aCase({ category, severity: 'P0' }), reply('2'), contextAt(noon))
      expect(refused).toMatchObject({ refused: '可以回复 1已处理 4转督导 5误报' })
      expect(accepted(found)).toContain('1')
    }
  })

  it('offers of an appeal only what is a move of one', () => {
    const appeal = aCase({ kind: 'appeal', severity: 'P2' })
    expect(answer('2', appeal)).toMatchObject({ refused: '可以回复 1已处理 4转督导 5误报' })
    const passed = moved(answer('4', appeal)).actions.find(({ kind }) => kind === 'alert')
    expect(passed?.text).toContain('choices=1已处理 5误报')
  })

  it('every digit has a row in the table, every row a sentence', () => {
    for (const digit of DIGITS) expect(MOVES.some(move => move.on === digit)).toBe(true)
    for (const move of MOVES) expect(move.says).toMatch(/[一-龥]/)
  })

  it('never names anybody but masked, in public nobody', () => {
    for (const digit of DIGITS) {
      for (const action of answer(digit).actions) {
        if (!('person' in action.target)) expect(action.text).not.toContain('*')
        expect(action.text).not.toContain('违规')
      }
    }
  })
})
