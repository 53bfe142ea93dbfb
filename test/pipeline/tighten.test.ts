import { expect, it } from '@jest/globals'
import type { Tightening } from '../../src/model/rule.js'
import { outcome } from '../engine/support.js'
import { NOW } from '../signals/support.js'
import { rig, said } from './rig.js'

/** The class of the rig, with something stricter than its pack. */
function strict(tighten: Tightening) {
  const world = rig()
  const { groups } = world.deps
  world.deps.groups = {
    ...groups,
    profile: id => {
      const profile = groups.profile(id)
      return profile && { ...profile, tighten }
    },
  }
  return world
}

it('a class that is stricter than its pack gets the stricter answer, and nobody else does', () => {
  const own = outcome({ respond: 'escalate', severity: 'P2', to: 'head_teacher' })
  const [plain, tight] = [rig(), strict({ params: {}, rules: new Map([['advert', own]]) })]
  for (const world of [plain, tight]) world.moderator.event(said('m1', world.parent, '团购啦'))
  expect(plain.outcomes[0]?.decision.respond).toBe('remind')
  expect(tight.outcomes[0]?.decision).toMatchObject({ respond: 'escalate', severity: 'P2', to: 'head_teacher' })
})

it('a class with a longer night is left alone in it', () => {
  const world = strict({ params: { quiet: { from: 14 * 60, to: 8 * 60 } }, rules: new Map() })
  world.clock.advanceTo(NOW + 5 * 60_000)
  world.moderator.event(said('m1', world.parent, '团购啦'))
  expect(world.outcomes[0]?.actions).toEqual([])
  expect(world.outcomes[0]?.decision.steps.map(({ step }) => step)).toContain('night')
})

it('a class without reminders gets none, and is not milder for what it cannot loosen', () => {
  const world = strict({
    params: { remindersPerPersonPerDay: 0, publicLinesPerDay: 99 },
    rules: new Map([['fee', outcome({ respond: 'allow' })]]),
  })
  world.moderator.event(said('m1', world.parent, '团购啦'))
  world.moderator.event(said('m2', world.parent, '群收款'))
  expect(world.outcomes.map(({ decision }) => decision.respond)).toEqual(['remind', 'escalate'])
  expect(world.outcomes[0]?.actions).toEqual([])
})
