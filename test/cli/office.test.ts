import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { SchoolDirectory } from '../../src/gateways/directory.js'
import { type Ledger, loadOrCreateKey, openLedger } from '../../src/ledger/index.js'
import { DAY } from '../../src/model/time.js'
import { draft, remembered } from '../ledger/support.js'
import { banzhang, PROJECT, type Ran, STACK, Workshop } from './cli.js'
import { school } from './support.js'

/** The commands of a school's office, as compiled, one after the other, while another process holds the ledger. */
describe('the compiled command line', () => {
  const shop = new Workshop()
  const data = join(shop.dir, 'data')
  let bot: Ledger
  const hits: string[] = []
  let hook = ''
  const robot = createServer((request, response) => {
    hits.push(request.url ?? '')
    request.resume().on('end', () => response.end('{}'))
  })

  beforeAll(async () => {
    await new Promise<void>(resolve => robot.listen(0, '127.0.0.1', resolve))
    hook = `http://127.0.0.1:${(robot.address() as AddressInfo).port}/in`
    shop.write(
      'rules/school.yaml',
      [
        'school: 柳溪小学',
        'bot: { id: bz1 }',
        'groups:',
        '  - id: c3-2',
        '    topic: 三年级2班家长群',
        '    pack: common',
        '    mode: shadow',
        '    members:',
        '      - { name: 班主任王老师, role: head_teacher }',
        '      - { name: 程小满妈妈 }',
        'people:',
        '  - name: 德育处赵主任',
        '    role: supervisor',
        '    channels: [{ kind: webhook, url: "${HOOK}" }]',
        '',
      ].join('\n'),
    )
    mkdirSync(data, { mode: 0o700 })
    const key = loadOrCreateKey({ file: join(data, 'inbox.key'), env: undefined })
    bot = openLedger({ file: join(data, 'ledger.sqlite'), botId: 'bz1', key })
    const group = { ...(school().groups[0] as never as ReturnType<typeof school>['groups'][number]) }
    const members = ['班主任王老师', '程小满妈妈'].map((name, i) => ({
      name,
      aka: [],
      role: i === 0 ? ('head_teacher' as const) : ('parent' as const),
      students: [],
      exempt: [],
    }))
    new SchoolDirectory(school({ groups: [{ ...group, members }] }), bot)
    bot.saveRuleSet('hash-1', new Map(), 1)
    const parent = bot.findPersonId('c3-2', 'member:程小满妈妈') ?? ''
    const at = Date.now() - 15 * DAY
    const body = { kind: 'message', message: { kind: 'text', text: '' } } as const
    const event = { id: 'e1', group: 'c3-2', at, from: { id: parent, name: '' }, body }
    const kept = { digest: '', length: 4, textForInbox: null, recordedAt: at }
    bot.recordEvent({ event, member: parent, role: 'parent', ...kept })
    const decision = draft('e1', { at, rule: 'commerce.goods' })
    bot.commitDecision({ draft: decision, remembered: remembered('e1', { at }), excerpt: '自家橙子', now: at })
    bot.addFeedback({ decisionId: 'bz1-d000001', caseId: null, kind: 'false_alarm', by: 'h1', at: Date.now() })
  })
  afterAll(() => {
    bot.close()
    robot.close()
    shop.remove()
  })

  const ran = async (...args: string[]): Promise<Ran> => {
    const result = await banzhang(args, { cwd: shop.dir, env: { HOOK: hook } })
    expect(result.err).not.toMatch(STACK)
    return result
  }

  it('is built', () => {
    expect(existsSync(join(PROJECT, 'dist', 'cli', 'go-live.js'))).toBe(true)
  })

  it('charter', async () => {
    const { code, out } = await ran('charter', '--text', '--group', 'c3-2')
    expect([code, out]).toEqual([0, expect.stringContaining('三年级2班家长群 群公约')])
    expect((await ran('charter', '--out', '公约')).code).toBe(0)
    expect(readFileSync(join(shop.dir, '公约', 'c3-2-群公约.md'), 'utf8')).toContain('# 三年级2班家长群 群公约')
  })

  it('consent and go-live', async () => {
    const refused = await ran('go-live')
    expect([refused.code, refused.out]).toEqual([1, expect.stringContaining('测试提醒 A1 已准备好')])
    expect(bot.openCases({ kind: 'test' })).toHaveLength(1)
    for (const what of [['公约已发'], ['已征求意见'], ['监护人同意', '--agreed', '40', '--of', '40']])
      expect((await ran('consent', 'add', ...what, '--by', '王老师')).code).toBe(0)
    expect((await ran('consent')).out).toMatch(/✓ 公约已发.*✓ 已征求意见.*✓ 监护人同意 40\/40/)
    const [found] = bot.openCases({ kind: 'test' })
    const head = bot.findPersonId('c3-2', 'member:班主任王老师')
    bot.moveCase({
      caseId: found?.id ?? '',
      from: { state: 'open', step: 0 },
      to: { state: 'closed', closedAt: Date.now(), closedBy: 'head_teacher:1' },
      move: { by: `head_teacher:${head}`, channel: 'wechat', what: '1', at: Date.now() },
      actions: [],
    })
    const ready = await ran('go-live')
    expect([ready.code, ready.out]).toEqual([0, expect.stringContaining('第 7 行的 mode: shadow 改为 mode: live')])
  })

  it('feedback, and check --with feedback', async () => {
    const { code, out } = await ran('feedback')
    expect([code, out]).toEqual([0, expect.stringContaining('自家橙子')])
    const checked = await ran('check', '--with', 'feedback', '--no-schema')
    expect([checked.code, checked.out]).toEqual([0, expect.stringContaining('1 个误报例句都不再命中')])
  })

  it('log --as supervisor', async () => {
    const { code, out } = await ran('log', '--as', 'supervisor')
    expect([code, out]).toEqual([0, expect.stringContaining('合计  私下提醒 1')])
    expect(out).not.toMatch(/橙子|-p\d/)
  })

  it('doctor --send-test', async () => {
    const { code, out } = await ran('doctor', '--send-test')
    expect([code, out]).toEqual([0, expect.stringContaining('✓ 德育处赵主任 webhook：对方已接收')])
    expect(hits).toEqual(['/in'])
  })

  it('export and forget', async () => {
    const exported = await ran('export', '程小满妈妈')
    expect(JSON.parse(exported.out)).toMatchObject({ person: { name: '程小满妈妈' }, said: [{ excerpt: '自家橙子' }] })
    const { code, out } = await ran('forget', '程小满妈妈', '--yes')
    expect([code, out]).toEqual([0, expect.stringContaining('哈希链仍然完整：1 个决定')])
    expect((await ran('export', '程小满妈妈')).code).toBe(3)
    expect(bot.people('c3-2').map(person => person.name)).not.toContain('程小满妈妈')
  })
})
