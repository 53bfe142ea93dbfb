import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import Database from 'better-sqlite3'
import { openLedger } from '../../src/ledger/index.js'
import { APPLICATION_ID, migrate, SCHEMA_VERSION, schemaVersion } from '../../src/ledger/migrations.js'
import { translate } from '../../src/ledger/store.js'
import { BanzhangError } from '../../src/model/errors.js'
import { decide, furnish, inFolder, KEY, open, T0, toPerson } from './support.js'

const root = process.getuid?.() === 0

function refusal(work: () => unknown): BanzhangError {
  try {
    work()
  } catch (error) {
    if (error instanceof BanzhangError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

/** A ledger with something in it, closed; returns its path. */
function filled(folder: string): string {
  const { ledger, parent } = furnish(open(folder))
  for (let i = 0; i < 200; i++) decide(ledger, `e${i}`, { member: parent, draft: { actions: [toPerson(parent)] } })
  ledger.close()
  return join(folder, 'ledger.db')
}

describe('openLedger', () => {
  it('makes a private file in WAL mode with foreign keys, and finds everything again', () => {
    inFolder(folder => {
      const file = filled(folder)
      expect(statSync(file).mode & 0o777).toBe(0o600)
      const again = open(folder)
      expect(again.decisions({ limit: 500 })).toHaveLength(200)
      expect(again.integrity()).toEqual([])
      expect([again.file, again.botId, again.readonly]).toEqual([file, 'bz1', false])
      again.close()
      again.close()
      const db = new Database(file, { readonly: true })
      expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
      expect(schemaVersion(db)).toBe(SCHEMA_VERSION)
      db.close()
    })
  })

  it('refuses a ledger of a newer version and leaves it as it was', () => {
    inFolder(folder => {
      const file = filled(folder)
      const db = new Database(file)
      db.pragma(`user_version = ${SCHEMA_VERSION + 1}`)
      db.close()
      const before = readFileSync(file)
      for (const readonly of [false, true]) {
        const error = refusal(() => open(folder, readonly))
        expect(error).toMatchObject({ code: 'BZ201', place: { file } })
        expect(error.hint).toMatch(/升级/)
      }
      expect(readFileSync(file).equals(before)).toBe(true)
    })
  })

  it.each([
    ['text', (file: string) => writeFileSync(file, '这不是账本\n'.repeat(200)), 'BZ202'],
    ['binary', (file: string) => writeFileSync(file, Buffer.alloc(9000, 0xa5)), 'BZ202'],
    ['a folder', (file: string) => mkdirSync(file), 'BZ202'],
    [
      'another SQLite file',
      (file: string) => {
        const db = new Database(file)
        db.exec('CREATE TABLE photos (id)')
        db.close()
      },
      'BZ202',
    ],
  ])('refuses %s in place of a ledger', (_, make, code) => {
    inFolder(folder => {
      make(join(folder, 'ledger.db'))
      expect(refusal(() => open(folder)).code).toBe(code)
      expect(refusal(() => open(folder, true)).code).toBe(code)
    })
  })

  it('refuses a truncated file and does not touch it', () => {
    inFolder(folder => {
      const file = filled(folder)
      truncateSync(file, 9000)
      const before = readFileSync(file)
      expect(refusal(() => open(folder)).code).toBe('BZ202')
      expect(readFileSync(file).equals(before)).toBe(true)
    })
  })

  it('reports damage in the middle of the file', () => {
    inFolder(folder => {
      const file = filled(folder)
      const bytes = readFileSync(file)
      const pages = bytes.length / 4096
      for (let page = Math.floor(pages * 0.7); page < pages; page++) bytes.fill(0x5a, page * 4096, page * 4096 + 400)
      writeFileSync(file, bytes)
      const ledger = open(folder, true)
      const damage = () => {
        const found = ledger.integrity()
        if (found.length > 0) throw new BanzhangError('BZ202', found.join('\n'))
      }
      expect(refusal(damage).code).toBe('BZ202')
      ledger.close()
    })
  })

  it('starts anew in an empty file, which is no damage', () => {
    inFolder(folder => {
      writeFileSync(join(folder, 'ledger.db'), '')
      const ledger = open(folder)
      expect(ledger.verifyChain()).toEqual({ ok: true, length: 0 })
      ledger.close()
    })
  })

  it('says what is wrong with a folder that is not there, and makes nothing for a reader', () => {
    inFolder(folder => {
      expect(refusal(() => open(join(folder, 'absent')))).toMatchObject({ code: 'BZ202' })
      expect(refusal(() => open(folder, true))).toMatchObject({ code: 'BZ202' })
      expect(existsSync(join(folder, 'ledger.db'))).toBe(false)
    })
  })

  it('refuses to write where it may not', () => {
    inFolder(folder => {
      const { ledger } = furnish(open(folder))
      const reader = open(folder, true)
      expect(refusal(() => reader.setMeta('k', 'v')).code).toBe('BZ203')
      expect(refusal(() => reader.applyRetention(T0, { inbox: 0, flagged: 0, escalated: 0 })).code).toBe('BZ203')
      reader.close()
      ledger.close()
    })
  })

  const unlessRoot = root ? it.skip : it
  unlessRoot('refuses a read-only folder (skipped for root, whom modes do not bind)', () => {
    inFolder(folder => {
      chmodSync(folder, 0o500)
      expect(refusal(() => open(folder)).code).toBe('BZ203')
      chmodSync(folder, 0o700)
    })
  })

  it('knows every way in which a disk says no', () => {
    const code = (name: string) => (translate(Object.assign(new Error(name), { code: name })) as BanzhangError).code
    expect(['SQLITE_READONLY', 'SQLITE_READONLY_DIRECTORY', 'EACCES', 'EROFS'].map(code)).toEqual(
      Array(4).fill('BZ203'),
    )
    expect(['SQLITE_FULL', 'ENOSPC'].map(code)).toEqual(['BZ206', 'BZ206'])
    expect(['SQLITE_CORRUPT', 'SQLITE_CORRUPT_VTAB', 'SQLITE_NOTADB', 'SQLITE_IOERR_READ'].map(code)).toEqual(
      Array(4).fill('BZ202'),
    )
    expect(['SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT', 'SQLITE_LOCKED'].map(code)).toEqual(Array(3).fill('BZ207'))
    const other = new TypeError('a mistake of ours')
    expect(translate(other)).toBe(other)
    expect(translate(null)).toBeNull()
  })

  it('belongs to one bot and one key', () => {
    inFolder(folder => {
      const file = filled(folder)
      expect(refusal(() => openLedger({ file, botId: 'bz1', key: Buffer.alloc(32, 9) }))).toMatchObject({
        code: 'BZ205',
      })
      expect(refusal(() => openLedger({ file, botId: 'bz2', key: KEY })).message).toMatch(/bz1/)
      expect(refusal(() => openLedger({ file, botId: 'bz1', key: Buffer.alloc(16) })).code).toBe('BZ205')
      for (const botId of ['', 'a-b', '班长', 'x'.repeat(33), "'; --"])
        expect(refusal(() => openLedger({ file, botId, key: KEY })).code).toBe('BZ502')
      open(folder).close()
    })
  })

  it('lets readers in with the key, whoever they are', () => {
    inFolder(folder => {
      const file = filled(folder)
      openLedger({ file, botId: 'reader', key: KEY, readonly: true }).close()
      const wrong = { file, botId: 'reader', key: Buffer.alloc(32, 9), readonly: true }
      expect(refusal(() => openLedger(wrong))).toMatchObject({ code: 'BZ205' })
    })
  })

  it('lets one bot in at a time, and readers always', () => {
    inFolder(folder => {
      const bot = open(folder)
      expect(refusal(() => open(folder))).toMatchObject({ code: 'BZ207' })
      const readers = [open(folder, true), open(folder, true)]
      furnish(bot)
      expect(readers.map(reader => reader.people().length)).toEqual([1, 1])
      for (const reader of readers) reader.close()
      bot.close()
      open(folder).close()
    })
  })

  it('can be copied and opened elsewhere', () => {
    inFolder(folder => {
      const file = filled(folder)
      const copy = join(folder, 'copy.db')
      copyFileSync(file, copy)
      const reader = openLedger({ file: copy, botId: 'bz1', key: KEY, readonly: true })
      expect(reader.verifyChain()).toEqual({ ok: true, length: 200 })
      reader.close()
    })
  })
})

describe('migrations', () => {
  it('run in order, each once, and stop whole where one fails', () => {
    const db = new Database(':memory:')
    migrate(db, ['CREATE TABLE a (x)', 'CREATE TABLE b (x)'])
    expect(schemaVersion(db)).toBe(2)
    expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID)
    migrate(db, ['CREATE TABLE a (x)', 'CREATE TABLE b (x)'])
    expect(() => migrate(db, ['', '', 'CREATE TABLE c (x)', 'CREATE TABLE d (x); CREATE TABLE d (x)'])).toThrow(
      /already exists/,
    )
    expect(schemaVersion(db)).toBe(3)
    expect(db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1").pluck().all()).toEqual([
      'a',
      'b',
      'c',
    ])
    db.close()
  })

  it('are not run for a reader', () => {
    inFolder(folder => {
      const db = new Database(join(folder, 'ledger.db'))
      db.pragma(`application_id = ${APPLICATION_ID}`)
      db.exec('CREATE TABLE a (x)')
      db.close()
      expect(refusal(() => open(folder, true))).toMatchObject({ code: 'BZ202', hint: '请先运行一次 banzhang run。' })
    })
  })
})
