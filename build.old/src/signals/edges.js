/** Numbers a place of the table: node, character, node that the edge leads to, what is told of that node. */
const WIDTH = 4;
/** The edges of a trie, (node, character) -> node, in one open-addressed table: no garbage, one visit to memory. */
export class Edges {
    #table = new Int32Array(32_768 * WIDTH);
    #size = 0;
    /** Where the edge is; where there is none, a place that leads to node 0, which no edge leads to. */
    place(node, code) {
        const table = this.#table;
        const mask = table.length - 1;
        const hash = Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b);
        let place = ((hash ^ (hash >>> 15)) * WIDTH) & mask;
        while (table[place] !== 0 && !(table[place] === node && table[place + 1] === code))
            place = (place + WIDTH) & mask;
        return place;
    }
    to(place) {
        return this.#table[place + 2];
    }
    /** What was told last of the node that the edge leads to; 0 where nothing was. */
    told(place) {
        return this.#table[place + 3];
    }
    /** An edge that is not there yet. */
    add(node, code, to) {
        if (++this.#size * 2 * WIDTH > this.#table.length)
            this.#grow();
        const place = this.place(node, code);
        this.#table[place] = node;
        this.#table[place + 1] = code;
        this.#table[place + 2] = to;
    }
    /** Tells something of every node: it stands beside the edge, so that whoever follows that has it at hand. */
    tell(of) {
        for (let place = 0; place < this.#table.length; place += WIDTH) {
            const to = this.to(place);
            if (to !== 0)
                this.#table[place + 3] = of(to);
        }
    }
    #grow() {
        const table = this.#table;
        this.#table = new Int32Array(table.length * 2);
        for (let from = 0; from < table.length; from += WIDTH) {
            const node = table[from];
            if (node !== 0)
                this.#table.set(table.subarray(from, from + WIDTH), this.place(node, table[from + 1]));
        }
    }
}
//# sourceMappingURL=edges.js.map