import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createWechatyGateway, type WechatyGatewayOptions } from '../../../../src/gateways/wechaty/index.js'
import type { Capabilities } from '../../../../src/model/capability.js'
import type { GroupEvent } from '../../../../src/model/event.js'
import { systemClock } from '../../../../src/model/time.js'
import { MemoryDirectory, Recorder } from '../../../e2e/gateway-rig.js'
import { MemoryPuppet } from './memory-puppet.js'

export const ROOM = '1001@chatroom'

/** wechaty around the puppet in memory, logged in, and what the gateway tells. */
export async function openAny(
  options: Partial<WechatyGatewayOptions> & { capabilities?: Partial<Capabilities>; login?: boolean } = {},
) {
  const { capabilities, login = true, ...more } = options
  const folder = await mkdtemp(join(tmpdir(), 'any-'))
  const directory = new MemoryDirectory()
  const told = new Recorder()
  const gateway = createWechatyGateway({
    directory,
    clock: systemClock,
    cardPath: join(folder, 'card.json'),
    puppet: 'wechaty-puppet-memory',
    importPuppet: async () => ({ default: MemoryPuppet, ...(capabilities && { capabilities }) }),
    ...more,
  })
  await gateway.start(told)
  const puppet = MemoryPuppet.latest
  if (login) {
    puppet.login('bot')
    await told.until(() => told.has('online'), 'online')
  }
  const heard = (id: string): Promise<GroupEvent> =>
    told.until(() => told.events.find(event => event.id === id), `event ${id}`)
  const close = async () => {
    await gateway.stop()
    await rm(folder, { recursive: true, force: true })
  }
  return { gateway, puppet, told, directory, heard, close }
}

export type AnyRig = Awaited<ReturnType<typeof openAny>>
