const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
/** An address that may be told something: https, or http on this very machine, without a user name; else null. */
export function safeUrl(text) {
    const url = URL.canParse(text) ? new URL(text) : null;
    const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url));
    return url && safe && url.username === '' && url.password === '' ? url : null;
}
export function isLoopback({ hostname }) {
    return LOOPBACK.includes(hostname);
}
/** The variable is not set, which has been said already. */
export function isUnfilled(text) {
    return text.includes('${');
}
//# sourceMappingURL=url.js.map