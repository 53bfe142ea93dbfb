import { describe, expect, it } from '@jest/globals'
import { openLedger } from '../../src/ledger/index.js'
import type { MediaReader } from '../../src/media/index.js'
import type { Media } from '../../src/model/media.js'
import { ManualClock } from '../../src/model/time.js'
import { addConsent } from '../../src/pipeline/consent.js'
import { keepMedia } from '../../src/pipeline/media.js'

const T0 = 1_800_000_000_000
const HASH = 'cd'.repeat(32)
const PICTURE: Media = {
  event: 'e1',
  group: 'c3-2',
  kind: 'image',
  state: 'whole',
  bytes: 3,
  mime: 'image/png',
  sha256: HASH,
  content: Buffer.from('png'),
}

function worldOf(readMedia?: MediaReader) {
  const ledger = openLedger({ file: ':memory:', botId: 'bz1', key: Buffer.alloc(32, 5) })
  const member = ledger.personId('c3-2', 'wx-1', '程小满妈妈', 'parent')
  const from = { id: member, name: '程小满妈妈' }
  ledger.recordEvent({
    event: {
      id: 'e1',
      group: 'c3-2',
      at: T0,
      from,
      body: { kind: 'message', message: { kind: 'image', text: '' } },
    },
    member,
    role: 'parent',
    digest: '',
    length: 0,
    textForInbox: null,
    recordedAt: T0,
  })
  const errors: string[] = []
  const log = { info: () => {}, warn: () => {}, error: (_: unknown, message: string) => void errors.push(message) }
  const deps = { ledger, clock: new ManualClock(T0 + 9), log, ...(readMedia ? { readMedia } : {}) }
  return { ledger, member, deps, errors }
}

describe('keepMedia', () => {
  it('keeps hash and counts, and gives the bytes to whoever reads them', () => {
    const read: Media[] = []
    const { ledger, deps } = worldOf(media => void read.push(media))
    keepMedia(deps, PICTURE)
    expect(ledger.media('e1')).toEqual({
      event: 'e1',
      state: 'whole',
      bytes: 3,
      mime: 'image/png',
      sha256: HASH,
      at: T0 + 9,
    })
    expect(read).toEqual([PICTURE])
  })

  it('works without anybody who reads', () => {
    const { ledger, deps } = worldOf()
    keepMedia(deps, PICTURE)
    expect(ledger.media('e1')?.state).toBe('whole')
  })

  it('has nothing read of what was not had, of what is told again and of what nobody recorded', () => {
    const read: Media[] = []
    const { ledger, deps } = worldOf(media => void read.push(media))
    keepMedia(deps, { ...PICTURE, event: 'e9' })
    keepMedia(deps, { ...PICTURE, state: 'empty', bytes: 0, mime: null, sha256: null, content: null })
    keepMedia(deps, PICTURE)
    expect(read).toEqual([])
    expect(ledger.media('e1')?.state).toBe('empty')
  })

  it('keeps no hash of what an objector sent', () => {
    const { ledger, deps, member } = worldOf()
    addConsent(ledger, 'c3-2', { kind: 'objects', person: member, on: '2027-01-15', by: '张主任', recordedAt: T0 })
    keepMedia(deps, PICTURE)
    expect(ledger.media('e1')).toMatchObject({ state: 'whole', bytes: 3, sha256: null })
  })

  it.each<[string, MediaReader]>([
    [
      'throws',
      () => {
        throw new Error('secret words of the picture')
      },
    ],
    ['rejects', () => Promise.reject(new Error('secret words of the picture'))],
  ])('survives a reader that %s, without telling what it said', async (_, reader) => {
    const { deps, errors } = worldOf(reader)
    keepMedia(deps, PICTURE)
    await new Promise(resolve => setImmediate(resolve))
    expect(errors).toEqual(['media could not be read'])
  })
})
