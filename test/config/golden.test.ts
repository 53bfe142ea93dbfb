import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { buildRuleSet, renderDiagnostics } from '../../src/config/index.js'
import { readSources } from '../../src/config/source.js'
import { catalogue, messagesYaml } from './helpers.js'

const folder = join('test', 'config', 'broken')
const golden = join('test', 'config', 'golden', 'broken.txt')
const MESSAGES = 'messages.zh-CN.yaml'

/** The folder, its messages completed: which texts the product needs is not the matter here. */
async function load() {
  const { texts, diagnostics } = await readSources(folder)
  const own = texts.get(MESSAGES) as string
  texts.set(MESSAGES, own + messagesYaml(['alert.p2', 'chain.answered', 'notice.scam']))
  const result = await buildRuleSet(texts, diagnostics, { catalogue })
  if (result.ok) throw new Error('expected a rejection')
  return result
}

describe('a deliberately broken rules folder', () => {
  // Review the file by eye when it changes: UPDATE_GOLDEN=1 npm run jest -- test/config/golden
  it('shows every mistake at once, as the golden file says', async () => {
    const { diagnostics, sources } = await load()
    const text = renderDiagnostics(diagnostics, sources, { base: 'rules' })
    if (process.env.UPDATE_GOLDEN) writeFileSync(golden, text)
    expect(text).toBe(readFileSync(golden, 'utf8'))
    expect(new Set(diagnostics.map(diagnostic => diagnostic.code)).size).toBeGreaterThanOrEqual(12)
  })

  it('says the same thing when it is read again', async () => {
    const [first, second] = await Promise.all([load(), load()])
    expect(second).toEqual(first)
  })

  it('points every caret into its file', async () => {
    const { diagnostics, sources } = await load()
    for (const { place, width } of diagnostics) {
      const line = (sources.get(place.file) ?? '').split('\n')[place.line - 1] ?? ''
      expect(place.col - 1 + width).toBeLessThanOrEqual(Math.max(1, line.length))
    }
  })
})
