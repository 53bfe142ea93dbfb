import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { DEFAULT_LIMITS, type Media } from '../../src/model/media.js'
import { type Content, content } from '../../src/simulator/index.js'
import { openRig, type Rig, ROOM } from './gateway-rig.js'

const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(500, 7)])
const MP4 = Buffer.from('\0\0\0\x18ftypmp42')
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const NOTHING = { bytes: 0, mime: null, sha256: null, content: null }

let rig: Rig

beforeAll(async () => {
  rig = await openRig({ gateway: { media: { ...DEFAULT_LIMITS, image: 1_000, voice: 0 } } })
})
afterAll(async () => {
  await rig.close()
})

async function fetched(id: string): Promise<Media> {
  return rig.told.until(() => rig.told.fetched.find(media => media.event === id), `media of ${id}`)
}
const post = (posted: Content, room = ROOM) => rig.simulator.crowd.post(room, room === ROOM ? 'dad' : 'aunt', posted)
const picture = () => post(content.image(PNG))

describe('media of a message', () => {
  it.each<[Media['kind'], Content, Uint8Array, string]>([
    ['image', content.image(PNG), PNG, 'image/png'],
    ['video', content.video(3, MP4), MP4, 'video/mp4'],
    ['emoticon', content.emoticon({ bytes: PNG }), PNG, 'image/png'],
    ['file', content.file('名单 & 电话.docx', Buffer.from('PK\x03\x04')), Buffer.from('PK\x03\x04'), 'application/zip'],
  ])('are brought at once: %s', async (kind, posted, bytes, mime) => {
    const id = post(posted)
    const { content: had, ...media } = await fetched(id)
    const named = kind === 'file' ? { filename: '名单 & 电话.docx' } : {}
    expect(media).toEqual({
      event: id,
      group: 'c3-2',
      kind,
      ...named,
      state: 'whole',
      bytes: bytes.length,
      mime,
      sha256: sha256(bytes),
    })
    expect(Buffer.from(had as Uint8Array).equals(bytes)).toBe(true)
  })

  it('are told after the message, which does not wait for them', async () => {
    rig.simulator.faults.add({ endpoint: 'webwxgetmsgimg', delay: 1_500, times: 1 })
    const id = picture()
    await rig.told.until(() => rig.told.events.some(event => event.id === id), 'the message', 1_000)
    const after = rig.simulator.say(ROOM, 'dad', '图在路上')
    await rig.told.until(() => rig.told.events.some(event => event.id === after), 'what follows', 1_000)
    expect(rig.told.fetched.some(media => media.event === id)).toBe(false)
    expect((await fetched(id)).state).toBe('whole')
  })

  it('are told to be empty when the service answers with nothing, as it does once they have expired', async () => {
    rig.simulator.faults.add({ endpoint: 'webwxgetmsgimg', body: '', times: 1 })
    expect(await fetched(picture())).toMatchObject({ state: 'empty', ...NOTHING })
    expect(await fetched(post(content.emoticon({ shop: true })))).toMatchObject({ state: 'empty' })
  })

  it.each([
    ['gone', { status: 404 }, 'expired'],
    ['refused', { status: 403 }, 'failed'],
    ['cut', { drop: true as const }, 'failed'],
    ['a refusal in place of a picture', { ret: 1203 }, 'failed'],
    ['larger than allowed', { flood: 5_000_000 }, 'too_big'],
  ])('are told to be what they are: %s', async (_, fault, state) => {
    const takeBack = rig.simulator.faults.add({ endpoint: 'webwxgetmsgimg', ...fault })
    expect(await fetched(picture())).toMatchObject({ state, ...NOTHING })
    takeBack()
  })

  it('that fail the first time are had the second time', async () => {
    rig.simulator.faults.add({ endpoint: 'webwxgetmsgimg', drop: true, times: 1 })
    expect((await fetched(picture())).state).toBe('whole')
  })

  it('are not fetched from where the service sends, not even on loopback', async () => {
    let reached = 0
    const elsewhere = createServer((_, response) => {
      reached++
      response.end(PNG)
    })
    await new Promise<void>(resolve => elsewhere.listen(0, '127.0.0.1', resolve))
    const location = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`
    rig.simulator.faults.add({ endpoint: 'webwxgetmsgimg', status: 302, location, times: 1 })
    expect(await fetched(picture())).toMatchObject({ state: 'failed' })
    expect(reached).toBe(0)
    await new Promise(resolve => elsewhere.close(resolve))
  })

  it('are never fetched from an address that a message gives', async () => {
    let reached = 0
    const trap = createServer((_, response) => {
      reached++
      response.end(PNG)
    })
    await new Promise<void>(resolve => trap.listen(0, '127.0.0.1', resolve))
    const cdnurl = `http://127.0.0.1:${(trap.address() as AddressInfo).port}/sticker.gif`
    expect((await fetched(post(content.emoticon({ cdnurl })))).state).toBe('whole')
    expect(reached).toBe(0)
    await new Promise(resolve => trap.close(resolve))
  })

  it('of a kind that is switched off, of other rooms and of plain words are not asked for', async () => {
    const before = rig.simulator.requests.count('webwxgetvoice') + rig.simulator.requests.count('webwxgetmsgimg')
    post(content.voice(5))
    post(content.image(PNG), '小区团购群')
    rig.simulator.say(ROOM, 'dad', '只是一句话')
    await fetched(post(content.video(1, MP4)))
    expect(rig.simulator.requests.count('webwxgetvoice') + rig.simulator.requests.count('webwxgetmsgimg')).toBe(before)
  })

  it('of a message that comes twice are fetched once', async () => {
    const id = picture()
    await fetched(id)
    rig.simulator.crowd.post(ROOM, 'dad', content.image(PNG), { id })
    await fetched(picture())
    expect(rig.told.fetched.filter(media => media.event === id)).toHaveLength(1)
  })

  it('of many messages come a few at a time, and all of them', async () => {
    rig.simulator.faults.add({ endpoint: 'webwxgetmsgimg', delay: 20, times: 40 })
    const ids = Array.from({ length: 40 }, picture)
    for (const id of ids) expect((await fetched(id)).state).toBe('whole')
  })
})

describe('a stop', () => {
  it('does not wait for media, and says that they failed', async () => {
    const other = await openRig()
    other.simulator.faults.add({ endpoint: 'webwxgetmsgimg', hang: true })
    const id = other.simulator.crowd.post(ROOM, 'dad', content.image(PNG))
    await other.simulator.waitForRequest(request => request.endpoint === 'webwxgetmsgimg')
    await other.gateway.stop()
    expect(other.told.fetched).toEqual([{ event: id, group: 'c3-2', kind: 'image', state: 'failed', ...NOTHING }])
    await other.close()
  })
})
