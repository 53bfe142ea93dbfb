import { describe, expect, it } from '@jest/globals'
import { SECOND } from '../../src/model/time.js'
import { decide } from '../../src/policy/index.js'
import { at, rule, World } from './world.js'

const leak = (category: 'privacy_leak' | 'mispost' = 'privacy_leak') =>
  rule({ category, tier: 'privacy', then: { respond: 'ask_recall', message: 'sender.word' } })
const able = (category?: 'mispost') =>
  decide({ ...new World().input({ rule: leak(category), at: at('12:00') }), recallsOthers: true })

describe('where the network can take back what others wrote', () => {
  it('it is asked first, and everybody else ten seconds later', () => {
    const noon = at('12:00')
    const draft = able()
    expect(draft.actions.map(({ kind, notBefore }) => [kind, notBefore - noon])).toEqual([
      ['recall_other', 0],
      ['ask_recall', 10 * SECOND],
      ['alert', 10 * SECOND],
    ])
    const [first] = draft.actions
    expect(first).toMatchObject({ target: { group: draft.group }, text: '', messageId: draft.eventId, severity: null })
    expect(first?.expiresAt).toBe(draft.opens?.deadline)
    expect(draft.steps.map(step => step.step)).toContain('recall_window')
  })

  it('nothing of that is done where it cannot, or where a message is in the wrong group', () => {
    const kinds = (draft: ReturnType<World['say']>) => draft.actions.map(action => action.kind)
    expect(kinds(new World().say({ rule: leak(), at: at('12:00') }))).toEqual(['ask_recall', 'alert'])
    expect(kinds(able('mispost'))).toEqual(['ask_recall'])
  })
})
