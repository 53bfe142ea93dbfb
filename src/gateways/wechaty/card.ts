import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * The session card: wechaty's memory (live cookies among it) in one file of mode 0600, replaced whole, so that a crash
 * leaves the old one or the new one. A file that cannot be read as JSON counts as none: the next login is by QR code.
 * Has the methods of wechaty's MemoryCard that wechaty and the puppet call.
 */
export class SessionCard {
  readonly name: string
  private values: Record<string, unknown> = {}
  private saving: Promise<void> = Promise.resolve()

  constructor(path: string) {
    this.name = path
  }

  /** wechaty gives the puppet a part of its memory; there is nothing else in it here */
  multiplex(): this {
    return this
  }

  async load(): Promise<void> {
    await mkdir(dirname(this.name), { recursive: true, mode: 0o700 })
    const text = await readFile(this.name, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return ''
      throw error
    })
    if (text) await chmod(this.name, 0o600)
    this.values = parse(text)
  }

  async get(key: string): Promise<unknown> {
    return this.values[key]
  }

  async set(key: string, value: unknown): Promise<void> {
    this.values[key] = value
  }

  async delete(key: string): Promise<void> {
    delete this.values[key]
  }

  /** Resolves when nothing is being written any more. */
  async settled(): Promise<void> {
    await this.saving.catch(() => {})
  }

  /** One write at a time, the latest state last. */
  save(): Promise<void> {
    const text = JSON.stringify(this.values)
    this.saving = this.saving.catch(() => {}).then(() => replaceFile(this.name, text))
    return this.saving
  }
}

function parse(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : {}
  } catch {
    return {}
  }
}

async function replaceFile(path: string, text: string): Promise<void> {
  const fresh = `${path}.new`
  await writeFile(fresh, text, { mode: 0o600, flush: true })
  await chmod(fresh, 0o600)
  await rename(fresh, path)
}
