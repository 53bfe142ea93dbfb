import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { catalogueOf, loadSignals, type Registry, registry } from '../../src/signals/index.js'
import { factsOf, resourcesOf } from './support.js'

const ZOD = import.meta.resolve('zod')

let dir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'banzhang-signals-'))
})
afterAll(() => rm(dir, { recursive: true }))

async function load(source: string, builtIn: Registry = registry) {
  const file = join(dir, `${loadCount++}.mjs`)
  await writeFile(file, source.replaceAll('ZOD', ZOD))
  const failures: string[] = []
  const loaded = await loadSignals([file], builtIn, (signal, error) =>
    failures.push(`${signal}: ${(error as Error).message}`),
  )
  return { ...loaded, failures, file }
}
let loadCount = 0

const signal = (body: string, name = 'shouting') => `
  import { z } from 'ZOD'
  export default { name: '${name}', summary: '全是感叹号', options: z.object({ at_least: z.number() }), ${body} }`
const DETECT =
  'detect: (facts, options) => { const count = [...facts.text.original].filter(c => c === "！").length; return { hit: count >= options.at_least, count } }'
const EXPLAIN = 'explain: evidence => `感叹号 ${evidence.count}`'

describe('loadSignals', () => {
  it('adds a signal that works like those shipped', async () => {
    const { registry: more, problems } = await load(signal(`${DETECT}, ${EXPLAIN}`))
    expect(problems).toEqual([])
    expect(more.size).toBe(registry.size + 1)
    const catalogue = catalogueOf(more)
    expect(catalogue.summary('shouting')).toBe('全是感叹号')
    expect(catalogue.schema('shouting').safeParse({ at_least: 'x' }).success).toBe(false)
    expect(catalogue.check('shouting', { at_least: 1 }, resourcesOf())).toEqual([])
    const shouting = more.get('shouting')
    const evidence = shouting?.detect(factsOf('快来！！'), { at_least: 2 }, undefined)
    expect(evidence).toEqual({ hit: true, count: 2 })
    expect(shouting?.explain(evidence as never, { at_least: 2 })).toBe('感叹号 2')
  })

  it('takes an array, and relative paths', async () => {
    const file = join(dir, 'two.mjs')
    await writeFile(
      file,
      `import { z } from '${ZOD}'
       const one = name => ({ name, summary: 's', options: z.boolean(), detect: () => ({ hit: true }), explain: () => '' })
       export default [one('first_one'), one('second_one')]`,
    )
    const { registry: more, problems } = await loadSignals([relative(process.cwd(), file)], registry, () => {})
    expect(problems).toEqual([])
    expect([...more.keys()].slice(-2)).toEqual(['first_one', 'second_one'])
  })

  it('leaves the registry it was given alone', async () => {
    const before = registry.size
    await load(signal(`${DETECT}, ${EXPLAIN}`))
    expect(registry.size).toBe(before)
  })

  it.each([
    ['an unreadable module', 'export default {', '模块无法载入'],
    ['a module that throws', 'throw new Error("boom")', '模块无法载入：boom'],
    ['no default export', 'export const signal = 1', '模块没有默认导出'],
    ['something else', 'export default 3', '第 1 个信号：应为对象'],
    ['null', 'export default [null]', '第 1 个信号：应为对象'],
    ['a bad name', signal(`${DETECT}, ${EXPLAIN}`, 'Bad Name'), 'name 应由小写字母'],
    ['an operator for a name', signal(`${DETECT}, ${EXPLAIN}`, 'any'), 'name 不能是 any'],
    ['a name that is taken', signal(`${DETECT}, ${EXPLAIN}`, 'words'), '信号名 words 已被占用'],
    ['no detect', signal(EXPLAIN), 'detect 应为函数'],
    ['no explain', signal(DETECT), 'explain 应为函数'],
    ['a prepare that is no function', signal(`${DETECT}, ${EXPLAIN}, prepare: 1`), 'prepare 应为函数'],
    [
      'no schema',
      `export default { name: 'x_y', summary: 's', options: {}, detect() {}, explain() {} }`,
      'options 应为 zod',
    ],
    ['no summary', `export default { name: 'x_y', summary: '', options: {} }`, 'summary 应为一句说明'],
  ])('refuses %s', async (_, source, message) => {
    const { registry: same, problems, file } = await load(source)
    expect(problems).toHaveLength(1)
    expect(problems[0]?.path).toBe(file)
    expect(problems[0]?.message).toContain(message)
    expect([...same.keys()]).toEqual([...registry.keys()])
  })

  it('reports a missing file and goes on with the next', async () => {
    const good = join(dir, 'good.mjs')
    await writeFile(good, signal(`${DETECT}, ${EXPLAIN}`).replaceAll('ZOD', ZOD))
    const { registry: more, problems } = await loadSignals([join(dir, 'absent.mjs'), good, good], registry, () => {})
    expect(problems.map(problem => problem.path)).toEqual([join(dir, 'absent.mjs'), good])
    expect(problems[1]?.message).toContain('已被占用')
    expect(more.has('shouting')).toBe(true)
  })

  it.each([
    ['throws', 'detect() { throw new Error("oops") }', 'shouting: oops'],
    ['returns nothing', 'detect() {}', 'shouting: detect returned no evidence'],
    ['returns a promise', 'async detect() { return { hit: true } }', 'shouting: detect returned no evidence'],
  ])('turns a detect that %s into a miss that says so', async (_, detect, failure) => {
    const { registry: more, failures } = await load(signal(`${detect}, ${EXPLAIN}`))
    const shouting = more.get('shouting')
    const evidence = shouting?.detect(factsOf('！'), { at_least: 1 }, undefined)
    expect(evidence?.hit).toBe(false)
    expect(shouting?.explain(evidence as never, {})).toBe('信号 shouting 运行出错，按未命中处理')
    expect(failures).toEqual([failure])
  })

  it('explains by itself where explain throws', async () => {
    const { registry: more, failures } = await load(signal(`${DETECT}, explain() { throw new Error("dumb") }`))
    expect(more.get('shouting')?.explain({ hit: true }, {})).toBe('信号 shouting 命中')
    expect(failures).toEqual(['shouting: dumb'])
  })

  it('hands prepare its resources', async () => {
    const { registry: more } = await load(
      signal(
        `prepare: (options, resources) => resources.lexicon('a'), detect: (f, o, words) => ({ hit: words.length === 1 }), ${EXPLAIN}`,
      ),
    )
    const shouting = more.get('shouting')
    const prepared = shouting?.prepare({ at_least: 1 }, resourcesOf({ a: ['甲'] }))
    expect(shouting?.detect(factsOf(), { at_least: 1 }, prepared)).toEqual({ hit: true })
  })
})
