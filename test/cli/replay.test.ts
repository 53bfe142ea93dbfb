import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { banzhang, PROJECT, STACK, Workshop } from './cli.js'

const header = {
  scenario: 'r1',
  group: '四年级1班家长群',
  group_type: 'common',
  grade: 4,
  members: [
    { name: '班主任季老师', role: 'head_teacher' },
    { name: '科学方老师', role: 'teacher' },
    ...['许桐', '卫朗', '梅子涵', '谷雨', '程曦', '苗苗'].map(name => ({ name: `${name}妈妈`, role: 'parent' })),
  ],
  supervisor: '德育处罗主任',
}
const at = (time: string) => `2026-11-04T${time}+08:00`
const day = [
  {
    id: '1',
    t: at('07:30:00'),
    from: '班主任季老师',
    type: 'text',
    text: '【通知】各位家长，明天带彩笔。知道就行，不用回复',
  },
  ...['许桐', '卫朗', '梅子涵', '谷雨', '程曦'].map((name, i) => ({
    id: `${i + 2}`,
    t: at(`07:31:0${i}`),
    from: `${name}妈妈`,
    type: 'text',
    text: '收到',
  })),
  { id: '7', t: at('09:00:00'), from: '苗苗妈妈', type: 'text', text: '我不同意换座位的办法，想和老师谈谈' },
  { id: '8', t: at('12:00:00'), from: '科学方老师', type: 'text', text: '单元测成绩：许桐98 卫朗91 梅子涵60 谷雨88' },
  {
    id: '9',
    t: at('16:50:00'),
    from: '谷雨妈妈',
    type: 'text',
    text: '老师我在校门口没接到孩子，班里队伍都走完了，找不到人',
  },
]
const log = (...lines: unknown[]) =>
  `${lines.map(line => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')}\n`

let shop: Workshop
beforeEach(() => {
  shop = new Workshop()
})
afterEach(() => shop.remove())

describe('banzhang replay --json', () => {
  it('prints one decision an event, in order, in the decisions format', async () => {
    shop.write('day.jsonl', log(header, ...day))
    const { code, out } = await shop.run('replay', 'day.jsonl', '--json')
    expect(code).toBe(0)
    const decisions = out
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(decisions.map(decision => decision.id)).toEqual(day.map(event => event.id))
    for (const decision of decisions) {
      expect(Object.keys(decision)).toEqual(['id', 'respond', 'category', 'rule', 'severity', 'to', 'actions'])
    }
    const byId = new Map(decisions.map(decision => [decision.id, decision]))
    expect(byId.get('6').actions).toEqual([{ kind: 'collective' }])
    expect(byId.get('7')).toMatchObject({ respond: 'allow', actions: [] })
    expect(byId.get('8')).toMatchObject({ respond: 'ask_recall', category: 'grades_ranking' })
    expect(byId.get('8').actions).toContainEqual({ kind: 'ask_recall', to: '科学方老师' })
    expect(byId.get('9')).toMatchObject({ respond: 'escalate', severity: 'P0', to: 'head_teacher' })
    const told = byId.get('9').actions.map((action: { to: string }) => action.to)
    expect(told).toEqual(expect.arrayContaining(['head_teacher', 'supervisor']))
  })

  it('leaves a teacher who they are when somebody unknown bears a name like theirs', async () => {
    const members = [
      { name: '班主任陈老师', role: 'head_teacher' },
      { name: '许桐妈妈', role: 'parent' },
      { name: '班主任-陈老师', role: 'unknown' },
    ]
    const fee = '资料费每人68元 请大家扫码'
    shop.write(
      'clone.jsonl',
      log(
        { ...header, members },
        { id: '1', t: at('08:00:00'), from: '班主任-陈老师', type: 'text', text: fee },
        { id: '2', t: at('08:10:00'), from: '班主任陈老师', type: 'text', text: '那个不是我，我从不在群里收费' },
      ),
    )
    const { out } = await shop.run('replay', 'clone.jsonl', '--json')
    const [clone, teacher] = out
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line))
    expect(clone).toMatchObject({ category: 'scam_impersonation', severity: 'P0' })
    expect(teacher).toMatchObject({ respond: 'allow' })
  })

  it('says the same again, byte for byte, also from a ledger on disk', async () => {
    shop.write('day.jsonl', log(header, ...day))
    const first = await shop.run('replay', 'day.jsonl', '--json')
    expect((await shop.run('replay', 'day.jsonl', '--json')).out).toBe(first.out)
    expect((await shop.run('replay', 'day.jsonl', '--json', '--ledger', 'kept')).out).toBe(first.out)
    const seen = await shop.run('log', '--data', 'kept', '--json')
    expect(seen.out.trimEnd().split('\n')).toHaveLength(day.length)
  })

  it('lets the cases of a log end with it: the next one may begin weeks later', async () => {
    const emergency = (id: string, date: string) => ({ ...day[8], id, t: `${date}T16:50:00+08:00` })
    shop.write(
      'two.jsonl',
      log(header, emergency('1', '2026-11-04'), { ...header, scenario: 'r2' }, emergency('2', '2026-11-25')),
    )
    expect((await shop.run('replay', 'two.jsonl', '--json', '--ledger', 'kept')).code).toBe(0)
    const moves = async (id: string) => {
      const { out } = await shop.run('explain', id, '--data', 'kept')
      return out.slice(out.indexOf('个案')).match(/opened|repeat|leader|deputy|expired/g)
    }
    expect(await moves('replay-d000001')).toEqual(['opened', 'expired'])
    expect(await moves('replay-d000002')).toEqual(['opened'])
  })

  it('tells every bad line with file:line and what was expected, reads the rest, and exits with 1', async () => {
    shop.write('bad.jsonl', log(header, day[0], '{"id": "x", ', { ...day[1], type: 'hologram' }, day[6]))
    const { code, out, err } = await shop.run('replay', 'bad.jsonl', '--json')
    expect(code).toBe(1)
    expect(
      out
        .trimEnd()
        .split('\n')
        .map(line => JSON.parse(line).id),
    ).toEqual(['1', '7'])
    expect(err).toMatch(/BZ401 {2}bad\.jsonl:3 {2}不是有效的 JSON/)
    expect(err).toMatch(/BZ401 {2}bad\.jsonl:4 {2}type：/)
    expect(err).not.toMatch(STACK)
  })

  it('refuses an event before any group', async () => {
    shop.write('bad.jsonl', log(day[0], header, day[6]))
    const { code, err } = await shop.run('replay', 'bad.jsonl', '--json')
    expect(code).toBe(1)
    expect(err).toContain('bad.jsonl:1')
  })

  it('says which file it cannot read', async () => {
    const { code, err } = await shop.run('replay', 'nowhere.jsonl')
    expect(code).toBe(3)
    expect(err).toMatch(/BZ402.*nowhere\.jsonl/)
    expect(err).not.toMatch(STACK)
  })
})

describe('banzhang replay, to be read', () => {
  it('shows what needed something, masked, and a summary', async () => {
    shop.write('day.jsonl', log(header, ...day))
    const { code, out } = await shop.run('replay', 'day.jsonl')
    expect(code).toBe(0)
    expect(out).toContain(`共 ${day.length} 条`)
    expect(out).toMatch(/上报 P0\s+紧急情况/)
    expect(out).not.toContain('谷雨妈妈')
  })
})

const EVAL = join(PROJECT, '..', 'shared', 'eval')
const logs = existsSync(EVAL)
  ? [
      join(EVAL, 'messages.dev.jsonl'),
      ...readdirSync(join(EVAL, 'scenarios')).map(name => join(EVAL, 'scenarios', name)),
    ]
  : []
const withLogs = logs.length > 0 ? it : it.skip

describe('the labelled logs beside the project', () => {
  withLogs(
    `are decided line by line, twice the same${logs.length > 0 ? '' : ' (skipped: ../shared/eval is absent)'}`,
    async () => {
      const events = logs.flatMap(file =>
        readFileSync(file, 'utf8')
          .split('\n')
          .filter(line => line !== '' && !('members' in JSON.parse(line))),
      )
      const [first, second] = await Promise.all([
        banzhang(['replay', '--json', ...logs]),
        banzhang(['replay', '--json', ...logs]),
      ])
      expect(first.code).toBe(0)
      expect(first.err).toBe('')
      expect(first.out.trimEnd().split('\n')).toHaveLength(events.length)
      expect(second.out).toBe(first.out)
    },
    120_000,
  )
})
