import { describe, expect, it } from '@jest/globals'
import type { MessageKind } from '../../../src/model/event.js'
import type { GroupProfile } from '../../../src/model/member.js'
import { DAY, HOUR, MINUTE } from '../../../src/model/time.js'
import { withHush } from '../../../src/pipeline/hush.js'
import { NOW } from '../../signals/support.js'
import { GROUP, type Rig, type RigOptions, rig, said } from '../rig.js'

let count = 0

/** A class in which somebody says something, now. */
function group(options: RigOptions = {}) {
  const it = rig(options)
  const say = (from: { id: string; name: string }, text: string, more: Record<string, unknown> = {}) => {
    const id = `q${count++}`
    it.moderator.event(said(id, { ...it.parent, ...from }, text, more, it.clock.now()))
    return id
  }
  return { ...it, say }
}

const open = ({ ledger }: Pick<Rig, 'ledger'>) => ledger.openQuestions(GROUP).map(({ excerpt }) => excerpt)

describe('the question tracker', () => {
  it('keeps a parent’s question, masked, until it is answered', () => {
    const it = group()
    it.say(it.parent, '程小满明天几点到校？打我电话 13912345678')
    expect(it.ledger.openQuestions(GROUP)).toMatchObject([{ asker: it.parent.id, asked: 1, health: false }])
    expect(open(it)[0]).toContain('[手机号]')
    expect(open(it)[0]).not.toContain('小满')
    it.say(it.teacher, '八点到校')
    expect(open(it)).toEqual([])
    expect(it.ledger.questionCounts(GROUP, 0, NOW + 1)).toEqual({ asked: 1, answered: 1 })
  })

  it('keeps no text of what is no question, and none of a teacher’s question', () => {
    const it = group()
    const id = it.say(it.parent, '今天的风真大')
    const other = it.say(it.teacher, '谁的水杯落在教室了？')
    expect([it.ledger.decision(id)?.excerpt, it.ledger.decision(other)?.excerpt, open(it)]).toEqual([null, null, []])
  })

  it('knows that health comes first', () => {
    const it = group()
    it.say(it.parent, '孩子发烧了，下午还要来吗？')
    expect(it.ledger.openQuestions(GROUP)).toMatchObject([{ health: true }])
  })

  it('leaves alone what the bot itself deals with', () => {
    const it = group()
    it.say(it.parent, '要不要一起团购？')
    it.say(it.parent, '群收款谁发起的？')
    expect(open(it)).toEqual([])
  })

  it('counts the second asking and opens no second question', () => {
    const it = group()
    it.say(it.parent, '老师，春游带不带雨衣？')
    it.clock.advanceTo(NOW + HOUR)
    it.say(it.parent, '春游要带雨衣吗老师')
    expect(it.ledger.openQuestions(GROUP)).toMatchObject([{ asked: 2 }])
  })

  it('closes what its asker takes back', () => {
    const it = group()
    const id = it.say(it.parent, '老师，春游带不带雨衣？')
    it.moderator.event({ ...said('r1', it.parent, ''), body: { kind: 'recall', of: id } })
    expect(open(it)).toEqual([])
  })

  it('is one write with the decision: what fails leaves neither', () => {
    const it = group({
      wrap: real => ({
        ...real,
        askQuestion() {
          throw new Error('disk full')
        },
      }),
    })
    expect(() => it.say(it.parent, '老师，春游带不带雨衣？')).toThrow('disk full')
    expect([it.ledger.stats().decisions, it.ledger.undecidedEvents().length]).toEqual([0, 1])
  })

  it('a line older than what waits answers nothing', () => {
    const it = group()
    it.say(it.parent, '明天几点到校？')
    it.moderator.event(said('older', { ...it.parent, ...it.teacher }, '八点', {}, NOW - MINUTE))
    expect(open(it)).toHaveLength(1)
  })
})

describe('the word to a teacher about pictures', () => {
  const reminders = (it: Pick<Rig, 'ledger'>) =>
    it.ledger.dueActions(NOW + 99 * DAY, 100).filter(action => action.topic === 'portrait')
  const post = (it: ReturnType<typeof group>, kind: MessageKind, who: { id: string; name: string } = it.teacher) =>
    it.say(who, '', { kind })

  it('comes with the third picture or with a film, once a month', () => {
    const it = group()
    post(it, 'image')
    post(it, 'image')
    expect(reminders(it)).toEqual([])
    post(it, 'image')
    expect(reminders(it)).toMatchObject([{ kind: 'remind', target: { person: it.teacher.id } }])
    post(it, 'video')
    it.clock.advanceTo(NOW + 20 * DAY)
    post(it, 'video')
    expect(reminders(it)).toHaveLength(1)
    it.clock.advanceTo(NOW + 31 * DAY)
    post(it, 'video')
    expect(reminders(it)).toHaveLength(2)
  })

  it('does not come to parents, at night, over days, or where nobody can be reached', () => {
    const it = group()
    for (let i = 0; i < 4; i++) post(it, 'image', it.parent)
    for (let i = 1; i < 4; i++) {
      it.clock.advanceTo(NOW + i * HOUR)
      post(it, 'image')
    }
    it.clock.advanceTo(NOW + 9 * HOUR)
    post(it, 'video')
    it.clock.advanceTo(NOW + DAY)
    it.deps.reachable = () => false
    post(it, 'video')
    expect(reminders(it)).toEqual([])
  })

  it('is withheld in shadow mode', () => {
    const it = group({ mode: 'shadow' })
    post(it, 'video')
    expect(it.ledger.stats().actions).toMatchObject([{ kind: 'remind', state: 'withheld' }])
  })
})

describe('the line after work', () => {
  const lines = (it: Pick<Rig, 'ledger'>) =>
    it.ledger.dueActions(NOW + 99 * DAY, 100).filter(action => action.topic === 'after_work').length
  function wanted(options: RigOptions = {}) {
    const it = group(options)
    const profile = { ...(it.deps.groups.profile(GROUP) as GroupProfile), afterWorkNote: true }
    it.deps.groups.profile = () => profile
    return it
  }
  // NOW is three in the afternoon
  const EVENING = NOW + 5.5 * HOUR

  it('is said once on an evening, to the first who asks', () => {
    const it = wanted()
    it.say(it.parent, '明天几点到校？')
    it.clock.advanceTo(EVENING)
    it.say(it.parent, '今天的风真大')
    expect(lines(it)).toBe(0)
    it.say(it.parent, '春游带不带雨衣？')
    it.clock.advanceTo(EVENING + 10 * MINUTE)
    it.say(it.parent, '食堂明天吃什么？')
    expect(lines(it)).toBe(1)
    it.clock.advanceTo(EVENING + DAY)
    it.say(it.parent, '校服几号发？')
    expect(lines(it)).toBe(2)
  })

  it('is not said where nobody wants it, at night, or during a pause', () => {
    const plain = group()
    plain.clock.advanceTo(EVENING)
    plain.say(plain.parent, '春游带不带雨衣？')
    const it = wanted()
    it.clock.advanceTo(NOW + 8 * HOUR)
    it.say(it.parent, '春游带不带雨衣？')
    it.clock.advanceTo(EVENING + DAY)
    it.ledger.setMeta(`paused:${GROUP}`, String(EVENING + 2 * DAY))
    it.say(it.parent, '食堂明天吃什么？')
    expect([lines(plain), lines(it)]).toEqual([0, 0])
  })

  it('does not lapse into the night', () => {
    const it = wanted()
    // five minutes before the night of the rig's pack
    const LATE = NOW + 7 * HOUR - 5 * MINUTE
    it.clock.advanceTo(LATE)
    it.say(it.parent, '春游带不带雨衣？')
    const [line] = it.ledger.dueActions(LATE, 100).filter(action => action.topic === 'after_work')
    expect(line?.expiresAt).toBe(LATE + 5 * MINUTE)
  })

  it('is dropped where an emergency began, or a pause, before its turn', () => {
    for (const hush of ['emergency', 'pause', 'none'] as const) {
      const it = wanted()
      it.clock.advanceTo(EVENING)
      it.say(it.parent, '春游带不带雨衣？')
      const [line] = it.ledger.dueActions(EVENING, 100).filter(action => action.topic === 'after_work')
      if (hush === 'emergency') it.say(it.parent, '孩子摔断了腿')
      if (hush === 'pause') it.ledger.setMeta(`paused:${GROUP}`, String(EVENING + HOUR))
      expect(withHush(it.ledger, it.deps).markSending(line?.id ?? '', EVENING)).toBe(hush === 'none')
      expect(it.ledger.action(line?.id ?? '')?.state).toBe(hush === 'none' ? 'sending' : 'expired')
    }
  })

  it('is not said while the group speaks of an emergency', () => {
    const it = wanted()
    it.clock.advanceTo(EVENING)
    it.say(it.parent, '孩子摔断了腿')
    it.clock.advanceTo(EVENING + 5 * MINUTE)
    it.say(it.parent, '校服几号发？')
    expect(lines(it)).toBe(0)
    it.clock.advanceTo(EVENING + DAY)
    it.say(it.parent, '春游带不带雨衣？')
    expect(lines(it)).toBe(1)
  })
})
