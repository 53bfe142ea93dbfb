import { describe, expect, it } from '@jest/globals'
import type { PrivateMessage } from '../../src/model/event.js'
import type { GroupProfile, Member } from '../../src/model/member.js'
import { HOUR, MINUTE } from '../../src/model/time.js'
import { headOf } from '../../src/pipeline/asker.js'
import { dutyOf, onDuty } from '../../src/pipeline/duty.js'
import { addException } from '../../src/pipeline/exceptions.js'
import { NOW } from '../signals/support.js'
import { GROUP, type Rig, type RigOptions, rig, said } from './rig.js'

let count = 0

/** A class with a deputy who can be written to; what a whisper brings back. */
function school(options: RigOptions = {}) {
  const it = rig(options)
  const { ledger, deps, teacher } = it
  const deputy: Member = {
    id: ledger.personId(GROUP, '刘老师', '副班主任刘老师', 'deputy'),
    name: '副班主任刘老师',
    role: 'deputy',
    students: [],
    exempt: [],
  }
  const base = deps.groups.profile(GROUP) as GroupProfile
  const full: GroupProfile = {
    ...base,
    members: [...base.members, deputy],
    people: [...base.people, { id: deputy.id, name: deputy.name, role: 'deputy' }],
  }
  const now = () => onDuty(full, dutyOf(ledger, GROUP, deps.clock.now()))
  deps.groups.profile = group => (group === GROUP ? now() : null)
  deps.groups.all = () => [now()]
  deps.groups.rolesOf = id => full.people.filter(person => person.id === id).map(person => person.role)
  const tell = (text: string, from: { id: string; name: string } = teacher): string[] => {
    const message: PrivateMessage = { id: `w${count++}`, at: deps.clock.now(), from, text }
    it.moderator.privateMessage(message)
    return ledger.actionsOf(`private/${message.id}`).map(action => action.text)
  }
  return { ...it, deputy, tell }
}

const owed = ({ ledger }: Pick<Rig, 'ledger'>, kind: string) =>
  ledger.dueActions(NOW + 1000 * HOUR, 100).filter(action => action.kind === kind)

describe('暂停', () => {
  it('rests conduct only, and ends by itself', () => {
    const { moderator, parent, clock, tell } = school()
    expect(tell('暂停 2h')).toEqual([expect.stringMatching(/^reply\.paused \d\d:\d\d$/)])
    expect(moderator.event(said('m1', parent, '团购水果'))?.actions).toEqual([])
    expect(moderator.event(said('m2', parent, '孩子身份证号是'))?.actions.length).toBeGreaterThan(0)
    expect(moderator.event(said('m3', parent, '群收款'))?.actions.length).toBeGreaterThan(0)
    clock.advanceTo(NOW + 2 * HOUR + 1)
    expect(moderator.event(said('m4', parent, '团购水果', {}, clock.now()))?.actions).toHaveLength(1)
  })

  it('ends when it is told to, lasts a day at most, and is not for parents', () => {
    const { moderator, parent, ledger, tell } = school()
    tell('暂停 99')
    expect(Number(ledger.meta(`paused:${GROUP}`))).toBe(NOW + 24 * HOUR)
    expect(tell('恢复')).toEqual(['reply.resumed'])
    expect(moderator.event(said('m1', parent, '团购水果'))?.actions).toHaveLength(1)
    expect(tell('暂停', parent)).toEqual([])
    expect(ledger.meta(`paused:${GROUP}`)).toBeNull()
  })

  it('is the head teacher’s: others of the list are told so', () => {
    const { deputy, ledger, tell } = school()
    for (const text of ['暂停', '恢复', '白名单', '值班 交给王老师', '通知 7:30 带伞'])
      expect(tell(text, deputy)).toEqual([expect.stringMatching(/^reply\.not_done 只有班主任/)])
    expect(ledger.meta(`paused:${GROUP}`)).toBeNull()
  })
})

describe('规则', () => {
  it('names pack, number of rules and version', () => {
    const { deps, tell } = school()
    const [text] = tell('规则')
    const [pack] = deps.rules().ruleSet.packs.values()
    expect(text).toMatch(new RegExp(`reply\\.rules_line .* ${pack?.rules.length} `))
    expect(text).toContain(deps.rules().ruleSet.hash.slice(0, 8))
  })
})

describe('白名单', () => {
  it('lists what digit 6 made, masked, and takes it back', () => {
    const { ledger, parent, tell } = school()
    expect(tell('白名单')).toEqual(['reply.no_exceptions'])
    addException(ledger, GROUP, parent.id, 'commerce')
    addException(ledger, GROUP, parent.id, 'ack_flood')
    const [list] = tell('白名单')
    expect(list).toContain('1 程*妈妈：收到刷屏\n2 程*妈妈：商业推销')
    expect(list).not.toContain('小满')
    expect(tell('白名单 删 3')).toEqual([expect.stringContaining('白名单里没有第3条')])
    expect(tell('白名单 删 2')).toEqual(['reply.exception_removed 程*妈妈：商业推销'])
    expect(tell('白名单')[0]).not.toContain('商业')
  })

  it('loses what is undone', () => {
    const { moderator, ledger, parent, tell } = school()
    const [alert] = moderator.event(said('m1', parent, '群收款'))?.actions ?? []
    ledger.markSending(alert?.id ?? '', NOW)
    ledger.settle(alert?.id ?? '', { state: 'done', now: NOW })
    tell('6')
    expect(ledger.metas('exception:')).toHaveLength(1)
    tell('0')
    expect(ledger.metas('exception:')).toEqual([])
    expect(ledger.openCases()).toHaveLength(1)
  })
})

describe('误报', () => {
  it('is an example to learn from, until whoever said so takes it back', () => {
    const { moderator, ledger, parent, tell } = school()
    const [alert] = moderator.event(said('m1', parent, '群收款'))?.actions ?? []
    ledger.markSending(alert?.id ?? '', NOW)
    ledger.settle(alert?.id ?? '', { state: 'done', now: NOW })
    tell('5')
    expect(ledger.feedback()).toMatchObject([{ kind: 'false_alarm' }])
    tell('0')
    expect(ledger.feedback()).toEqual([])
    expect(ledger.openCases()).toHaveLength(1)
    tell('误报')
    expect(ledger.feedback()).toHaveLength(1)
    tell('0')
    tell('1')
    tell('0')
    expect(ledger.feedback()).toEqual([])
    expect(ledger.caseMoves(ledger.openCases()[0]?.id ?? '').map(({ what }) => what)).toEqual([
      'opened',
      ...['5', '0', '5', '0', '1', '0'],
    ])
  })
})

describe('值班', () => {
  it('goes to a colleague until the morning: cases, answers and commands', () => {
    const it = school()
    const { moderator, ledger, deputy, teacher, parent, clock, deps, tell } = it
    expect(tell('值班 交给刘老师')).toEqual([expect.stringMatching(/^reply\.duty 副班主任刘老师 明天07:00$/)])
    expect(ledger.dueActions(NOW, 10).filter(a => a.topic === 'duty.given')).toMatchObject([
      { target: { person: deputy.id } },
    ])
    const outcome = moderator.event(said('m1', parent, '群收款'))
    expect(outcome?.actions.map(action => action.target)).toEqual([{ person: deputy.id, group: GROUP }])
    tell('1', deputy)
    expect(ledger.cases()).toMatchObject([{ state: 'closed', closedBy: 'head_teacher:1' }])
    expect(tell('暂停', deputy)[0]).toMatch(/^reply\.paused/)
    // what is said in the head teacher's name stays theirs
    expect(tell('通知 7:30 带伞', deputy)[0]).toMatch(/^reply\.not_done/)
    clock.advanceTo(NOW + 24 * HOUR)
    expect(headOf(deps.groups.profile(GROUP) as GroupProfile)?.id).toBe(teacher.id)
  })

  it('comes back early, and the stand-in hears of it', () => {
    const { ledger, deputy, teacher, deps, tell } = school()
    tell('值班 交给副班主任')
    expect(tell('值班 收回')).toEqual(['reply.duty_back'])
    expect(ledger.dueActions(NOW, 10).filter(a => a.topic === 'duty.over')).toMatchObject([
      { target: { person: deputy.id } },
    ])
    expect(headOf(deps.groups.profile(GROUP) as GroupProfile)?.id).toBe(teacher.id)
  })

  it('goes to nobody who is not of the school, cannot be reached, or is not meant clearly', () => {
    const { ledger, deps, deputy, tell } = school()
    for (const name of ['程小满妈妈', '张三', '老师老师']) {
      expect(tell(`值班 交给${name}`)).toEqual([expect.stringContaining('可以是：副班主任刘老师')])
    }
    deps.reachable = person => person !== deputy.id
    expect(tell('值班 交给刘老师')).toEqual(['reply.not_done 没有可以交接的同事'])
    expect(ledger.metas('duty:')).toEqual([])
  })

  it('gives one and the same profile for one stand-in: signals cache by it', () => {
    const { deps, tell } = school()
    tell('值班 交给刘老师')
    expect(deps.groups.profile(GROUP)).toBe(deps.groups.profile(GROUP))
  })
})

describe('a post', () => {
  it('is echoed, confirmed, and owed for its hour; a notice has its form', () => {
    const it = school()
    const [echo] = it.tell('通知 明早7:30 明天带跳绳，收到请回复')
    expect(echo).toContain('TZ1')
    expect(echo).toContain('明天07:30')
    expect(owed(it, 'post')).toEqual([])
    expect(it.tell('确认')).toEqual(['post.confirmed TZ1 明天07:30'])
    const [post] = owed(it, 'post')
    expect(post?.target).toEqual({ group: GROUP })
    expect(post?.text).toContain('明天带跳绳')
    expect(post?.text).toContain('收到请回复')
    expect(it.deps.localTime(post?.notBefore ?? 0, 'Asia/Shanghai').minutes).toBe(450)
    // words, as they were written
    it.tell('定时 18:00 大家辛苦了～')
    it.tell('TZ2 确认')
    expect(owed(it, 'post').map(action => action.text)).toContain('大家辛苦了～')
  })

  it('is outside the public budget', () => {
    const it = school()
    it.tell('定时 18:00 第一条')
    it.tell('确认')
    expect(it.ledger.deeds(GROUP).count({ kinds: ['collective'], since: 0 })).toBe(0)
  })

  it('of the late evening waits for the morning', () => {
    const it = school()
    expect(it.tell('定时 22:30 明天穿校服')[0]).toContain('明天07:30')
    expect(it.tell('定时 明天 6:00 明天穿校服')[0]).toContain('明天07:30')
  })

  it('can be cancelled before and after it was confirmed, and by its code only where there are several', () => {
    const it = school()
    it.tell('定时 18:00 一')
    it.tell('定时 19:00 二')
    expect(it.tell('确认')).toEqual(['reply.not_done 请带上代码：TZ1、TZ2'])
    expect(it.tell('确认 TZ2')[0]).toMatch(/^post\.confirmed TZ2/)
    expect(it.tell('取消 TZ2')).toEqual(['post.cancelled TZ2'])
    expect(it.tell('取消')).toEqual(['post.cancelled TZ1'])
    expect(owed(it, 'post')).toEqual([])
    expect(it.tell('取消')).toEqual(['reply.not_done 没有待确认的通知'])
    expect(it.tell('确认 TZ2')[0]).toContain('没有找到 TZ2')
  })

  it('whose hour has passed is not sent, nor prepared', () => {
    const it = school()
    expect(it.tell('定时 今天 0:01 早')).toEqual([expect.stringContaining('这个时间已经过了')])
    it.tell('定时 18:00 一')
    it.clock.advanceTo(NOW + 12 * HOUR)
    expect(it.tell('确认')[0]).toContain('已经过了')
    expect(owed(it, 'post')).toEqual([])
  })

  it('is not prepared in shadow mode', () => {
    const it = school({ mode: 'shadow' })
    expect(it.tell('通知 18:00 带伞')).toEqual([expect.stringContaining('试运行')])
  })
})

describe('shadow mode', () => {
  it.each(['2', '3', '4'])('digit %s says what it does not do, and the case stays', digit => {
    const { moderator, ledger, parent, tell } = school({ mode: 'shadow' })
    moderator.event(said('m1', parent, '群收款'))
    tell(digit)
    const replies = ledger.dueActions(NOW, 10)
    expect(replies.map(action => action.text)).toEqual([expect.stringMatching(/reply\.refused A1 试运行/)])
    expect(ledger.openCases()).toMatchObject([{ state: 'open' }])
  })
})

describe('a head teacher of two groups', () => {
  it('answers the cases of both', () => {
    const { moderator, ledger, deps, parent, teacher, tell, clock } = school()
    const other: GroupProfile = {
      ...(deps.groups.profile(GROUP) as GroupProfile),
      id: 'c3-3',
      people: [{ id: ledger.personId('c3-3', '王', '班主任王老师', 'head_teacher'), name: '王', role: 'head_teacher' }],
    }
    const first = deps.groups.profile(GROUP) as GroupProfile
    deps.groups.profile = group => [first, other].find(one => one.id === group) ?? null
    deps.groups.all = () => [first, other]
    deps.groups.selves = id => (id === teacher.id ? [teacher.id, other.people[0]?.id ?? ''] : [id])
    moderator.event(said('m1', parent, '群收款'))
    clock.advanceTo(NOW + MINUTE)
    moderator.event({ ...said('m2', parent, '群收款', {}, clock.now()), group: 'c3-3' })
    expect(tell('未决')[0]).toContain('2')
    tell('A2 1')
    tell('A1 5')
    expect(ledger.cases().map(it => it.closedBy)).toEqual(['head_teacher:5', 'head_teacher:1'])
  })
})
