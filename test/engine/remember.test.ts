import { describe, expect, it } from '@jest/globals'
import { decidedBy, evaluate, remember } from '../../src/engine/index.js'
import { factsOf, NOW } from '../signals/support.js'
import { compiledOf, outcome, ruleOf } from './support.js'

const decided = { rule: 'r', category: 'commerce' as const, topic: 'shop', respond: 'remind' as const, severity: null }

describe('remember', () => {
  it('keeps what later judging needs, and no name', () => {
    const kept = remember(factsOf({ text: '代购，要的私我', facts: { digest: 'd1', question: true } }), decided)
    expect(kept).toEqual({
      eventId: 'e1',
      at: NOW,
      member: 'id:钱多多妈妈',
      role: 'parent',
      kind: 'text',
      digest: 'd1',
      length: 6,
      rule: 'r',
      category: 'commerce',
      topic: 'shop',
      respond: 'remind',
      severity: null,
      question: true,
      notice: null,
      text: '代购，要的私我',
    })
    expect(JSON.stringify({ ...kept, member: '' })).not.toMatch(/钱多多/)
  })

  it('keeps the beginning of a long text, and of what is no message none', () => {
    expect(remember(factsOf('长'.repeat(10_000)), decided).text).toHaveLength(400)
    expect(remember(factsOf(''), decided)).not.toHaveProperty('text')
    expect(remember(factsOf({ body: { kind: 'rename', name: '甲' } }), decided)).not.toHaveProperty('text')
  })

  it('keeps the notice that a message was', () => {
    const ownNotice = { eventId: 'e1', at: NOW, wanted: 'none' as const, until: NOW + 1 }
    expect(remember(factsOf({ facts: { ownNotice } }), decided).notice).toBe(ownNotice)
  })

  it('keeps who joined', () => {
    const joined = [
      { id: 'a', name: '甲' },
      { id: 'b', name: '乙' },
    ]
    const facts = factsOf({ body: { kind: 'join', joined, inviter: null, via: 'invite' } })
    const grey = { ...facts, event: { ...facts.event, from: null } }
    expect(remember(grey, decided)).toMatchObject({ kind: 'join', joined: ['a', 'b'], member: facts.member.id })
  })

  it('charges nobody with what the system says', () => {
    const facts = factsOf({ body: { kind: 'notice', text: '拍了拍' } })
    expect(remember({ ...facts, event: { ...facts.event, from: null } }, decided).member).toBeNull()
  })
})

describe('decidedBy', () => {
  it('is the rule’s own answer', () => {
    const rule = ruleOf({
      id: 'a',
      category: 'commerce',
      topic: 'shop',
      then: [outcome({ respond: 'escalate', severity: 'P2' })],
    })
    expect(decidedBy(evaluate(compiledOf([rule]), factsOf('甲')))).toEqual({
      rule: 'a',
      category: 'commerce',
      topic: 'shop',
      respond: 'escalate',
      severity: 'P2',
    })
  })

  it('allows where nothing fired', () => {
    expect(decidedBy(evaluate(compiledOf([]), factsOf('甲')))).toEqual({
      rule: null,
      category: null,
      topic: null,
      respond: 'allow',
      severity: null,
    })
  })
})
