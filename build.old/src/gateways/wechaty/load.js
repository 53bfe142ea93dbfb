let wechaty = null;
let puppet = null;
/** Loads wechaty (0.6 s, 127 MB: not before it is needed). */
export async function loadWechaty() {
    wechaty ??= quietly(() => import('./wechaty.js'));
    return { ...(await wechaty), quietly };
}
/** Loads wechaty and the puppet that is shipped with it. */
export async function loadPuppet() {
    const { buildWechaty } = await loadWechaty();
    puppet ??= quietly(() => import('./puppet.js'));
    return { buildWechaty, ...(await puppet) };
}
/**
 * Loads something of wechaty's and keeps it from talking: they log what people write, and their loggers read their level
 * while they are loaded. wechat4u also installs a listener that prints every uncaught exception and goes on as if
 * nothing had been; it is taken away again.
 */
async function quietly(load) {
    const debug = process.env.DEBUG;
    delete process.env.DEBUG;
    process.env.WECHATY_LOG = 'silent';
    const before = new Set(process.listeners('uncaughtException'));
    try {
        return await load();
    }
    finally {
        if (debug !== undefined)
            process.env.DEBUG = debug;
        for (const listener of process.listeners('uncaughtException')) {
            if (!before.has(listener))
                process.removeListener('uncaughtException', listener);
        }
    }
}
//# sourceMappingURL=load.js.map