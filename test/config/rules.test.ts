import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { buildRuleSet, hashSources, loadRuleSet } from '../../src/config/index.js'
import { TALK_FILE, WEIGHTS_FILE } from '../../src/config/rules.js'
import type { Diagnostic } from '../../src/model/errors.js'
import type { RuleSet } from '../../src/model/rule.js'
import { accepted, build, catalogue, goodFiles, RULE, rejected } from './helpers.js'

describe('a rule set', () => {
  it('is named by its texts and keeps them', async () => {
    const set = await accepted()
    expect(set.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(Object.fromEntries(set.sources)).toMatchObject(goodFiles())
    expect((await accepted()).hash).toBe(set.hash)
    expect((await accepted({ 'packs/common/rules.yaml': `${RULE}# changed\n` })).hash).not.toBe(set.hash)
  })

  it('is named by the weights of the intent model, too, and says which they were', async () => {
    const { hash, sources } = await accepted()
    expect(hashSources(sources)).toBe(hash)
    const card = JSON.parse(sources.get(WEIGHTS_FILE) ?? '') as Record<string, unknown>
    expect(card).toMatchObject({ weights: expect.stringMatching(/^[0-9a-f]{64}$/) })
    const other = new Map(sources).set(WEIGHTS_FILE, JSON.stringify({ ...card, weights: '0'.repeat(64) }))
    expect(hashSources(other)).not.toBe(hash)
    expect(sources.get(TALK_FILE)).toMatch(/^[0-9a-f]{64}$/)
    expect(hashSources(new Map(sources).set(TALK_FILE, '0'.repeat(64)))).not.toBe(hash)
  })

  it('is named by the weights that judge now, whatever a kept copy says of its own', async () => {
    const { hash, sources } = await accepted()
    const again = await buildRuleSet(new Map(sources).set(WEIGHTS_FILE, '{}'), [], { catalogue })
    expect(again.ok && again.ruleSet.hash).toBe(hash)
    expect(hashSources(new Map(sources).set(WEIGHTS_FILE, '{}'))).not.toBe(hash)
  })

  it('is the same from disk', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'banzhang-rules-'))
    try {
      for (const [name, text] of Object.entries(goodFiles())) {
        await mkdir(dirname(join(dir, name)), { recursive: true })
        await writeFile(join(dir, name), text)
      }
      const result = await loadRuleSet(dir, { catalogue })
      expect(result.ok && result.ruleSet.hash).toBe((await accepted()).hash)
      expect(JSON.stringify(result)).not.toContain(dir)
    } finally {
      await rm(dir, { recursive: true })
    }
  })

  it('is refused, not thrown, where there is no folder', async () => {
    expect(await loadRuleSet('/no/such/folder', { catalogue })).toMatchObject({ ok: false })
  })
})

describe('examples', () => {
  const failing: Diagnostic = {
    code: 'BZ107',
    message: '示例没有触发 commerce.solicit',
    place: { file: 'packs/common/rules.yaml', line: 9, col: 11 },
    expected: null,
    didYouMean: null,
    width: 5,
  }

  it('run on the whole set and reject it', async () => {
    const seen: RuleSet[] = []
    const result = await build({}, { runExamples: set => (seen.push(set), [failing]) })
    expect(result).toMatchObject({ ok: false, diagnostics: [failing] })
    expect(seen[0]?.packs.get('common')?.rules).toHaveLength(1)
  })

  it('may take their time', async () => {
    expect((await build({}, { runExamples: async () => [failing] })).ok).toBe(false)
    expect((await build({}, { runExamples: async () => [] })).ok).toBe(true)
  })

  it('do not run on a set that is wrong already', async () => {
    let ran = false
    await build({ 'packs/common/rules.yaml': '- x\n' }, { runExamples: () => ((ran = true), []) })
    expect(ran).toBe(false)
  })
})

describe('diagnostics', () => {
  it('come by file and place', async () => {
    const diagnostics = await rejected({
      'packs/common/rules.yaml': RULE.replace('tier: conduct', 'tier: x').replace('title: 商业推销', 'titel: 商业推销'),
      'lexicons/commerce.yaml': 'offer: 1\n',
      'messages.zh-CN.yaml': 'a: "\n',
    })
    const places = diagnostics.map(({ place }) => `${place.file}:${place.line}`)
    expect(places).toEqual([...places].sort())
    expect(diagnostics.length).toBe(4)
  })

  it('are never empty in a rejection, and nothing is thrown, whatever is done to a good file', async () => {
    const names = Object.keys(goodFiles())
    const change = fc.record({
      name: fc.constantFrom(...names),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.integer({ min: 0, max: 30 }),
      put: fc.constantFrom(
        '',
        ' ',
        '\n',
        '：',
        '[',
        '}',
        '"',
        "'",
        '- ',
        'x: ',
        '&a ',
        '*a',
        'null',
        '0',
        '{}',
        '[]',
        '\t',
        '#',
      ),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async changes => {
        const files = goodFiles()
        for (const { name, at, cut, put } of changes) {
          const text = files[name] as string
          const start = Math.floor(at * text.length)
          files[name] = text.slice(0, start) + put + text.slice(start + cut)
        }
        const result = await build(files)
        if (result.ok) return
        expect(result.diagnostics.length).toBeGreaterThan(0)
        for (const { message, place, width, expected } of result.diagnostics) {
          expect(message + expected).not.toMatch(/undefined|\[object|NaN/)
          expect(place.line * place.col * width).toBeGreaterThan(0)
        }
      }),
      { numRuns: 400 },
    )
  })
})
