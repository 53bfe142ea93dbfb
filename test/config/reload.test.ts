import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import {
  fingerprint,
  loadRuleSet,
  pollFolder,
  type RuleSetResult,
  type Timers,
  watchRuleSet,
} from '../../src/config/index.js'
import type { RuleSet } from '../../src/model/rule.js'
import { catalogue, goodFiles, RULE } from './helpers.js'

/** Timers that fire when told to. */
function manualTimers() {
  const waiting = new Map<number, () => void>()
  let next = 0
  const timers: Timers = {
    set: then => {
      waiting.set(++next, then)
      return next
    },
    clear: timer => void waiting.delete(timer as number),
  }
  const fire = async () => {
    const due = [...waiting.values()]
    waiting.clear()
    for (const then of due) then()
    await settled()
  }
  return { timers, fire, waiting }
}

/** Lets pending promises and small reads finish. */
const settled = () => new Promise<void>(resolve => setTimeout(resolve, 15))
const set = (hash: string) => ({ hash }) as RuleSet
const good = (hash: string): RuleSetResult => ({ ok: true, ruleSet: set(hash) })
const bad = (text: string): RuleSetResult => ({
  ok: false,
  diagnostics: [
    { code: 'BZ101', message: text, place: { file: 'a', line: 1, col: 1 }, expected: null, didYouMean: null, width: 1 },
  ],
  sources: new Map([['a', text]]),
})

/** A watched folder whose next loads are given. */
function watched(results: (RuleSetResult | Error | Promise<RuleSetResult>)[]) {
  const { timers, fire, waiting } = manualTimers()
  const told: string[] = []
  let change = () => {}
  let loads = 0
  const watcher = watchRuleSet('rules', {
    current: set('0'),
    load: async () => {
      loads++
      const result = await results.shift()
      if (result instanceof Error) throw result
      return result ?? good('0')
    },
    onLoaded: ruleSet => told.push(`loaded ${ruleSet.hash}`),
    onRejected: diagnostics => told.push(`rejected ${diagnostics[0]?.message}`),
    watch: (_, onChange) => {
      change = onChange
      return { close: () => told.push('closed') }
    },
    timers,
  })
  return { told, fire, waiting, watcher, change: () => change(), loads: () => loads }
}

describe('hot reload', () => {
  it('looks once when it begins, and is silent when nothing has changed', async () => {
    const { told, fire, loads } = watched([good('0')])
    await fire()
    expect(loads()).toBe(1)
    expect(told).toEqual([])
  })

  it('announces a new set once', async () => {
    const { told, fire, change } = watched([good('1'), good('1')])
    await fire()
    change()
    await fire()
    expect(told).toEqual(['loaded 1'])
  })

  it('waits until the editor is done', async () => {
    const { fire, waiting, change, loads } = watched([])
    change()
    change()
    change()
    expect(waiting.size).toBe(1)
    await fire()
    expect(loads()).toBe(1)
  })

  it('keeps the old set and tells of a broken one once', async () => {
    const { told, fire, change } = watched([bad('x'), bad('x'), bad('y'), good('0'), bad('y'), good('2')])
    await fire()
    for (let i = 0; i < 5; i++) {
      change()
      await fire()
    }
    // After a good state the same mistake is news again.
    expect(told).toEqual(['rejected x', 'rejected y', 'rejected y', 'loaded 2'])
  })

  it('never loads twice at a time, and misses no change', async () => {
    let finish = (_: RuleSetResult) => {}
    const slow = new Promise<RuleSetResult>(resolve => {
      finish = resolve
    })
    const { told, fire, change, loads } = watched([slow, good('2')])
    await fire()
    change()
    await fire()
    expect(loads()).toBe(1)
    finish(good('1'))
    await settled()
    await fire()
    expect(loads()).toBe(2)
    expect(told).toEqual(['loaded 1', 'loaded 2'])
  })

  it('goes on after a load that threw', async () => {
    const { told, fire, change } = watched([new Error('out of handles'), good('1')])
    await fire()
    change()
    await fire()
    expect(told).toEqual(['rejected 读取规则时出错：out of handles', 'loaded 1'])
  })

  it('is silent after it was closed, whatever is under way', async () => {
    const { told, fire, change, watcher } = watched([good('1')])
    const under = fire()
    watcher.close()
    await under
    change()
    await fire()
    expect(told).toEqual(['closed'])
  })
})

describe('a real folder', () => {
  let dir: string
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'banzhang-reload-'))
    for (const [name, text] of Object.entries(goodFiles())) await put(name, text)
  })
  afterEach(() => rm(dir, { recursive: true, force: true }))

  async function put(name: string, text: string) {
    await mkdir(dirname(join(dir, name)), { recursive: true })
    await writeFile(join(dir, name), text)
  }

  it('has a fingerprint that changes with every write, replacement, addition and removal', async () => {
    const seen = [await fingerprint(dir)]
    expect(await fingerprint(dir)).toBe(seen[0])
    await put('packs/common/rules.yaml', `${RULE}\n`)
    seen.push(await fingerprint(dir))
    await put('packs/common/rules.yaml.new', `${RULE}#\n`)
    await rename(join(dir, 'packs/common/rules.yaml.new'), join(dir, 'packs/common/rules.yaml'))
    seen.push(await fingerprint(dir))
    await put('packs/strict/pack.yaml', 'pack: strict')
    seen.push(await fingerprint(dir))
    await rm(join(dir, 'lexicons'), { recursive: true })
    seen.push(await fingerprint(dir))
    await rm(dir, { recursive: true })
    seen.push(await fingerprint(dir))
    expect(new Set(seen).size).toBe(6)
  })

  it('is not disturbed by what is no rule', async () => {
    const before = await fingerprint(dir)
    await put('schema/pack.json', '{}')
    await put('packs/common/.rules.yaml.swp', 'x')
    expect(await fingerprint(dir)).toBe(before)
  })

  it('is watched through edits, mistakes, a vanished folder and its return', async () => {
    const first = await loadRuleSet(dir, { catalogue })
    if (!first.ok) throw new Error('expected a good folder')
    const { timers, fire } = manualTimers()
    const told: string[] = []
    const watcher = watchRuleSet(dir, {
      current: first.ruleSet,
      load: folder => loadRuleSet(folder, { catalogue }),
      onLoaded: ruleSet => told.push(`loaded ${ruleSet.packs.get('common')?.rules.length}`),
      onRejected: diagnostics => told.push(`rejected ${diagnostics[0]?.code}`),
      watch: pollFolder({ every: 1000, timers }),
      timers,
    })
    // a busy machine reads slowly: looks until so much has been told, not for so long
    const look = async (news: number) => {
      for (let i = 0; i < 4 || (told.length < news && i < 400); i++) {
        await fire()
        await settled()
      }
    }
    await look(0)
    expect(told).toEqual([])

    await put('packs/common/rules.yaml', RULE + RULE.replace('commerce.solicit', 'second'))
    await look(1)
    await put('packs/common/rules.yaml', RULE.slice(0, 80))
    await look(2)
    await rename(dir, `${dir}.gone`)
    await look(3)
    await rename(`${dir}.gone`, dir)
    await put('packs/common/rules.yaml', RULE)
    await look(4)
    watcher.close()
    expect(told).toEqual(['loaded 2', 'rejected BZ105', 'rejected BZ114', 'loaded 1'])
  })
})
