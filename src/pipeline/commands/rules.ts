import { type Asker, answer } from '../asker.js'
import type { Deps } from '../deps.js'

/** 规则: which pack each group lives by, how many rules it has, and the version that stands in every decision. */
export function rules(deps: Deps, asker: Asker): void {
  const { ruleSet } = deps.rules()
  const lines = asker.groups.map(group => {
    const pack = ruleSet.packs.get(group.pack)
    return `${group.name} ${pack?.title ?? group.pack}（${pack?.rules.length ?? 0}条）`
  })
  answer(deps, asker, 'reply.rules', { list: [...lines, `版本 ${ruleSet.hash.slice(0, 8)}`].join('，') })
}
