import { createRequire } from 'node:module'
import { CAPABILITIES, type Capabilities } from '../../../model/capability.js'
import { BanzhangError } from '../../../model/errors.js'
import { assumedOf } from '../capability.js'
import type { AnyPuppet } from './payloads.js'

/** What a puppet package gives: the class, and what it says of itself that it can do. */
export interface PuppetPackage {
  default?: unknown
  capabilities?: unknown
  [name: string]: unknown
}

export type ImportPuppet = (name: string) => Promise<PuppetPackage>

export interface LoadedPuppet {
  puppet: AnyPuppet
  capabilities: Capabilities
}

/** Packages only: no path, no address. */
const NAME = /^(?:@[a-z0-9][\w.-]*\/)?wechaty-puppet-[a-z0-9][a-z0-9-]*$/

export function isPuppetName(name: string): boolean {
  return NAME.test(name)
}

/** Whether the package is there; nothing of it is run. */
export function isInstalled(name: string): boolean {
  try {
    createRequire(import.meta.url).resolve(name)
    return true
  } catch (error) {
    // a package for `import` alone is there as well
    return (error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND'
  }
}

export const importPuppet: ImportPuppet = name => import(name)

/**
 * Loads a puppet and finds out what it can do: what is known of it, else what it declares itself, and nothing that it has
 * no means for.
 * @throws BanzhangError BZ302 when it is not installed, or is no puppet
 */
export async function makePuppet(
  name: string,
  options: { token: string | null },
  load: ImportPuppet,
): Promise<LoadedPuppet> {
  const found = await load(name).catch((error: unknown) => {
    throw notInstalled(name, error)
  })
  const Puppet = classIn(found)
  if (!Puppet) throw new BanzhangError('BZ302', `${name} 不是 wechaty 的 puppet`)
  const puppet = new Puppet(options.token === null ? {} : { token: options.token })
  return { puppet, capabilities: seen(puppet, { ...assumedOf(name), ...declared(found.capabilities) }) }
}

function notInstalled(name: string, error: unknown): BanzhangError {
  const { code, message = '' } = error as { code?: string; message?: string }
  const absent = /^(?:ERR_)?MODULE_NOT_FOUND$/.test(code ?? '') && message.includes(name)
  if (!absent)
    return new BanzhangError('BZ302', `${name} 无法加载`, { hint: `重新安装：npm install ${name}`, cause: error })
  return new BanzhangError('BZ302', `没有安装 ${name}`, {
    hint: `先运行 npm install ${name}，再启动小助手`,
    cause: error,
  })
}

/** The default export, or that of a CommonJS package, or the only class whose name says so. */
function classIn(found: PuppetPackage): (new (options: object) => AnyPuppet) | null {
  const inner = (found.default as PuppetPackage | undefined)?.default
  const named = Object.entries(found).flatMap(([name, value]) => (/^Puppet[A-Z]/.test(name) ? [value] : []))
  const candidate = [inner, found.default, ...(named.length === 1 ? named : [])].find(
    value => typeof value === 'function' && typeof value.prototype?.messagePayload === 'function',
  )
  return (candidate as (new (options: object) => AnyPuppet) | undefined) ?? null
}

function declared(given: unknown): Partial<Capabilities> {
  if (given === null || typeof given !== 'object') return {}
  const said = given as Record<string, unknown>
  return Object.fromEntries(CAPABILITIES.flatMap(name => (typeof said[name] === 'boolean' ? [[name, said[name]]] : [])))
}

/** Nothing can be done without the method for it. */
function seen(puppet: AnyPuppet, said: Capabilities): Capabilities {
  const has = (method: string) => typeof (puppet as unknown as Record<string, unknown>)[method] === 'function'
  const speaks = has('messageSendText')
  const recalls = has('messageRecall')
  return {
    ...said,
    sayInGroup: said.sayInGroup && speaks,
    sayInPrivate: said.sayInPrivate && speaks,
    recallOwn: said.recallOwn && recalls,
    recallOther: said.recallOther && recalls,
    removeMember: said.removeMember && has('roomDel'),
    announce: said.announce && has('roomAnnounce'),
  }
}
