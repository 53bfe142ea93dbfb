/** What lies in a data folder, by name. */
export const DATA_FILES = {
    ledger: 'ledger.sqlite',
    /** seals the inbox; 32 bytes */
    key: 'inbox.key',
    /** live cookies of the WeChat session */
    card: 'session.memory-card.json',
    qrcode: 'login-qr.png',
};
/** Environment variable that replaces the key file. */
export const KEY_ENV = 'BANZHANG_KEY';
//# sourceMappingURL=data-files.js.map