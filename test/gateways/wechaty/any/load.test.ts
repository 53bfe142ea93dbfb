import { describe, expect, it } from '@jest/globals'
import { isInstalled, isPuppetName, makePuppet } from '../../../../src/gateways/wechaty/any/load.js'
import { createWechatyGateway } from '../../../../src/gateways/wechaty/index.js'
import { systemClock } from '../../../../src/model/time.js'
import { MemoryDirectory, Recorder } from '../../../e2e/gateway-rig.js'
import { MemoryPuppet } from './memory-puppet.js'

const NAME = 'wechaty-puppet-memory'
const make = (found: object, token: string | null = null) => makePuppet(NAME, { token }, async () => ({ ...found }))

describe('a puppet', () => {
  it.each([
    ['the default export', { default: MemoryPuppet }],
    ['the default of a CommonJS package', { default: { default: MemoryPuppet } }],
    ['the only class called so', { PuppetMemory: MemoryPuppet, log: {} }],
  ])('is %s', async (_, found) => {
    expect((await make(found)).puppet).toBeInstanceOf(MemoryPuppet)
  })

  it('is given the token, and none where there is none', async () => {
    expect(((await make({ default: MemoryPuppet }, 'abc')).puppet as unknown as MemoryPuppet).given).toEqual({
      token: 'abc',
    })
    expect(((await make({ default: MemoryPuppet })).puppet as unknown as MemoryPuppet).given).toEqual({})
  })

  it.each([{}, { default: null }, { default: class {} }, { default: 'x' }, { Puppeteer: class {} }])(
    'is not what a package without one gives: %p',
    async found => {
      await expect(make(found)).rejects.toMatchObject({ code: 'BZ302' })
    },
  )

  it('that is not installed is named, with what to do', async () => {
    const directory = new MemoryDirectory()
    const options = { directory, clock: systemClock, cardPath: '/nowhere', puppet: 'wechaty-puppet-nowhere' }
    const missing = () =>
      Promise.reject(
        Object.assign(new Error("Cannot find package 'wechaty-puppet-nowhere'"), { code: 'ERR_MODULE_NOT_FOUND' }),
      )
    await expect(
      createWechatyGateway({ ...options, importPuppet: missing }).start(new Recorder()),
    ).rejects.toMatchObject({
      code: 'BZ302',
      message: '没有安装 wechaty-puppet-nowhere',
      hint: expect.stringContaining('npm install wechaty-puppet-nowhere'),
    })
  })

  it('that breaks while it is loaded is not called absent', async () => {
    const broken = async () => {
      throw Object.assign(new Error("Cannot find module 'something-else'"), { code: 'MODULE_NOT_FOUND' })
    }
    await expect(makePuppet(NAME, { token: null }, broken)).rejects.toMatchObject({
      code: 'BZ302',
      message: expect.stringContaining('无法加载'),
    })
  })
})

describe('what a puppet can do', () => {
  it('is what it declares, where nobody has looked at it', async () => {
    const capabilities = { recallOther: true, recallOwn: true, announce: 'yes', somethingElse: true }
    expect((await make({ default: MemoryPuppet, capabilities })).capabilities).toEqual({
      sayInGroup: true,
      sayInPrivate: true,
      recallOwn: true,
      recallOther: true,
      removeMember: false,
      announce: false,
      hearsItself: false,
    })
  })

  it('is nothing that it has no means for', async () => {
    class Mute {
      messagePayload(): void {}
    }
    const capabilities = { recallOther: true, announce: true, removeMember: true }
    const found = await make({ default: Mute, capabilities })
    expect(Object.values(found.capabilities)).toEqual(Array(7).fill(false))
  })
})

describe('names', () => {
  it.each(['wechaty-puppet-service', '@school/wechaty-puppet-x'])('%s is one', name => {
    expect(isPuppetName(name)).toBe(true)
  })
  it.each(['wechaty-puppet-', 'wechaty-puppet-../x', 'x/wechaty-puppet-y/../../z', 'wechaty', 'WECHATY-PUPPET-X'])(
    '%s is none',
    name => {
      expect(isPuppetName(name)).toBe(false)
    },
  )
  it('are looked up without running anything', () => {
    expect(isInstalled('wechaty-puppet-wechat4u')).toBe(true)
    expect(isInstalled('wechaty-puppet-nowhere')).toBe(false)
  })
})
