type PuppetModule = typeof import('./puppet.js')

let loaded: Promise<PuppetModule> | null = null

/**
 * Loads wechaty and its puppet (0.6 s, 127 MB: not before it is needed) and keeps them from talking: they log what people
 * write, and their loggers read their level while they are loaded. wechat4u also installs a listener that prints
 * every uncaught exception and goes on as if nothing had been; it is taken away again.
 */
export function loadPuppet(): Promise<PuppetModule> {
  loaded ??= load()
  return loaded
}

async function load(): Promise<PuppetModule> {
  const debug = process.env.DEBUG
  delete process.env.DEBUG
  process.env.WECHATY_LOG = 'silent'
  const before = new Set(process.listeners('uncaughtException'))
  try {
    return await import('./puppet.js')
  } finally {
    if (debug !== undefined) process.env.DEBUG = debug
    for (const listener of process.listeners('uncaughtException')) {
      if (!before.has(listener)) process.removeListener('uncaughtException', listener)
    }
  }
}
