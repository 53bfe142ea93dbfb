import { paramsFor } from '../engine/index.js'
import type { GroupProfile } from '../model/member.js'
import type { PolicyParams } from '../model/rule.js'
import type { Deps } from './deps.js'

/** The numbers of a group's pack as its class tightened them; null where there is no such pack. */
export function paramsOf({ rules }: Pick<Deps, 'rules'>, group: GroupProfile): PolicyParams | null {
  const pack = rules().ruleSet.packs.get(group.pack)
  return pack ? paramsFor(group, pack.params) : null
}
