import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { inputOf, type Line, readCorpus, readMeanings, wordsOf } from '../../../scripts/train/corpus.js'
import { fingerprintOfFeatures } from '../../../scripts/train/fingerprint.js'
import { hashOfLines } from '../../../scripts/train/folder.js'
import { gramsOf, groupsOf, nearCopies } from '../../../scripts/train/near.js'
import { hashOf, type WeightsCard } from '../../../src/text/intent/index.js'
import { CORPUS, hasCorpus, MODELS } from './support.js'

const given = hasCorpus ? describe : describe.skip

given('the corpus', () => {
  const lines = hasCorpus ? readCorpus(CORPUS) : []

  it('is valid, line by line, and each file is of one category', () => {
    expect(lines.length).toBeGreaterThanOrEqual(12_000)
    for (const line of lines) {
      const category = line.file.replace('.jsonl', '')
      expect([`${line.file}:${line.number}`, line.label === 'normal' || line.label === category]).toEqual([
        `${line.file}:${line.number}`,
        true,
      ])
    }
  })

  it('is innocent by half at least', () => {
    const innocent = lines.filter(line => line.label === 'normal').length
    expect(innocent / lines.length).toBeGreaterThanOrEqual(0.5)
  })

  it('holds hardly any near-copies: at most 2 %', () => {
    const copies = new Set(nearCopies(lines.map(wordsOf)).map(([later]) => later))
    expect(copies.size / lines.length).toBeLessThanOrEqual(0.02)
  })

  it('is what the weights were trained from; run `npm run train` after a change', () => {
    const card = JSON.parse(readFileSync(join(MODELS, 'intent.json'), 'utf8')) as WeightsCard
    expect(card.corpus).toBe(hashOfLines(CORPUS))
    expect(card.lines).toBe(lines.length)
    expect(card.meanings).toBe(hashOf(readMeanings(join(CORPUS, 'meanings'))))
    expect(card.features).toBe(fingerprintOfFeatures())
    const bytes = readFileSync(join(MODELS, 'intent.bin'))
    expect(card.weights).toBe(hashOf(bytes))
    expect(bytes.length).toBeLessThan(7_000_000)
  })
})

describe('a corpus that is not valid', () => {
  const read = (row: string) => {
    const dir = mkdtempSync(join(tmpdir(), 'corpus-'))
    try {
      writeFileSync(join(dir, 'commerce.jsonl'), `\n${row}\n`)
      return readCorpus(dir)
    } finally {
      rmSync(dir, { recursive: true })
    }
  }
  const good = { label: 'commerce', role: 'parent', topic: 'fruit', text: '橙子要的私我' }

  it('is read where it is', () => {
    const [line] = read(JSON.stringify({ ...good, at: '22:40', prev: '在吗' }))
    expect(line).toMatchObject({ number: 2, at: 22 * 60 + 40, prev: '在吗', kind: 'text', near: null })
  })

  it.each(['voice', 'emoticon'])('has no words for the model where a bot hears none: %s', kind => {
    const [line] = read(JSON.stringify({ ...good, kind, text: '要的私我吗' })) as [Line]
    expect(inputOf(line)).toMatchObject({ kind, question: false, text: { key: '' } })
    expect(wordsOf(line)).toBe('要的私我吗')
  })

  it.each([
    ['no JSON', '{'],
    ['unknown label', JSON.stringify({ ...good, label: 'adverts' })],
    ['unknown role', JSON.stringify({ ...good, role: 'mother' })],
    ['no topic', JSON.stringify({ ...good, topic: '' })],
    ['no text', JSON.stringify({ ...good, text: '' })],
    ['a text that is none', JSON.stringify({ ...good, text: 5 })],
    ['a time that is none', JSON.stringify({ ...good, at: '25:99' })],
  ])('names the line: %s', (_, row) => {
    expect(() => read(row)).toThrow(/^commerce\.jsonl:2: /)
  })
})

describe('near-copies', () => {
  it('share most of their 3-grams; signs do not count', () => {
    expect(nearCopies(['自家果园的橙子要的私我', '别的话', '自家果园的橙子，要的私我！'])).toEqual([[2, 0]])
    expect(nearCopies(['自家果园的橙子要的私我', '果园的门票怎么买'])).toEqual([])
  })

  it('of short texts are equal ones', () => {
    expect(nearCopies(['收到', '收到！', '好的'])).toEqual([[1, 0]])
    expect(gramsOf('？')).toEqual(new Set(['？']))
  })

  it('and lines of a topic are one group', () => {
    expect(groupsOf(['a', 'b', 'a', 'c', 'd'], [[4, 1]])).toEqual([0, 1, 0, 3, 1])
    expect(
      new Set(
        groupsOf(
          ['a', 'b', 'b', 'c'],
          [
            [2, 0],
            [3, 1],
          ],
        ),
      ).size,
    ).toBe(1)
  })
})

describe('meanings', () => {
  const read = (rows: string) => {
    const dir = mkdtempSync(join(tmpdir(), 'meanings-'))
    try {
      writeFileSync(join(dir, 'a.txt'), rows)
      writeFileSync(join(dir, 'b.txt'), 'fall: 跌倒 摔 \n')
      return readMeanings(dir)
    } finally {
      rmSync(dir, { recursive: true })
    }
  }

  it('are one a line, from whichever files, their words as match keys and once', () => {
    expect(read('# remark\nfall: 摔 ＱＱ号\n\nhead: 头\n')).toBe('fall: 摔 qq号 跌倒\nhead: 头\n')
  })

  it.each(['fall 摔', 'fall:', '摔: 跌'])('name the line that is none: %s', row => {
    expect(() => read(`head: 头\n${row}\n`)).toThrow('a.txt:2')
  })
})
