import { createRequire } from 'node:module';
import { CAPABILITIES } from '../../../model/capability.js';
import { BanzhangError } from '../../../model/errors.js';
import { assumedOf } from '../capability.js';
/** Packages only: no path, no address. */
const NAME = /^(?:@[a-z0-9][\w.-]*\/)?wechaty-puppet-[a-z0-9][a-z0-9-]*$/;
export function isPuppetName(name) {
    return NAME.test(name);
}
/** Whether the package is there; nothing of it is run. */
export function isInstalled(name) {
    try {
        createRequire(import.meta.url).resolve(name);
        return true;
    }
    catch (error) {
        // a package for `import` alone is there as well
        return error.code !== 'MODULE_NOT_FOUND';
    }
}
export const importPuppet = name => import(name);
/**
 * Loads a puppet and finds out what it can do: what is known of it, else what it declares itself, and nothing that it has
 * no means for.
 * @throws BanzhangError BZ302 when it is not installed, or is no puppet
 */
export async function makePuppet(name, options, load) {
    const found = await load(name).catch((error) => {
        throw notInstalled(name, error);
    });
    const Puppet = classIn(found);
    if (!Puppet)
        throw new BanzhangError('BZ302', `${name} 不是 wechaty 的 puppet`);
    const puppet = new Puppet(options.token === null ? {} : { token: options.token });
    return { puppet, capabilities: seen(puppet, { ...assumedOf(name), ...declared(found.capabilities) }) };
}
function notInstalled(name, error) {
    const { code, message = '' } = error;
    const absent = /^(?:ERR_)?MODULE_NOT_FOUND$/.test(code ?? '') && message.includes(name);
    if (!absent)
        return new BanzhangError('BZ302', `${name} 无法加载`, { hint: `重新安装：npm install ${name}`, cause: error });
    return new BanzhangError('BZ302', `没有安装 ${name}`, {
        hint: `先运行 npm install ${name}，再启动小助手`,
        cause: error,
    });
}
/** The default export, or that of a CommonJS package, or the only class whose name says so. */
function classIn(found) {
    const inner = found.default?.default;
    const named = Object.entries(found).flatMap(([name, value]) => (/^Puppet[A-Z]/.test(name) ? [value] : []));
    const candidate = [inner, found.default, ...(named.length === 1 ? named : [])].find(value => typeof value === 'function' && typeof value.prototype?.messagePayload === 'function');
    return candidate ?? null;
}
function declared(given) {
    if (given === null || typeof given !== 'object')
        return {};
    const said = given;
    return Object.fromEntries(CAPABILITIES.flatMap(name => (typeof said[name] === 'boolean' ? [[name, said[name]]] : [])));
}
/** Nothing can be done without the method for it. */
function seen(puppet, said) {
    const has = (method) => typeof puppet[method] === 'function';
    const speaks = has('messageSendText');
    const recalls = has('messageRecall');
    return {
        ...said,
        sayInGroup: said.sayInGroup && speaks,
        sayInPrivate: said.sayInPrivate && speaks,
        recallOwn: said.recallOwn && recalls,
        recallOther: said.recallOther && recalls,
        removeMember: said.removeMember && has('roomDel'),
        announce: said.announce && has('roomAnnounce'),
    };
}
//# sourceMappingURL=load.js.map