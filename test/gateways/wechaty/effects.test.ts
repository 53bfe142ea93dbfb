import { describe, expect, it } from '@jest/globals'
import { Bindings } from '../../../src/gateways/wechaty/bindings.js'
import { capabilitiesOf, DEFAULT_PUPPET } from '../../../src/gateways/wechaty/capability.js'
import { type Mouth, WechatEffects } from '../../../src/gateways/wechaty/effects.js'
import type { Capabilities } from '../../../src/model/capability.js'

const directory = {
  group: (topic: string) => (topic === '三班' ? 'c3' : null),
  member: () => ({ id: '', name: '' }),
  meet: () => {},
  forget: () => {},
  person: () => null,
  networkId: (person: string) => (person === 'p1' ? '@a' : null),
}

/** Effects over a mouth that notes what it says; `parts` replace some of it. */
function effectsOver(parts: Partial<Mouth> | null = {}) {
  const said: string[] = []
  const mouth: Mouth = {
    ready: true,
    say: async (to, text) => {
      said.push(`${to} ${text}`)
      return '77'
    },
    recall: async (id, to) => {
      said.push(`recall ${id} ${to}`)
    },
    isFriend: () => true,
    ...parts,
  }
  const bindings = new Bindings(directory, () => {})
  bindings.group({ id: '@@r', topic: '三班', members: new Map(), names: new Set() })
  const capabilities = capabilitiesOf(DEFAULT_PUPPET) as Capabilities
  return { effects: new WechatEffects(capabilities, directory, bindings, () => (parts === null ? null : mouth)), said }
}

describe('WechatEffects', () => {
  it('speaks to the network ids behind the ledger ids', async () => {
    const { effects, said } = effectsOver()
    expect(await effects.sayInGroup('c3', '甲')).toEqual({ messageId: '77' })
    expect(await effects.sayInPrivate('p1', '乙')).toEqual({ messageId: '77' })
    await effects.recallOwn('77', { group: 'c3' })
    await effects.recallOwn('78', { person: 'p1' })
    expect(said).toEqual(['@@r 甲', '@a 乙', 'recall 77 @@r', 'recall 78 @a'])
  })

  it('tries while it is not known who is a friend', async () => {
    const { effects, said } = effectsOver({ isFriend: () => null })
    await effects.sayInPrivate('p1', '乙')
    expect(said).toHaveLength(1)
  })

  it('hands on that the network did not name the message', async () => {
    const { effects } = effectsOver({ say: async () => null })
    expect(await effects.sayInGroup('c3', '甲')).toEqual({ messageId: null })
  })

  it.each([
    ['nothing is connected', null, 'retry'],
    ['the session is down', { ready: false }, 'retry'],
  ])('can be tried again later when %s', async (_, parts, failure) => {
    const { effects } = effectsOver(parts)
    await expect(effects.sayInGroup('c3', '甲')).rejects.toMatchObject({ failure })
    await expect(effects.sayInPrivate('p1', '乙')).rejects.toMatchObject({ failure })
    await expect(effects.recallOwn('1', { group: 'c3' })).rejects.toMatchObject({ failure })
  })

  it('never says to a stranger what would not arrive', async () => {
    const { effects, said } = effectsOver({ isFriend: () => false })
    await expect(effects.sayInPrivate('p1', '乙')).rejects.toMatchObject({ failure: 'unreachable' })
    expect(said).toEqual([])
  })

  it('knows beforehand who cannot be reached, as far as it knows', () => {
    expect(effectsOver().effects.reaches('p1')).toBe(true)
    expect(effectsOver().effects.reaches('p9')).toBe(false)
    expect(effectsOver({ isFriend: () => null }).effects.reaches('p1')).toBe(true)
    expect(effectsOver({ isFriend: () => false }).effects.reaches('p1')).toBe(false)
    expect(effectsOver(null).effects.reaches('p1')).toBe(true)
  })

  it('can be tried again where a room or person has not been seen yet', async () => {
    const { effects, said } = effectsOver()
    await expect(effects.sayInGroup('c9', '甲')).rejects.toMatchObject({ failure: 'retry' })
    await expect(effects.sayInPrivate('p9', '乙')).rejects.toMatchObject({ failure: 'retry' })
    await expect(effects.recallOwn('1', { group: 'c9' })).rejects.toMatchObject({ failure: 'retry' })
    await expect(effects.recallOwn('1', { person: 'p9' })).rejects.toMatchObject({ failure: 'retry' })
    expect(said).toEqual([])
  })

  it('says what became of a send that failed', async () => {
    const cut = async () => {
      throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })
    }
    const { effects } = effectsOver({ say: cut, recall: cut })
    await expect(effects.sayInGroup('c3', '甲')).rejects.toMatchObject({ failure: 'unknown' })
    await expect(effects.recallOwn('1', { group: 'c3' })).rejects.toMatchObject({ failure: 'retry' })
  })
})
