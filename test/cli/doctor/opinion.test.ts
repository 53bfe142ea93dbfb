import { describe, expect, it } from '@jest/globals'
import { opinionProof, opinionUse } from '../../../src/cli/doctor/opinion.js'
import type { OpinionCall } from '../../../src/ledger/index.js'
import { CALL_OUTCOMES, type OpinionReply } from '../../../src/model/opinion.js'
import { config } from '../../effects/opinion/chat-host.js'

const CONFIG = config('https://llm.school.example:8443/v1/chat/completions?k=secret')

function ledger(...calls: Partial<OpinionCall>[]) {
  return {
    opinionCalls: ({ since = 0 } = {}) => (since === 7 ? (calls as OpinionCall[]) : []),
  }
}

const answered = { outcome: 'answered', opinion: 'no', changed: null } as const
const failed = { outcome: 'timeout', opinion: null, changed: null } as const

describe('the second opinion, as doctor sees it', () => {
  it('is told with its thresholds, its budget and what came of it today', () => {
    const calls = [answered, { ...answered, changed: 'bz1-d2' }, failed, { ...answered, outcome: 'cached' as const }]
    expect(opinionUse(CONFIG, ledger(...calls), 7)).toMatchObject({
      level: 'ok',
      says: '第二意见：school-7b（llm.school.example:8443），概率 0.3 到 0.8 时才问，每天至多 100 次；今天问了 3 次，回答 2 次，改为只计数 1 次',
    })
  })

  it('shows no secret', () => {
    expect(JSON.stringify(opinionUse(CONFIG, null, 7))).not.toContain('secret')
  })

  it('is worth knowing where it hardly ever answers, or may be asked no more', () => {
    expect(opinionUse(CONFIG, ledger(...Array(5).fill(failed)), 7)).toMatchObject({ level: 'warn' })
    expect(opinionUse(CONFIG, ledger(...Array(4).fill(failed)), 7)).toMatchObject({ level: 'ok' })
    const spent = opinionUse({ ...CONFIG, callsPerDay: 2 }, ledger(answered, answered), 7)
    expect(spent).toMatchObject({ level: 'warn', says: expect.stringContaining('今天的次数已用完') })
  })

  it('has no calls to speak of before there is a ledger', () => {
    expect(opinionUse(CONFIG, null, 7)).toMatchObject({ level: 'ok', says: expect.stringContaining('今天问了 0 次') })
  })
})

describe('one call to try it', () => {
  const reply = (more: Partial<OpinionReply>): OpinionReply => {
    return { outcome: 'answered', opinion: 'yes', ms: 812, tokens: 200, status: 200, ...more }
  }

  it('is content with any of the three answers', () => {
    expect(opinionProof(CONFIG, reply({}))).toMatchObject({
      level: 'ok',
      says: '第二意见 school-7b：回答了（是，812 毫秒）',
    })
    expect(opinionProof(CONFIG, reply({ opinion: 'unsure' }))).toMatchObject({ level: 'ok' })
  })

  it('says what went wrong', () => {
    expect(opinionProof(CONFIG, reply({ outcome: 'status', opinion: null, status: 401 }))).toMatchObject({
      level: 'fail',
      says: '第二意见 school-7b：对方没有受理（HTTP 401）',
    })
    for (const outcome of CALL_OUTCOMES) {
      if (outcome === 'answered' || outcome === 'cached') continue
      expect(opinionProof(CONFIG, reply({ outcome, opinion: null, status: null })).level).toBe('fail')
    }
  })
})
