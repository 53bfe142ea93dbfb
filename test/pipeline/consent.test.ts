import { describe, expect, it } from '@jest/globals'
import { addConsent, consentEntries, consentOf, forgetObjector, objects } from '../../src/pipeline/consent.js'
import { NOW } from '../signals/support.js'
import { GROUP, rig, said } from './rig.js'

const base = { on: '2026-11-04', by: '王老师', recordedAt: NOW }

describe('consent on record', () => {
  it('begins with nothing', () => {
    const { ledger } = rig()
    expect(consentOf(ledger, GROUP)).toEqual({ posted: null, consulted: null, guardians: null, objectors: [] })
  })

  it('keeps every entry and knows the latest of each kind, group by group', () => {
    const { ledger } = rig()
    addConsent(ledger, GROUP, { ...base, kind: 'posted', version: 'abc' })
    addConsent(ledger, GROUP, { ...base, kind: 'consulted' })
    addConsent(ledger, GROUP, { ...base, kind: 'guardians', agreed: 30, of: 40 })
    addConsent(ledger, GROUP, { ...base, kind: 'guardians', agreed: 39, of: 40 })
    expect(consentEntries(ledger, GROUP)).toHaveLength(4)
    expect(consentOf(ledger, GROUP)).toMatchObject({ posted: { version: 'abc' }, guardians: { agreed: 39 } })
    expect(consentOf(ledger, 'c3-3').posted).toBeNull()
  })

  it('lets somebody object, agree again, and be forgotten', () => {
    const { ledger, parent } = rig()
    addConsent(ledger, GROUP, { ...base, kind: 'objects', person: parent.id })
    expect(objects(ledger, GROUP, parent.id)).toBe(true)
    expect(objects(ledger, 'c3-3', parent.id)).toBe(false)
    addConsent(ledger, GROUP, { ...base, kind: 'agrees', person: parent.id })
    expect(objects(ledger, GROUP, parent.id)).toBe(false)
    forgetObjector(ledger, GROUP, parent.id)
    expect(ledger.meta(`consent:${GROUP}`)).toBeNull()
  })
})

describe('somebody who objects', () => {
  function objector(options: Parameters<typeof rig>[0] = {}) {
    const it = rig(options)
    addConsent(it.ledger, GROUP, { ...base, kind: 'objects', person: it.parent.id })
    return it
  }

  it('is judged like anybody else', () => {
    const { moderator, parent } = objector()
    const outcome = moderator.event(said('m1', parent, '我来发起群收款，每家50'))
    expect(outcome?.decision).toMatchObject({ respond: 'escalate', severity: 'P1' })
    expect(outcome?.openedCase).not.toBeNull()
    expect(moderator.event(said('m2', parent, '团购水果'))?.actions).toHaveLength(1)
  })

  it.each(['我来发起群收款，每家50', '团购水果', '明天几点到校？'])('leaves neither excerpt nor digest of %s', text => {
    const { moderator, ledger, parent } = objector()
    moderator.event(said('m1', parent, text))
    const record = ledger.decision('m1')
    expect(record?.excerpt).toBeNull()
    expect(record?.event?.digest).toBe('')
    expect(record?.remembered?.digest).toBe('')
    expect(ledger.openQuestions(GROUP).map(question => question.excerpt)).toEqual(text.endsWith('？') ? [null] : [])
    expect(JSON.stringify(ledger.decisions({ limit: 9 }))).not.toContain(text)
    expect(ledger.verifyChain().ok).toBe(true)
  })

  it('leaves nothing in the inbox either when deciding fails', () => {
    let failing = true
    const { moderator, ledger, parent, clock } = objector({
      wrap: real => ({
        ...real,
        commitDecision: commit => {
          if (failing) throw new Error('disk')
          return real.commitDecision(commit)
        },
      }),
    })
    expect(() => moderator.event(said('m1', parent, '团购水果'))).toThrow('disk')
    failing = false
    expect(ledger.inboxText('m1', clock.now(), 'test')).toBeNull()
    expect(moderator.resume()).toBe(0)
    expect(ledger.gaps(0)).toHaveLength(1)
  })

  it('takes nothing from the others', () => {
    const { moderator, ledger, teacher } = objector()
    const other = { ...teacher, students: [], exempt: [] }
    moderator.event(said('m1', other, '团购水果'))
    expect(ledger.decision('m1')?.event?.digest).not.toBe('')
  })
})
