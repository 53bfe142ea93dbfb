import { describe, expect, it } from '@jest/globals'
import { logCommand } from '../../src/cli/log.js'
import { buildProgram, runProgram } from '../../src/cli/program.js'
import type { Tools } from '../../src/cli/tools.js'
import type { DecisionFilter, DecisionLine, Ledger } from '../../src/ledger/index.js'
import { HOUR } from '../../src/model/time.js'
import { action, type Bench, bench, decisionLine, NOW, school } from './support.js'

interface Reading {
  on: Bench
  filters: DecisionFilter[]
  closed(): boolean
}

/** Runs `log` over these lines; as the ledger does, the latest come first when asked so. */
async function log(lines: readonly DecisionLine[], args: string[], given: Partial<Tools> = {}): Promise<Reading> {
  const filters: DecisionFilter[] = []
  let closed = false
  const ledger = {
    decisions: (filter: DecisionFilter) => {
      filters.push(filter)
      const after = lines.filter(line => line.seq > (filter.after ?? 0))
      return filter.order === 'desc' ? after.slice(-filter.limit).reverse() : after.slice(0, filter.limit)
    },
    close: () => {
      closed = true
    },
  } as unknown as Ledger
  const on = bench({ readLedger: () => ledger, school: async () => school(), ...given })
  const program = buildProgram(on.tools, '0.1.0', [logCommand(on.tools)])
  await runProgram(program, on.tools, ['log', ...args])
  return { on, filters, closed: () => closed }
}

const linesOf = async (lines: readonly DecisionLine[], ...args: string[]) => (await log(lines, args)).on.screen.lines

describe('log', () => {
  it('writes one line a decision: when, where, who, what, what became of it', async () => {
    const [line] = await linesOf([decisionLine()])
    for (const part of ['11-04 15:00:07', 'c3-2', '家长 p3', '私下提醒', '商业推销', 'bz1-d12', '私下提醒·已送出']) {
      expect(line).toContain(part)
    }
    expect(line).toContain('自家橙子')
  })

  it('shows severity, several actions, and events of the system', async () => {
    const [line] = await linesOf([
      decisionLine({
        member: null,
        role: null,
        respond: 'escalate',
        severity: 'P0',
        actions: [action({ kind: 'alert' }), action({ kind: 'alert', state: 'unknown' })],
      }),
    ])
    expect(line).toContain('系统')
    expect(line).toContain('上报 P0')
    expect(line).toContain('上报·已送出，上报·结果未知')
  })

  it('says nothing of a text that was not kept', async () => {
    const [line] = await linesOf([decisionLine({ respond: 'allow', category: null, excerpt: null, actions: [] })])
    expect(line).toMatch(/放行\s+bz1-d12$/)
  })

  it('keeps columns below each other', async () => {
    const lines = await linesOf([
      decisionLine({ seq: 1, id: 'bz1-d1', group: 'a' }),
      decisionLine({ seq: 2, id: 'bz1-d2', group: 'a-long-group-name', role: 'outsider', category: 'normal' }),
    ])
    // the ids stand behind full-width columns of equal display width: compare by counting cells
    const cells = lines.map(line =>
      [...line.slice(0, line.indexOf('bz1-'))].reduce((n, c) => n + (c > '\u2e7f' ? 2 : 1), 0),
    )
    expect(cells[0]).toBe(cells[1])
  })

  it('lets no control character reach the terminal', async () => {
    const lines = await linesOf([decisionLine({ excerpt: '\u001b[2J\u009b31m伪造\r\n11-04 上报 P0\u202e' })])
    expect(lines).toHaveLength(1)
    expect(lines[0]).not.toMatch(/\p{Cc}|\u202e/u)
    expect(lines[0]).toContain('伪造⏎11-04 上报 P0')
  })

  it('shows the latest ones, oldest first, and closes the ledger', async () => {
    const all = [1, 2, 3, 4].map(seq => decisionLine({ seq, id: `bz1-d${seq}` }))
    const { on, filters, closed } = await log(all, ['--limit', '2'])
    expect(on.screen.lines.map(line => /bz1-d\d/.exec(line)?.[0])).toEqual(['bz1-d3', 'bz1-d4'])
    expect(filters).toEqual([{ limit: 2, order: 'desc' }])
    expect(closed()).toBe(true)
  })

  it('asks for what the options say', async () => {
    const { filters } = await log([], ['--group', 'c3-2', '--category', 'commerce', '--since', '2h'])
    expect(filters).toEqual([{ group: 'c3-2', category: 'commerce', since: NOW - 2 * HOUR, limit: 200, order: 'desc' }])
  })

  it('reads --since on the school\u2019s clock', async () => {
    const tokyo = { school: async () => school({ timezone: 'Asia/Tokyo' }) }
    const { filters } = await log([], ['--since', '2026-11-04T15:00'], tokyo)
    expect(filters[0]?.since).toBe(Date.UTC(2026, 10, 4, 6))
  })

  it('follows: what came since, each once', async () => {
    const lines = [decisionLine({ seq: 1, id: 'bz1-d1' })]
    const repeat: Tools['repeat'] = async (_, run) => {
      run()
      lines.push(decisionLine({ seq: 2, id: 'bz1-d2' }), decisionLine({ seq: 3, id: 'bz1-d3' }))
      run()
      run()
    }
    const { on, filters, closed } = await log(lines, ['--follow'], { repeat })
    expect(on.screen.lines.map(line => /bz1-d\d/.exec(line)?.[0])).toEqual(['bz1-d1', 'bz1-d2', 'bz1-d3'])
    expect(filters.map(filter => filter.after)).toEqual([undefined, 1, 1, 3])
    expect(closed()).toBe(true)
  })

  it.each([
    [['--category', 'nonsense'], 2],
    [['--csv', '--json'], 2],
    [['--csv', '--follow'], 2],
    [['--since', '昨天'], 3],
    [['--limit', 'many'], 3],
    [['--limit', '0'], 3],
    [['--limit', '-5'], 3],
  ])('refuses %j with exit code %i and a word about it', async (args, code) => {
    const { on } = await log([decisionLine()], args)
    expect(on.code()).toBe(code)
    expect(on.screen.errors.join('')).not.toBe('')
    expect(on.screen.lines).toEqual([])
  })
})

describe('log --as supervisor', () => {
  const lines = [
    decisionLine({ excerpt: '自家橙子，要的私我', member: 'bz1-p37', eventId: 'e-secret' }),
    decisionLine({ seq: 13, id: 'bz1-d13', respond: 'escalate', severity: 'P1', member: 'bz1-p38' }),
  ]

  it.each([[[]], [['--json']], [['--csv']]])('shows neither words nor persons %j', async more => {
    const said = (await linesOf(lines, '--as', 'supervisor', ...more)).join('\n')
    for (const secret of ['橙子', 'p37', 'p38', 'e-secret']) expect(said).not.toContain(secret)
    for (const shown of ['bz1-d12', 'bz1-d13', 'c3-2']) expect(said).toContain(shown)
  })

  it('adds the counts, and still says who by role', async () => {
    const said = await linesOf(lines, '--as', 'supervisor')
    expect(said.at(-1)).toBe('合计  私下提醒 1，上报 1')
    expect(said[0]).toContain('家长')
    expect((await linesOf([], '--as', 'supervisor')).at(-1)).toBe('合计  没有记录')
  })

  it('knows no other role', async () => {
    expect((await log(lines, ['--as', 'parent'])).on.code()).toBe(2)
  })
})

describe('a second channel', () => {
  const second = decisionLine({ actions: [action({ kind: 'second_channel', channel: 'wecom-2', topic: 'A7' })] })

  it('is named with its action', async () => {
    expect((await linesOf([second]))[0]).toContain('第二通道 wecom-2·已送出')
    expect((await linesOf([second], '--csv'))[1]).toContain('第二通道 wecom-2（已送出）')
    expect((await linesOf([second], '--json'))[0]).toContain('"channel":"wecom-2"')
  })
})

describe('log --json', () => {
  it('writes one object a line, times in ISO, actions without their texts', async () => {
    const [line] = await linesOf([decisionLine({ actions: [action({ text: '张三妈妈，您好' })] })], '--json')
    const value = JSON.parse(line as string)
    expect(value).toMatchObject({
      id: 'bz1-d12',
      at: '2026-11-04T07:00:07.000Z',
      respond: 'remind',
      actions: [{ id: 'bz1-a7', kind: 'remind', state: 'done', recipient: null }],
    })
    expect(value.seq).toBeUndefined()
    expect(line).not.toContain('张三')
  })

  it('keeps the text as it is, but escapes what a terminal would obey', async () => {
    const excerpt = '一\n二\u001b[31m\u009b2J\u202e"引号"'
    const [line, ...more] = await linesOf([decisionLine({ excerpt })], '--json')
    expect(more).toEqual([])
    expect(line).not.toMatch(/\p{Cc}|\u202e/u)
    expect(JSON.parse(line as string).excerpt).toBe(excerpt)
  })
})

describe('log --csv', () => {
  const cell = async (excerpt: string | null) =>
    (await linesOf([decisionLine({ excerpt, actions: [] })], '--csv'))[1]?.split(',').slice(10).join(',')

  it('begins with a byte order mark and the names of the columns, so that Excel reads Chinese', async () => {
    const [head, row] = await linesOf([decisionLine()], '--csv')
    expect(head?.startsWith('\uFEFF时间,群,编号')).toBe(true)
    expect(row).toBe(
      '2026-11-04 15:00:07,c3-2,bz1-d12,bz1-p3,家长,私下提醒,,商业推销,commerce.solicit,私下提醒（已送出）,自家橙子，要的私我',
    )
    expect(row?.split(',')).toHaveLength(head?.split(',').length as number)
  })

  it.each([
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['+861380000', `"'+861380000"`],
    ['-1', `"'-1"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['＝1+1', `"'＝1+1"`],
    ['＠群主', `"'＠群主"`],
    ['  =1+1', `"'  =1+1"`],
    ['\t=1+1', `"'=1+1"`],
    ['\r=1+1', `"'=1+1"`],
  ])('disarms %j', async (excerpt, expected) => {
    expect(await cell(excerpt)).toBe(expected)
  })

  it.each([
    ['a,b', '"a,b"'],
    ['他说"好"', '"他说""好"""'],
    ['一\n二', '一⏎二'],
    ['1+1=2', '1+1=2'],
    ['\u001b[2J清屏', '[2J清屏'],
  ])('quotes %j where needed and no more', async (excerpt, expected) => {
    expect(await cell(excerpt)).toBe(expected)
  })

  it('leaves a cell empty for a text that was not kept', async () => {
    expect(await cell(null)).toBe('')
  })

  it('writes the heads of the columns even when there is nothing below them', async () => {
    expect(await linesOf([], '--csv')).toHaveLength(1)
  })
})
