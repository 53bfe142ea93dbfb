import { ERRORS } from '../../src/model/errors.js';
const SECTIONS = {
    BZ1: 'Configuration: rules, lexicons, messages, the school file',
    BZ2: 'The ledger and its key',
    BZ3: 'The connection to WeChat',
    BZ4: 'Logs to replay',
    BZ5: 'Command line and machine',
};
/** docs/errors.md: every code a user can meet. */
export function errorsPage() {
    const sections = Object.entries(SECTIONS).map(([prefix, title]) => {
        const rows = Object.entries(ERRORS)
            .filter(([code]) => code.startsWith(prefix))
            .sort(([a], [b]) => a.localeCompare(b))
            .map(([code, meaning]) => `| ${code} | ${meaning} |`);
        return [`## ${title}`, '', '| code | meaning |', '| --- | --- |', ...rows].join('\n');
    });
    return `# Error codes

Made from \`src/model/errors.ts\` by \`npm run docs\`. An error says its code, one sentence, where it is (file:line:col for
configuration) and what to do. \`--debug\` adds the stack.

${sections.join('\n\n')}
`;
}
//# sourceMappingURL=errors.js.map