import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { CATEGORIES } from '../../src/model/category.js'
import { isStaff, type Person, RECIPIENTS, type Recipient, ROLES, type Role } from '../../src/model/member.js'
import { SEVERITIES } from '../../src/model/rule.js'
import { type Matter, route } from '../../src/policy/routing.js'
import { at, danger, member, rule, STAFF, sent, World } from './world.js'

const everybody = (role: Recipient) => STAFF[role]
const only =
  (...roles: Recipient[]) =>
  (role: Recipient) =>
    roles.includes(role) ? STAFF[role] : null

function told(matter: Partial<Matter>, people: (role: Recipient) => Person | null = everybody): string[] {
  const full: Matter = { category: 'commerce', severity: 'P2', wanted: 'head_teacher', sender: member('m1'), ...matter }
  const way = route(full, people)
  expect(way.told[0]?.role ?? way.to).toBe(way.to)
  return way.told.map(person => person.role)
}

const sender = (role: Role) => member(`sender-${role}`, role)

describe('route', () => {
  it('tells the head teacher of what parents and strangers do', () => {
    expect(told({})).toEqual(['head_teacher'])
    expect(told({ sender: sender('outsider'), severity: 'P1' })).toEqual(['head_teacher'])
  })

  it('takes what a teacher does to the supervisor, past the colleagues', () => {
    for (const role of ['teacher', 'deputy'] as const) {
      expect(told({ sender: sender(role), category: 'training_ad', severity: 'P1' })).toEqual(['supervisor'])
    }
  })

  it('never tells a head teacher about the head teacher', () => {
    expect(told({ sender: sender('head_teacher'), category: 'teacher_outburst', severity: 'P1' })).toEqual([
      'supervisor',
    ])
    expect(told({ sender: sender('head_teacher'), category: 'abuse_conflict', severity: 'P0' })).toEqual([
      'supervisor',
      'leader',
    ])
  })

  it('takes an allegation against staff past the class', () => {
    expect(told({ category: 'self_harm_bullying', severity: 'P0', wanted: 'supervisor' })).toEqual([
      'supervisor',
      'leader',
    ])
  })

  it('takes a matter of the supervisor to the leader', () => {
    expect(told({ sender: sender('supervisor'), category: 'red_packet' })).toEqual(['leader'])
  })

  it('tells three of an emergency, and of self-harm the counsellor too', () => {
    expect(told({ category: 'emergency', severity: 'P0' })).toEqual(['head_teacher', 'deputy', 'supervisor'])
    expect(told({ category: 'self_harm_bullying', severity: 'P0' })).toEqual([
      'head_teacher',
      'deputy',
      'supervisor',
      'counsellor',
    ])
    expect(told({ category: 'self_harm_bullying', severity: 'P1' })).toEqual(['head_teacher', 'counsellor'])
  })

  it('treats an emergency that a teacher reports as an emergency', () => {
    expect(told({ sender: sender('teacher'), category: 'emergency', severity: 'P0' })).toEqual([
      'head_teacher',
      'deputy',
      'supervisor',
    ])
  })

  it('tells nothing to an account of the head teacher that may be hijacked', () => {
    expect(told({ sender: sender('head_teacher'), category: 'scam_impersonation', severity: 'P0' })).toEqual([
      'supervisor',
      'deputy',
    ])
  })

  it('lets the head teacher see to data of the class that a colleague posted', () => {
    const leak = { category: 'privacy_leak', severity: 'P1', classData: true } as const
    expect(told({ ...leak, sender: sender('teacher') })).toEqual(['head_teacher'])
    expect(told({ ...leak, sender: sender('teacher'), wanted: 'supervisor' })).toEqual(['supervisor'])
    expect(told({ ...leak, sender: sender('head_teacher') })).toEqual(['supervisor'])
  })

  it('falls through to the next in line where nobody holds a role', () => {
    expect(told({}, only('supervisor', 'leader'))).toEqual(['supervisor'])
    expect(told({ wanted: 'deputy' }, only('supervisor', 'leader'))).toEqual(['supervisor'])
    expect(told({}, only('admin'))).toEqual(['admin'])
    expect(told({ sender: sender('teacher'), category: 'homework' }, only('head_teacher', 'leader'))).toEqual([
      'leader',
    ])
    expect(told({ category: 'emergency', severity: 'P0' }, only('leader'))).toEqual(['leader'])
  })

  it('tells the supervisor first where the head teacher has left the group, then the deputy', () => {
    expect(told({}, only('deputy', 'supervisor'))).toEqual(['supervisor'])
    expect(told({}, only('deputy', 'leader'))).toEqual(['deputy'])
    expect(told({ category: 'emergency', severity: 'P0' }, only('deputy', 'supervisor'))).toEqual([
      'supervisor',
      'deputy',
    ])
  })

  it('says whom it would have told where there is nobody', () => {
    const way = route(
      { category: 'commerce', severity: 'P2', wanted: 'head_teacher', sender: member('m1') },
      () => null,
    )
    expect(way).toMatchObject({ to: 'supervisor', told: [] })
    expect(way.because).toContain('没有可以告知的人')
  })

  it('tells one person who holds two roles once', () => {
    const people = (role: Recipient) => ({ ...STAFF[role], id: role === 'counsellor' ? 'other' : 'one' })
    expect(told({ category: 'emergency', severity: 'P0' }, people)).toEqual(['head_teacher'])
  })

  it('never tells the sender, and of staff conduct nobody of the class', () => {
    const roles = fc.uniqueArray(fc.constantFrom(...RECIPIENTS))
    fc.assert(
      fc.property(
        fc.constantFrom(...CATEGORIES),
        fc.constantFrom(...SEVERITIES),
        fc.constantFrom(...RECIPIENTS),
        fc.constantFrom(...ROLES),
        roles,
        fc.boolean(),
        (category, severity, wanted, role, present, classData) => {
          const same = RECIPIENTS.find(one => one === role)
          const by = member(same ? STAFF[same].id : 'somebody', role)
          const way = route({ category, severity, wanted, sender: by, classData }, only(...present))
          expect(way.told.map(person => person.id)).not.toContain(by.id)
          expect(way.told.map(person => person.role)).not.toContain(role)
          expect(way.to).not.toBe(role)
          expect(new Set(way.told.map(person => person.id)).size).toBe(way.told.length)
          if (way.confidential) {
            const inClass = way.told.filter(person => ['head_teacher', 'deputy', 'counsellor'].includes(person.role))
            expect(inClass).toEqual([])
          }
          // to a parent's matter somebody always listens, if anybody is there
          const line = present.some(one => one !== 'counsellor')
          if (line && !isStaff(role) && !way.confidential && wanted === 'head_teacher' && role !== 'admin')
            expect(way.told.length).toBeGreaterThan(0)
        },
      ),
    )
  })
})

describe('escalations as decided', () => {
  it('names the first to be told', () => {
    const draft = new World().say({ rule: danger(), at: at('15:00') })
    expect(draft).toMatchObject({ to: 'head_teacher', severity: 'P0', opens: { owner: 'head_teacher' } })
    expect(sent(draft)).toEqual(['alert→p-head', 'alert→p-deputy', 'alert→p-super'])
  })

  it('tells everybody who else was told, by role', () => {
    const [first, second] = new World().say({ rule: danger(), at: at('15:00') }).actions
    expect(first?.text).toContain('also=已同时通知副班主任、督导。')
    expect(second?.text).toContain('also=已同时通知班主任、督导。')
  })

  it('keeps a case open even where nobody can be told', () => {
    const world = new World()
    world.staff = {}
    const draft = world.say({
      rule: rule({ category: 'fee_collection', then: { respond: 'escalate' } }),
      at: at('15:00'),
    })
    expect(draft).toMatchObject({ respond: 'escalate', severity: 'P2', actions: [], opens: { severity: 'P2' } })
  })

  it('is the same for parents and for staff but for the way', () => {
    const selling = rule({ then: { respond: 'escalate', severity: 'P2', to: 'head_teacher' } })
    const parent = new World().say({ rule: selling, at: at('15:00') })
    const teacher = new World().say({ rule: selling, by: member('t1', 'teacher'), at: at('15:00') })
    expect(teacher).toMatchObject({ respond: parent.respond, severity: parent.severity, to: 'supervisor' })
  })
})
