import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from '@jest/globals'

const SRC = join(dirname(fileURLToPath(import.meta.url)), '..', 'src')

/** Top down: a room imports only from itself and from those before it. */
const ROOMS = [
  'model',
  'text',
  'media',
  'signals',
  'engine',
  'policy',
  'config',
  'ledger',
  'effects',
  'cases',
  'gateways',
  'simulator',
  'pipeline',
  'jobs',
  'web',
  'cli',
  'app.ts',
]

/** Where the outside begins: the clock, the composition root, the doctor's probe of the machine, the WeChat stack. */
const EDGE = new Set(['app.ts', 'model/time.ts', 'cli/doctor/machine.ts', 'gateways/wechaty/puppet.ts'])

const files = (readdirSync(SRC, { recursive: true }) as string[]).filter(file => file.endsWith('.ts'))
const roomOf = (file: string) => file.split('/')[0] as string

function importsOf(file: string): string[] {
  const text = readFileSync(join(SRC, file), 'utf8')
  return [...text.matchAll(/(?:from|import\()\s*'(\.{1,2}\/[^']+)'/g)].map(match =>
    relative(SRC, join(SRC, dirname(file), match[1] as string)),
  )
}

describe('the house', () => {
  it('has only rooms that are on the plan', () => {
    expect([...new Set(files.map(roomOf))].filter(room => !ROOMS.includes(room))).toEqual([])
  })

  it('has stairs in one direction only', () => {
    const upward = files.flatMap(file =>
      importsOf(file)
        .filter(target => ROOMS.indexOf(roomOf(target)) > ROOMS.indexOf(roomOf(file)))
        .map(target => `${file} imports ${target}`),
    )
    expect(upward).toEqual([])
  })

  it('keeps SQL in the ledger', () => {
    const sql = /\b(SELECT\s.+\sFROM|INSERT INTO|CREATE TABLE)\b/
    const elsewhere = files.filter(
      file => roomOf(file) !== 'ledger' && !EDGE.has(file) && sql.test(readFileSync(join(SRC, file), 'utf8')),
    )
    expect(elsewhere).toEqual([])
  })

  it('takes time and chance as inputs', () => {
    const clocks = files.filter(
      file =>
        !EDGE.has(file) &&
        /\bDate\.now\(\)|\bMath\.random\(\)|new Date\(\)/.test(readFileSync(join(SRC, file), 'utf8')),
    )
    expect(clocks).toEqual([])
  })
})
