import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import Database from 'better-sqlite3'
import { furnish, inFolder, memoryLedger, open, record, T0 } from './support.js'

const HASH = 'ab'.repeat(32)
const WHOLE = { event: 'e1', state: 'whole', bytes: 1234, mime: 'image/png', sha256: HASH } as const

describe('recordMedia', () => {
  it('keeps a hash and counts, once', () => {
    const { ledger, parent } = memoryLedger()
    record(ledger, 'e1', parent)
    expect(ledger.media('e1')).toBeNull()
    expect(ledger.recordMedia(WHOLE, T0 + 5)).toBe(true)
    expect(ledger.recordMedia({ ...WHOLE, state: 'empty', bytes: 0 }, T0 + 9)).toBe(false)
    expect(ledger.media('e1')).toEqual({ ...WHOLE, at: T0 + 5 })
  })

  it.each(['empty', 'expired', 'too_big', 'failed'] as const)('says plainly that it is %s', state => {
    const { ledger, parent } = memoryLedger()
    record(ledger, 'e1', parent)
    ledger.recordMedia({ event: 'e1', state, bytes: 0, mime: null, sha256: null }, T0)
    expect(ledger.media('e1')).toMatchObject({ state, bytes: 0, mime: null, sha256: null })
  })

  it('does not take media of an event that nobody recorded', () => {
    const { ledger } = memoryLedger()
    expect(ledger.recordMedia({ ...WHOLE, event: 'e9' }, T0)).toBe(false)
    expect(ledger.media('e9')).toBeNull()
  })

  it('keeps no byte and no name', () =>
    inFolder(folder => {
      open(folder).close()
      const db = new Database(join(folder, 'ledger.db'), { readonly: true })
      const columns = db.pragma('table_info(media)') as { name: string }[]
      expect(columns.map(column => column.name)).toEqual(['seq', 'event_id', 'state', 'bytes', 'mime', 'sha256', 'at'])
      db.close()
    }))
})

describe('what is on record of media', () => {
  it('cannot be changed or deleted, except that the hash goes', () =>
    inFolder(folder => {
      const { ledger, parent } = furnish(open(folder))
      record(ledger, 'e1', parent)
      ledger.recordMedia(WHOLE, T0)
      ledger.close()
      const db = new Database(join(folder, 'ledger.db'))
      for (const sql of [
        "UPDATE media SET state = 'empty'",
        'UPDATE media SET bytes = 1',
        "UPDATE media SET sha256 = 'ff'",
        'DELETE FROM media',
      ])
        expect(() => db.exec(sql)).toThrow(/media/)
      db.exec('UPDATE media SET sha256 = NULL')
      db.close()
    }))

  it('loses its hash when the sender is forgotten, and nobody else does', () => {
    const { ledger, parent } = memoryLedger()
    const other = ledger.personId('c3-2', 'wx-2', '安可妈妈', 'parent')
    record(ledger, 'e1', parent)
    record(ledger, 'e2', other)
    ledger.recordMedia(WHOLE, T0)
    ledger.recordMedia({ ...WHOLE, event: 'e2' }, T0)
    ledger.eraseTexts(parent, T0 + 1)
    expect(ledger.media('e1')).toMatchObject({ state: 'whole', bytes: 1234, sha256: null })
    expect(ledger.media('e2')).toMatchObject({ sha256: HASH })
  })
})
