/** Domains of WeChat's own servers: the web service, its files, pictures, stickers and faces. */
const OWN = ['qq.com', 'wechat.com', 'weixin.com', 'qpic.cn', 'qlogo.cn'];
/**
 * Whether something may be fetched from this address: one of WeChat's own hosts, by name, over TLS on its usual port, or
 * the simulator that was configured. Addresses come out of messages and profiles: hostile.
 */
export function isOwnAddress(address, simulator) {
    const url = URL.canParse(address) ? new URL(address) : null;
    if (!url || url.username !== '' || url.password !== '')
        return false;
    if (simulator !== null && url.origin === new URL(simulator).origin)
        return true;
    return url.protocol === 'https:' && url.port === '' && OWN.some(domain => isWithin(url.hostname, domain));
}
function isWithin(host, domain) {
    return host === domain || host.endsWith(`.${domain}`);
}
/** Stickers and faces are given by plain HTTP addresses of servers that speak TLS as well. */
export function overTls(address) {
    return address.replace(/^http:\/\/(?=[\w.-]+\.(?:qpic|qlogo)\.cn\/|[\w.-]+\.qq\.com\/)/, 'https://');
}
//# sourceMappingURL=hosts.js.map