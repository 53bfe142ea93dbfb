import { BanzhangError } from '../model/errors.js';
/** Exit codes of every command, documented in the README. */
export const EXIT = {
    ok: 0,
    /** the command did its work and found something wrong (a failed check, a broken line in a log) */
    found: 1,
    /** the command line could not be understood */
    usage: 2,
    /** configuration, ledger, network or machine do not allow it */
    cannot: 3,
};
/** Prints an error as a user should see it: code, sentence, place, what to do. The stack only when asked for. */
export function report(error, terminal, debug) {
    const { colors } = terminal;
    if (error instanceof BanzhangError) {
        const place = error.place ? `${error.place.file}:${error.place.line}:${error.place.col}  ` : '';
        terminal.err(`${colors.red(error.code)}  ${place}${error.message}`);
        if (error.hint)
            terminal.err(`${colors.dim('怎么办')}  ${error.hint}`);
    }
    else {
        const message = error instanceof Error ? error.message : String(error);
        terminal.err(`${colors.red('内部错误')}  ${message}`);
        if (!debug)
            terminal.err(`${colors.dim('怎么办')}  加上 --debug 再运行一次，把完整输出发给维护者`);
    }
    if (debug && error instanceof Error)
        terminal.err(error.stack ?? '');
    return EXIT.cannot;
}
//# sourceMappingURL=exit.js.map