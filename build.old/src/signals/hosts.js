/** Whether an address is on one of the domains or below it: `qq.com` covers `mp.weixin.qq.com`, not `notqq.com`. */
export function matchesHost(url, domains) {
    const host = hostOf(url);
    if (host === null)
        return false;
    return domains.some(domain => {
        const suffix = domain.toLowerCase().replace(/^\*?\./, '');
        return host === suffix || host.endsWith(`.${suffix}`);
    });
}
/** Lower-case host name of an address with or without scheme; null when there is none. */
export function hostOf(url) {
    try {
        const { hostname } = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(url) ? url : `https://${url}`);
        return hostname === '' ? null : hostname.replace(/\.$/, '');
    }
    catch {
        return null;
    }
}
//# sourceMappingURL=hosts.js.map