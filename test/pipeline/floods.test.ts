import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { Workshop } from '../cli/cli.js'

/** Whole stretches of talk under the rules that are shipped: what is counted, and when the one line is due. */

const PARENTS = ['许桐', '卫朗', '梅子涵', '谷雨', '程曦', '苗苗', '方舟', '骆冰', '季风'].map(name => `${name}妈妈`)
const [ASKER] = PARENTS.slice(-1) as [string]
const HEAD = '班主任季老师'

interface Said {
  from: string
  text: string
  type?: string
  /** seconds after 15:00 */
  at: number
}
interface Decided {
  respond: string
  rule: string | null
  actions: { kind: string; to?: string }[]
}

const said = (from: string, text: string, at: number, type = 'text'): Said => ({ from, text, at, type })
/** Eight parents, one after another, ten seconds apart. */
const eight = (text: string | readonly string[], from = 0, type = 'text'): Said[] =>
  PARENTS.slice(0, 8).map((name, i) =>
    said(name, typeof text === 'string' ? text : (text[i % text.length] as string), from + i * 10, type),
  )

const HELPED = [said(ASKER, '老师，他的水壶在教室吗', -120), said(HEAD, '在讲台上', -60), said(ASKER, '谢谢老师', -40)]

const EMOJI = ['🌹', '👍', '😀', '🌹', '❤️', '[强]', '[玫瑰]', '🎉', '😀', '👏']
const NOTICE = said(HEAD, '【通知】各位家长，明天美术课请带画板', -180)

const TALKS: Readonly<Record<string, readonly Said[]>> = {
  'thanks by eight': eight('谢谢老师'),
  'thanks in other words': eight(['谢谢老师', '谢谢季老师', '多谢老师']),
  'thanks by two': eight('谢谢老师').slice(0, 2),
  'thanks after somebody was helped': [...HELPED, ...eight('谢谢老师')],
  'thanks each for an answer': PARENTS.flatMap((name, i) => [
    said(name, '老师，孩子下午还咳吗', i * 60),
    said(HEAD, `${name}，好多了`, i * 60 + 20),
    said(name, '谢谢老师', i * 60 + 40),
  ]),
  'receipts for a notice': [NOTICE, ...eight('收到')],
  'receipts for a notice and a question': [NOTICE, said(ASKER, '季老师，要带水彩笔吗', -60), ...eight('收到')],
  'receipts after somebody else has answered': [NOTICE, said(ASKER, '我家也备好了 放书包里', -60), ...eight('收到')],
  'receipts with a question in between': [
    NOTICE,
    ...eight('收到').slice(0, 3),
    said(ASKER, '季老师，要带水彩笔吗', 25),
    ...eight('收到').slice(3),
  ],
  'receipts and thanks in turn': [NOTICE, ...eight(['收到', '谢谢老师'])],
  'receipts for a parent': [said(ASKER, '我带队，周六九点北门见', -60), ...eight('收到')],
  'receipts for a parent, by two, after a notice': [
    NOTICE,
    said(ASKER, '我带队，周六九点北门见', -60),
    ...eight('收到').slice(0, 2),
  ],
  'receipts wanted for the notice before the last': [
    said(HEAD, '【通知】各位家长，请今晚8点前交体检回执，收到请回复', -300),
    said(HEAD, '【通知】图书角周三开放，看到即可，不用回复', -180),
    ...eight('收到'),
  ],
  'receipts wanted this morning': [
    said(HEAD, '【通知】各位家长，体检表已发，收到请回复', -7 * 3600),
    said(HEAD, '【通知】图书角周三开放，看到即可，不用回复', -180),
    ...eight('收到'),
  ],
  'receipts wanted no longer': [
    said(HEAD, '【通知】各位家长，请今晚8点前交体检回执，收到请回复', -300),
    said(HEAD, '我都看到了，大家不用再回复', -180),
    ...eight('收到'),
  ],
  'receipts wanted until ten o’clock': [
    said(HEAD, '【通知】各位家长，请上午10点前交体检回执，收到请回复', -7 * 3600),
    said(HEAD, '【通知】图书角周三开放，看到即可，不用回复', -180),
    ...eight('收到'),
  ],
  'ten stickers of one': Array.from({ length: 10 }, (_, i) => said(ASKER, '', i * 10, 'emoticon')),
  'ten emoji of one': EMOJI.map((emoji, i) => said(ASKER, emoji, i * 12)),
  'stickers and emoji of one': EMOJI.map((emoji, i) => said(ASKER, emoji, i * 12, i % 2 ? 'text' : 'emoticon')),
  'seven emoji of one': EMOJI.slice(0, 7).map((emoji, i) => said(ASKER, emoji, i * 10)),
  'emoji of one over an hour': EMOJI.map((emoji, i) => said(ASKER, emoji, i * 360)),
  'stickers of eight': eight('', 0, 'emoticon'),
}

let shop: Workshop
const decisions: Record<string, Record<string, Decided[]>> = {}

beforeAll(async () => {
  shop = new Workshop()
  const lines = ['common', 'strict'].flatMap(pack =>
    Object.entries(TALKS).flatMap(([name, talk]) => [
      {
        scenario: `${pack}/${name}`,
        group: `${pack} ${name}`,
        group_type: pack,
        grade: 4,
        members: [{ name: HEAD, role: 'head_teacher' }, ...PARENTS.map(name => ({ name, role: 'parent' }))],
        supervisor: '德育处罗主任',
      },
      ...talk.map(({ at, ...rest }, i) => {
        return { id: `${pack}/${name}/${i}`, t: new Date(Date.UTC(2026, 10, 4, 7, 0, at)).toISOString(), ...rest }
      }),
    ]),
  )
  shop.write('talks.jsonl', lines.map(line => `${JSON.stringify(line)}\n`).join(''))
  const { code, out, err } = await shop.run('replay', 'talks.jsonl', '--json')
  expect([code, err]).toEqual([0, ''])
  for (const line of out.trimEnd().split('\n')) {
    const decided = JSON.parse(line) as Decided & { id: string }
    const [pack, name] = decided.id.split('/') as [string, string]
    ;((decisions[pack] ??= {})[name] ??= []).push(decided)
  }
}, 60_000)
afterAll(() => shop.remove())

describe.each(['common', 'strict'])('in a group of the pack %s', pack => {
  const talk = (name: keyof typeof TALKS) => decisions[pack]?.[name] as Decided[]
  const responses = (name: keyof typeof TALKS) => talk(name).map(({ respond }) => respond)
  /** Where, counted from one, something was said to somebody. */
  const deeds = (name: keyof typeof TALKS) =>
    talk(name).flatMap(({ actions }, i) => actions.map(({ kind, to }) => [i + 1, kind, ...(to ? [to] : [])]))

  const FLOOD = ['allow', 'allow', ...Array(6).fill('collect')]

  it('thanks of one or two are nobody’s business', () => {
    expect(responses('thanks by two')).toEqual(['allow', 'allow'])
    expect(deeds('thanks by two')).toEqual([])
  })

  it('thanks are counted from the third person on, and at the fifth one line is due', () => {
    for (const name of ['thanks by eight', 'thanks in other words']) {
      expect(responses(name)).toEqual(FLOOD)
      expect(deeds(name)).toEqual([[5, 'collective']])
    }
  })

  it('who was helped is no part of a chorus that follows', () => {
    expect(responses('thanks after somebody was helped')).toEqual(['allow', 'allow', 'allow', ...FLOOD])
    expect(deeds('thanks after somebody was helped')).toEqual([[8, 'collective']])
  })

  it('thanks for an answer stay innocent, however many', () => {
    expect(new Set(responses('thanks each for an answer'))).toEqual(new Set(['allow']))
    expect(deeds('thanks each for an answer')).toEqual([])
  })

  it('receipts are heard, whatever a parent says or asks before and among them', () => {
    const all = Array(8).fill('collect')
    expect(responses('receipts for a notice')).toEqual(['allow', ...all])
    expect(deeds('receipts for a notice')).toEqual([[6, 'collective']])
    for (const name of ['receipts for a notice and a question', 'receipts after somebody else has answered']) {
      expect(responses(name)).toEqual(['allow', 'allow', ...FLOOD])
      expect(deeds(name)).toEqual([[7, 'collective']])
    }
    expect(responses('receipts with a question in between')).toEqual([
      'allow',
      ...all.slice(0, 3),
      'allow',
      ...all.slice(3),
    ])
    expect(deeds('receipts with a question in between')).toEqual([[7, 'collective']])
  })

  it('receipts are wanted as long as one of the running notices wants them', () => {
    expect(new Set(responses('receipts wanted for the notice before the last'))).toEqual(new Set(['allow']))
    expect(deeds('receipts wanted for the notice before the last')).toEqual([])
    for (const name of [
      'receipts wanted no longer',
      'receipts wanted until ten o’clock',
      'receipts wanted this morning',
    ]) {
      expect(responses(name).slice(2)).toEqual(Array(8).fill('collect'))
      expect(deeds(name)).toEqual([[7, 'collective']])
    }
  })

  it('who sends stickers or emoji alone hears a word in private at the eighth', () => {
    for (const name of ['ten stickers of one', 'ten emoji of one', 'stickers and emoji of one']) {
      expect(responses(name).slice(2)).toEqual([...Array(5).fill('collect'), ...Array(3).fill('remind')])
      expect(deeds(name).filter(([, kind]) => kind === 'remind')).toEqual([[8, 'remind', ASKER]])
    }
  })

  it('of stickers of one sender the third is a flood, of emoji in a line of text none', () => {
    expect(deeds('ten stickers of one')[0]).toEqual([3, 'collective'])
    expect(deeds('ten emoji of one')).toEqual([[8, 'remind', ASKER]])
    expect(deeds('seven emoji of one')).toEqual([])
    expect(new Set(responses('emoji of one over an hour'))).toEqual(new Set(['allow']))
  })

  it('stickers of many are a flood', () => {
    expect(deeds('stickers of eight')).toEqual([[5, 'collective']])
  })

  it('receipts and thanks are one flood', () => {
    expect(responses('receipts and thanks in turn').slice(3)).toEqual(Array(6).fill('collect'))
    expect(deeds('receipts and thanks in turn')).toEqual([[6, 'collective']])
  })

  it('who answers another parent answers no notice', () => {
    for (const name of ['receipts for a parent', 'receipts for a parent, by two, after a notice']) {
      expect(new Set(responses(name))).toEqual(new Set(['allow']))
      expect(deeds(name)).toEqual([])
    }
  })
})
