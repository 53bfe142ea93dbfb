/** Milliseconds of work, several times over, the contenders taking turns so that a busy moment hits them all. */
export function race(contenders, rounds = 5) {
    const names = Object.keys(contenders);
    const times = new Map(names.map(name => [name, []]));
    // once for nothing: what runs for the first time is being compiled
    for (const name of names)
        contenders[name]?.();
    for (let round = 0; round < rounds; round++) {
        for (const name of names) {
            times.get(name)?.push(timed(contenders[name]));
        }
    }
    return Object.fromEntries(names.map(name => [name, median(times.get(name))]));
}
/** Milliseconds of one piece of work. */
export function timed(work) {
    const began = process.hrtime.bigint();
    work();
    return Number(process.hrtime.bigint() - began) / 1e6;
}
export function median(values) {
    const sorted = values.toSorted((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)];
}
//# sourceMappingURL=measure.js.map