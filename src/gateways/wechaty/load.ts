type WechatyModule = typeof import('./wechaty.js')
type PuppetModule = typeof import('./puppet.js')

let wechaty: Promise<WechatyModule> | null = null
let puppet: Promise<PuppetModule> | null = null

/** Loads wechaty (0.6 s, 127 MB: not before it is needed). */
export async function loadWechaty(): Promise<WechatyModule & { quietly: typeof quietly }> {
  wechaty ??= quietly(() => import('./wechaty.js'))
  return { ...(await wechaty), quietly }
}

/** Loads wechaty and the puppet that is shipped with it. */
export async function loadPuppet(): Promise<WechatyModule & PuppetModule> {
  const { buildWechaty } = await loadWechaty()
  puppet ??= quietly(() => import('./puppet.js'))
  return { buildWechaty, ...(await puppet) }
}

/**
 * Loads something of wechaty's and keeps it from talking: they log what people write, and their loggers read their level
 * while they are loaded. wechat4u also installs a listener that prints every uncaught exception and goes on as if
 * nothing had been; it is taken away again.
 */
async function quietly<T>(load: () => Promise<T>): Promise<T> {
  const debug = process.env.DEBUG
  delete process.env.DEBUG
  process.env.WECHATY_LOG = 'silent'
  const before = new Set(process.listeners('uncaughtException'))
  try {
    return await load()
  } finally {
    if (debug !== undefined) process.env.DEBUG = debug
    for (const listener of process.listeners('uncaughtException')) {
      if (!before.has(listener)) process.removeListener('uncaughtException', listener)
    }
  }
}
