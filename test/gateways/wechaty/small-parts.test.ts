import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { Bindings } from '../../../src/gateways/wechaty/bindings.js'
import { assumedOf, capabilitiesOf, knownPuppets } from '../../../src/gateways/wechaty/capability.js'
import { SessionCard } from '../../../src/gateways/wechaty/card.js'
import { createWechatyGateway } from '../../../src/gateways/wechaty/index.js'
import { Recent } from '../../../src/gateways/wechaty/recent.js'
import { systemClock } from '../../../src/model/time.js'

describe('capabilities', () => {
  it('claims nothing that no puppet can do', () => {
    for (const puppet of knownPuppets())
      expect(capabilitiesOf(puppet)).toMatchObject({ recallOther: false, sayInGroup: true })
  })
  it('knows the default one', () => {
    expect(capabilitiesOf('wechaty-puppet-wechat4u')).toMatchObject({
      recallOwn: true,
      removeMember: false,
      announce: false,
      hearsItself: false,
    })
  })
  it.each(['', 'nope', 'toString', '__proto__'])('knows nothing of %j', puppet => {
    expect(capabilitiesOf(puppet)).toBeNull()
  })
  it('takes of any other that it hears and speaks', () => {
    expect(assumedOf('wechaty-puppet-xp')).toEqual(capabilitiesOf('wechaty-puppet-xp'))
    expect(assumedOf('wechaty-puppet-new')).toMatchObject({ sayInGroup: true, recallOwn: false, recallOther: false })
  })
  it.each(['', 'nope', '../puppet', '/tmp/wechaty-puppet-x', 'https://evil.example/wechaty-puppet-x', 'node:fs'])(
    'refuses %j, which is no name of a puppet',
    puppet => {
      const directory = {
        group: () => null,
        member: () => ({ id: '', name: '' }),
        meet: () => {},
        forget: () => {},
        person: () => null,
        networkId: () => null,
      }
      expect(() => createWechatyGateway({ directory, clock: systemClock, cardPath: '/x', puppet })).toThrow(
        expect.objectContaining({ code: 'BZ302' }),
      )
    },
  )
})

describe('Recent', () => {
  it('forgets the oldest, and what is set again is young again', () => {
    const recent = new Recent<number>(2)
    recent.set('a', 1)
    recent.set('b', 2)
    recent.set('a', 3)
    recent.set('c', 4)
    expect([recent.get('a'), recent.has('b'), recent.get('c')]).toEqual([3, false, 4])
  })
})

describe('Bindings', () => {
  const room = (id: string, topic: string) => ({ id, topic, members: new Map(), names: new Set<string>() })
  const directory = {
    group: (topic: string) => (topic === '三班' ? 'c3' : null),
    member: () => ({ id: '', name: '' }),
    meet: () => {},
    forget: () => {},
    person: () => null,
    networkId: () => null,
  }

  it('binds by topic and keeps the binding when the topic changes', () => {
    const bindings = new Bindings(directory, () => {})
    expect(bindings.room('c3')).toBeNull()
    expect(bindings.group(room('@@1', '别的'))).toBeNull()
    expect(bindings.group(room('@@1', ''))).toBeNull()
    expect(bindings.group(room('@@1', '三班'))).toBe('c3')
    expect(bindings.group(room('@@1', '改了'))).toBe('c3')
    expect(bindings.room('c3')).toBe('@@1')
  })

  it('does not believe a second room, and says so once', () => {
    const rivals: string[] = []
    const bindings = new Bindings(directory, group => rivals.push(group))
    bindings.group(room('@@1', '三班'))
    expect(bindings.group(room('@@2', '三班'))).toBeNull()
    expect(bindings.group(room('@@2', '三班'))).toBeNull()
    expect(rivals).toEqual(['c3'])
    bindings.clear()
    expect(bindings.group(room('@@2', '三班'))).toBe('c3')
  })
})

describe('SessionCard', () => {
  const inFolder = async (work: (path: string) => Promise<void>) => {
    const folder = await mkdtemp(join(tmpdir(), 'card-'))
    try {
      await work(join(folder, 'data', 'card.json'))
    } finally {
      await rm(folder, { recursive: true })
    }
  }

  it('keeps what was set, for the owner only', () =>
    inFolder(async path => {
      const card = new SessionCard(path)
      await card.load()
      await card.multiplex().set('slot', { sid: 'x' })
      await Promise.all([card.save(), card.save()])
      expect((await stat(path)).mode & 0o777).toBe(0o600)
      const again = new SessionCard(path)
      await again.load()
      expect(await again.get('slot')).toEqual({ sid: 'x' })
      await again.delete('slot')
      await again.save()
      await again.settled()
      expect(await readFile(path, 'utf8')).toBe('{}')
    }))

  it.each(['', '{', '[]', 'null', '"x"', '\0\xff'])('takes %j for none', text =>
    inFolder(async path => {
      const card = new SessionCard(path)
      await card.load()
      await writeFile(path, text, { mode: 0o644 })
      await card.load()
      expect(await card.get('slot')).toBeUndefined()
    }),
  )

  it('takes rights from everybody else when it finds an open card', () =>
    inFolder(async path => {
      const card = new SessionCard(path)
      await card.load()
      await writeFile(path, '{"slot":1}', { mode: 0o644 })
      await card.load()
      expect((await stat(path)).mode & 0o777).toBe(0o600)
    }))

  it('leaves the old card when the new one cannot be written', () =>
    inFolder(async path => {
      const card = new SessionCard(path)
      await card.load()
      await card.set('slot', 1)
      await card.save()
      await rm(join(path, '..'), { recursive: true })
      await expect(card.save()).rejects.toMatchObject({ code: 'ENOENT' })
      await expect(card.settled()).resolves.toBeUndefined()
    }))
})
