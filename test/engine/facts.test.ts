import { describe, expect, it } from '@jest/globals'
import { type FactsInput, MemoryHistory, makeFacts } from '../../src/engine/index.js'
import type { EventBody } from '../../src/model/event.js'
import type { Facts } from '../../src/model/signal.js'
import { DAY, MINUTE } from '../../src/model/time.js'
import { meter } from '../cpu.js'
import { AFTERNOON, GROUP, historyOf, memberOf, NOW, PARAMS } from '../signals/support.js'

function made(body: EventBody, given: Partial<FactsInput> = {}): Facts {
  return makeFacts({
    event: { id: 'e1', group: GROUP.id, at: NOW, from: { id: 'm', name: '钱多多妈妈' }, body },
    group: GROUP,
    member: memberOf('parent', '钱多多妈妈'),
    history: new MemoryHistory(),
    params: PARAMS,
    local: AFTERNOON,
    digest: key => `#${key}`,
    ...given,
  })
}
const message = (more: object): EventBody => ({ kind: 'message', message: { kind: 'text', text: '', ...more } })

describe('makeFacts', () => {
  it('gives the text of a message, apart from what is attached', () => {
    const facts = made(message({ kind: 'link', text: '看看', title: '标题', filename: 'a.doc', ocr: '图中字' }))
    expect(facts.text.original).toBe('看看')
    expect(facts.attached.original).toBe('标题\na.doc\n图中字')
  })

  it('never takes the quoted for the sender’s own', () => {
    const facts = made(message({ text: '不是吧', quoted: '要代购的私我' }))
    expect(facts.text.original + facts.attached.original).not.toContain('代购')
  })

  it('leaves out what was quoted in the text, if it was ever said, and only then', () => {
    const text = '「冯小满爸爸：要代购的私我」\n- - - - - - - - - - - - - - -\n别在群里发广告'
    const said = historyOf({ member: 'other', digest: '#要代购的私我', at: NOW - 3 * DAY })
    expect(made(message({ text }), { history: said }).text.original).toBe('别在群里发广告')
    // anybody can type a quotation of what nobody said
    expect(made(message({ text })).text.original).toBe(text)
    const longAgo = historyOf({ member: 'other', digest: '#要代购的私我', at: NOW - 8 * DAY })
    expect(made(message({ text }), { history: longAgo }).text.original).toBe(text)
    const otherwise = historyOf({ member: 'other', digest: '#要代购的', at: NOW - MINUTE })
    expect(made(message({ text }), { history: otherwise }).text.original).toBe(text)
  })

  it.each([
    [{ kind: 'rename', name: '冯小满妈妈' }, '冯小满妈妈'],
    [{ kind: 'notice', text: '以上是打招呼的消息' }, '以上是打招呼的消息'],
    [{ kind: 'join', joined: [{ id: 'x', name: '晨光教育' }], inviter: null, via: 'invite' }, ''],
    [{ kind: 'leave', left: [{ id: 'x', name: '晨光教育' }] }, ''],
    [{ kind: 'recall', of: null }, ''],
  ] as [EventBody, string][])('of %j it is %j', (body, text) => {
    const facts = made(body)
    expect(facts.text.original).toBe(text)
    expect(facts.attached.original).toBe('')
    expect(facts.ownNotice).toBeNull()
  })

  it('computes each part once, and only when asked', () => {
    let digests = 0
    let locals = 0
    const facts = made(message({ text: '收到' }), {
      digest: key => `${digests++}${key}`,
      local: () => {
        locals++
        return AFTERNOON
      },
    })
    expect([digests, locals]).toEqual([0, 0])
    expect(facts.digest).toBe(facts.digest)
    expect(facts.local).toBe(facts.local)
    expect(facts.text).toBe(facts.text)
    expect(facts.entities).toBe(facts.entities)
    expect([digests, locals]).toEqual([1, 1])
  })

  it('has no digest where there is no text', () => {
    expect(made(message({ text: '收 到！' })).digest).toBe('#收到')
    expect(made(message({ kind: 'image' })).digest).toBe('')
    expect(made(message({ text: '！！' })).digest).toBe('')
  })

  it('gives the notice that is running at the time of the event', () => {
    const notice = { eventId: 'n', at: NOW - 10, wanted: 'none' as const, until: NOW + 1 }
    expect(made(message({ text: 'a' }), { history: historyOf({ notice }) }).notice).toEqual(notice)
    expect(
      made(message({ text: 'a' }), { history: historyOf({ notice: { ...notice, until: NOW } }) }).notice,
    ).toBeNull()
  })

  it('never reads a notice in what a parent writes', () => {
    expect(made(message({ text: '各位家长，明天开会，收到请回复' })).ownNotice).toBeNull()
  })

  it('reads one of the family committee where the pack says that it publishes', () => {
    const text = '各位家长，明天开会，收到请回复'
    const as = (name: string, committeePublishes: boolean) => {
      const event = { id: 'e1', group: GROUP.id, at: NOW, from: { id: 'm', name }, body: message({ text }) }
      return made(event.body, { event, params: { ...PARAMS, committeePublishes } }).ownNotice
    }
    expect(as('邓乐乐爸爸（家委）', true)).toMatchObject({ wanted: 'reply' })
    expect(as('邓乐乐爸爸（家委）', false)).toBeNull()
    expect(as('邓乐乐爸爸', true)).toBeNull()
  })

  it('reads local time as given', () => {
    expect(made(message({})).local).toBe(AFTERNOON)
  })

  it('judges a monstrous text by its beginning, in good time', () => {
    const spent = meter()
    const facts = made(message({ text: '好'.repeat(1_000_000), ocr: '😀'.repeat(500_000) }))
    expect(facts.text.original.length).toBe(16_384)
    expect(facts.attached.original.length).toBe(16_384)
    expect(facts.entities).toEqual([])
    expect(facts.question).toBe(false)
    expect(spent()).toBeLessThan(5000)
  })
})
