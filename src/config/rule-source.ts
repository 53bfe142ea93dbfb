import type { RuleKey } from './rule-format.js'
import type { Spot } from './spot.js'
import type { Located } from './yaml.js'

/** A rule as written: each key with its own place, so that an override can replace any of them. */
export interface RuleSource {
  id: string
  spot: Spot
  keys: ReadonlyMap<RuleKey, Located>
  /** the rule's own, then what packs that override it added */
  examples: readonly Located[]
}
