import { buildRuleSet, type LoadOptions } from '../../src/config/index.js'
import type { Diagnostic } from '../../src/model/errors.js'
import { MESSAGE_KEYS } from '../../src/model/message.js'
import type { RuleSet } from '../../src/model/rule.js'
import { catalogueOf, registry } from '../../src/signals/index.js'

export const catalogue = catalogueOf(registry)

/** Every text that the code needs, each with its parameters. */
export function messagesYaml(except: readonly string[] = []): string {
  return Object.entries(MESSAGE_KEYS)
    .filter(([key]) => !except.includes(key))
    .map(([key, names]) => `${key}: 文字${names.map(name => `{${name}}`).join('')}\n`)
    .join('')
}

export const RULE = `- id: commerce.solicit
  title: 商业推销
  why: 群规
  category: commerce
  tier: conduct
  when: { words: commerce.offer }
  then: { respond: remind, message: commerce.private }
  examples:
    hit: [批发价来了, 拿货找我]
    pass: [借一下红领巾, 谢谢]
`

/** A small rules folder in which everything is right. */
export function goodFiles(): Record<string, string> {
  return {
    'packs/common/pack.yaml': 'pack: common\ntitle: 通用\n',
    'packs/common/rules.yaml': RULE,
    'lexicons/commerce.yaml': 'offer: [批发价, 拿货]\n',
    'messages.zh-CN.yaml': `${messagesYaml()}commerce.private: 方便的话{window}。\ncollective.ack: 不必逐条回复。\n`,
  }
}

export async function build(changes: Record<string, string> = {}, options: Partial<LoadOptions> = {}) {
  return buildRuleSet(new Map(Object.entries({ ...goodFiles(), ...changes })), [], { catalogue, ...options })
}

export async function accepted(changes: Record<string, string> = {}): Promise<RuleSet> {
  const result = await build(changes)
  if (!result.ok) throw new Error(brief(result.diagnostics).join('\n'))
  return result.ruleSet
}

export async function rejected(changes: Record<string, string>): Promise<readonly Diagnostic[]> {
  const result = await build(changes)
  if (result.ok) throw new Error('expected a rejection')
  return result.diagnostics
}

/** `BZ102 rules.yaml:3:5+4 message`: all that a test of one mistake wants to see. */
export function brief(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code, place, width, message }) => {
    const file = place.file.split('/').at(-1)
    return `${code} ${file}:${place.line}:${place.col}+${width} ${message}`
  })
}

/** The good rule with some of its lines replaced. */
export function ruleWith(...changes: (readonly [from: string, to: string])[]): Record<string, string> {
  let rule = RULE
  for (const [from, to] of changes) {
    if (!rule.includes(from)) throw new Error(`no such line: ${from}`)
    rule = rule.replace(from, to)
  }
  return { 'packs/common/rules.yaml': rule }
}

export async function only(changes: Record<string, string>): Promise<Diagnostic> {
  const diagnostics = await rejected(changes)
  if (diagnostics.length !== 1) throw new Error(`expected one mistake:\n${brief(diagnostics).join('\n')}`)
  return diagnostics[0] as Diagnostic
}
