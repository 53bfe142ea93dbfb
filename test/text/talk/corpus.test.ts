import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { hashOfLines } from '../../../scripts/train/folder.js'
import { classesOf, classOf, learnTalk, TALK_SETTINGS } from '../../../scripts/train/learn-talk.js'
import { readTalks, type TalkLine, turnsOf } from '../../../scripts/train/talks.js'
import type { Remembered } from '../../../src/model/history.js'
import { findEntities, isQuestion, normalise } from '../../../src/text/index.js'
import { intentModel } from '../../../src/text/intent/index.js'
import { numbersOf, type TalkCard, talkModel } from '../../../src/text/talk/index.js'
import { ask, factsOf, historyOf, memberOf } from '../../signals/support.js'
import { CORPUS, MODELS } from '../intent/support.js'

const TALKS = join(CORPUS, 'talks')
const given = existsSync(TALKS) ? describe : describe.skip

given('the talks', () => {
  const talks = existsSync(TALKS) ? readTalks(TALKS) : []

  it('are valid, line by line, and most of what is said in them is innocent', () => {
    const labels = talks.flatMap(({ lines }) => lines.flatMap(({ label }) => label ?? []))
    expect(talks.length).toBeGreaterThan(100)
    expect(labels.filter(label => label === 'normal').length / labels.length).toBeGreaterThan(0.5)
  })

  it('call nobody by a number that could be somebody', () => {
    for (const { name, lines } of talks) {
      const words = normalise(lines.map(({ text, title, ocr }) => `${text} ${title} ${ocr}`).join('\n'))
      const found = findEntities(words, { students: [] }).filter(
        ({ kind }) => kind === 'national_id' || kind === 'mobile',
      )
      const strange = found.filter(({ value }) => !/^(1380013800\d|11010519491231002[xX]|110105491231002)$/.test(value))
      expect([name, strange.length]).toEqual([name, 0])
    }
  })

  it('are what the talk model was learned from; run `npm run train` after a change', () => {
    const card = JSON.parse(readFileSync(join(MODELS, 'talk.json'), 'utf8')) as TalkCard
    expect(card.talks).toBe(hashOfLines(TALKS))
    expect(card.classes).toEqual(classesOf(talks.flatMap(({ lines }) => lines)))
    const learned = talks.flatMap(talk => {
      const turns = turnsOf(talk, () => [])
      return talk.lines.filter((line, index) => turns[index] != null && classOf(line, card.classes) >= 0)
    })
    expect(card.lines).toBe(learned.length)
  })

  it('are judged as the signal judges', () => {
    const talk = talks.find(({ name }) => name === 't07')
    const model = intentModel()
    const lines = talk?.lines ?? []
    const turns = turnsOf({ name: '', lines }, input => model.judge(input).probabilities)
    const remembered: Partial<Remembered>[] = []
    let compared = 0
    for (const [index, line] of lines.entries()) {
      const turn = turns[index]
      const facts = factsOfLine(line, remembered)
      const plain = turn ? (turn.own[model.classes.indexOf('normal')] as number) >= 0.97 && turn.joined === null : true
      if (turn && !plain) {
        const wanted = talkModel().judge(turn).probabilities
        expect(ask('in_talk', { is: 'normal', at_least: 0 }, facts).score).toBeCloseTo(
          wanted[talkModel().placesOf('normal', null)[0] as number] as number,
          6,
        )
        compared++
      }
      remembered.push({
        eventId: `e${index}`,
        at: line.at,
        member: `id:${line.by}`,
        role: line.role,
        kind: line.kind,
        question: facts.question,
        ...(line.text !== '' && { text: line.text }),
      })
    }
    expect(compared).toBeGreaterThan(20)
  })
})

function factsOfLine(line: TalkLine, remembered: readonly Partial<Remembered>[]) {
  const { role, kind, text, title, filename, ocr } = line
  const minutes = Math.floor(line.at / 60_000) % (24 * 60)
  const facts = factsOf({
    kind,
    text,
    title,
    filename,
    ocr,
    role,
    member: memberOf(role, String(line.by)),
    at: line.at,
    local: { minutes },
    history: historyOf(...remembered.slice(-20)),
  })
  const entities = (['text', 'attached'] as const).flatMap(where =>
    findEntities(facts[where], { students: [] }).map(entity => ({ ...entity, where })),
  )
  return { ...facts, entities, question: text !== '' && isQuestion(normalise(text)) }
}

describe('a talk that is not valid', () => {
  const read = (...rows: string[]) => {
    const dir = mkdtempSync(join(tmpdir(), 'talks-'))
    try {
      writeFileSync(join(dir, 'a1.jsonl'), `${rows.join('\n')}\n`)
      return readTalks(dir)
    } finally {
      rmSync(dir, { recursive: true })
    }
  }
  const good = { at: '09-07 07:31:12', by: 1, role: 'parent', text: '到家没', label: 'normal' }

  it('is read where it is', () => {
    const [talk] = read(
      JSON.stringify(good),
      JSON.stringify({ ...good, at: '09-08 00:00:00', kind: 'image', label: undefined }),
    )
    expect(talk).toMatchObject({
      name: 'a1',
      lines: [
        { by: 1, kind: 'text', label: 'normal' },
        { kind: 'image', label: null },
      ],
    })
    expect((talk?.lines[1]?.at ?? 0) - (talk?.lines[0]?.at ?? 0)).toBe((16 * 3600 + 28 * 60 + 48) * 1000)
  })

  it.each([
    ['no JSON', '{'],
    ['no time', JSON.stringify({ ...good, at: '7:31' })],
    ['nobody', JSON.stringify({ ...good, by: 'a name' })],
    ['an unknown role', JSON.stringify({ ...good, role: 'mother' })],
    ['an unknown label', JSON.stringify({ ...good, label: 'adverts' })],
    ['a text that is none', JSON.stringify({ ...good, text: 5 })],
    ['a time before the line above', JSON.stringify({ ...good, at: '09-07 07:31:11' })],
  ])('names the line: %s', (_, row) => {
    expect(() => read(JSON.stringify(good), row)).toThrow(/^a1\.jsonl:2: /)
  })
})

describe('learning from talks', () => {
  const line = (label: TalkLine['label'], severity: TalkLine['severity'] = null) => ({ label, severity }) as TalkLine
  const many = (one: TalkLine, count = 50) => Array.from({ length: count }, () => one)

  it('tells apart the grave ones of what the policy tells apart, and leaves out what is rare', () => {
    const classes = classesOf([
      ...many(line('normal')),
      ...many(line('self_harm_bullying', 'P0')),
      ...many(line('self_harm_bullying', 'P1')),
      ...many(line('commerce', 'P2')),
      ...many(line('namecard'), 3),
      ...many(line(null)),
    ])
    expect(classes).toEqual([
      { category: 'commerce', severity: null },
      { category: 'normal', severity: null },
      { category: 'self_harm_bullying', severity: 'P0' },
      { category: 'self_harm_bullying', severity: 'P1' },
    ])
    expect(classOf(line('self_harm_bullying', 'P0'), classes)).toBe(2)
    expect(classOf(line('commerce'), classes)).toBe(0)
    expect(classOf(line('namecard'), classes)).toBe(-1)
    expect(classOf(line(null), classes)).toBe(-1)
  })

  it('finds what tells two classes apart, the same each time, whatever the scale of an input', () => {
    const samples = Array.from({ length: 200 }, (_, i) => ({
      numbers: Float64Array.of(i % 2 === 0 ? 1000 : 1010, (i * 7) % 5, 3),
      label: i % 2,
    }))
    const settings = { ...TALK_SETTINGS, epochs: 10 }
    const { bias, weights } = learnTalk(samples, 2, settings)
    const says = (numbers: Float64Array) => {
      const [a, b] = [0, 1].map(c =>
        numbers.reduce((sum, x, i) => sum + x * (weights[i * 2 + c] as number), bias[c] as number),
      )
      return (a as number) > (b as number) ? 0 : 1
    }
    for (const { numbers, label } of samples) expect(says(numbers)).toBe(label)
    expect(learnTalk(samples, 2, settings)).toEqual({ bias, weights })
  })

  it('gives numbers for a talk that a model can be asked with', () => {
    const lines = [
      { at: 0, by: 1, role: 'parent', kind: 'text', text: '孩子没出来', title: '', filename: '', ocr: '' },
      { at: 60_000, by: 1, role: 'parent', kind: 'text', text: '手机也关了', title: '', filename: '', ocr: '' },
      { at: 90_000, by: 2, role: 'teacher', kind: 'emoticon', text: '', title: '', filename: '', ocr: '' },
    ].map(one => ({ ...one, label: null, severity: null })) as TalkLine[]
    const asked: string[] = []
    const turns = turnsOf({ name: '', lines }, input => {
      asked.push(`${input.text.original}<${input.before}`)
      return [0.5, 0.5]
    })
    expect(turns[2]).toBeNull()
    expect(turns[0]).toMatchObject({ joined: null, ownBefore: null })
    expect(turns[1]).toMatchObject({ joined: [0.5, 0.5], ownBefore: { minutes: 1 }, pause: { minutes: 1, own: true } })
    expect(asked).toEqual(['孩子没出来<', '手机也关了<孩子没出来', '孩子没出来 手机也关了<', '孩子没出来<'])
    expect(numbersOf(turns[1] as NonNullable<(typeof turns)[1]>, 2).every(Number.isFinite)).toBe(true)
  })
})
