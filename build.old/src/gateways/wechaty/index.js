import { AnyGateway } from './any/gateway.js';
import { DEFAULT_PUPPET } from './capability.js';
import { WechatyGateway } from './gateway.js';
export { isInstalled, isPuppetName } from './any/load.js';
export { capabilitiesOf, DEFAULT_PUPPET, knownPuppets } from './capability.js';
/**
 * The connection to WeChat over wechaty. Nothing is loaded and nothing is opened before `start()`.
 * @throws BanzhangError BZ302 for what is no name of a puppet; `start()` rejects with it for one that is not installed
 */
export function createWechatyGateway(options) {
    const { puppet = DEFAULT_PUPPET } = options;
    return puppet === DEFAULT_PUPPET ? new WechatyGateway(options) : new AnyGateway(options);
}
//# sourceMappingURL=index.js.map