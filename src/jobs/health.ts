import { renderMessage } from '../model/message.js'
import { DAY } from '../model/time.js'
import type { Job } from './job.js'
import { owe } from './owe.js'
import { everyDay } from './schedule.js'

/** 03:20: the ledger is whole, its chain holds, and what was owed yesterday could be sent; else the admin hears of it. */
export const health: Job = {
  name: 'health',
  minutes: 3 * 60 + 20,
  on: everyDay,
  says: '每天 03:20：检查账本和没能送到的话；有问题才告诉管理员',
  grace: DAY,
  run(context) {
    const { deps, groups, before } = context
    const { ledger, log } = deps
    const troubles: string[] = []
    if (ledger.integrity().length > 0) troubles.push('账本文件有损坏')
    const chain = ledger.verifyChain()
    if (!chain.ok) troubles.push('账本的哈希链断裂')
    const states = ledger.stats({ since: before }).actions
    const count = (wanted: string) =>
      states.filter(({ state }) => state === wanted).reduce((sum, one) => sum + one.count, 0)
    const [failed, unknown] = [count('failed'), count('unknown')]
    if (failed > 0) troubles.push(`有${failed}条没能送到`)
    if (unknown > 0) troubles.push(`有${unknown}条不知道送到没有`)
    if (troubles.length === 0) return
    log.warn({ troubles }, 'the daily check found something')
    const text = renderMessage(deps.rules().ruleSet.messages, 'health.trouble', { what: troubles.join('，') })
    const told = new Set<string>()
    for (const group of groups)
      for (const person of group.people) {
        if (person.role !== 'admin' || told.has(person.id)) continue
        told.add(person.id)
        owe(context, group, person, text, 'health')
      }
  },
}
