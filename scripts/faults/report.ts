import type { Finding, Row } from './kit.js'
import type { Who } from './subject.js'

const TITLES = { session: 'Session faults', content: 'What is lost or altered' } as const

/** docs/connection.md: what the stock stack does, what ours does, as measured. */
export function report(rows: readonly Row[], of: (who: Who, row: Row) => Finding): string {
  const tables = (['session', 'content'] as const).map(table => {
    const lines = rows
      .filter(row => row.table === table)
      .map(row => `| ${[row.title, of('stock', row).said, of('ours', row).said].map(cell).join(' | ')} |`)
    return `## ${TITLES[table]}\n\n| what happens | stock stack | Banzhang |\n| --- | --- | --- |\n${lines.join('\n')}\n`
  })
  return `# The WeChat connection

Banzhang speaks to WeChat by wechaty -> wechaty-puppet-wechat4u -> wechat4u, unpatched: one subclass
(src/gateways/wechaty/puppet.ts) and one session loop (session.ts) stand between. Each row below is a fault or a message
played by the simulator (src/simulator) to the stock stack, with nothing but another address, and to Banzhang. The table is
written by \`npm run faults\`; figures are those of the latest run and vary with the machine. The simulator answers as
wechat4u's code and public reports say the service does; it is not Tencent's.

${tables.join('\n')}`
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s+/g, ' ')
}
