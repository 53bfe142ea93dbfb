import { describe, expect, it } from '@jest/globals'
import { outcomeFor, strengthOf } from '../../src/model/outcome.js'
import { RESPONSES, SEVERITIES } from '../../src/model/rule.js'
import { outcome } from '../engine/support.js'

describe('outcomeFor', () => {
  const rule = {
    then: [
      outcome({ roles: ['teacher', 'deputy'], respond: 'remind', message: 'a' }),
      outcome({ roles: ['parent'], respond: 'collect' }),
      outcome({ roles: ['parent'], respond: 'escalate', severity: 'P0' }),
    ],
  }

  it('is the first that names the role', () => {
    expect(outcomeFor(rule, 'deputy')).toBe(rule.then[0])
    expect(outcomeFor(rule, 'parent')).toBe(rule.then[1])
  })

  it('is null for a role that nobody thought of, unless one is for all', () => {
    expect(outcomeFor(rule, 'outsider')).toBeNull()
    const rest = outcome({ respond: 'allow' })
    expect(outcomeFor({ then: [...rule.then, rest] }, 'outsider')).toBe(rest)
    expect(outcomeFor({ then: [] }, 'parent')).toBeNull()
  })
})

describe('strengthOf', () => {
  it('is a strict order over responses and severities', () => {
    const all = RESPONSES.flatMap(respond =>
      respond === 'escalate'
        ? [...SEVERITIES].reverse().map(severity => outcome({ respond, severity }))
        : [outcome({ respond })],
    )
    all.forEach((one, i) =>
      all.forEach((other, j) => expect(Math.sign(strengthOf(one) - strengthOf(other))).toBe(Math.sign(i - j))),
    )
  })
})
