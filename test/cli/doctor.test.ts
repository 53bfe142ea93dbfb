import { describe, expect, it } from '@jest/globals'
import type { Probe } from '../../src/cli/doctor/probe.js'
import { doctorCommand } from '../../src/cli/doctor.js'
import { buildProgram, runProgram } from '../../src/cli/program.js'
import type { Tools } from '../../src/cli/tools.js'
import type { Ledger } from '../../src/ledger/index.js'
import { BanzhangError } from '../../src/model/errors.js'
import { MINUTE } from '../../src/model/time.js'
import { ALIVE_KEY } from '../../src/pipeline/gaps.js'
import { config } from '../effects/opinion/chat-host.js'
import { memoryLedger } from '../ledger/support.js'
import { type Bench, bench, FOLDER, NOW, probe, ruleSet, SECRET, school } from './support.js'

const FILES = {
  'rules/school.yaml': SECRET,
  '/srv/data': FOLDER,
  '/srv/data/inbox.key': SECRET,
  '/srv/data/session.memory-card.json': SECRET,
  '/srv/data/ledger.sqlite': SECRET,
}

/** A school at work on a healthy machine. `files`: paths to leave out. */
function healthy(given: Partial<Tools> = {}, machine: Partial<Probe> = {}, without: string[] = []): Bench {
  const files = Object.fromEntries(Object.entries(FILES).filter(([path]) => !without.includes(path)))
  return bench({
    probe: probe(machine, files),
    loadSchool: async () => ({ ok: true, value: school(), warnings: '' }),
    loadRules: async () => ({ ok: true, value: ruleSet('common'), warnings: '' }),
    readLedger: () => running(NOW - MINUTE),
    ...given,
  })
}

function running(alive: number | null): Ledger {
  const { ledger } = memoryLedger()
  if (alive !== null) ledger.setMeta(ALIVE_KEY, String(alive))
  return ledger
}

async function run(on: Bench, ...args: string[]): Promise<string> {
  const program = buildProgram(on.tools, '0.1.0', [doctorCommand(on.tools)])
  await runProgram(program, on.tools, ['doctor', ...args])
  return on.screen.lines.join('\n')
}

describe('doctor', () => {
  it('finds nothing wrong with a school at work', async () => {
    const on = healthy()
    const text = await run(on)
    expect(on.code()).toBe(0)
    expect(on.screen.errors).toEqual([])
    expect(text).not.toContain('✗')
    for (const title of ['机器', '配置', '账本', '连接']) expect(on.screen.lines).toContain(title)
    expect(text).toContain('撤回他人消息：做不到（微信只允许本人 2 分钟内撤回')
    expect(text).toMatch(/共 \d+ 项/)
    // from November on without next year's holidays
    expect(text).toContain('! 没有 2027 年的节假日')
  })

  it('exits with 1 for one thing that must be mended, with 0 for notes', async () => {
    const notes = healthy({}, { zone: () => ({ name: 'UTC', offset: 0, tz: null }) })
    expect(await run(notes)).toContain('!')
    expect(notes.code()).toBe(0)
    const broken = healthy({}, { freeBytes: async () => 0 })
    expect(await run(broken)).toContain('✗ 磁盘只剩 0 MB')
    expect(broken.code()).toBe(1)
  })

  it('says what to do under whatever is not fine', async () => {
    const on = healthy({}, { node: '18.0.0' })
    await run(on)
    const at = on.screen.lines.findIndex(line => line.includes('✗ Node.js 18.0.0'))
    expect(on.screen.lines[at + 1]).toContain('怎么办')
  })

  it('runs every check though all of them break', async () => {
    const broken = () => {
      throw new Error('boom')
    }
    const on = healthy(
      { loadSchool: broken, loadRules: broken, readLedger: broken },
      { zone: broken, sqlite: broken, freeBytes: broken, tryWriting: broken, reach: broken },
    )
    const text = await run(on, '--data', '/srv/data')
    expect(on.code()).toBe(1)
    expect(on.screen.errors).toEqual([])
    for (const title of ['机器', '配置', '账本', '连接']) expect(on.screen.lines).toContain(title)
    expect(text.match(/✗/g)?.length).toBeGreaterThanOrEqual(7)
    expect(text).not.toMatch(/\n\s+at /)
  })

  it('still checks the machine where there is no school file yet', async () => {
    const on = healthy({}, {}, Object.keys(FILES))
    const text = await run(on)
    expect(on.code()).toBe(0)
    expect(text).toContain('! 还没有学校文件 rules/school.yaml')
    expect(text).toContain('✓ Node.js')
    expect(text).toContain('data 里还没有账本')
  })

  it('takes the rules beside the school file where the school file does not say', async () => {
    const asked: string[] = []
    const on = healthy(
      {
        loadRules: async dir => {
          asked.push(dir)
          return { ok: false, count: 2, report: '' }
        },
      },
      {},
      Object.keys(FILES),
    )
    expect(await run(on, '--school', 'elsewhere/school.yaml')).toContain('规则文件夹 elsewhere 有 2 处错误')
    expect(asked).toEqual(['elsewhere'])
    expect(on.code()).toBe(1)
  })

  it('counts the mistakes of a school file and goes on', async () => {
    const on = healthy({ loadSchool: async () => ({ ok: false, count: 4, report: '详细' }) })
    const text = await run(on)
    expect(text).toContain('有 4 处错误')
    expect(text).not.toContain('详细')
    expect(on.code()).toBe(1)
  })

  it('leaves the network alone with --offline', async () => {
    const on = healthy({}, { reach: () => Promise.reject(new Error('asked the network')) })
    expect(await run(on, '--offline')).not.toContain('login.wx.qq.com')
    expect(on.code()).toBe(0)
  })

  it('shows an error of the ledger with its code and what to do', async () => {
    const on = healthy({
      readLedger: () => {
        throw new BanzhangError('BZ201', '账本是第 9 版，本程序只认识到第 1 版。', { hint: '请升级班长程序' })
      },
    })
    const text = await run(on)
    expect(text).toContain('✗ 账本打不开：BZ201 账本是第 9 版')
    expect(text).toContain('请升级班长程序')
    expect(on.code()).toBe(1)
  })

  it('makes no new key for a ledger that has lost its own', async () => {
    const on = healthy({}, {}, ['/srv/data/inbox.key'])
    let opened = false
    const tools: Tools = {
      ...on.tools,
      readLedger: () => {
        opened = true
        return running(NOW)
      },
    }
    const text = await run({ ...on, tools })
    expect(opened).toBe(false)
    expect(text).toContain('没有密钥 /srv/data/inbox.key')
    expect(on.code()).toBe(1)
  })

  it('takes the key from the environment for one', async () => {
    const on = healthy({ env: { BANZHANG_KEY: 'ab'.repeat(32) } }, {}, ['/srv/data/inbox.key'])
    expect(await run(on)).toContain('✓ 账本可以打开')
    expect(on.code()).toBe(0)
  })

  it('closes the ledger', async () => {
    const ledger = running(NOW)
    await run(healthy({ readLedger: () => ledger }))
    expect(() => ledger.meta(ALIVE_KEY)).toThrow()
  })

  it('only notes that the bot is not running', async () => {
    const on = healthy({ readLedger: () => running(null) })
    expect(await run(on)).toContain('! 小助手还没有连上过微信')
    expect(on.code()).toBe(0)
  })

  it('looks into the folder that --data names', async () => {
    const asked: string[] = []
    const on = healthy({
      probe: probe({}, { ...FILES, '/tmp/demo/ledger.sqlite': SECRET, '/tmp/demo/inbox.key': SECRET }),
      readLedger: dir => {
        asked.push(dir)
        return running(NOW)
      },
    })
    await run(on, '--data', '/tmp/demo')
    expect(asked).toEqual(['/tmp/demo'])
  })
})

describe('doctor --live', () => {
  const live = (on: Bench) => run(on, '--live')
  /** nothing but the school file and the ledger is touched */
  const quick = (given: Partial<Tools> = {}, without: string[] = []) =>
    healthy(
      { loadRules: () => Promise.reject(new Error('loaded rules')), ...given },
      { sqlite: () => Promise.reject(new Error('asked')), reach: () => Promise.reject(new Error('asked')) },
      without,
    )

  it.each([
    [MINUTE, 0],
    [2.9 * MINUTE, 0],
    [3 * MINUTE, 1],
    [60 * MINUTE, 1],
  ])('%i ms after the latest proof of life exits with %i', async (age, code) => {
    const on = quick({ readLedger: () => running(NOW - age) })
    await live(on)
    expect(on.code()).toBe(code)
    expect(on.screen.lines).toHaveLength(code === 0 ? 1 : 2)
  })

  it('exits with 1 where nobody ever logged in, or there is no ledger, or no school file', async () => {
    for (const on of [
      quick({ readLedger: () => running(null) }),
      quick({}, ['/srv/data/ledger.sqlite']),
      quick({}, ['rules/school.yaml']),
      quick({ loadSchool: () => Promise.reject(new Error('boom')) }),
      quick({
        readLedger: () => {
          throw new BanzhangError('BZ202', '账本文件已损坏')
        },
      }),
    ]) {
      expect(await live(on)).toContain('✗')
      expect(on.code()).toBe(1)
      expect(on.screen.errors).toEqual([])
    }
  })

  it('needs no school file when it is told the folder', async () => {
    const on = quick({ loadSchool: () => Promise.reject(new Error('loaded the school file')) }, ['rules/school.yaml'])
    await run(on, '--live', '--data', '/srv/data')
    expect(on.code()).toBe(0)
  })
})

describe('doctor --send-test', () => {
  const proof = (person: string, channel: string, why: string | null) => ({
    person,
    kind: 'email' as const,
    channel,
    ok: why === null,
    why,
  })
  const withProofs = (...proofs: ReturnType<typeof proof>[]) =>
    healthy({ school: async () => school(), testChannels: async () => proofs })

  it('says of each person and channel whether it got through', async () => {
    const on = withProofs(proof('班主任王老师', 'email', null), proof('德育处赵主任', 'wecom-2', 'HTTP 404'))
    const text = await run(on, '--send-test')
    expect(text).toContain('✓ 班主任王老师 email：对方已接收')
    expect(text).toContain('✗ 德育处赵主任 wecom-2：HTTP 404')
    expect(on.code()).toBe(1)
  })

  it('is content when all did, and says so where there is none', async () => {
    const fine = withProofs(proof('班主任王老师', 'email', null))
    await run(fine, '--send-test')
    expect(fine.code()).toBe(0)
    const none = withProofs()
    expect(await run(none, '--send-test')).toContain('没有人有第二通道')
    expect(none.code()).toBe(0)
  })

  it('asks for a second opinion, too, where the school wants one', async () => {
    const opinion = config('https://llm.school.example/v1')
    const asking = (status: number) =>
      healthy({
        school: async () => ({ ...school(), opinion }),
        testChannels: async () => [proof('班主任王老师', 'email', null)],
        testOpinion: async () =>
          status === 200
            ? { outcome: 'answered', opinion: 'yes', ms: 812, tokens: 200, status }
            : { outcome: 'status', opinion: null, ms: 5, tokens: null, status },
      })
    expect(await run(asking(200), '--send-test')).toContain('✓ 第二意见 school-7b：回答了（是，812 毫秒）')
    const refused = asking(401)
    expect(await run(refused, '--send-test')).toContain('✗ 第二意见 school-7b：对方没有受理（HTTP 401）')
    expect(refused.code()).toBe(1)
  })

  it('sends nothing where the rules are wrong', async () => {
    const loadRules = async () => ({ ok: false as const, count: 1, report: 'x' })
    const on = healthy({ school: async () => school(), loadRules })
    expect(await run(on, '--send-test')).toContain('规则有错误')
    expect(on.code()).toBe(1)
  })
})
