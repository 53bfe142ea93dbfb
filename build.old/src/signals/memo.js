/** Remembers what a pure function said of the last few thousand strings: a rule set asks the same ones again and again. */
export function memo(of, most = 4_096) {
    const known = new Map();
    return text => {
        const found = known.get(text);
        if (found !== undefined || known.has(text))
            return found;
        if (known.size >= most)
            known.clear();
        const answer = of(text);
        known.set(text, answer);
        return answer;
    };
}
//# sourceMappingURL=memo.js.map