/** A small seeded generator (mulberry32): the same seed gives the same run. */
export class Random {
    state;
    constructor(seed) {
        this.state = seed >>> 0;
    }
    /** from 0 to 1, 1 not included */
    next() {
        this.state = (this.state + 0x6d2b79f5) >>> 0;
        let mixed = this.state;
        mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    }
    /** a whole number from 0 to `below`, which is not included */
    below(below) {
        return Math.floor(this.next() * below);
    }
    pick(items) {
        return items[this.below(items.length)];
    }
}
//# sourceMappingURL=random.js.map