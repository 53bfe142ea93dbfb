/**
 * Imported before wechaty and its puppets: they log what people write. Their loggers read these when they are loaded.
 * Whoever starts the program with DEBUG=… or WECHATY_LOG=… still gets none of it.
 */
process.env.WECHATY_LOG = 'silent'
delete process.env.DEBUG

const before = new Set(process.listeners('uncaughtException'))

/** wechat4u prints every uncaught exception and goes on as if nothing had been: takes that listener away again. */
export function letExceptionsThrough(): void {
  for (const listener of process.listeners('uncaughtException')) {
    if (!before.has(listener)) process.removeListener('uncaughtException', listener)
  }
}
