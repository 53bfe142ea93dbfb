import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { PolicyStep } from '../model/decision.js'
import type { Tier } from '../model/rule.js'
import type { RuleResult, RuleTrace } from '../model/verdict.js'
import { type Store, sha256 } from './store.js'

/** Beyond this many bytes deflating pays. */
const PACK_ABOVE = 1024
/** A few kilobytes of short sentences, for every message: a small window and little effort are enough. */
const DEFLATE = { level: 1, windowBits: 13, memLevel: 6 }

interface Detail {
  /** hash of the list of rules looked at, kept once in rule_orders */
  r: string
  /** [result, sentence, places in that list] */
  t: [RuleResult, string, number[]][]
  /** [step, changed, sentence] */
  s: [PolicyStep['step'], 0 | 1, string][]
}

/**
 * Trace and steps of one decision in few bytes: the rules looked at are the same for thousands of messages and are
 * stored once, equal answers are grouped, and what is still long is deflated. The first byte tells which.
 */
export function packDetail(store: Store, steps: readonly PolicyStep[], trace: readonly RuleTrace[]): Buffer {
  const rules = JSON.stringify(trace.map(({ rule, tier }) => [rule, tier]))
  const hash = sha256(rules).slice(0, 32)
  if (!store.get('SELECT 1 FROM rule_orders WHERE hash = ?', hash)) store.insert('rule_orders', { hash, rules })
  const groups = new Map<string, Detail['t'][number]>()
  trace.forEach(({ result, because }, index) => {
    const key = `${result}\0${because}`
    const group = groups.get(key)
    if (group) group[2].push(index)
    else groups.set(key, [result, because, [index]])
  })
  const detail: Detail = {
    r: hash,
    t: [...groups.values()],
    s: steps.map(({ step, changed, because }) => [step, changed ? 1 : 0, because]),
  }
  const plain = Buffer.from(JSON.stringify(detail))
  return plain.length > PACK_ABOVE
    ? Buffer.concat([Buffer.of(1), deflateRawSync(plain, DEFLATE)])
    : Buffer.concat([Buffer.of(0), plain])
}

export function unpackDetail(store: Store, packed: Buffer): { steps: PolicyStep[]; trace: RuleTrace[] } {
  const body = packed.subarray(1)
  const detail = JSON.parse((packed[0] === 1 ? inflateRawSync(body) : body).toString('utf8')) as Detail
  const row = store.get<{ rules: string }>('SELECT rules FROM rule_orders WHERE hash = ?', detail.r)
  const rules = JSON.parse(row?.rules ?? '[]') as [string, Tier][]
  const trace: RuleTrace[] = []
  for (const [result, because, places] of detail.t)
    for (const place of places) {
      const [rule, tier] = rules[place] as [string, Tier]
      trace[place] = { rule, tier, result, because }
    }
  return { steps: detail.s.map(([step, changed, because]) => ({ step, changed: changed === 1, because })), trace }
}
