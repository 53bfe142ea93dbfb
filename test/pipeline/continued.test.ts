import { describe, expect, it } from '@jest/globals'
import { MINUTE, SECOND } from '../../src/model/time.js'
import { addConsent } from '../../src/pipeline/consent.js'
import { NOW } from '../signals/support.js'
import { GROUP, type Rig, rig, said } from './rig.js'

/** The parent of the rig writes lines, some seconds apart. */
function write(world: Rig, texts: readonly string[], apart = 20 * SECOND, first = NOW): void {
  texts.forEach((text, index) => {
    const at = first + index * apart
    world.clock.advanceTo(Math.max(at, world.clock.now()))
    world.moderator.event(said(`m${at}`, world.parent, text, {}, at))
  })
}

const somebody = (world: Rig) => {
  const name = '冯小满爸爸'
  return { ...world.parent, id: world.ledger.personId(GROUP, name, name, 'parent'), name }
}

const responds = (world: Rig) => world.outcomes.map(({ decision }) => decision.respond)

describe('a message that its sender goes on writing', () => {
  it('is judged with what went before; the earlier decision stands as it was', () => {
    const world = rig()
    write(world, ['有人要一起团吗 团', '购', '都便宜'])
    expect(responds(world)).toEqual(['allow', 'remind', 'allow'])
    expect(world.outcomes[1]?.decision).toMatchObject({ rule: 'advert', supersedes: null })
    expect(world.outcomes[1]?.decision.steps[0]).toEqual({
      step: 'continued',
      changed: true,
      because: '与本人刚才的 1 条连起来看',
    })
    expect(world.outcomes[0]?.decision.steps).toEqual([])
  })

  it('keeps of it all that was judged, masked', () => {
    const world = rig()
    write(world, ['程小满妈妈帮忙团', '购'])
    expect(world.outcomes[1]?.text).toContain('团 购')
    expect(world.outcomes[1]?.text).not.toContain('程小满')
  })

  it('reminds once, however many lines there are', () => {
    const world = rig()
    write(world, ['大家一起团', '购吧', '团', '购', '团购团购', '真的是团', '购'])
    expect(world.outcomes.flatMap(({ actions }) => actions.filter(({ kind }) => kind === 'remind'))).toHaveLength(1)
  })

  it('tells of one matter once', () => {
    const world = rig()
    write(world, ['我发个群', '收款', '群', '收款 快扫', '群收款'])
    expect(world.outcomes.flatMap(({ actions }) => actions.filter(({ kind }) => kind === 'alert'))).toHaveLength(1)
    expect(world.ledger.openCases({ group: GROUP })).toHaveLength(1)
  })

  it('stands alone after a pause', () => {
    const world = rig()
    write(world, ['有人要一起团', '购'], 3 * MINUTE)
    expect(responds(world)).toEqual(['allow', 'allow'])
  })

  it('stands alone where its sender objected to their words being kept', () => {
    const world = rig()
    addConsent(world.ledger, GROUP, {
      kind: 'objects',
      person: world.parent.id,
      on: '2026-11-01',
      by: '管理员',
      recordedAt: NOW,
    })
    write(world, ['有人要一起团', '购'])
    expect(responds(world)).toEqual(['allow', 'allow'])
  })

  it('is decided the same when it is heard again from the start', () => {
    const [one, two] = [rig(), rig()]
    for (const world of [one, two]) write(world, ['有人要一起团', '购', '身份', '证号也发来'])
    expect(two.outcomes.map(({ decision }) => decision)).toEqual(one.outcomes.map(({ decision }) => decision))
  })

  it('leaves nothing of the lines in the ledger that the decision did not ask for', () => {
    const world = rig()
    write(world, ['早上好呀各位', '今天风大'])
    expect(
      JSON.stringify(
        world.ledger
          .history(GROUP)
          .recent({ since: 0 })
          .map(({ text, ...kept }) => kept),
      ),
    ).not.toMatch(/风大/)
    world.clock.advanceTo(NOW + 12 * MINUTE)
    write(world, ['好'], SECOND, NOW + 12 * MINUTE)
    expect(
      world.ledger
        .history(GROUP)
        .recent({ since: 0 })
        .filter(({ text }) => text).length,
    ).toBe(1)
  })
})

describe('a quotation typed into the text, as old clients show it', () => {
  const quoted = (words: string, answer: string) => `「冯小满爸爸：${words}」\n- - - - - - - - - - - -\n${answer}`

  it('is not charged to who quotes what was said', () => {
    const world = rig()
    world.moderator.event(said('m1', world.parent, '今天团购啦'))
    const other = somebody(world)
    world.moderator.event(said('m2', other, quoted('今天团购啦', '这里不要发广告')))
    expect(responds(world)).toEqual(['remind', 'allow'])
  })

  it('is charged to who made it up', () => {
    const world = rig()
    world.moderator.event(said('m1', world.parent, quoted('今天团购啦', '好的')))
    expect(responds(world)).toEqual(['remind'])
  })

  it('is not charged again when its quoter goes on', () => {
    const world = rig()
    world.moderator.event(said('m1', world.parent, '今天团购啦'))
    const other = somebody(world)
    world.moderator.event(said('m2', other, quoted('今天团购啦', '这里')))
    world.clock.advanceTo(NOW + SECOND)
    world.moderator.event(said('m3', other, '不要发广告', {}, NOW + SECOND))
    expect(responds(world)).toEqual(['remind', 'allow', 'allow'])
  })
})
