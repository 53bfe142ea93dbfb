import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { log, type Puppet } from 'wechaty-puppet'
import { PuppetServer, PuppetService } from 'wechaty-puppet-service'
import { MemoryPuppet } from './memory-puppet.js'
import { type AnyRig, openAny, ROOM } from './rig.js'

/** The real client and server of wechaty-puppet-service over loopback; behind the server is the puppet in memory. */
let server: PuppetServer
let puppet: MemoryPuppet
let rig: AnyRig

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>(resolve => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise(resolve => probe.close(resolve))
  return port
}

beforeAll(async () => {
  log.level('silent')
  const endpoint = `127.0.0.1:${await freePort()}`
  puppet = new MemoryPuppet()
  server = new PuppetServer({
    endpoint,
    token: 'insecure_a-test',
    puppet: puppet as unknown as Puppet,
    tls: { disable: true },
  })
  await server.start()
  class OnLoopback extends PuppetService {
    constructor(options: object) {
      super({ ...options, endpoint, tls: { disable: true } })
    }
  }
  rig = await openAny({
    puppet: 'wechaty-puppet-service',
    puppetToken: 'insecure_a-test',
    importPuppet: async () => ({ default: OnLoopback }),
    login: false,
  })
  puppet.login('bot')
  await rig.told.until(() => rig.told.has('online'), 'online')
}, 30_000)
afterAll(async () => {
  await rig?.close()
  await server?.stop()
}, 30_000)

it('knows what the service can do', () => {
  expect(rig.gateway.effects.capabilities).toMatchObject({ recallOwn: true, recallOther: false })
})

it('hears and speaks over the service', async () => {
  const event = await rig.heard(puppet.say(ROOM, 'mum', { text: '老师好' }))
  expect(event).toMatchObject({
    group: 'c3-2',
    from: { name: '周可馨妈妈' },
    body: { kind: 'message', message: { kind: 'text', text: '老师好' } },
  })
  const { messageId } = await rig.gateway.effects.sayInGroup('c3-2', '收到')
  expect(puppet.sent).toEqual([{ id: messageId, to: ROOM, text: '收到' }])
  await rig.gateway.effects.recallOwn(messageId as string, { group: 'c3-2' })
  expect(puppet.recalled).toEqual([messageId])
})
