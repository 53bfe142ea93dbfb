/** What is left of a match key after the matcher's words are taken out, longest first. */
export function remainder(key, matcher) {
    let rest = '';
    let from = 0;
    for (const hit of matcher.find(key)) {
        rest += key.slice(from, hit.start);
        from = hit.end;
    }
    return rest + key.slice(from);
}
//# sourceMappingURL=consists.js.map