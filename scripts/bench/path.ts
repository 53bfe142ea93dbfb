import { type CompiledPack, EXAMPLE_GROUP, evaluate, makeFacts } from '../../src/engine/index.js'
import type { History } from '../../src/model/history.js'
import type { GroupProfile } from '../../src/model/member.js'
import type { Facts } from '../../src/model/signal.js'
import { localTime } from '../../src/text/index.js'
import type { Said } from './messages.js'

export const GROUP: GroupProfile = { ...EXAMPLE_GROUP, id: 'bench', pack: 'strict' }

/** The facts of one message in the bench's group. */
export function factsOf({ event, member }: Said, { pack }: CompiledPack, history: History): Facts {
  return makeFacts({
    event,
    group: GROUP,
    member,
    history,
    params: pack.params,
    local: () => localTime(event.at, GROUP.timezone),
    digest: key => key,
  })
}

/** From what was written to the verdict, for every message; how many fired. */
export function judgeAll(said: readonly Said[], compiled: CompiledPack, history: History): number {
  let fired = 0
  for (const one of said) if (evaluate(compiled, factsOf(one, compiled, history)).rule) fired += 1
  return fired
}
