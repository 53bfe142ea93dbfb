import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { bindCommand } from '../../src/cli/bind.js'
import { buildProgram, runProgram } from '../../src/cli/program.js'
import { type Ledger, openBeside, openLedger } from '../../src/ledger/index.js'
import { bench, NOW, school } from './support.js'

const KEY = Buffer.alloc(32, 5)
let folder: string
/** the running bot's own */
let ledger: Ledger

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bind-'))
  ledger = openLedger({ file: join(folder, 'ledger.sqlite'), botId: 'bz1', key: KEY })
})
afterEach(() => {
  ledger.close()
  rmSync(folder, { recursive: true, force: true })
})

const ask = (kind: 'member' | 'group' | 'room', text: string, mark = text) =>
  ledger.askBinding({
    kind,
    group: kind === 'member' ? 'c3-2' : null,
    mark,
    candidate: kind === 'room' ? '' : 'x',
    text,
    at: NOW,
  })
const short = (id: string) => id.replace(/^.*-q/, '').slice(0, 4)

async function bind(args: readonly string[], whileWaiting: () => void = () => {}) {
  const { tools, screen, code } = bench({
    school: async () => school(),
    openBeside: (_, botId) => openBeside({ file: ledger.file, botId, key: KEY }),
    wait: async (_interval, _longest, look) => {
      whileWaiting()
      return look()
    },
  })
  await runProgram(buildProgram(tools, '0', [bindCommand(tools)]), tools, ['bind', ...args])
  return { out: [...screen.lines, ...screen.errors].join('\n'), code: code() }
}

describe('banzhang bind', () => {
  it('says that nothing is uncertain', async () => {
    expect(await bind([])).toEqual({ out: expect.stringContaining('没有拿不准的成员和群'), code: 0 })
  })

  it('lists what is open, with control characters made harmless', async () => {
    const member = ask('member', '小满\u001b[2J 是不是 程小满妈妈？')
    const room = ask('room', '五年级1班家长群')
    const done = ask('group', '群改名')
    ledger.answerBinding(done.id, 'no', 'terminal', NOW)
    const { out } = await bind([])
    expect(out).toContain(`${short(member.id)}  成员 c3-2  小满[2J 是不是 程小满妈妈？`)
    expect(out).toContain(`${short(room.id)}  未登记的群  五年级1班家长群`)
    expect(out).not.toContain('群改名')
    expect(out).not.toContain('\u001b')
  })

  it.each([
    ['是', 'yes'],
    ['不是', 'no'],
  ])('takes the answer %s while the bot runs', async (word, answer) => {
    const { id } = ask('member', '问')
    expect((await bind([short(id), word])).code).toBe(0)
    expect(ledger.bindingQuestions()[0]).toMatchObject({ answer, answeredBy: 'terminal', answeredAt: NOW, text: null })
  })

  it('shows one question, and refuses what it does not know or cannot be answered', async () => {
    const { id } = ask('member', '问谁')
    const room = ask('room', '群')
    expect((await bind([short(id)])).out).toContain('问谁')
    for (const args of [
      ['zzzz', '是'],
      ['', '是'],
      [short(id), '登记'],
      [short(room.id), '是'],
      [short(id), '也许'],
    ])
      expect((await bind(args)).code).toBeGreaterThan(1)
    expect(ledger.bindingQuestions().every(question => question.answer === null)).toBe(true)
  })

  it('writes the lines for the school file, for its owner alone, and takes them out of the ledger', async () => {
    const { id } = ask('room', '五年级1班家长群')
    const file = join(folder, 'new-group.yaml')
    const bot = () => ledger.markBinding(id, { applied: true, text: '- id: c5\n' })
    const { out, code } = await bind([short(id), '登记', '--out', file], bot)
    expect({ out, code }).toEqual({ out: expect.stringContaining(file), code: 0 })
    expect(readFileSync(file, 'utf8')).toBe('- id: c5\n')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(ledger.bindingQuestions()[0]).toMatchObject({ answer: 'no', text: null })
  })

  it('overwrites nothing, and can be tried again', async () => {
    const { id } = ask('room', '五年级1班家长群')
    const bot = () => ledger.markBinding(id, { applied: true, text: '- id: c5\n' })
    const taken = join(folder, 'ledger.sqlite')
    expect(await bind([short(id), '登记', '--out', taken], bot)).toMatchObject({
      code: 3,
      out: expect.stringContaining('BZ501'),
    })
    const file = join(folder, 'other.yaml')
    expect((await bind([short(id), '登记', '--out', file])).code).toBe(0)
    expect(readFileSync(file, 'utf8')).toBe('- id: c5\n')
  })

  it('says so when no bot runs', async () => {
    const { id } = ask('room', '五年级1班家长群')
    expect(await bind([short(id), '登记'])).toMatchObject({ code: 3, out: expect.stringContaining('机器人没有应答') })
  })
})
