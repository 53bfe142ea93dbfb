import { describe, expect, it } from '@jest/globals'
import type { GroupProfile, Member, Person } from '../../src/model/member.js'
import { HOUR, type Instant } from '../../src/model/time.js'
import { startOfDay } from '../../src/pipeline/when.js'
import { NOW } from '../signals/support.js'
import { GROUP, rig, said } from './rig.js'

/** A class with a supervisor and a colleague; somebody is reminded, and objects. */
function objected(by: 'parent' | 'teacher', at: Instant = NOW) {
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
  const profile = { ...base, members: [...base.members, colleague], people: [...base.people, supervisor] }
  deps.groups.profile = group => (group === GROUP ? profile : null)
  const who = by === 'parent' ? it.parent : colleague
  clock.advanceTo(at)
  const event = said('m1', who, '团购水果', {}, at)
  const action = moderator.event(event)?.actions.find(one => one.kind === 'remind')
  if (action) {
    ledger.markSending(action.id, at)
    ledger.settle(action.id, { state: 'done', now: at })
  }
  moderator.privateMessage({ id: 'w1', at, from: { id: who.id, name: who.name }, text: '误会' })
  const found = ledger.cases({ group: GROUP }).find(one => one.kind === 'appeal')
  const moves = found ? ledger.caseMoves(found.id) : []
  const owed = moves.flatMap(move => ledger.actionsOf(move.id))
  return { ...it, supervisor, found, reminded: action !== undefined, owed, midnight: startOfDay(deps, profile, at) }
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
})
