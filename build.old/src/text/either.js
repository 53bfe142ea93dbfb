/** One pattern of several, each on its own line where it is written down. */
export function either(patterns, flags = 'u') {
    return new RegExp(patterns.join('|'), flags);
}
//# sourceMappingURL=either.js.map