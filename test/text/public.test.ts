import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { findEntities, isQuestion, mask, normalise, toKey } from '../../src/text/index.js'

const EVAL = join(process.cwd(), '..', 'shared', 'eval')
const PUBLIC = join(EVAL, 'public')
const present = existsSync(PUBLIC)
const given = present ? describe : describe.skip
const name = present ? 'other people’s chit-chat' : 'other people’s chit-chat (skipped: ../shared/eval is absent)'

/** Lines of chit-chat about films, food, hotels and nothing at all. */
const lines = (file: string): string[] =>
  readFileSync(join(PUBLIC, file), 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => (JSON.parse(line) as { text: string }).text)

given(name, () => {
  const files = present ? readdirSync(PUBLIC).filter(file => file.endsWith('.jsonl')) : []

  it('holds hardly any personal data', () => {
    const personal = new Set(['landline', 'national_id', 'bank_card', 'plate', 'address', 'email', 'wechat_id', 'qq'])
    let count = 0
    let alarms = 0
    for (const text of files.flatMap(lines)) {
      count++
      if (findEntities(normalise(text), { students: [] }).some(entity => personal.has(entity.kind))) alarms++
    }
    expect(count).toBeGreaterThan(1000)
    expect(alarms / count).toBeLessThan(0.002)
  })

  it('holds hardly any marks and ranks', () => {
    let alarms = 0
    const all = files.flatMap(lines)
    for (const text of all) {
      const kinds = findEntities(normalise(text), { students: [] }).map(entity => entity.kind)
      if (kinds.includes('score') || kinds.includes('rank')) alarms++
    }
    expect(alarms / all.length).toBeLessThan(0.005)
  })

  it('has keys that are their own keys, and masks that are their own masks', () => {
    for (const text of files.flatMap(lines).filter((_, i) => i % 10 === 0)) {
      const key = toKey(text)
      expect(toKey(key)).toBe(key)
      const masked = mask(text)
      expect(mask(masked)).toBe(masked)
    }
  })

  it('nearly every line with a question mark asks, and few others do', () => {
    const all = files.flatMap(lines)
    const marked = all.filter(text => /[?？]\s*$/.test(text))
    expect(marked.filter(text => isQuestion(normalise(text))).length / marked.length).toBeGreaterThan(0.9)
    const plain = all.filter(text => !/[?？]/.test(text))
    expect(plain.filter(text => isQuestion(normalise(text))).length / plain.length).toBeLessThan(0.2)
  })
})
