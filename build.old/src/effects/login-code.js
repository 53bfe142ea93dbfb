/** topic of the message that carries a QR code to log in with */
export const LOGIN = 'LOGIN';
const SCANNED = /^(https:\/\/login\.[a-z.]+)\/l\/([\w=-]{1,64})$/;
const PICTURE = /^(https:\/\/login\.[a-z.]+)\/qrcode\/([\w=-]{1,64})$/;
/** Where WeChat itself shows the code to be scanned; what a code of some other kind says is left as it is. */
export function pictureOf(code) {
    return code.replace(SCANNED, '$1/qrcode/$2');
}
/** What the QR code of a login message says, as the phone must read it: its last word. */
export function codeIn(text) {
    return (text.trim().split(/\s+/).at(-1) ?? '').replace(PICTURE, '$1/l/$2');
}
//# sourceMappingURL=login-code.js.map