import { describe, expect, it } from '@jest/globals'
import type { GroupProfile, Member, Person } from '../../src/model/member.js'
import { HOUR, type Instant } from '../../src/model/time.js'
import { startOfDay } from '../../src/pipeline/when.js'
import { NOW } from '../signals/support.js'
import { GROUP, rig, said } from './rig.js'

/** A class with a supervisor and a colleague; somebody is reminded, and objects. */
function objected(by: 'parent' | 'teacher' | 'head', at: Instant = NOW, text = '误会', listed = true) {
  const it = rig()
  const { ledger, deps, moderator, clock } = it
  const supervisor: Person = {
    id: ledger.personId(null, 'p:s', '德育处赵主任', 'supervisor'),
    name: '',
    role: 'supervisor',
  }
  const colleague: Member = {
    ...{ id: ledger.personId(GROUP, 'm:c', '数学陈老师', 'teacher'), name: '数学陈老师', role: 'teacher' },
    ...{ students: [], exempt: [] },
  }
  const base = deps.groups.profile(GROUP) as GroupProfile
  const profile = {
    ...base,
    members: [...base.members, colleague],
    people: listed ? [...base.people, supervisor] : base.people,
  }
  deps.groups.profile = group => (group === GROUP ? profile : null)
  deps.groups.all = () => [profile]
  const head = base.members.find(one => one.id === it.teacher.id) as Member
  const who = { parent: it.parent, teacher: colleague, head }[by]
  clock.advanceTo(at)
  const event = said('m1', who, '团购水果', {}, at)
  const action = moderator.event(event)?.actions.find(one => one.kind === 'remind')
  if (action) {
    ledger.markSending(action.id, at)
    ledger.settle(action.id, { state: 'done', now: at })
  }
  moderator.privateMessage({ id: 'w1', at, from: { id: who.id, name: who.name }, text })
  const found = ledger.cases({ group: GROUP }).find(one => one.kind === 'appeal')
  const moves = found ? ledger.caseMoves(found.id) : []
  const owed = moves.flatMap(move => ledger.actionsOf(move.id))
  const answers = ledger.actionsOf('private/w1').map(answer => answer.text)
  return {
    ...it,
    answers,
    supervisor,
    found,
    reminded: action !== undefined,
    owed,
    midnight: startOfDay(deps, profile, at),
  }
}

describe('an appeal', () => {
  it('opens a case for the head teacher, who is offered what can be done about it, and gets one receipt', () => {
    const { found, owed, teacher, parent } = objected('parent')
    expect(found).toMatchObject({ owner: 'head_teacher', severity: 'P2', about: parent.id })
    expect(owed.map(({ kind, target }) => [kind, 'person' in target ? target.person : ''])).toEqual([
      ['reply', parent.id],
      ['alert', teacher.id],
    ])
    expect(owed[1]?.text).toContain('1已处理 4转督导 5误报')
    expect(owed[1]?.text).not.toMatch(/[236][私群以]/u)
  })

  it('of the night gets its receipt at once and is told by day', () => {
    // within the two minutes in which a word still goes to its sender
    const { owed, found, midnight, reminded } = objected('parent', NOW + 8 * HOUR)
    expect(reminded).toBe(true)
    const [receipt, alert] = owed
    expect(receipt?.notBefore).toBe(NOW + 8 * HOUR)
    expect(alert?.notBefore).toBe(midnight + 31.5 * HOUR)
    expect(found?.deadline).toBe((alert?.notBefore ?? 0) + 24 * HOUR)
  })

  it('of a teacher goes to the supervisor, not to a colleague', () => {
    const { reminded, found, owed, supervisor } = objected('teacher')
    if (!reminded) throw new Error('the rig reminds a teacher, too')
    expect(found).toMatchObject({ owner: 'supervisor' })
    expect(owed[1]?.target).toEqual({ person: supervisor.id, group: GROUP })
    expect(owed[1]?.text).toContain('1已处理 5误报')
  })

  it('of the head teacher, who is on the list, goes to the supervisor, and never comes back to the head teacher', () => {
    const { reminded, found, owed, supervisor, teacher, answers, moderator, ledger } = objected('head')
    expect(reminded).toBe(true)
    expect(found).toMatchObject({ owner: 'supervisor', about: teacher.id, kind: 'appeal' })
    expect(owed.map(({ kind, target, text }) => [kind, 'person' in target ? target.person : '', text])).toEqual([
      ['reply', teacher.id, expect.stringMatching(/^appeal\.receipt_staff 督导/)],
      ['alert', supervisor.id, expect.stringContaining('1已处理 5误报')],
    ])
    expect(answers).toEqual([])
    // nor is it listed to them, nor theirs to close
    const ask = (id: string, text: string) => {
      moderator.privateMessage({ id, at: NOW, from: { id: teacher.id, name: teacher.name }, text })
      return ledger.actionsOf(`private/${id}`).map(answer => answer.text)
    }
    expect(ask('w2', '未决')).toEqual(['reply.none_open'])
    expect(ask('w3', `${found?.code} 1`)).toEqual([expect.stringContaining('reply.unknown_code')])
    expect(ledger.case(found?.id ?? '')?.state).toBe('open')
  })

  it('of the head teacher makes one case, however often it is said', () => {
    const { moderator, ledger, teacher } = objected('head')
    moderator.privateMessage({ id: 'w2', at: NOW, from: { id: teacher.id, name: teacher.name }, text: '弄错了吧' })
    expect(ledger.cases({ group: GROUP })).toHaveLength(1)
  })

  it('of the head teacher that nobody can look at is told so', () => {
    const { found, answers } = objected('head', NOW, '误会', false)
    expect(found).toBeUndefined()
    expect(answers).toEqual([expect.stringContaining('没有登记可以核对的督导')])
  })

  it('is no command: 误报 is still digit 5, and other talk of the head teacher gets a line of help', () => {
    expect(objected('head', NOW, '误报').answers).toEqual(['reply.none_open'])
    expect(objected('head', NOW, '这是什么意思呀').answers).toEqual(['reply.help'])
  })

  it('of the head teacher to whom nothing was said is a line of help', () => {
    const { moderator, ledger, teacher } = rig()
    moderator.privateMessage({ id: 'w1', at: NOW, from: { id: teacher.id, name: teacher.name }, text: '误会' })
    expect(ledger.actionsOf('private/w1').map(({ text }) => text)).toEqual(['reply.help'])
    expect(ledger.cases({ group: GROUP })).toEqual([])
  })
})
