import { describe, expect, it } from '@jest/globals'
import { type Books, latestDecision, ledgerFindings } from '../../../src/cli/doctor/ledger.js'
import { DAY, HOUR, MINUTE } from '../../../src/model/time.js'
import { memoryLedger } from '../../ledger/support.js'
import { action, decisionLine, decisionRecord, NOW, ZONE } from '../support.js'

/** A ledger in order, with what a test changes of it. */
function books(given: Partial<Books> = {}): Books {
  return {
    botId: 'bz1',
    integrity: () => [],
    verifyChain: () => ({ ok: true, length: 27 }),
    openCases: () => [],
    unknownActions: () => [],
    gaps: () => [],
    meta: () => null,
    decisions: () => [],
    decision: () => null,
    ...given,
  }
}

function waiting(severity: 'P0' | 'P2', deadline: number): ReturnType<Books['openCases']>[number] {
  return {
    id: 'bz1-c1',
    code: 'A7',
    kind: 'escalation',
    severity,
    category: 'emergency',
    key: 'k',
    owner: 'head_teacher',
    about: null,
    deadline,
    summary: '',
    group: 'c3-2',
    decisionId: 'bz1-d1',
    openedAt: NOW - HOUR,
    state: 'open',
    step: 0,
    closedAt: null,
    closedBy: null,
  }
}

const find = (given: Partial<Books>) => ledgerFindings(books(given), NOW, ZONE)
const levels = (given: Partial<Books>) => find(given).map(found => found.level)
const ALL_OK = ['ok', 'ok', 'ok', 'ok', 'ok']

describe('a ledger in order', () => {
  it('is told with what was measured', () => {
    const says = find({}).map(found => found.says)
    expect(says.join('\n')).toMatch(/第 \d+ 版/)
    expect(says.join('\n')).toContain('27 个决定')
    expect(levels({})).toEqual(ALL_OK)
  })

  it('may be new and empty', () => {
    const { ledger } = memoryLedger()
    expect(ledgerFindings(ledger, NOW, ZONE).map(found => found.level)).toEqual(ALL_OK)
    expect(latestDecision(ledger)).toBeNull()
    ledger.close()
  })
})

describe('a damaged ledger', () => {
  it('shows a few of the faults of the file and counts them all', () => {
    const faults = Array.from({ length: 20 }, (_, n) => `row ${n} missing\u001b[2J`)
    const found = find({ integrity: () => faults })[0]
    expect(found).toMatchObject({ level: 'fail', says: expect.stringContaining('20 处') })
    expect(found?.details).toHaveLength(3)
    expect(found?.details.join('')).not.toContain('\u001b')
    expect(found?.hint).toContain('备份')
  })

  it('names the place where the chain breaks', () => {
    const found = find({ verifyChain: () => ({ ok: false, at: 'bz1-d9', reason: '决定或它的动作被改动过' }) })[1]
    expect(found).toMatchObject({ level: 'fail', hint: expect.stringContaining('备份') })
    expect(found?.says).toContain('bz1-d9')
    expect(found?.says).toContain('BZ204')
  })

  it('names the beginning when nothing of the chain is left', () => {
    const found = find({ verifyChain: () => ({ ok: false, at: '', reason: '应有 9 条决定，只剩 0 条' }) })[1]
    expect(found?.says).toContain('开头')
  })

  it('is looked at to the end, whatever breaks on the way', () => {
    const broken = () => {
      throw new Error('database disk image is malformed')
    }
    expect(levels({ integrity: broken })).toEqual(['fail', 'ok', 'ok', 'ok', 'ok'])
    const all = find({
      integrity: broken,
      verifyChain: broken,
      openCases: broken,
      unknownActions: broken,
      gaps: broken,
    })
    expect(all.map(found => found.level)).toEqual(['fail', 'fail', 'fail', 'fail', 'fail'])
    for (const found of all) expect(found.says).toContain('malformed')
  })
})

describe('what waits', () => {
  it('is counted', () => {
    const found = find({ openCases: () => [waiting('P2', NOW + HOUR), waiting('P2', NOW + HOUR)] })[2]
    expect(found).toMatchObject({ level: 'ok', says: expect.stringContaining('2 个个案') })
  })

  it('is pressing when it is an emergency', () => {
    const found = find({ openCases: () => [waiting('P2', NOW), waiting('P0', NOW + HOUR)] })[2]
    expect(found).toMatchObject({ level: 'warn', hint: expect.stringContaining('A7') })
    expect(found?.says).toContain('P0')
  })

  it('shows a bot that does not run when deadlines are long past', () => {
    expect(find({ openCases: () => [waiting('P2', NOW - 2 * DAY)] })[2]?.level).toBe('warn')
    expect(find({ openCases: () => [waiting('P2', NOW - HOUR)] })[2]?.level).toBe('ok')
  })

  it('counts actions whose outcome nobody knows', () => {
    const found = find({ unknownActions: () => [action({ state: 'unknown' }), action({ state: 'unknown' })] })[3]
    expect(found).toMatchObject({ level: 'warn', says: expect.stringContaining('2 个动作') })
    expect(found?.hint).toContain('不会重发')
  })
})

describe('gaps in hearing', () => {
  it('are asked for over the last day', () => {
    const asked: number[] = []
    find({
      gaps: since => {
        asked.push(since)
        return []
      },
    })
    expect(asked).toEqual([NOW - DAY])
  })

  it('are added up, the latest few shown on the school\u2019s clock', () => {
    const gaps = Array.from({ length: 7 }, (_, n) => ({
      seq: n,
      from: NOW - (8 - n) * HOUR,
      to: NOW - (8 - n) * HOUR + 10 * MINUTE,
      reason: `断线${n}\u001b[31m`,
    }))
    const found = find({ gaps: () => gaps })[4]
    expect(found).toMatchObject({ level: 'warn', says: expect.stringContaining('7 段') })
    expect(found?.says).toContain('1 小时')
    expect(found?.details).toHaveLength(5)
    expect(found?.details.at(-1)).toBe('11-04 13:00:07 至 11-04 13:10:07  断线6[31m')
  })
})

describe('the latest decision', () => {
  it('counts by the clock that wrote it down, not by the message', () => {
    const asked: unknown[] = []
    const found = latestDecision({
      decisions: filter => {
        asked.push(filter)
        return [decisionLine({ at: NOW - DAY })]
      },
      decision: () => decisionRecord({}, { committedAt: NOW }),
    })
    expect(found).toBe(NOW)
    expect(asked).toEqual([{ limit: 1, order: 'desc' }])
  })
})
