/** Collects characters together with the offsets that they came from. Reused between texts; not re-entrant. */
export class Sink {
    codes = new Uint16Array(4096);
    offsets = new Uint32Array(4096);
    length = 0;
    /** Starts a new text. Buffers that one huge text has grown are let go. */
    reset() {
        if (this.codes.length > 65_536) {
            this.codes = new Uint16Array(4096);
            this.offsets = new Uint32Array(4096);
        }
        this.length = 0;
    }
    push(code, offset) {
        if (this.length === this.codes.length)
            this.grow();
        this.codes[this.length] = code;
        this.offsets[this.length++] = offset;
    }
    pushAll(text, offset) {
        for (let i = 0; i < text.length; i++)
            this.push(text.charCodeAt(i), offset);
    }
    /** Copies `text[start..end)`, each character from its own offset. */
    pushAsIs(text, start, end) {
        for (let i = start; i < end; i++)
            this.push(text.charCodeAt(i), i);
    }
    /** The last character collected, or 0. */
    last() {
        return this.length === 0 ? 0 : this.codes[this.length - 1];
    }
    text() {
        // fromCharCode takes its characters as arguments: in slices, so that the stack is never too small
        if (this.length <= 4096)
            return String.fromCharCode.apply(null, this.slice(0, this.length));
        let text = '';
        for (let i = 0; i < this.length; i += 4096) {
            text += String.fromCharCode.apply(null, this.slice(i, Math.min(i + 4096, this.length)));
        }
        return text;
    }
    /** Offsets of the characters, and `end` after the last one. Plain: a typed array costs more than a short text. */
    map(end) {
        const map = [];
        for (let i = 0; i < this.length; i++)
            map.push(this.offsets[i]);
        map.push(end);
        return map;
    }
    slice(start, end) {
        return this.codes.subarray(start, end);
    }
    grow() {
        const codes = new Uint16Array(this.codes.length * 2);
        const offsets = new Uint32Array(this.codes.length * 2);
        codes.set(this.codes);
        offsets.set(this.offsets);
        this.codes = codes;
        this.offsets = offsets;
    }
}
//# sourceMappingURL=sink.js.map