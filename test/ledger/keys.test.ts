import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { loadKey, loadOrCreateKey } from '../../src/ledger/index.js'
import { inFolder } from './support.js'

const code = (wanted: string) => expect.objectContaining({ name: 'BanzhangError', code: wanted })

describe('loadOrCreateKey', () => {
  it('makes a private file of 32 bytes once, and leaves nothing else behind', () => {
    inFolder(folder => {
      const file = join(folder, 'ledger.key')
      const key = loadOrCreateKey({ file })
      expect(key).toHaveLength(32)
      expect(statSync(file).mode & 0o777).toBe(0o600)
      expect(loadOrCreateKey({ file }).equals(key)).toBe(true)
      expect(readFileSync(file).equals(key)).toBe(true)
      expect(readdirSync(folder)).toEqual(['ledger.key'])
      expect(loadOrCreateKey({ file: join(folder, 'other.key') }).equals(key)).toBe(false)
    })
  })

  it('refuses a file that others can read, is too short, too long or empty', () => {
    inFolder(folder => {
      const file = join(folder, 'ledger.key')
      loadOrCreateKey({ file })
      for (const mode of [0o644, 0o640, 0o602]) {
        chmodSync(file, mode)
        expect(() => loadOrCreateKey({ file })).toThrow(code('BZ205'))
      }
      chmodSync(file, 0o600)
      for (const length of [0, 31, 33]) {
        writeFileSync(file, Buffer.alloc(length))
        expect(() => loadOrCreateKey({ file })).toThrow(code('BZ205'))
      }
      expect(readFileSync(file)).toHaveLength(33)
    })
  })

  it('refuses what is no plain file', () => {
    inFolder(folder => {
      mkdirSync(join(folder, 'dir.key'))
      symlinkSync('/dev/zero', join(folder, 'link.key'))
      for (const name of ['dir.key', 'link.key'])
        expect(() => loadOrCreateKey({ file: join(folder, name) })).toThrow(code('BZ205'))
      expect(() => loadOrCreateKey({ file: join(folder, 'absent', 'x.key') })).toThrow(code('BZ202'))
    })
  })

  it('takes the environment first, in hex or base64, and then makes no file', () => {
    inFolder(folder => {
      const file = join(folder, 'ledger.key')
      const key = Buffer.from(Array.from({ length: 32 }, (_, i) => i * 7))
      expect(loadOrCreateKey({ file, env: key.toString('hex') }).equals(key)).toBe(true)
      expect(loadOrCreateKey({ file, env: ` ${key.toString('base64')}\n` }).equals(key)).toBe(true)
      expect(loadOrCreateKey({ file, env: key.toString('base64url') }).equals(key)).toBe(true)
      expect(existsSync(file)).toBe(false)
      for (const env of [
        'short',
        'x'.repeat(64),
        key.toString('hex').slice(2),
        `${key.toString('base64')}AAAA`,
        '密钥',
      ])
        expect(() => loadOrCreateKey({ file, env })).toThrow(code('BZ205'))
      expect(loadOrCreateKey({ file, env: ' ' })).toHaveLength(32)
    })
  })

  it('says nothing of the key in its errors', () => {
    const secret = 'ab'.repeat(31)
    try {
      loadOrCreateKey({ file: '/nowhere', env: secret })
    } catch (error) {
      expect(JSON.stringify([String(error), error])).not.toContain(secret)
    }
  })
})

describe('loadKey', () => {
  it('never makes a key: a reader with a new one could read nothing', () => {
    const folder = mkdtempSync(join(tmpdir(), 'banzhang-key-'))
    const file = join(folder, 'inbox.key')
    expect(() => loadKey({ file })).toThrow(expect.objectContaining({ code: 'BZ205' }))
    expect(existsSync(file)).toBe(false)
    const key = loadOrCreateKey({ file })
    expect(loadKey({ file }).equals(key)).toBe(true)
    expect(loadKey({ file: join(folder, 'other'), env: key.toString('hex') }).equals(key)).toBe(true)
    rmSync(folder, { recursive: true })
  })
})
