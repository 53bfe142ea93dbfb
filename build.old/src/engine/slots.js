import { prepared } from '../signals/index.js';
/** The distinct (signal, options) pairs of a rule set; its packs ask for the same ones mostly. */
export class Detectors {
    #registry;
    #resources;
    #known = new Map();
    #together = new Map();
    /** by the options themselves: rules are asked about again and again while a rule set is compiled, and packs share them */
    #seen = new WeakMap();
    constructor(registry, resources) {
        this.#registry = registry;
        this.#resources = resources;
    }
    /** Throws OptionError for options that cannot be used, RangeError for an unknown signal. */
    of(name, options) {
        const seen = typeof options === 'object' && options !== null ? this.#seen.get(options) : undefined;
        // two signals may have been given the very same options
        if (seen?.signal === name)
            return seen;
        const key = `${name}\n${canonical(options)}`;
        let detector = this.#known.get(key);
        if (!detector)
            this.#known.set(key, (detector = this.#prepare(name, options, key)));
        if (typeof options === 'object' && options !== null)
            this.#seen.set(options, detector);
        return detector;
    }
    /** What is asked of every event, signal by signal. */
    together() {
        return [...this.#together.values()];
    }
    #prepare(name, options, key) {
        const signal = this.#registry.get(name);
        if (!signal)
            throw new RangeError(`unknown signal: ${name}`);
        const ready = prepared(signal, options, this.#resources);
        const needs = signal.hits
            ? this.#knownAs(key, signal.hits, name, { options, prepared: ready })
            : (signal.needs?.(options, this.#resources) ?? null);
        return {
            signal: name,
            needs: needs && [needs].flat(),
            turn: signal.turn,
            detect: facts => signal.detect(facts, options, ready),
            isKnown: signal.hits !== undefined,
            explain: evidence => signal.explain(evidence, options),
        };
    }
    #knownAs(key, hits, name, asked) {
        let together = this.#together.get(name);
        if (!together)
            this.#together.set(name, (together = { hits, members: [] }));
        together.members.push({ name: key, asked });
        return { on: 'answer', strings: [key] };
    }
}
/** The detectors that one pack asks, numbered from 0. */
export class Slots {
    #detectors;
    #known = new Map();
    constructor(detectors) {
        this.#detectors = detectors;
    }
    get size() {
        return this.#known.size;
    }
    /** By slot. */
    detectors() {
        return [...this.#known.keys()];
    }
    /** Throws as Detectors do. */
    of(name, options) {
        const detector = this.#detectors.of(name, options);
        let slot = this.#known.get(detector);
        if (!slot)
            this.#known.set(detector, (slot = { index: this.#known.size, detector }));
        return slot;
    }
}
/** JSON with sorted keys: the same for options that mean the same. */
export function canonical(value) {
    return (JSON.stringify(value, (_key, inner) => typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner) ?? 'undefined');
}
//# sourceMappingURL=slots.js.map