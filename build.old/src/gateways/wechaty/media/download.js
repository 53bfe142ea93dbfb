import { isOwnAddress, overTls } from './hosts.js';
/** It is larger than is fetched of its kind. */
export class TooBig extends Error {
}
/** The service says that it is gone. */
export class Gone extends Error {
}
/** It is said to be where nothing is fetched from, or the service sends elsewhere. */
export class Elsewhere extends Error {
}
/** Reads to the end, or until there is more than the limit. @throws TooBig */
export async function collect(chunks, limit) {
    const parts = [];
    let size = 0;
    for await (const chunk of chunks) {
        size += chunk.length;
        // leaving the loop ends the stream
        if (size > limit)
            throw new TooBig();
        parts.push(chunk);
    }
    return Buffer.concat(parts, size);
}
/** Refuses early what says itself that it is too long. A wrong length is found out while reading. @throws TooBig */
export function checkLength(header, limit) {
    if (Number(header) > limit)
        throw new TooBig();
}
/** @throws Gone for an address that holds nothing any more, Elsewhere for a redirect */
export function checkStatus(status) {
    if (status === 404 || status === 410)
        throw new Gone();
    if (status >= 300 && status < 400)
        throw new Elsewhere();
    if (status < 200 || status >= 300)
        throw new Error(`HTTP ${status}`);
}
/** What is at an address, if it is one of WeChat's own (or the simulator's); redirects are not followed. */
export function fromAddress(given, simulator) {
    return async (limit, signal) => {
        const address = overTls(given);
        if (!isOwnAddress(address, simulator))
            throw new Elsewhere();
        const response = await fetch(address, { redirect: 'manual', signal });
        try {
            checkStatus(response.status);
            checkLength(response.headers.get('content-length'), limit);
            return response.body ? await collect(response.body, limit) : new Uint8Array();
        }
        catch (error) {
            await response.body?.cancel().catch(() => { });
            throw error;
        }
    };
}
//# sourceMappingURL=download.js.map