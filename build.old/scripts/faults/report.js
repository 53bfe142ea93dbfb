const TITLES = { session: 'Session faults', content: 'What is lost or altered' };
/** docs/connection.md: what the stock stack does, what ours does, as measured. */
export function report(rows, of) {
    const tables = ['session', 'content'].map(table => {
        const lines = rows
            .filter(row => row.table === table)
            .map(row => `| ${[row.title, of('stock', row).said, of('ours', row).said].map(cell).join(' | ')} |`);
        return `## ${TITLES[table]}\n\n| what happens | stock stack | Banzhang |\n| --- | --- | --- |\n${lines.join('\n')}\n`;
    });
    return `# The WeChat connection

Banzhang speaks to WeChat by wechaty -> wechaty-puppet-wechat4u -> wechat4u, unpatched: one subclass
(src/gateways/wechaty/puppet.ts) and one session loop (session.ts) stand between. Each row below is a fault or a message
played by the simulator (src/simulator) to the stock stack, with nothing but another address, and to Banzhang. The table is
written by \`npm run faults\`; figures are those of the latest run and vary with the machine. The simulator answers as
wechat4u's code and public reports say the service does; it is not Tencent's.

${tables.join('\n')}
## Media

Pictures, stickers, voices, videos and files of registered groups are fetched as soon as the message is told, beside it: a
message never waits for them. By message id from the hosts of the session only; no address that stands in a message is
asked, no redirect followed. Three at once, thirty seconds each, one more try after a failure, no more bytes than
\`media:\` in the school file allows. The ledger keeps what became of them (\`whole\`, \`empty\` for the zero bytes that the
service answers with for much that has expired, \`expired\`, \`too_big\`, \`failed\`), length, type by the first bytes and
SHA-256; the bytes are handed on in memory and never written. People's pictures are hashed in the same way, once for each
version; after a login they are waited for, five seconds at most, before anybody is taken for somebody.

## Other puppets

\`bot.puppet\` takes any wechaty puppet that is installed (\`npm install wechaty-puppet-…\`); it is spoken to through
wechaty-puppet's public events and payloads (src/gateways/wechaty/any), without what the subclass above repairs. What it can
do is in src/gateways/wechaty/capability.ts, shown by \`banzhang doctor\`; of a puppet that is not listed only hearing and
speaking are taken for granted, unless the package exports \`capabilities\`, for example \`{ recallOther: true }\`. Such a puppet
is asked first to take back what somebody should take back; only the recall notice counts, and after ten seconds without one
the sender is asked.
`;
}
function cell(text) {
    return text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
}
//# sourceMappingURL=report.js.map