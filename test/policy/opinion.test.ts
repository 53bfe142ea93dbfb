import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { CATEGORIES, type Category } from '../../src/model/category.js'
import type { DecisionDraft } from '../../src/model/decision.js'
import { ROLES } from '../../src/model/member.js'
import { OPINION_CATEGORIES, OPINIONS } from '../../src/model/opinion.js'
import { RESPONSES, type Rule, SEVERITIES, TIERS } from '../../src/model/rule.js'
import type { Facts } from '../../src/model/signal.js'
import { DAY, SECOND } from '../../src/model/time.js'
import { GUARDED_CATEGORIES, GUARDED_TIERS } from '../../src/policy/categories.js'
import { decide } from '../../src/policy/index.js'
import { type DoubtInput, doubtOf, heldUntil, withOpinion } from '../../src/policy/opinion.js'
import { at, danger, flood, member, rule, type Said, World } from './world.js'

const NOON = at('12:00')

interface Sketch extends Partial<Said> {
  world?: World
  question?: boolean
  key?: string
  likeliest?: Category
  probability?: number
  rules?: readonly Rule[]
}

/** One message as policy sees it before somebody is asked. */
function input(sketch: Sketch = {}): DoubtInput {
  const { world = new World(), question = false, key = '自家橙子要的私我', likeliest = 'commerce', ...said } = sketch
  const { probability = 0.5, rules = [rule()], ...more } = said
  const given = world.input({ rule: null, at: NOON, ...more })
  const facts = { ...given.facts, text: { key }, question } as unknown as Facts
  return {
    facts,
    verdict: given.verdict,
    draft: decide(given),
    rules,
    likeliest,
    probability: () => probability,
    from: 0.3,
    to: 0.8,
    now: NOON,
  }
}

const asked = (sketch: Sketch) => doubtOf(input(sketch))

describe('an opinion is asked for', () => {
  it.each(OPINION_CATEGORIES)('about a private word that is due for %s', category => {
    expect(asked({ rule: rule({ category }) })).toEqual({ about: category, probability: 0.5 })
  })

  it('about a line on which nothing fired, where a rule of the pack has a private word for such', () => {
    expect(asked({})).toEqual({ about: 'commerce', probability: 0.5 })
    expect(asked({ rules: [] })).toBeNull()
    expect(asked({ rules: [rule({ category: 'homework' })] })).toBeNull()
    expect(asked({ rules: [rule({ then: { respond: 'escalate', severity: 'P2' } })] })).toBeNull()
    expect(asked({ rules: [rule({ then: { roles: ['teacher'] } })] })).toBeNull()
    expect(asked({ rules: [rule({ then: { roles: ['teacher'] } })], by: member('t', 'teacher') })).not.toBeNull()
    expect(asked({ rules: [rule({ tier: 'privacy' })] })).toBeNull()
    expect(asked({ rules: [{ ...rule(), applies: { roles: ['teacher'], kinds: null, grades: null } }] })).toBeNull()
    expect(asked({ rules: [{ ...rule(), applies: { roles: null, kinds: ['voice'], grades: null } }] })).toBeNull()
    // the class of the world is a third grade
    expect(asked({ rules: [{ ...rule(), applies: { roles: null, kinds: null, grades: [7, 8] } }] })).toBeNull()
    expect(asked({ rules: [{ ...rule(), applies: { roles: null, kinds: null, grades: [3] } }] })).not.toBeNull()
  })

  it.each([
    [0.29, false],
    [0.3, true],
    [0.79, true],
    [0.8, false],
  ])('between the thresholds: %f is %s', (probability, doubtful) => {
    expect(asked({ probability }) !== null).toBe(doubtful)
    expect(asked({ probability, rule: rule() }) !== null).toBe(doubtful)
  })
})

describe('no opinion is asked for', () => {
  it.each(SEVERITIES)('about an escalation (%s)', severity => {
    expect(asked({ rule: rule({ then: { respond: 'escalate', severity } }) })).toBeNull()
  })

  it.each(GUARDED_TIERS)('about anything of the tier %s', tier => {
    expect(asked({ rule: rule({ tier }) })).toBeNull()
  })

  it.each(CATEGORIES.filter(one => !(OPINION_CATEGORIES as readonly string[]).includes(one)))('about %s', category => {
    expect(asked({ rule: rule({ category }) })).toBeNull()
    expect(asked({ likeliest: category, rules: [rule({ category })] })).toBeNull()
  })

  it('about a recall request, a count, dissent', () => {
    expect(asked({ rule: rule({ then: { respond: 'ask_recall' } }) })).toBeNull()
    expect(asked({ rule: flood() })).toBeNull()
    expect(asked({ rule: rule({ tier: 'dissent' }) })).toBeNull()
    expect(asked({ rule: rule({ then: { respond: 'allow' } }) })).toBeNull()
  })

  it('about a second one of the week, which goes to a person', () => {
    const world = new World()
    const again = rule({ escalateAfter: { strikes: 2, within: 7 * DAY, to: 'head_teacher', severity: 'P2' } })
    world.say({ rule: again, at: NOON - DAY })
    expect(asked({ world, rule: again })).toBeNull()
  })

  it('where nothing would leave anyway', () => {
    const world = new World()
    world.say({ rule: rule(), at: at('11:00') })
    expect(asked({ world, rule: rule() })).toBeNull()
  })

  it('about a question, to find fault with it; but to excuse it', () => {
    expect(asked({ question: true })).toBeNull()
    expect(asked({ question: true, rule: rule() })).not.toBeNull()
  })

  it('about what is late, short, no text, the bot\u2019s own, or exempt', () => {
    expect(asked({ late: true })).toBeNull()
    expect(asked({ key: '收到啦' })).toBeNull()
    expect(asked({ kind: 'image' })).toBeNull()
    expect(asked({ body: { kind: 'rename', name: '程小满妈妈团购' } })).toBeNull()
    expect(asked({ by: member('b', 'bot') })).toBeNull()
    expect(asked({ by: member('m', 'parent', { exempt: ['commerce'] }) })).toBeNull()
  })

  it('while an emergency is talked about', () => {
    const world = new World()
    world.say({ rule: danger(), at: NOON - SECOND })
    expect(asked({ world })).toBeNull()
  })
})

describe('an opinion', () => {
  const doubt = { about: 'commerce', probability: 0.55 } as const
  const reminded = () => new World().say({ rule: rule({ then: { to: 'head_teacher' } }), at: NOON })
  const allowed = () => new World().say({ rule: null, at: NOON })

  it('excuses: what was due is only counted', () => {
    const draft = reminded()
    expect(draft.actions.length).toBeGreaterThan(1)
    const later = withOpinion(draft, doubt, 'no')
    expect(later).toEqual({
      ...draft,
      topic: null,
      respond: 'collect',
      actions: [],
      steps: [
        ...draft.steps,
        { step: 'opinion', changed: true, because: '意图模型 0.55，拿不准；第二意见：不是商业推销，不提醒，只计数' },
      ],
    })
  })

  it('finds: what was missed is counted, and no rule is said to have fired', () => {
    expect(withOpinion(allowed(), doubt, 'yes')).toMatchObject({
      respond: 'collect',
      rule: null,
      category: 'commerce',
      topic: null,
      actions: [],
      steps: [{ step: 'opinion', because: '意图模型 0.55，拿不准；第二意见：是商业推销，不提醒，只计数' }],
    })
  })

  it('that agrees, or does not know, changes nothing', () => {
    expect(withOpinion(reminded(), doubt, 'yes')).toBeNull()
    expect(withOpinion(allowed(), doubt, 'no')).toBeNull()
    expect(withOpinion(reminded(), doubt, 'unsure')).toBeNull()
    expect(withOpinion(allowed(), doubt, 'unsure')).toBeNull()
  })

  it('never owes anything, never opens anything, never touches what is grave: whatever is decided, whatever it says', () => {
    const someRule = fc
      .record({
        category: fc.constantFrom(...CATEGORIES),
        tier: fc.constantFrom(...TIERS),
        respond: fc.constantFrom(...RESPONSES),
        severity: fc.constantFrom(...SEVERITIES),
        role: fc.constantFrom(...ROLES),
        opinion: fc.constantFrom(...OPINIONS),
        fires: fc.boolean(),
        reachable: fc.boolean(),
        probability: fc.double({ min: 0, max: 1, noNaN: true }),
        hour: fc.integer({ min: 0, max: 23 }),
      })
      .map(it => ({ ...it, severity: it.respond === 'escalate' ? it.severity : null }))
    fc.assert(
      fc.property(someRule, it => {
        const made = rule({
          category: it.category,
          tier: it.tier,
          then: { respond: it.respond, severity: it.severity },
        })
        const world = new World()
        if (!it.reachable) world.unreachable.add('x')
        const seen = input({
          world,
          rule: it.fires ? made : null,
          rules: [made],
          likeliest: it.category === 'normal' ? 'commerce' : it.category,
          by: member('x', it.role),
          at: at(`${String(it.hour).padStart(2, '0')}:00`),
          probability: it.probability,
        })
        const found = doubtOf(seen)
        if (found === null) return
        expect(['remind', 'allow']).toContain(seen.draft.respond)
        expect(GUARDED_CATEGORIES).not.toContain(found.about)
        expect(it.fires && GUARDED_TIERS.includes(it.tier)).toBe(false)
        const later: DecisionDraft = withOpinion(seen.draft, found, it.opinion) ?? seen.draft
        expect(later.actions.every(action => seen.draft.actions.includes(action))).toBe(true)
        expect(later.opens).toBeNull()
        expect(['allow', 'remind', 'collect']).toContain(later.respond)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('what waits for an opinion', () => {
  it('is held, all of it, and says so', () => {
    const draft = new World().say({ rule: rule({ then: { to: 'head_teacher' } }), at: NOON })
    const held = heldUntil(draft, NOON + 6 * SECOND)
    expect(held?.actions.map(action => action.notBefore)).toEqual(draft.actions.map(() => NOON + 6 * SECOND))
    expect(held?.steps.at(-1)).toMatchObject({ step: 'opinion', changed: false })
    expect({ ...held, actions: [], steps: [] }).toEqual({ ...draft, actions: [], steps: [] })
  })

  it('is not brought forward', () => {
    const draft = new World().say({ rule: rule(), at: NOON })
    const tomorrow = {
      ...draft,
      actions: draft.actions.map(one => ({ ...one, notBefore: NOON + DAY, expiresAt: NOON + 2 * DAY })),
    }
    expect(heldUntil(tomorrow, NOON + SECOND)?.actions[0]?.notBefore).toBe(NOON + DAY)
  })

  it('does not wait until it is of no use', () => {
    const draft = new World().say({ rule: rule(), at: NOON })
    expect(heldUntil(draft, draft.actions[0]?.expiresAt ?? 0)).toBeNull()
  })

  it('nothing is not held', () => {
    const draft = new World().say({ rule: null, at: NOON })
    expect(heldUntil(draft, NOON + SECOND)).toBe(draft)
  })
})
