import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { otherFilters } from '../../scripts/disguises/filters.js'
import { falseAlarms, measure, message, readChat, totalOf } from '../../scripts/disguises/measure.js'
import { ourFilters } from '../../scripts/disguises/ours.js'
import { tableOf } from '../../scripts/disguises/page.js'
import { KINDS, readDisguises, readLater, readPhrases } from '../../scripts/disguises/table.js'

const TABLE = join(process.cwd(), 'test', 'text', 'disguises')
const CHAT = join(process.cwd(), '..', 'shared', 'eval', 'public')

const phrases = readPhrases(TABLE)
const disguises = readDisguises(TABLE)
const later = readLater(TABLE)
const laterPhrases = [...new Set(later.map(({ phrase }) => phrase))]

describe('the table of disguises', () => {
  it('has forty phrases in more than four hundred disguises of eighteen kinds', () => {
    expect(phrases.length).toBe(40)
    expect(new Set(phrases).size).toBe(40)
    expect(disguises.length).toBeGreaterThanOrEqual(400)
    expect(KINDS.length).toBe(18)
    for (const [kind] of KINDS) {
      const count = disguises.filter(disguise => disguise.kind === kind).length
      expect([kind, count >= 20]).toEqual([kind, true])
    }
  })

  it('disguises every phrase in several ways', () => {
    for (const phrase of phrases) {
      const kinds = new Set(disguises.filter(disguise => disguise.phrase === phrase).map(({ kind }) => kind))
      expect([phrase, kinds.size >= 4]).toEqual([phrase, true])
    }
  })

  it('has no phrase of the first table in the second', () => {
    expect(laterPhrases.filter(phrase => phrases.includes(phrase))).toEqual([])
  })
})

describe('what is found of it', () => {
  const measured = measure(phrases, disguises)

  it('at least 95 % of all', () => {
    const { found, disguises: all } = totalOf(measured)
    expect(all).toBe(disguises.length)
    expect(found / all).toBeGreaterThanOrEqual(0.95)
    expect(measured.missed.length).toBe(all - found)
  })

  it('at least 85 % of each kind', () => {
    const poor = measured.rows.filter(row => (row.found[0] as number) < 0.85 * row.disguises)
    expect(poor.map(({ kind }) => kind)).toEqual([])
  })

  it('at least 90 % of what was never worked on', () => {
    const { found, disguises: all } = totalOf(measure(laterPhrases, later))
    expect(found / all).toBeGreaterThanOrEqual(0.9)
  })

  it('more than any other filter finds, of every kind', () => {
    for (const { kind, found } of measured.rows) {
      const [ours = 0, , ...others] = found
      expect([kind, ours >= Math.max(...others)]).toEqual([kind, true])
    }
  })

  it('is what docs/disguises.md says (npm run disguises)', () => {
    const page = readFileSync(join(process.cwd(), 'docs', 'disguises.md'), 'utf8')
    expect(page).toContain(tableOf(measured))
    expect(page).toContain(tableOf(measure(laterPhrases, later)))
  })
})

describe('the filters beside ours', () => {
  it('all find the phrases as they are: they are used rightly', () => {
    const { strong } = ourFilters(phrases)
    for (const filter of [strong, ...otherFilters(phrases)]) {
      for (const phrase of phrases) {
        const found = filter.find(message(phrase)).map(word => word.toLowerCase())
        expect([filter.name, found]).toEqual([filter.name, [phrase.toLowerCase()]])
      }
    }
  })

  it('find nothing where there is nothing', () => {
    const { strong, weak } = ourFilters(phrases)
    for (const filter of [strong, weak, ...otherFilters(phrases)]) {
      expect(filter.find('老师好，孩子今天发烧，请一天假')).toEqual([])
    }
  })
})

const present = existsSync(CHAT)
const given = present ? it : it.skip

describe(present ? 'chit-chat' : 'chit-chat (skipped: ../shared/eval is absent)', () => {
  given('raises no false alarm', () => {
    const lines = readChat(CHAT) as string[]
    expect(lines.length).toBeGreaterThan(3000)
    expect(falseAlarms([...phrases, ...laterPhrases], lines)).toEqual([])
  })

  it('that is absent is null, not empty', () => {
    expect(readChat(join(CHAT, 'nowhere'))).toBeNull()
  })
})
