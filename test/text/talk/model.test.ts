import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { BanzhangError } from '../../../src/model/errors.js'
import { softmax } from '../../../src/text/intent/index.js'
import {
  inputsFor,
  loadTalkModel,
  numbersOf,
  type TalkCard,
  TalkModel,
  type Turn,
} from '../../../src/text/talk/index.js'

/** Two classes are read; what the sender wrote together speaks for an emergency. */
const READS = 2
const rows = Array.from({ length: inputsFor(READS) }, (_, row) => (row === READS ? [1, 0, 0] : [0, 0, 0]))
const CARD: TalkCard = {
  version: 1,
  classes: [
    { category: 'emergency', severity: null },
    { category: 'self_harm_bullying', severity: 'P0' },
    { category: 'normal', severity: null },
  ],
  reads: READS,
  intent: 'abc',
  talks: '',
  lines: 1,
  bias: [0, 0, 1],
  weights: rows,
}
const TURN: Turn = {
  role: 'parent',
  kind: 'text',
  length: 4,
  question: false,
  night: false,
  own: [0.1, 0.9],
  joined: null,
  ownBefore: null,
  otherBefore: null,
  pause: { minutes: 1, own: true },
}

describe('a talk model', () => {
  const model = new TalkModel(CARD)

  it('weighs what was written together', () => {
    const alone = model.judge(TURN).probabilities
    const together = model.judge({ ...TURN, joined: [0.99, 0.01] }).probabilities
    expect(alone.reduce((a, b) => a + b)).toBeCloseTo(1)
    expect(together[0]).toBeGreaterThan(0.8)
    expect(alone[0]).toBeLessThan(0.2)
  })

  it('says which part speaks for a class', () => {
    expect(model.judge({ ...TURN, joined: [0.99, 0.01] }).reasons(0)).toEqual(['joined'])
    expect(model.judge(TURN).reasons(1)).toEqual([])
  })

  it('finds the classes of a category, of one severity where they are told apart', () => {
    expect(model.placesOf('self_harm_bullying', null)).toEqual([1])
    expect(model.placesOf('self_harm_bullying', 'P0')).toEqual([1])
    expect(model.placesOf('self_harm_bullying', 'P1')).toEqual([])
    expect(model.placesOf('emergency', 'P0')).toEqual([])
    expect(model.placesOf('homework', null)).toEqual([])
  })

  it('refuses a card that is not whole', () => {
    const bad: object[] = [
      { version: 2 },
      { classes: [{ category: 'nonsense', severity: null }] },
      { classes: CARD.classes.map(one => ({ ...one, severity: 'P9' })) },
      { bias: [0, 0] },
      { weights: rows.slice(1) },
      { weights: rows.map(row => row.slice(1)) },
      { weights: rows.map(row => row.map(() => Number.NaN)) },
    ]
    for (const change of bad) expect(() => new TalkModel({ ...CARD, ...change } as TalkCard)).toThrow(RangeError)
  })
})

describe('what is added up once for all', () => {
  it('comes to what all numbers of a turn come to', () => {
    const weights = Array.from({ length: inputsFor(READS) }, (_, row) => [Math.sin(row), Math.cos(row * 3), 0.1 * row])
    const model = new TalkModel({ ...CARD, weights })
    const before = { said: [0.7, 0.2], minutes: 3 }
    const turns: Turn[] = [
      TURN,
      { ...TURN, joined: [0.2, 0.6] },
      { ...TURN, ownBefore: before },
      { ...TURN, otherBefore: { said: [0.4, 0.4], role: 'teacher' } },
      { ...TURN, joined: [0.2, 0.6], ownBefore: before, otherBefore: { said: [0.4, 0.4], role: 'outsider' } },
    ]
    for (const turn of turns) {
      const logits = CARD.bias.map((bias, c) =>
        numbersOf(turn, READS).reduce((sum, number, i) => sum + number * (weights[i]?.[c] as number), bias),
      )
      const wanted = softmax(Float64Array.from(logits), 1)
      model.judge(turn).probabilities.forEach((p, c) => expect(p).toBeCloseTo(wanted[c] as number, 9))
    }
  })
})

describe('the file of a talk model', () => {
  const failure = (card: string | null): BanzhangError => {
    const dir = mkdtempSync(join(tmpdir(), 'talk-'))
    try {
      if (card !== null) writeFileSync(join(dir, 'talk.json'), card)
      loadTalkModel(dir, JSON.stringify({ weights: 'abc' }))
      throw new Error('read without complaint')
    } catch (error) {
      return error as BanzhangError
    } finally {
      rmSync(dir, { recursive: true })
    }
  }

  it('is read beside the intent model that it was learned with', () => {
    expect(failure(JSON.stringify(CARD)).message).toBe('read without complaint')
  })

  it.each([
    ['is missing', null],
    ['is damaged', '{'],
    ['belongs to another intent model', JSON.stringify({ ...CARD, intent: 'def' })],
  ])('that %s is an error that names it and says what to do', (_, card) => {
    const error = failure(card)
    expect(error).toBeInstanceOf(BanzhangError)
    expect(error.code).toBe('BZ504')
    expect(error.message).toContain('talk.json')
    expect(error.hint).toContain('models/')
  })
})
