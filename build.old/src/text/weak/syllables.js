/** What is being read, in arrays that are used again and again; grows with the longest text. */
export class Syllables {
    codes = new Uint16Array(512);
    starts = new Uint32Array(512);
    ends = new Uint32Array(512);
    length = 0;
    /** some letters stand in capitals: see `heardOf` */
    capitals = false;
    begin(atMost) {
        if (this.codes.length < atMost) {
            this.codes = new Uint16Array(atMost);
            this.starts = new Uint32Array(atMost);
            this.ends = new Uint32Array(atMost);
        }
        this.length = 0;
        this.capitals = false;
        return this;
    }
    push(code, from, to) {
        this.codes[this.length] = code;
        this.starts[this.length] = from;
        this.ends[this.length++] = to;
    }
    pushAll(sounds, from, to) {
        for (let i = 0; i < sounds.length; i++)
            this.push(sounds.charCodeAt(i), from, to);
    }
    last() {
        return this.length === 0 ? 0 : this.codes[this.length - 1];
    }
    /** In slices: characters are arguments here, and a stack holds only so many. */
    text() {
        let text = '';
        for (let i = 0; i < this.length; i += 4096) {
            const slice = this.codes.subarray(i, Math.min(i + 4096, this.length));
            text += String.fromCharCode.apply(null, slice);
        }
        return text;
    }
}
//# sourceMappingURL=syllables.js.map