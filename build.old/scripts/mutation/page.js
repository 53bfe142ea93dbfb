/** How many were noticed: a test failed, or took too long. */
export function killed(mutants) {
    return mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout').length;
}
/** Those that count: constants of modules are not switched by the runner, what does not compile says nothing. */
export function counted(mutants) {
    return mutants.filter(({ status }) => status !== 'Ignored' && status !== 'CompileError' && status !== 'RuntimeError')
        .length;
}
/** The page of one room. */
export function mutationPage(room, units) {
    const all = units.flatMap(({ mutants }) => mutants);
    const rows = units.map(({ name, tests, mutants }) => row(name, `\`${tests}\``, mutants));
    return `# Mutants of \`src/${room}\`

Written by \`npm run mutation:room -- ${room}\`; do not edit. Every mutant of Stryker, each against the tests that mirror its
file or folder alone, so the score is a lower bound. Constants of modules are left out where Stryker can tell: the runner
does not switch them.${room === 'text' ? ' `intent` is left out: its figures stand in docs/intent-model.md.' : ''}

| unit | tests | mutants | noticed | share |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
${row('all', '', all)}
`;
}
function row(name, tests, mutants) {
    const [of, many] = [counted(mutants), killed(mutants)];
    return `| ${name} | ${tests} | ${of} | ${many} | ${of === 0 ? '-' : `${((100 * many) / of).toFixed(1)} %`} |`;
}
//# sourceMappingURL=page.js.map