/** Feature space: what a name or a few characters become. 2^20 slots, so that features hardly ever share one. */
export const HASH_BITS = 20;
const MASK = (1 << HASH_BITS) - 1;
/** Where features of different sorts begin. */
export const SALT = {
    text: 0x51ed270b,
    before: 0x2c1b3c6d,
    pair: 0x3c6ef372,
    meaning: 0x1f83d9ab,
    meantBefore: 0x5be0cd19,
};
/** One to three characters; 0 stands for none. */
export function gram(salt, a, b, c) {
    let hash = salt ^ Math.imul(a + 1, 0x9e3779b1);
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) ^ Math.imul(b + 1, 0xc2b2ae35);
    hash = Math.imul(hash ^ (hash >>> 13), 0x27d4eb2f) ^ Math.imul(c + 1, 0x165667b1);
    hash = Math.imul(hash ^ (hash >>> 16), 0x9e3779b1);
    return (hash ^ (hash >>> 15)) & MASK;
}
/** A feature that has a name (`role:parent`). */
export function named(name) {
    let hash = 0x811c9dc5;
    for (let i = 0; i < name.length; i++)
        hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
    return (hash ^ (hash >>> 13)) & MASK;
}
//# sourceMappingURL=hash.js.map