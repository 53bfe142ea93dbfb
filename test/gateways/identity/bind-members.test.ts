import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { assign } from '../../../src/gateways/identity/assign.js'
import { bindMembers, type KnownMember, type SeenMember } from '../../../src/gateways/identity/bind-members.js'
import { lookOf, type Marks } from '../../../src/gateways/identity/marks.js'
import { meter } from '../../cpu.js'

const marks = (more: Partial<Marks> = {}): Marks => ({
  card: '',
  nick: '',
  avatar: '',
  remark: '',
  network: '',
  ...more,
})
const seen = (id: string, more: Partial<Marks> = {}): SeenMember => ({ id, ...marks({ network: id, ...more }) })
const known = (id: string, more: Partial<KnownMember> = {}): KnownMember => ({
  id,
  names: [],
  last: null,
  staff: false,
  vouched: true,
  confirmed: [],
  denied: [],
  ...more,
})
const teacher = known('t', {
  names: ['王老师'],
  staff: true,
  last: marks({ card: '王老师', nick: '晨光', avatar: 'a1' }),
})
const mother = known('m', { names: ['李雷妈妈'], last: marks({ card: '李雷妈妈', nick: '小满' }) })

describe('at first sight', () => {
  it('the school file’s name is enough, as card, nickname or remark', () => {
    const people = [known('t', { names: ['王老师', '老王'], staff: true })]
    for (const look of [{ card: '王老师' }, { nick: '老王' }, { remark: '王老师', nick: '晨光' }]) {
      const [binding] = bindMembers(people, [seen('@1', look)])
      expect(binding).toMatchObject({ known: 't', certainty: 'certain', candidates: [] })
      expect(binding?.because).toContain('和学校文件一致')
    }
  })

  it('the remark that the bot’s owner wrote is proof, also late and against a changed picture; a copied name is not', () => {
    const late = known('t', { names: ['王老师'], staff: true, vouched: false })
    const [byRemark] = bindMembers([late], [seen('@1', { remark: '王老师', nick: '晨光' })])
    expect(byRemark).toMatchObject({ known: 't', certainty: 'certain' })
    const changed = { ...teacher, last: marks({ nick: '晨光', avatar: 'a1', remark: '王老师' }) }
    const [still] = bindMembers([changed], [seen('@2', { remark: '王老师', nick: '落日', avatar: 'a2' })])
    expect(still).toMatchObject({ known: 't', certainty: 'certain' })
    const [byNick] = bindMembers([late], [seen('@3', { nick: '王老师' })])
    expect(byNick?.certainty).toBe('uncertain')
  })

  it('two of one name are both uncertain, and the reason says so', () => {
    const bindings = bindMembers(
      [known('t', { names: ['王老师'] })],
      [seen('@1', { card: '王老师' }), seen('@2', { card: '王老师' })],
    )
    expect(bindings.map(one => one.certainty)).toEqual(['uncertain', 'uncertain'])
    expect(bindings.map(one => one.candidates)).toEqual([['t'], ['t']])
    expect(bindings[0]?.because).toBe('群昵称和学校文件一致，但群里有 2 个人都像')
  })

  it('somebody with rights who comes later needs more than a name', () => {
    const later = known('t', { names: ['王老师'], staff: true, vouched: false })
    expect(bindMembers([later], [seen('@1', { card: '王老师' })])[0]).toMatchObject({
      known: 't',
      certainty: 'uncertain',
      because: '只有群昵称和学校文件一致，不足以确认',
    })
  })

  it('nobody alike is new', () => {
    expect(bindMembers([teacher], [seen('@1', { card: '好运来' })])[0]).toEqual({
      seen: '@1',
      known: null,
      certainty: 'certain',
      candidates: [],
      because: '没有相像的人，是新成员',
    })
    expect(bindMembers([], [])).toEqual([])
  })
})

describe('at the next login', () => {
  it('two things that agree are enough for a parent', () => {
    const [binding] = bindMembers([mother], [seen('@9', { card: '李雷妈妈', nick: '小满' })])
    expect(binding).toMatchObject({ known: 'm', certainty: 'certain', because: '群昵称、微信昵称和上次一致' })
  })

  it('one thing alone is not', () => {
    for (const look of [
      { card: '李雷妈妈', nick: '别人' },
      { card: '新名字', nick: '小满' },
    ])
      expect(bindMembers([mother], [seen('@9', look)])[0]).toMatchObject({ known: 'm', certainty: 'uncertain' })
  })

  it('a changed card is certain where nickname and picture are as before', () => {
    expect(bindMembers([teacher], [seen('@9', { card: '季节', nick: '晨光', avatar: 'a1' })])[0]).toMatchObject({
      known: 't',
      certainty: 'certain',
      because: '微信昵称、头像和上次一致，群昵称不同',
    })
  })

  it('a copied name is not a teacher whose picture was known: not another one, and not none', () => {
    for (const avatar of ['a2', ''])
      expect(bindMembers([teacher], [seen('@x', { card: '王老师', nick: '晨光', avatar })])[0]).toMatchObject({
        certainty: 'uncertain',
      })
  })

  it('a parent who took the teacher’s card stays the parent, and the teacher the teacher', () => {
    const bindings = bindMembers(
      [teacher, mother],
      [
        seen('@p', { card: '王老师', nick: '小满', avatar: 'a7' }),
        seen('@t', { card: '王老师', nick: '晨光', avatar: 'a1' }),
      ],
    )
    expect(bindings.find(one => one.seen === '@t')).toMatchObject({ known: 't', certainty: 'certain' })
    const parent = bindings.find(one => one.seen === '@p')
    expect(parent?.candidates).not.toContain('t')
    expect(parent?.known).toBe('m')
  })

  it('the same network id is the same person, whatever they call themselves', () => {
    const person = { ...mother, last: marks({ card: '李雷妈妈', nick: '小满', network: '@p' }) }
    expect(bindMembers([person], [seen('@p', { card: '甲', nick: '乙' })])[0]).toMatchObject({
      known: 'm',
      certainty: 'certain',
    })
  })

  it('is one assignment: who fits two is left to the one whom nobody else fits', () => {
    const people = [
      known('a', { last: marks({ card: '甲', nick: '同名' }) }),
      known('b', { last: marks({ card: '乙', nick: '同名' }) }),
    ]
    const bindings = bindMembers(people, [
      seen('@1', { nick: '同名', card: '丙' }),
      seen('@2', { nick: '同名', card: '甲' }),
    ])
    expect(bindings[1]).toMatchObject({ known: 'a', certainty: 'certain' })
    expect(bindings[0]).toMatchObject({ known: 'b', certainty: 'uncertain', candidates: ['b'] })
  })
})

describe('answers of a human', () => {
  it('make a pair certain, or impossible', () => {
    const member = seen('@1', { card: '新名字', nick: '小满' })
    expect(bindMembers([{ ...mother, confirmed: [lookOf(member)] }], [member])[0]).toMatchObject({
      known: 'm',
      certainty: 'certain',
      because: '有人确认过是同一个人',
    })
    expect(bindMembers([{ ...mother, denied: [lookOf(member)] }], [member])[0]).toMatchObject({
      known: null,
      certainty: 'certain',
    })
  })

  it('do not serve two who look the same', () => {
    const look = { card: '新名字', nick: '小满' }
    const bindings = bindMembers(
      [{ ...mother, confirmed: [lookOf(marks(look))] }],
      [seen('@1', look), seen('@2', look)],
    )
    expect(bindings.every(one => one.certainty === 'uncertain')).toBe(true)
  })
})

const name = fc.constantFrom('', '甲', '乙', '丙', '王老师')
const someMarks = fc.record({
  card: name,
  nick: name,
  avatar: fc.constantFrom('', '1', '2', '3'),
  remark: fc.constantFrom('', '甲'),
})
const someKnown = fc.array(
  fc.record({
    last: fc.option(someMarks),
    names: fc.array(name.filter(Boolean), { maxLength: 2 }),
    staff: fc.boolean(),
    vouched: fc.boolean(),
  }),
  { maxLength: 8 },
)
const knownOf = (
  list: readonly { last: Omit<Marks, 'network'> | null; names: string[]; staff: boolean; vouched: boolean }[],
) => list.map(({ last, ...rest }, index) => known(`k${index}`, { ...rest, last: last && marks(last) }))

describe('whatever is seen', () => {
  it('nobody is two and no two are one, each seen once, candidates only where it is uncertain', () => {
    fc.assert(
      fc.property(someKnown, fc.array(someMarks, { maxLength: 8 }), (people, looks) => {
        const bindings = bindMembers(
          knownOf(people),
          looks.map((look, index) => seen(`@${index}`, look)),
        )
        expect(bindings.map(one => one.seen)).toEqual(looks.map((_, index) => `@${index}`))
        const claimed = bindings.flatMap(one => one.known ?? [])
        expect(new Set(claimed).size).toBe(claimed.length)
        for (const one of bindings) {
          expect(one.candidates.length > 0).toBe(one.certainty === 'uncertain')
          expect(one.because).toMatch(/[\u4e00-\u9fff]/)
          const sure = bindings.filter(other => other.certainty === 'certain').flatMap(other => other.known ?? [])
          for (const candidate of one.candidates) expect(sure).not.toContain(candidate)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('the order of the lists changes nothing that is certain', () => {
    fc.assert(
      fc.property(someKnown, fc.array(someMarks, { maxLength: 6 }), (people, looks) => {
        const list = looks.map((look, index) => seen(`@${index}`, look))
        const certain = (bindings: ReturnType<typeof bindMembers>) =>
          bindings
            .filter(one => one.certainty === 'certain' && one.known !== null)
            .map(one => `${one.seen} ${one.known}`)
            .sort()
        const forward = certain(bindMembers(knownOf(people), list))
        expect(certain(bindMembers(knownOf(people).reverse(), [...list].reverse()))).toEqual(forward)
      }),
      { numRuns: 500 },
    )
  })

  it('a copy of a teacher’s card, nickname or both never gets the teacher, there or not', () => {
    fc.assert(
      fc.property(
        fc.record({
          nick: fc.constantFrom('晨光', '甲'),
          avatar: fc.constantFrom('', 'a2', 'a3'),
          card: fc.constantFrom('王老师', '甲'),
        }),
        fc.array(someMarks, { maxLength: 5 }),
        fc.boolean(),
        (copy, others, there) => {
          const list = [
            seen('@copy', copy),
            ...(there ? [seen('@real', { card: '王老师', nick: '晨光', avatar: 'a1' })] : []),
            ...others.map((look, index) => seen(`@${index}`, look)),
          ]
          const bindings = bindMembers([teacher, mother], list)
          const holder = bindings.find(one => one.known === 't' && one.certainty === 'certain')
          expect(holder?.seen ?? '@real').toBe('@real')
        },
      ),
      { numRuns: 500 },
    )
  })

  it('five hundred members with few names do not take long', () => {
    const people = Array.from({ length: 500 }, (_, i) =>
      known(`k${i}`, { last: marks({ card: `c${i % 400}`, nick: `n${i % 9}` }) }),
    )
    const list = Array.from({ length: 500 }, (_, i) => seen(`@${i}`, { card: `c${(i * 7) % 450}`, nick: `n${i % 9}` }))
    const spent = meter()
    expect(bindMembers(people, list)).toHaveLength(500)
    expect(spent()).toBeLessThan(10_000)
  })
})

describe('assign', () => {
  it('finds the greatest sum, as trying everything does', () => {
    const brute = (weights: number[][], row = 0, used = new Set<number>()): number => {
      if (row === weights.length) return 0
      let best = brute(weights, row + 1, used)
      for (const [column, weight] of (weights[row] as number[]).entries()) {
        if (used.has(column) || weight <= 0) continue
        used.add(column)
        best = Math.max(best, weight + brute(weights, row + 1, used))
        used.delete(column)
      }
      return best
    }
    const table = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })).chain(([rows, columns]) =>
      fc.array(fc.array(fc.integer({ min: -2, max: 9 }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    )
    fc.assert(
      fc.property(table, weights => {
        const assigned = assign(weights)
        const taken = assigned.filter(column => column >= 0)
        expect(new Set(taken).size).toBe(taken.length)
        const sum = assigned.reduce((total, column, row) => total + (column < 0 ? 0 : (weights[row]?.[column] ?? 0)), 0)
        expect(sum).toBe(brute(weights))
      }),
      { numRuns: 300 },
    )
  })
})
