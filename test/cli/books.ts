import { loadRuleSet } from '../../src/config/index.js'
import { SchoolDirectory } from '../../src/gateways/directory.js'
import { type Ledger, openLedger } from '../../src/ledger/index.js'
import type { ActionDraft } from '../../src/model/action.js'
import type { DecisionDraft } from '../../src/model/decision.js'
import type { RuleSet } from '../../src/model/rule.js'
import type { School, SchoolGroup } from '../../src/model/school.js'
import { DAY, MINUTE } from '../../src/model/time.js'
import { catalogueOf, registry } from '../../src/signals/index.js'
import { remembered } from '../ledger/support.js'
import { PROJECT } from './cli.js'
import { type Bench, bench, NOW, school } from './support.js'

const member = (name: string, role: SchoolGroup['members'][number]['role'] = 'parent', aka: string[] = []) => ({
  name,
  aka,
  role,
  students: [],
  exempt: [],
})

/** Two classes; in both there is a 程小满妈妈. */
export const SCHOOL: School = school({
  groups: [
    {
      ...(school().groups[0] as SchoolGroup),
      members: [member('班主任王老师', 'head_teacher'), member('程小满妈妈'), member('吴语桐爸爸', 'parent', ['桐爸'])],
    },
    {
      ...(school().groups[0] as SchoolGroup),
      id: 'c3-3',
      topic: '三年级3班家长群',
      members: [member('班主任刘老师', 'head_teacher'), member('程小满妈妈')],
    },
  ],
})

let shipped: Promise<RuleSet> | null = null

/** The rules that are shipped, without their examples run. */
export function shippedRules(): Promise<RuleSet> {
  shipped ??= loadRuleSet(`${PROJECT}/rules`, { catalogue: catalogueOf(registry) }).then(result => {
    if (!result.ok) throw new Error(JSON.stringify(result.diagnostics[0]))
    return result.ruleSet
  })
  return shipped
}

export interface Office extends Bench {
  ledger: Ledger
  /** person id by group and name card */
  id(group: string, name: string): string
  /** says and decides something */
  decide(event: string, member: string, more?: Partial<DecisionDraft> & { excerpt?: string; held?: boolean }): string
}

/** A ledger that knows the school's people, and tools that work on it. */
export async function office(given: Parameters<typeof bench>[0] = {}, at = NOW): Promise<Office> {
  const real = openLedger({ file: ':memory:', botId: 'bz1', key: Buffer.alloc(32, 7) })
  const ledger: Ledger = { ...real, close: () => {} }
  const rules = await shippedRules()
  new SchoolDirectory(SCHOOL, ledger)
  ledger.saveRuleSet(rules.hash, rules.sources, at)
  const on = bench({
    school: async () => SCHOOL,
    loadRules: async () => ({ ok: true, value: rules, warnings: '' }),
    openBeside: () => ledger,
    readLedger: () => ledger,
    now: () => at,
    env: { USER: 'admin' },
    ...given,
  })
  return {
    ...on,
    ledger,
    id: (group, name) => ledger.findPersonId(group, `member:${name}`) ?? '',
    decide(event, member, { excerpt, held, ...more } = {}) {
      const group = more.group ?? 'c3-2'
      const when = more.at ?? at - MINUTE
      const body = { kind: 'message', message: { kind: 'text', text: '' } } as const
      ledger.recordEvent({
        event: { id: event, group, at: when, from: { id: member, name: '' }, body },
        member,
        role: 'parent',
        digest: 'd',
        length: 2,
        textForInbox: null,
        recordedAt: when,
      })
      const { decision } = ledger.commitDecision({
        draft: {
          eventId: event,
          group,
          at: when,
          rule: 'commerce.goods',
          category: 'commerce',
          topic: 'commerce',
          respond: 'remind',
          severity: null,
          to: null,
          steps: [],
          trace: [],
          actions: [],
          opens: null,
          supersedes: null,
          ruleSet: rules.hash,
          ...more,
        },
        remembered: remembered(event, { at: when, member }),
        excerpt: excerpt ?? null,
        now: when,
        withhold: held ?? false,
      })
      return decision.id
    },
  }
}

export function word(person: string, more: Partial<ActionDraft> = {}): ActionDraft {
  return {
    kind: 'remind',
    target: { person, group: 'c3-2' },
    recipient: null,
    text: '您好，刚才那条可能不太适合班级群。',
    topic: 'commerce',
    category: 'commerce',
    severity: null,
    notBefore: NOW - MINUTE,
    expiresAt: NOW + DAY,
    ...more,
  }
}
