import {
  appendFileSync,
  chmodSync,
  cpSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import Database from 'better-sqlite3'
import { banzhang, PROJECT, type Ran, STACK, Workshop } from './cli.js'

let shop: Workshop
beforeEach(() => {
  shop = new Workshop()
})
afterEach(() => shop.remove())

const RULES = 'rules/packs/common/60-conduct-trade.yaml'
const header = { group: '四年级1班', group_type: 'common', members: [{ name: '许桐妈妈', role: 'parent' }] }
const event = { id: '1', t: '2026-11-04T15:00:00+08:00', from: '许桐妈妈', type: 'text', text: '好的' }
const LOG = `${JSON.stringify(header)}\n${JSON.stringify(event)}\n`

describe('a program whose files are incomplete', () => {
  it('says so once', async () => {
    for (const part of ['dist', 'package.json']) cpSync(join(PROJECT, part), join(shop.dir, part), { recursive: true })
    symlinkSync(join(PROJECT, 'node_modules'), join(shop.dir, 'node_modules'))
    const ran = await banzhang(['check'], { cwd: shop.dir, app: join(shop.dir, 'dist', 'app.js') })
    told(ran, 'BZ504', 'models/')
    expect(ran.code).not.toBe(0)
    expect(ran.err.match(/BZ\d{3}/g)).toEqual(['BZ504'])
  })
})

function told(ran: Ran, code: string, ...places: string[]): void {
  expect(ran.err).toContain(code)
  for (const place of places) expect(ran.err).toContain(place)
  expect(ran.err).not.toMatch(STACK)
}

const rule = (id: string, when: string, more = '') => `
- id: ${id}
  title: 试验
  why: 试验
  category: commerce
  tier: conduct
  when: ${when}
  then: { respond: remind, message: commerce.private }
  ${more}
  examples:
    hit: [zzqq, zzqq 二]
    pass: [你好, 再见]
`

describe('banzhang check', () => {
  it('passes the shipped rules', async () => {
    const ran = await shop.run('check')
    expect(ran.code).toBe(0)
    for (const pack of ['common', 'strict', 'notice', 'discussion', 'no-teacher']) expect(ran.out).toContain(pack)
  })

  it('tells everything that is wrong at once, each at its place, and exits with 1', async () => {
    appendFileSync(
      join(shop.dir, RULES),
      [
        rule('t.lookahead', "{ pattern: 'zzqq(?=x)' }"),
        rule('t.unknown-key', "{ pattern: 'zzqq' }", 'responds: remind'),
        rule('t.wrong-type', "{ price: { at_least: 'three' } }"),
        rule('t.twice', "{ pattern: 'zzqq' }"),
        rule('t.twice', "{ pattern: 'zzqq' }"),
        rule('t.signal', '{ prise: any }'),
      ].join(''),
    )
    const ran = await shop.run('check')
    expect(ran.code).toBe(1)
    const from = (code: string) => new RegExp(`60-conduct-trade\\.yaml:\\d+:\\d+ {2}${code}`)
    for (const code of ['BZ109', 'BZ102', 'BZ103', 'BZ106', 'BZ108']) expect(ran.err).toMatch(from(code))
    expect(ran.err).toContain('price')
    expect(ran.err).not.toMatch(STACK)
  })

  it('tells an example that fails', async () => {
    appendFileSync(join(shop.dir, RULES), rule('t.example', "{ pattern: 'yyxx' }"))
    const ran = await shop.run('check')
    expect(ran.code).toBe(1)
    told(ran, 'BZ107', 'zzqq')
  })

  it.each([
    ['empty', '', /60-conduct-trade\.yaml/],
    ['truncated', '- id: a\n  when: { all: [', /60-conduct-trade\.yaml:\d+:\d+ {2}BZ101/],
    ['binary', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0xff, 0xfe]), /60-conduct-trade\.yaml:1:1 {2}BZ115/],
  ])('tells a rule file that is %s', async (_, content, place) => {
    writeFileSync(join(shop.dir, RULES), content)
    const ran = await shop.run('check')
    expect(ran.code).toBe(1)
    expect(ran.err).toMatch(place)
    expect(ran.err).not.toMatch(STACK)
  })

  it('says that a folder is not there', async () => {
    const ran = await shop.run('check', 'nowhere')
    expect(ran.code).toBe(1)
    expect(ran.err).toContain('nowhere')
    expect(ran.err).not.toMatch(STACK)
  })
})

describe('a bot with broken rules', () => {
  it('refuses to start with all errors', async () => {
    appendFileSync(join(shop.dir, RULES), rule('t.signal', '{ prise: any }'))
    shop.write('log.jsonl', LOG)
    const ran = await shop.run('replay', 'log.jsonl')
    expect(ran.code).toBe(3)
    told(ran, 'BZ108', 'price')
  })
})

describe('a data folder', () => {
  beforeEach(() => {
    shop.write('log.jsonl', LOG)
  })

  it('with a ledger of a newer program is refused and left as it is', async () => {
    expect((await shop.run('replay', 'log.jsonl', '--ledger', 'kept')).code).toBe(0)
    const file = join(shop.dir, 'kept', 'ledger.sqlite')
    const db = new Database(file)
    db.pragma('user_version = 999')
    db.close()
    const before = readFileSync(file)
    const ran = await shop.run('replay', 'log.jsonl', '--ledger', 'kept')
    expect(ran.code).toBe(3)
    told(ran, 'BZ201')
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('with a file that is no ledger is refused', async () => {
    mkdirSync(join(shop.dir, 'kept'))
    writeFileSync(join(shop.dir, 'kept', 'ledger.sqlite'), 'not a database at all, but a text of some length')
    const ran = await shop.run('replay', 'log.jsonl', '--ledger', 'kept')
    expect(ran.code).toBe(3)
    told(ran, 'BZ202')
  })

  it('that is a file is refused', async () => {
    shop.write('kept', '')
    const ran = await shop.run('replay', 'log.jsonl', '--ledger', 'kept')
    expect(ran.code).toBe(3)
    expect(ran.err).toContain('kept')
    expect(ran.err).not.toMatch(STACK)
  })

  const asUser = process.getuid?.() === 0 ? it.skip : it
  asUser('that cannot be written is refused (skipped for root, whom no mode stops)', async () => {
    mkdirSync(join(shop.dir, 'kept'))
    chmodSync(join(shop.dir, 'kept'), 0o500)
    told(await shop.run('replay', 'log.jsonl', '--ledger', 'kept'), 'BZ203')
  })
})

describe('banzhang init', () => {
  const answers = ['--school', '柳溪小学', '--topic', '三年级2班家长群', '--group', 'c3-2', '--grade', '3']
  const people = ['--head-teacher', '班主任王老师', '--supervisor', '德育处赵主任']

  it('writes a school file that passes, for its owner alone', async () => {
    const ran = await shop.run('init', ...answers, ...people)
    expect(ran.code).toBe(0)
    expect(statSync(join(shop.dir, 'rules/school.yaml')).mode & 0o777).toBe(0o600)
    const checked = await shop.run('check')
    expect(checked.err).toBe('')
    expect(checked.code).toBe(0)
    expect(checked.out).toContain('1 个群')
  })

  it('knows a class without a head teacher', async () => {
    expect((await shop.run('init', ...answers, '--supervisor', '教务处林主任')).code).toBe(0)
    const checked = await shop.run('check')
    expect(checked.err).toBe('')
  })

  it('never writes over an existing file', async () => {
    shop.write('rules/school.yaml', '# mine\n')
    const ran = await shop.run('init', ...answers, ...people)
    expect(ran.code).toBe(3)
    told(ran, 'BZ501')
    expect(readFileSync(join(shop.dir, 'rules/school.yaml'), 'utf8')).toBe('# mine\n')
  })

  it('does not ask where nobody can answer', async () => {
    const ran = await shop.run('init')
    expect(ran.code).toBe(3)
    told(ran, 'BZ502', '--school')
  })
})

describe('the command line', () => {
  it('shows what there is, in Chinese, with an example and the exit codes', async () => {
    const ran = await shop.run('--help')
    expect(ran.code).toBe(0)
    for (const command of ['init', 'check', 'run', 'replay', 'explain', 'log', 'doctor', 'demo'])
      expect(ran.out).toContain(command)
    expect(ran.out).toContain('退出码')
  })

  it.each(['init', 'check', 'run', 'replay', 'explain', 'log', 'doctor', 'demo'])(
    '%s --help has an example',
    async command => {
      const ran = await shop.run(command, '--help')
      expect(ran.code).toBe(0)
      expect(ran.out).toContain('示例')
    },
  )

  it.each([
    [['chekc'], 'check'],
    [['log', '--categroy', 'x'], '--category'],
  ])('suggests what was meant: %j', async (args, meant) => {
    const ran = await shop.run(...args)
    expect(ran.code).toBe(2)
    expect(ran.err).toContain(meant)
  })

  it('says what is missing before there is anything', async () => {
    told(await shop.run('run'), 'BZ505')
    told(await shop.run('log'), 'BZ505')
    told(await shop.run('explain', 'x', '--data', 'nowhere'), 'BZ503')
  })

  it('shows the stack only when asked', async () => {
    const ran = await shop.run('run', '--debug')
    expect(ran.err).toMatch(/^\s+at /m)
  })
})
