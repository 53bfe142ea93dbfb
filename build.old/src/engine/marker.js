import { kindOf } from '../model/event.js';
/** Finds out what each event has of all that rules may need, before any rule is looked at. */
export class Marker {
    #scanner;
    #detectors;
    #groups = [];
    #marks = new Uint8Array();
    constructor(scanner, detectors) {
        this.#scanner = scanner;
        this.#detectors = detectors;
    }
    /**
     * Good until the marks of another event are asked for: one array serves all events. It is not the scanner's own, as
     * signals look through other texts while an event is being judged.
     */
    marks(facts) {
        const found = this.#scanner.scan(facts.text);
        if (this.#marks.length !== found.length)
            this.#grow(found.length);
        this.#marks.set(found);
        if (facts.standard !== null)
            this.#markAlso(facts.standard);
        if (facts.attached.original !== '')
            this.#markAlso(facts.attached);
        this.#markKnown(facts);
        return this.#marks;
    }
    #markAlso(text) {
        const more = this.#scanner.scan(text);
        for (let set = 0; set < more.length; set++)
            if (more[set] === 1)
                this.#marks[set] = 1;
    }
    #markKnown(facts) {
        const { event, member, entities } = facts;
        const [scanner, groups] = [this.#scanner, this.#groups];
        this.#markAll(scanner.setsOf('kind', kindOf(event)));
        if (event.body.kind === 'message')
            this.#markAll(scanner.setsOf('kind', 'message'));
        this.#markAll(scanner.setsOf('role', member.role));
        for (let i = 0; i < entities.length; i++) {
            this.#markAll(scanner.setsOf('entity', entities[i].kind));
        }
        for (let i = 0; i < groups.length; i++) {
            const { hits, asked, sets } = groups[i];
            const places = hits(facts, asked);
            for (let k = 0; k < places.length; k++)
                this.#markAll(sets[places[k]]);
        }
    }
    #markAll(sets) {
        for (let i = 0; i < sets.length; i++)
            this.#marks[sets[i]] = 1;
    }
    /** Rules were compiled since. */
    #grow(size) {
        this.#marks = new Uint8Array(size);
        this.#groups = this.#detectors.together().map(({ hits, members }) => ({
            hits,
            asked: members.map(({ asked }) => asked),
            sets: members.map(({ name }) => this.#scanner.setsOf('answer', name)),
        }));
    }
}
//# sourceMappingURL=marker.js.map