import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { programWith } from '../../scripts/held-out/program.js'

describe('a program with models of its own', () => {
  let at: string

  beforeEach(() => {
    at = mkdtempSync(join(tmpdir(), 'held-out-'))
    mkdirSync(join(at, 'dist', 'engine'), { recursive: true })
    writeFileSync(join(at, 'dist', 'app.js'), '')
    writeFileSync(join(at, 'dist', 'engine', 'examples.js'), 'export const runExamples = () => ["fails"]\n')
  })

  afterEach(() => rmSync(at, { recursive: true, force: true }))

  const made = () =>
    programWith(join(at, 'one'), join(at, 'dist'), {
      card: { rows: 1 } as never,
      bytes: Uint8Array.of(1, 2, 3),
      talk: {} as never,
      words: '早 好\n',
    })

  it('reads rules whose examples hold only with the shipped models', async () => {
    made()
    const { runExamples } = await import(pathToFileURL(join(at, 'one', 'dist', 'engine', 'examples.js')).href)
    expect(runExamples()).toEqual([])
    expect(readFileSync(join(at, 'dist', 'engine', 'examples.js'), 'utf8')).toContain('fails')
  })

  it('has its models beside it', () => {
    expect(made()).toBe(join(at, 'one', 'dist', 'app.js'))
    expect([...readFileSync(join(at, 'one', 'models', 'intent.bin'))]).toEqual([1, 2, 3])
    expect(readFileSync(join(at, 'one', 'models', 'meanings.txt'), 'utf8')).toBe('早 好\n')
  })
})
