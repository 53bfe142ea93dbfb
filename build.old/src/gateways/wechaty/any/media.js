import { collect, fromAddress } from '../media/download.js';
import { FILE_URL } from './payloads.js';
/** The file of a message: what the puppet holds itself, or what is at an address of WeChat's own. */
export function fileOf(puppet, messageId, simulator) {
    return async (limit, signal) => {
        const file = await puppet.messageFile(messageId);
        if (file.type === FILE_URL)
            return fromAddress(file.remoteUrl ?? '', simulator)(limit, signal);
        signal.throwIfAborted();
        return collect(await file.toStream(), limit);
    };
}
//# sourceMappingURL=media.js.map