import type { Case } from '../model/case.js'
import type { Advance, CaseContext, Reply, Trigger } from './api.js'

export type * from './api.js'
export { COMMANDS, DIGITS } from './api.js'
/** One step of a case. Pure. */
export declare function advance(found: Case, trigger: Trigger, context: CaseContext): Advance
/** null: nobody commanded anything */
export declare function parseReply(text: string): Reply | null
/** `cases`: those the replier was told of, open ones and (for digit 0) lately closed ones, latest first */
export declare function resolveCase(
  reply: { code: string | null; digit: string },
  cases: readonly Case[],
): { case: Case } | { refused: 'none_open' | 'several_open' | 'unknown_code' }
