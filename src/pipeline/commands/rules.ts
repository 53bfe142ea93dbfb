import { type Asker, answer, say } from '../asker.js'
import type { Deps } from '../deps.js'

/** 规则: which pack each group lives by, how many rules it has, and the version that stands in every decision. */
export function rules(deps: Deps, asker: Asker): void {
  const { ruleSet } = deps.rules()
  const lines = asker.groups.map(group => {
    const pack = ruleSet.packs.get(group.pack)
    return say(deps, 'reply.rules_line', {
      group: group.name,
      pack: pack?.title ?? group.pack,
      count: pack?.rules.length ?? 0,
    })
  })
  answer(deps, asker, 'reply.rules', { list: lines.join('，'), version: ruleSet.hash.slice(0, 8) })
}
