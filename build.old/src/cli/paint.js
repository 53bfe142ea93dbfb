/** The colour of a response: the graver, the warmer. */
export function paintFor({ colors }, respond) {
    return {
        allow: colors.dim,
        collect: colors.cyan,
        remind: colors.yellow,
        ask_recall: colors.magenta,
        escalate: colors.red,
    }[respond];
}
//# sourceMappingURL=paint.js.map