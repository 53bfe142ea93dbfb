import { describe, expect, it } from '@jest/globals'
import type { Case } from '../../src/model/case.js'
import type { GroupProfile, Member, Role } from '../../src/model/member.js'
import type { Tightening } from '../../src/model/rule.js'
import { MINUTE } from '../../src/model/time.js'
import { caseContext } from '../../src/pipeline/case-context.js'
import { NOW } from '../signals/support.js'
import { GROUP, rig, said } from './rig.js'

/** What the bot has in hand once a line of somebody's opened a case. */
function opened(role: Role, text: string, tighten?: Tightening) {
  const world = rig()
  const sender: Member = {
    ...world.parent,
    id: world.ledger.personId(GROUP, 'x', '小溪', role),
    name: '小溪',
    role,
  }
  const { groups } = world.deps
  const profile = groups.profile(GROUP) as GroupProfile
  const members = [...profile.members, sender]
  world.deps.groups = { ...groups, profile: () => ({ ...profile, members, ...(tighten && { tighten }) }) }
  world.moderator.event(said('m1', sender, text))
  const [found] = world.ledger.openCases({ group: GROUP })
  return { ...world, sender, found: found as Case }
}

describe('the words for the sender of a case', () => {
  it('are never those for somebody on the other side of the school gate', () => {
    const stranger = opened('outsider', '红包来啦')
    expect(caseContext(stranger.deps, stranger.found).readyText).toBe('红包可以先不发啦。')
  })

  it('are none where the rule has none', () => {
    const parent = opened('parent', '群收款')
    expect(caseContext(parent.deps, parent.found).readyText).toBeNull()
  })
})

describe('whether the sender may still be reminded today', () => {
  const counted = (perDay?: number) => {
    const world = opened(
      'outsider',
      '红包来啦',
      perDay === undefined ? undefined : { params: { remindersPerPersonPerDay: perDay }, rules: new Map() },
    )
    return { ...world, free: () => caseContext(world.deps, world.found).about?.reminderFree }
  }

  it('goes by the budget of their class', () => {
    expect(counted().free()).toBe(true)
    expect(counted(0).free()).toBe(false)
  })

  it('is no more once they were, until the next day', () => {
    const world = counted()
    world.clock.advanceTo(NOW + MINUTE)
    world.moderator.event(said('m2', world.sender, '团购啦', {}, NOW + MINUTE))
    expect(world.outcomes.at(-1)?.actions).toMatchObject([{ kind: 'remind' }])
    expect(world.free()).toBe(false)
    // NOW is three in the afternoon
    world.clock.advanceTo(NOW + 9 * 60 * MINUTE - 1)
    expect(world.free()).toBe(false)
    world.clock.advanceTo(NOW + 9 * 60 * MINUTE)
    expect(world.free()).toBe(true)
  })
})
