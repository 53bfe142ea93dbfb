import type { CompiledPack } from '../engine/index.js'
import { makeFacts, paramsFor } from '../engine/index.js'
import type { Decision } from '../model/decision.js'
import { BanzhangError } from '../model/errors.js'
import type { GroupEvent } from '../model/event.js'
import type { GroupProfile, Member } from '../model/member.js'
import type { Facts } from '../model/signal.js'
import type { Instant } from '../model/time.js'
import type { Verdict } from '../model/verdict.js'
import type { PolicyInput } from '../policy/index.js'
import { maskName } from '../text/index.js'
import { pausedKey } from './commands/pause.js'
import type { Deps } from './deps.js'
import { exceptionsOf } from './exceptions.js'
import { isSuspect } from './suspects.js'
import { memberOf } from './who.js'

/** What judging needs; nothing of it is woken or told. */
export type Judging = Omit<Deps, 'wake'>

export function packOf(deps: Judging, group: GroupProfile): CompiledPack {
  const compiled = deps.rules().compiled.get(group.pack)
  if (!compiled) throw new BanzhangError('BZ113', `群「${group.id}」使用的规则包 ${group.pack} 不存在`)
  return compiled
}

/** What is known of an event; `from` is the first one that its history does not know of. */
export function factsOf(deps: Judging, event: GroupEvent, group: GroupProfile, from: string = event.id): Facts {
  const { params } = packOf(deps, group).pack
  return makeFacts({
    event,
    group,
    member: exempted(deps, memberOf(group, event), group),
    history: deps.ledger.history(group.id, from),
    params: paramsFor(group, params),
    local: () => deps.localTime(event.at, group.timezone),
    digest: deps.digest,
  })
}

function exempted({ ledger }: Judging, member: Member, group: GroupProfile): Member {
  const exceptions = exceptionsOf(ledger, group.id, member.id)
  return exceptions.length === 0 ? member : { ...member, exempt: [...member.exempt, ...exceptions] }
}

/** Everything policy may look at. */
export function policyInput(
  deps: Judging,
  profile: GroupProfile,
  facts: Facts,
  verdict: Verdict,
  earlier: Decision | null,
): PolicyInput {
  const { ledger, clock } = deps
  const { ruleSet } = deps.rules()
  return {
    verdict,
    facts,
    // what an event already brought about must not count against judging it again
    deeds: ledger.deeds(profile.id, earlier ? facts.event.id : undefined),
    now: clock.now(),
    people: role => profile.people.find(person => person.role === role) ?? null,
    reachable: deps.reachable,
    suspected: person => isSuspect(deps, person),
    ...(deps.recallsOthers?.() ? { recallsOthers: true } : {}),
    ...(deps.befriends === undefined ? {} : { befriends: deps.befriends }),
    ...(deps.channels ? { channels: deps.channels } : {}),
    openCase: key => ledger.openCaseByKey(profile.id, key),
    nextCode: () => ledger.nextCode(),
    messages: ruleSet.messages,
    mode: deps.groups.mode(profile.id),
    ruleSet: ruleSet.hash,
    earlier,
    pausedUntil: pausedUntil(ledger.meta(pausedKey(profile.id))),
    who: id => maskName(nameOf(profile, facts, id)),
  }
}

export function pausedUntil(meta: string | null): Instant | null {
  return meta === null ? null : Number(meta)
}

function nameOf(profile: GroupProfile, facts: Facts, id: string): string {
  if (facts.member.id === id) return facts.member.name
  return profile.members.find(member => member.id === id)?.name ?? ''
}
