import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { machine } from '../../../src/cli/doctor/machine.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doctor-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the machine under this process', () => {
  it('knows its Node, its zone and its SQLite', async () => {
    expect(machine.node).toBe(process.versions.node)
    expect(machine.zone().offset).toBe(-new Date().getTimezoneOffset())
    expect(await machine.sqlite()).toMatch(/^3\.\d+/)
  })

  it('tells files from folders, with their rights', async () => {
    writeFileSync(join(folder, 'key'), 'x', { mode: 0o640 })
    mkdirSync(join(folder, 'sub'), { mode: 0o700 })
    const unix = process.platform !== 'win32'
    expect(await machine.file(join(folder, 'key'))).toEqual({ kind: 'file', mode: unix ? 0o640 : null, mine: true })
    expect(await machine.file(join(folder, 'sub'))).toMatchObject({ kind: 'folder', mine: true })
    expect(await machine.file(join(folder, 'absent'))).toBeNull()
    expect(await machine.file(join(folder, 'key', 'below-a-file'))).toBeNull()
  })

  it('counts free bytes', async () => {
    expect(await machine.freeBytes(folder)).toBeGreaterThan(0)
  })

  it('tries writing and leaves nothing behind', async () => {
    expect(await machine.tryWriting(folder)).toBeNull()
    expect(readdirSync(folder)).toEqual([])
    expect(await machine.tryWriting(join(folder, 'absent'))).toBe('ENOENT')
    writeFileSync(join(folder, 'file'), '')
    expect(await machine.tryWriting(join(folder, 'file'))).toBe('ENOTDIR')
  })
})

describe('reach', () => {
  async function listening(): Promise<{ server: Server; port: number }> {
    const server = createServer(socket => socket.end())
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    return { server, port: typeof address === 'object' && address !== null ? address.port : 0 }
  }

  it('connects to what listens and is refused where nothing does', async () => {
    const { server, port } = await listening()
    expect(await machine.reach('127.0.0.1', port, 2_000)).toMatchObject({ ok: true, address: '127.0.0.1' })
    await new Promise(resolve => server.close(resolve))
    expect(await machine.reach('127.0.0.1', port, 2_000)).toEqual({ ok: false, step: 'tcp', code: 'ECONNREFUSED' })
  })

  it('says when a name has no address', async () => {
    expect(await machine.reach('no such host', 443, 2_000)).toMatchObject({ ok: false, step: 'dns' })
  })
})
