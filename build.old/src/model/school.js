/** What each of a person's channels is called in the ledger: its kind, numbered from the second one on. */
export function channelNames(channels) {
    const seen = new Map();
    return channels.map(({ kind }) => {
        const n = (seen.get(kind) ?? 0) + 1;
        seen.set(kind, n);
        return n === 1 ? kind : `${kind}-${n}`;
    });
}
//# sourceMappingURL=school.js.map