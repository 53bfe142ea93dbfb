import { describe, expect, it } from '@jest/globals'
import { advance, latestDeadline } from '../../src/cases/index.js'
import type { Person, Recipient } from '../../src/model/member.js'
import { MINUTE } from '../../src/model/time.js'
import { aCase, at, Chain, contextAt, lines, moved, reply, STAFF } from './world.js'

const p0 = (opened = '12:00', more = {}) =>
  aCase({
    severity: 'P0',
    category: 'emergency',
    key: 'P0:emergency',
    openedAt: at(opened),
    deadline: at(opened) + 180_000,
    ...more,
  })
const EMERGENCY: Recipient[] = ['head_teacher', 'deputy', 'supervisor']
const without = (...gone: Recipient[]) => ({
  people: (role: Recipient): Person | null => (gone.includes(role) ? null : STAFF[role]),
})

describe('P0, nobody answers', () => {
  it('goes to the same people at 3 minutes, to the leader at 10, and goes on', () => {
    const chain = new Chain(p0('03:00'), EMERGENCY).until(at('04:20'))
    const all = (time: string) =>
      [...EMERGENCY, 'leader' as const].map(role => `${time} repeat: chain.repeat→${STAFF[role].id} ${time}`)
    expect(chain.log).toEqual([
      '03:03 repeat: chain.repeat→p-head 03:03',
      '03:03 repeat: chain.repeat→p-deputy 03:03',
      '03:03 repeat: chain.repeat→p-super 03:03',
      '03:10 leader: chain.passed→p-leader 03:10',
      ...all('03:20'),
      ...all('03:40'),
      ...all('04:20'),
    ])
  })

  it('is repeated at least every two hours, and never ignored', () => {
    const chain = new Chain(p0(), EMERGENCY).until(at('2 12:00'))
    expect(chain.found.state).toBe('open')
    const times = chain.log.filter(line => line.includes('p-head')).map(line => line.slice(0, 7))
    expect(times.length).toBeGreaterThan(14)
  })

  it('is repeated once a day when nobody answered for a day, and goes on', () => {
    const chain = new Chain(p0(), EMERGENCY).until(at('20 12:00'))
    const days = chain.log.filter(line => line.includes('p-head') && /^\S+ repeat|^\d+ \S+ repeat/.test(line))
    expect(chain.found.state).toBe('open')
    const ofDay = (day: number) => days.filter(line => line.startsWith(`${day} `)).length
    expect([5, 10, 19].map(ofDay)).toEqual([1, 1, 1])
  })

  it('repeats to those who were told where there is no leader', () => {
    const chain = new Chain(p0(), EMERGENCY, without('leader')).until(at('12:10'))
    expect(chain.log.slice(3)).toEqual(
      EMERGENCY.map(role => `12:10 repeat: chain.repeat→${STAFF[role].id} 12:10`.replace('repeat:', 'leader:')),
    )
  })

  it('does not tell a leader whom it is about', () => {
    const about = { id: 'p-leader', who: '程*', role: 'leader', reachable: true, reminderFree: true } as const
    const chain = new Chain(p0('12:00', { about: 'p-leader', owner: 'supervisor' }), ['supervisor'], { about })
    chain.until(at('13:30'))
    expect(chain.log.filter(line => line.includes('p-leader'))).toEqual([])
    expect(chain.log.length).toBeGreaterThan(3)
  })

  it('catches up after the machine slept: once more to all, then the leader', () => {
    const chain = new Chain(p0(), EMERGENCY)
    chain.take({ kind: 'deadline' }, at('12:45'))
    expect(chain.found.step).toBe(1)
    chain.until(at('12:55'))
    expect(chain.log.at(-1)).toBe('12:52 leader: chain.passed→p-leader 12:52')
  })
})

describe('P0, somebody answers', () => {
  it('ends with a word to the others', () => {
    const chain = new Chain(p0(), EMERGENCY).until(at('12:04'))
    chain.take(reply('1', 'deputy'), at('12:05'))
    expect(chain.found).toMatchObject({ state: 'closed', closedAt: at('12:05'), closedBy: 'deputy:1' })
    expect(chain.log.slice(3)).toEqual([
      '12:05 1: reply.handled→p-deputy 12:05',
      '12:05 1: chain.answered→p-head 12:05',
      '12:05 1: chain.answered→p-super 12:05',
    ])
    expect(chain.until(at('2 12:00')).log).toHaveLength(6)
  })

  it('tells the second of two that it is done', () => {
    const chain = new Chain(p0(), EMERGENCY)
    chain.take(reply('1', 'deputy'), at('12:02'))
    const second = chain.take(reply('1', 'head_teacher'), at('12:02'))
    expect(second).toMatchObject({ refused: '已经处理过了' })
    expect(lines(second.actions)).toEqual(['reply.refused→p-head'])
  })

  it('passed on by the head teacher, it concerns the supervisor', () => {
    const chain = new Chain(p0(), EMERGENCY)
    chain.take(reply('4'), at('12:02'))
    expect(chain.found).toMatchObject({ state: 'passed', owner: 'supervisor', step: 0, deadline: at('12:05') })
    chain.until(at('12:12'))
    expect(chain.log).toEqual([
      '12:02 4: chain.passed→p-super 12:02',
      '12:02 4: reply.passed→p-head 12:02',
      '12:05 repeat: chain.repeat→p-super 12:05',
      '12:12 leader: chain.passed→p-leader 12:12',
    ])
  })
})

describe('P1', () => {
  it('is repeated at 30 minutes, goes to the deputy at 60, and counts as ignored a day later', () => {
    const chain = new Chain(aCase(), ['head_teacher']).until(at('3 00:00'))
    expect(chain.log).toEqual([
      '12:30 repeat: chain.repeat→p-head 12:30',
      '13:00 deputy: chain.passed→p-deputy 13:00',
      '1 13:00 ignored',
    ])
    expect(chain.found).toMatchObject({ state: 'ignored', owner: 'deputy', closedBy: 'expired' })
  })

  it('skips a deputy who is not there', () => {
    const chain = new Chain(aCase(), ['head_teacher'], without('deputy')).until(at('13:00'))
    expect(chain.log.at(-1)).toBe('13:00 deputy: chain.passed→p-super 13:00')
  })

  it('about a teacher goes from the supervisor to the leader, never back to the class', () => {
    const about = { id: 't1', who: '柏*老师', role: 'teacher', reachable: true, reminderFree: true } as const
    const found = aCase({ owner: 'supervisor', category: 'teacher_outburst', about: 't1' })
    const chain = new Chain(found, ['supervisor'], { about }).until(at('3 00:00'))
    expect(chain.log).toEqual([
      '12:30 repeat: chain.repeat→p-super 12:30',
      '13:00 deputy: chain.passed→p-leader 13:00',
      '1 13:00 ignored',
    ])
  })

  it('reminds the owner once more where nobody is next', () => {
    const chain = new Chain(aCase({ owner: 'leader' }), ['leader'], without('admin')).until(at('3 00:00'))
    expect(chain.log.map(line => line.split(': ')[1] ?? line)).toEqual([
      'chain.repeat→p-leader 12:30',
      'chain.repeat→p-leader 13:00',
      '1 13:00 ignored',
    ])
  })

  it('rests at night', () => {
    const found = aCase({ openedAt: at('21:50'), deadline: at('22:20') })
    const chain = new Chain(found, ['head_teacher']).until(at('1 09:00'))
    expect(chain.log).toEqual([
      '22:20 repeat: chain.repeat→p-head 1 07:00',
      '1 07:30 deputy: chain.passed→p-deputy 1 07:30',
    ])
  })
})

describe('P2', () => {
  it('is told once and counts as ignored after a day', () => {
    const found = aCase({ severity: 'P2', deadline: at('1 12:00') })
    const chain = new Chain(found, ['head_teacher']).until(at('5 00:00'))
    expect(chain.log).toEqual(['1 12:00 ignored'])
  })
})

describe('recall requests', () => {
  const waiting = (more = {}) =>
    aCase({
      kind: 'recall',
      state: 'waiting',
      key: 'recall:e1',
      deadline: at('12:02'),
      category: 'privacy_leak',
      ...more,
    })

  it('end when the message is taken back', () => {
    const chain = new Chain(waiting(), ['head_teacher'])
    chain.take({ kind: 'recalled' }, at('12:01'))
    expect(chain.found).toMatchObject({ state: 'closed', closedBy: 'recalled', closedAt: at('12:01') })
    expect(chain.until(at('2 00:00')).log).toEqual(['12:01 recalled'])
  })

  it('turn into a case that waits for a person when the window has passed', () => {
    const chain = new Chain(waiting(), ['head_teacher']).until(at('13:02'))
    expect(chain.log).toEqual([
      '12:02 expired: alert.recall_expired→p-head 12:02',
      '12:32 repeat: chain.repeat→p-head 12:32',
      '13:02 deputy: chain.passed→p-deputy 13:02',
    ])
  })

  it('end even then, if it is taken back at last', () => {
    const chain = new Chain(waiting(), ['head_teacher']).until(at('12:10'))
    expect(chain.found.state).toBe('open')
    chain.take({ kind: 'recalled' }, at('12:20'))
    expect(chain.found.state).toBe('closed')
  })

  it('that expire at night are told in the morning', () => {
    const late = new Chain(waiting({ deadline: at('23:02'), severity: 'P1' }), ['head_teacher']).until(at('23:02'))
    expect(late.log).toEqual(['23:02 expired: alert.recall_expired→p-head 1 07:00'])
    expect(late.found.deadline).toBe(at('1 07:30'))
    const minor = new Chain(waiting({ deadline: at('23:02'), severity: 'P2' }), ['head_teacher']).until(at('23:02'))
    expect(minor.log).toEqual(['23:02 expired: alert.recall_expired→p-head 1 07:30'])
  })

  it('about the head teacher are told to the supervisor', () => {
    const about = { id: 'p-head', who: '高*', role: 'head_teacher', reachable: true, reminderFree: true } as const
    const chain = new Chain(waiting({ owner: 'supervisor', about: 'p-head' }), ['supervisor'], { about }).until(
      at('13:02'),
    )
    expect(chain.log.filter(line => line.includes('p-head'))).toEqual([])
    expect(chain.log[0]).toBe('12:02 expired: alert.recall_expired→p-super 12:02')
  })
})

describe('what cannot happen', () => {
  it('an answer to what was left for so long that it is over says how long', () => {
    const ignored = aCase({ state: 'ignored', closedAt: at('1 12:30'), closedBy: 'expired' })
    expect(advance(ignored, reply('1'), contextAt(at('1 13:00')))).toMatchObject({
      refused: '过了24小时没有人回复，已记为未处理',
      actions: [{ kind: 'reply', target: { person: 'p-head' } }],
    })
    const params = {
      ...contextAt(at('12:00')).params,
      chain: { ...contextAt(at('12:00')).params.chain, p2Expire: 90 * MINUTE },
    }
    expect(advance(ignored, reply('1'), contextAt(at('1 13:00'), { params }))).toMatchObject({
      refused: expect.stringContaining('90分钟'),
    })
  })

  it('a deadline before its time changes nothing and tells nobody', () => {
    expect(advance(aCase(), { kind: 'deadline' }, contextAt(at('12:29')))).toEqual({
      refused: 'too early',
      actions: [],
    })
  })

  it('a closed case has no deadline, an escalation is not recalled', () => {
    const closed = aCase({ state: 'closed' })
    expect(advance(closed, { kind: 'deadline' }, contextAt(at('13:00')))).toHaveProperty('refused')
    expect(advance(aCase(), { kind: 'recalled' }, contextAt(at('12:01')))).toHaveProperty('refused')
  })

  it('keeps what the chain says apart from new reports of the matter', () => {
    const result = moved(advance(aCase(), { kind: 'deadline' }, contextAt(at('12:30'))))
    expect(result.actions[0]?.topic).toBe('chain:P1:fee_collection:m1')
    expect(result.record).toEqual({ by: 'clock', channel: 'clock', what: 'repeat' })
  })
})

describe('what nobody heard', () => {
  const P2 = aCase({ severity: 'P2', deadline: at('12:00'), openedAt: at('12:00') })
  const due = { kind: 'deadline' } as const
  const after = (heard: number | null | undefined, more = {}) =>
    moved(
      advance(
        P2,
        due,
        contextAt(at('1 12:00'), { heard: new Map(heard === undefined ? [] : [['p-head', heard]]), ...more }),
      ),
    )

  it('is told again, and the day begins anew', () => {
    const again = after(null)
    expect(again.to).toEqual({ deadline: at('2 12:00') })
    expect(again.record).toEqual({ by: 'clock', channel: 'clock', what: 'told again' })
    expect(lines(again.actions)).toEqual(['alert.p2→p-head'])
  })

  it('is not told twice where the first line is still on its way', () => {
    expect(after(null, { pending: ['p-head'] }).actions).toEqual([])
    const repeated = moved(advance(aCase(), due, contextAt(at('12:30'), { pending: ['p-head'] })))
    expect([repeated.to.step, repeated.actions]).toEqual([1, []])
  })

  it('has a day from when it was heard, if that was late', () => {
    expect(after(at('1 07:30'))).toMatchObject({ to: { deadline: at('2 07:30') }, actions: [] })
    expect(after(at('12:01')).to.state).toBe('ignored')
    expect(after(undefined).to.state).toBe('ignored')
  })

  it('by WeChat is told again beside it', () => {
    const channels = (id: string) => (id === 'p-head' ? ['email'] : [])
    const more = { pending: ['p-head', 'p-deputy'], told: [STAFF.head_teacher, STAFF.deputy], channels }
    const { actions } = moved(advance(p0(), due, contextAt(at('12:03'), more)))
    expect(actions.map(({ kind, channel }) => [kind, channel])).toEqual([['second_channel', 'email']])
  })
})

describe('the latest that a deadline can be', () => {
  const standing = (more: Partial<Parameters<typeof aCase>[0]>) =>
    aCase({ severity: 'P0', category: 'emergency', ...more })
  it.each([
    ['a P0 that was just told', standing({ step: 0 }), '12:03'],
    ['a P0 that was told again', standing({ step: 1 }), '12:07'],
    ['a P0 whose leader knows', standing({ step: 2 }), '12:10'],
    ['a P1', aCase(), '12:30'],
    ['a P1 that was told again', aCase({ step: 1 }), '12:30'],
    ['a P1 that the deputy has', aCase({ step: 2, state: 'passed' }), '1 12:00'],
    ['a P2', aCase({ severity: 'P2' }), '1 12:00'],
  ])('%s', (_, found, latest) => {
    expect(latestDeadline(found, contextAt(at('12:00')))).toBe(at(latest))
  })

  it('is never before one that the table sets itself, however the chain goes', () => {
    for (const severity of ['P0', 'P1', 'P2'] as const) {
      let found = aCase({ severity, openedAt: at('12:00'), deadline: at('12:00') })
      for (let round = 0; round < 8 && found.state !== 'ignored'; round++) {
        const context = contextAt(found.deadline)
        const { to } = moved(advance(found, due(), context))
        found = { ...found, ...to }
        if (found.state !== 'ignored') expect(found.deadline).toBeLessThanOrEqual(latestDeadline(found, context))
      }
    }
  })
})

function due() {
  return { kind: 'deadline' } as const
}
