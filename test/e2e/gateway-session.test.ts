import { readFile } from 'node:fs/promises'
import { afterEach, describe, expect, it, jest } from '@jest/globals'
import { createWechatyGateway } from '../../src/gateways/wechaty/index.js'
import { systemClock } from '../../src/model/time.js'
import { MemoryDirectory, openRig, Recorder, type Rig, ROOM } from './gateway-rig.js'

jest.setTimeout(40_000)

let rig: Rig
afterEach(async () => {
  await rig.close()
})

const ofText = (told: Recorder, text: string) =>
  told.until(() => told.messages().find(message => message.text === text), `“${text}”`, 20_000)
const countOf = (told: Recorder, text: string) => told.messages().filter(message => message.text === text).length

describe('leaving and coming back', () => {
  it('stops without logging out, and resumes without a QR code, with everything said meanwhile', async () => {
    rig = await openRig()
    rig.simulator.say(ROOM, 'dad', '停之前')
    await ofText(rig.told, '停之前')
    await rig.gateway.stop()
    expect(rig.simulator.requests.of('webwxlogout')).toHaveLength(0)
    expect(rig.simulator.online).toBe(true)

    for (let n = 0; n < 3; n++) rig.simulator.say(ROOM, 'mum', `停的时候${n}`)
    const { told } = await rig.restart()
    await ofText(told, '停的时候2')
    expect(told.has('scan')).toBe(false)
    expect(told.messages().map(message => message.text)).toEqual(['停的时候0', '停的时候1', '停的时候2'])
    rig.simulator.say(ROOM, 'dad', '之后')
    await ofText(told, '之后')
  })

  it('gets again what it was told of but had not dealt with when it was killed', async () => {
    rig = await openRig()
    await rig.told.until(() => rig.told.has('online'), 'online')
    rig.simulator.say(ROOM, 'dad', '处理完了')
    await ofText(rig.told, '处理完了')
    await rig.told.until(() => rig.told.alives > 2, 'the next round')
    let reached = () => {}
    const stuck = new Promise<void>(resolve => {
      reached = resolve
    })
    rig.told.onEvent = () => {
      reached()
      return new Promise(() => {})
    }
    rig.simulator.say(ROOM, 'dad', '正在处理时被杀')
    await stuck
    await rig.gateway.stop()
    const { told } = await rig.restart()
    await ofText(told, '正在处理时被杀')
    expect(countOf(told, '处理完了')).toBe(0)
  })

  it('does not read on while the listener is busy', async () => {
    rig = await openRig({ syncBatch: 5 })
    let open = () => {}
    rig.told.onEvent = () =>
      new Promise(resolve => {
        open = resolve
      })
    for (let n = 0; n < 12; n++) rig.simulator.say(ROOM, 'dad', `第${n}句`)
    const reads = () => rig.simulator.requests.of('webwxsync').length
    await rig.simulator.waitForRequest(request => request.endpoint === 'webwxsync')
    await new Promise(resolve => setTimeout(resolve, 300))
    const before = reads()
    await new Promise(resolve => setTimeout(resolve, 300))
    expect(reads()).toBe(before)
    rig.told.onEvent = () => {}
    open()
    await ofText(rig.told, '第11句')
    expect(rig.told.messages()).toHaveLength(12)
  })

  it('offers again what the listener could not take, without telling the rest twice', async () => {
    rig = await openRig()
    let refusals = 2
    rig.told.onEvent = event => {
      if (event.body.kind === 'message' && event.body.message.text === '写不进去' && refusals-- > 0)
        throw new Error('disk')
    }
    for (const text of ['前一句', '写不进去', '后一句']) rig.simulator.say(ROOM, 'dad', text)
    await ofText(rig.told, '后一句')
    expect(rig.told.messages().map(message => message.text)).toEqual(['前一句', '写不进去', '后一句'])
    expect(rig.told.has('error')).toBe(true)
  })

  it('asks for a QR code when the saved session is over, and hears under the new ids', async () => {
    rig = await openRig()
    rig.simulator.say(ROOM, 'dad', '第一次登录')
    await ofText(rig.told, '第一次登录')
    await rig.gateway.stop()
    rig.simulator.phone.kick('1102')
    const { told, gateway } = await rig.restart()
    await told.until(() => told.has('scan'), 'scan')
    rig.simulator.phone.confirm(await rig.simulator.phone.waitForCode())
    await told.until(() => told.has('online'), 'online')
    rig.simulator.say(ROOM, 'mum', '第二次登录')
    await ofText(told, '第二次登录')
    expect(told.events.some(event => event.body.kind === 'join' || event.body.kind === 'leave')).toBe(false)
    await gateway.effects.sayInGroup('c3-2', '我回来了')
    expect(await rig.simulator.waitForSent(message => message.text === '我回来了')).toMatchObject({ to: ROOM })
  })

  it('starts with a QR code when the card is broken, and writes a whole one', async () => {
    rig = await openRig()
    await rig.gateway.stop()
    const { writeFile } = await import('node:fs/promises')
    await writeFile(rig.cardPath, '{"PUPPET-WECHAT4U":{"PROP":')
    const { told, gateway } = await rig.restart()
    await told.until(() => told.has('scan'), 'scan')
    rig.simulator.phone.confirm(await rig.simulator.phone.waitForCode())
    await told.until(() => told.has('online'), 'online')
    rig.simulator.say(ROOM, 'dad', '又在了')
    await ofText(told, '又在了')
    await gateway.stop()
    expect(JSON.parse(await readFile(rig.cardPath, 'utf8'))).toHaveProperty('PUPPET-WECHAT4U')
  })
})

describe('a session that ends while it runs', () => {
  it.each([
    ['1100', 'BZ305'],
    ['1101', 'BZ306'],
    ['1102', 'BZ307'],
  ] as const)('knows %s at once, says so as %s, and asks for a new QR code', async (code, error) => {
    rig = await openRig()
    const scans = () => rig.told.statuses.filter(status => status.state === 'scan').length
    const began = Date.now()
    rig.simulator.phone.kick(code)
    await rig.told.until(() => scans() === 2, 'a second QR code')
    expect(Date.now() - began).toBeLessThan(3_000)
    expect(rig.told.statuses).toContainEqual({ state: 'offline', reason: expect.stringContaining(code) })
    expect(rig.told.statuses).toContainEqual({ state: 'error', code: error, message: expect.stringContaining(code) })
    await expect(rig.gateway.effects.sayInGroup('c3-2', '…')).rejects.toMatchObject({ failure: 'retry' })
  })

  it('gives up on an account that may not use the web service', async () => {
    rig = await openRig({ login: false })
    rig.simulator.phone.block()
    rig.simulator.phone.confirm(await rig.simulator.phone.waitForCode())
    const error = await rig.told.until(() => rig.told.statuses.find(status => status.state === 'error'), 'error')
    expect(error).toMatchObject({ code: 'BZ308', message: expect.stringContaining('1203') })
    const asked = rig.simulator.requests.of('jslogin').length
    await new Promise(resolve => setTimeout(resolve, 1_500))
    expect(rig.simulator.requests.of('jslogin')).toHaveLength(asked)
  })

  it('shows a new QR code when the first one expires', async () => {
    rig = await openRig({ login: false })
    const first = await rig.simulator.phone.waitForCode()
    rig.simulator.phone.expire(first)
    await rig.told.until(() => rig.told.statuses.filter(status => status.state === 'scan').length === 2, 'second code')
    expect(rig.told.has('error')).toBe(false)
  })
})

describe('a network that fails', () => {
  it('does not storm the login', async () => {
    rig = await openRig({ login: false })
    await rig.gateway.stop()
    rig.simulator.faults.add({ endpoint: 'jslogin', status: 500 })
    const before = rig.simulator.requests.of('jslogin').length
    const { told } = await rig.restart()
    await told.until(() => told.has('offline'), 'offline')
    await new Promise(resolve => setTimeout(resolve, 2_500))
    expect(rig.simulator.requests.of('jslogin').length - before).toBeLessThanOrEqual(3)
  })

  it('goes on with the same session after single failures, however often', async () => {
    rig = await openRig()
    for (const fault of [{ status: 500 }, { drop: true as const }, { body: '<html>not it' }, { body: '' }]) {
      rig.simulator.faults.add({ endpoint: 'synccheck', times: 1, ...fault })
      const text = `在 ${JSON.stringify(fault)} 之后`
      rig.simulator.say(ROOM, 'dad', text)
      await ofText(rig.told, text)
    }
    rig.simulator.faults.add({ endpoint: 'webwxsync', times: 1, body: 'no json' })
    rig.simulator.say(ROOM, 'dad', '坏答复时')
    await ofText(rig.told, '坏答复时')
    expect(countOf(rig.told, '坏答复时')).toBe(1)
    expect(rig.simulator.requests.of('jslogin')).toHaveLength(1)
    expect(rig.told.statuses.at(-1)).toMatchObject({ state: 'online' })
  })

  it('hears what was said during an outage soon after the network is back', async () => {
    rig = await openRig()
    rig.simulator.network = 'down'
    await rig.told.until(() => rig.told.has('offline'), 'offline')
    rig.simulator.say(ROOM, 'mum', '断网时说的')
    await new Promise(resolve => setTimeout(resolve, 3_000))
    rig.simulator.network = 'up'
    const back = Date.now()
    await ofText(rig.told, '断网时说的')
    expect(Date.now() - back).toBeLessThan(10_000)
    expect(rig.simulator.requests.of('jslogin')).toHaveLength(1)
  })

  it('never evaluates what the server answers', async () => {
    rig = await openRig()
    const target = globalThis as { pwned?: boolean }
    const attack = 'globalThis.pwned=true;window.synccheck={retcode:"0",selector:"0"}'
    rig.simulator.faults.add({ endpoint: 'synccheck', times: 1, body: attack })
    rig.simulator.say(ROOM, 'dad', '还好')
    await ofText(rig.told, '还好')
    expect(target.pwned).toBeUndefined()
  })
})

describe('before and after', () => {
  it('says nothing and loads nothing before it is started', async () => {
    rig = await openRig({ login: false })
    const options = { directory: new MemoryDirectory(), clock: systemClock, cardPath: '/nowhere/card' }
    const gateway = createWechatyGateway(options)
    await expect(gateway.effects.sayInGroup('c3-2', '…')).rejects.toMatchObject({ failure: 'retry' })
    await gateway.stop()
  })

  it('tells nothing after it was stopped', async () => {
    rig = await openRig()
    await rig.gateway.stop()
    const told = rig.told.statuses.length
    rig.simulator.say(ROOM, 'dad', '停了以后')
    await new Promise(resolve => setTimeout(resolve, 300))
    expect(rig.told.messages()).toHaveLength(0)
    expect(rig.told.statuses).toHaveLength(told)
  })
})
