import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { logNames, made, writeMade } from '../../scripts/validation/folder.js'
import { readStretches } from '../../scripts/validation/labels.js'
import { PROJECT } from '../cli/cli.js'

const FOLDER = join(PROJECT, 'test', 'validation')

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'validation-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

describe('test/validation', () => {
  it('is fresh: gold/, disagreements.jsonl and the figures of the README (npm run validation -- --merge)', () => {
    for (const [path, content] of Object.entries(made(FOLDER))) {
      expect([path, readFileSync(join(FOLDER, path), 'utf8')]).toEqual([path, content])
    }
  })

  it('holds twelve logs of 80 events or more', () => {
    expect(logNames(FOLDER)).toHaveLength(12)
    for (const name of logNames(FOLDER)) {
      const [stretch] = readStretches(join(FOLDER, 'gold', `${name}.jsonl`))
      expect(stretch?.events.length).toBeGreaterThanOrEqual(80)
    }
  })

  it('is made again from its sources alone, and a mistake in them is told by its event', () => {
    for (const part of ['writer', 'reader', 'README.md'])
      cpSync(join(FOLDER, part), join(dir, part), { recursive: true })
    writeMade(dir)
    expect(made(dir)).toEqual(made(FOLDER))
    const file = join(dir, 'writer', 'v01.jsonl')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"expect": ?"allow"/, '"expect":"applaud"'))
    expect(() => made(dir)).toThrow(/v01-\d+: expect: applaud/)
  })
})

const SCRIPT = join(PROJECT, 'build', 'scripts', 'validation.js')
const validation = (...args: readonly string[]) =>
  spawnSync(process.execPath, [SCRIPT, ...args], { cwd: PROJECT, encoding: 'utf8' })

// no figure is asserted: a threshold would invite tuning on these logs
describe('npm run validation (compiled by npm test)', () => {
  it('scores the logs and writes the page, with no line of them', () => {
    const page = join(dir, 'judgement.md')
    const { status, stdout, stderr } = validation('--page', page)
    expect([status, stderr]).toEqual([0, ''])
    const written = readFileSync(page, 'utf8')
    expect(written).toMatch(/^# How well it judges\n/)
    expect(written).toContain('## What a gap means')
    const texts = logNames(FOLDER)
      .flatMap(name => readStretches(join(FOLDER, 'gold', `${name}.jsonl`)))
      .flatMap(({ events }) => events.map(event => event.text ?? ''))
    const quoted = texts.filter(text => text.length > 5 && (written.includes(text) || stdout.includes(text)))
    expect(quoted).toEqual([])
  }, 300_000)

  it('shows no single miss of them and no part of them', () => {
    for (const args of [
      ['--misses', '5'],
      ['--pack', 'strict'],
      ['--gold', join('test', 'validation', 'gold', 'v01.jsonl'), '--misses', '5'],
      ['--gold', join(FOLDER, 'writer', 'v01.jsonl')],
    ]) {
      const { status, stdout, stderr } = validation(...args)
      expect([args, status, stdout]).toEqual([args, 2, ''])
      expect(stderr).toMatch(/^validation: /)
    }
  })

  it('scores other logs, and shows their misses', () => {
    const log = join(dir, 'own.jsonl')
    const header = {
      scenario: 'own',
      group: '五年级3班家长群',
      group_type: 'common',
      grade: 5,
      members: [{ name: '付宁妈妈', role: 'parent' }],
    }
    const event = {
      id: 'own-1',
      t: '2026-11-04T15:00:00+08:00',
      from: '付宁妈妈',
      type: 'text',
      text: '请问明天几点放学呀',
      label: 'commerce',
      expect: 'escalate',
      severity: 'P0',
      to: 'head_teacher',
    }
    writeFileSync(log, `${JSON.stringify(header)}\n${JSON.stringify(event)}\n`)
    const { status, stdout } = validation('--gold', log, '--misses', '1')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^P0 caught as P0 +0\/1 /m)
    expect(JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({ id: 'own-1', got: 'allow' })
    expect(validation('--gold', log, '--pack', 'notice').status).toBe(2)
    expect(validation('--gold', log, '--misses', 'all').status).toBe(2)
    expect(validation('--gold', join(dir, 'nowhere.jsonl')).status).toBe(2)
  }, 60_000)
})
