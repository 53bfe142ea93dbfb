import { describe, expect, it } from '@jest/globals'
import { EffectError, SimulatedEffects } from '../../src/effects/index.js'
import { SchoolDirectory } from '../../src/gateways/directory.js'
import { evening } from '../../src/jobs/digest/jobs.js'
import type { Action } from '../../src/model/action.js'
import type { Role } from '../../src/model/member.js'
import type { Tightening } from '../../src/model/rule.js'
import type { School } from '../../src/model/school.js'
import { DAY, HOUR, MINUTE, SECOND } from '../../src/model/time.js'
import { assemble } from '../../src/pipeline/assemble.js'
import { pausedKey } from '../../src/pipeline/commands/pause.js'
import type { Deps } from '../../src/pipeline/deps.js'
import { undeliveredOf } from '../../src/pipeline/undelivered.js'
import { outcome } from '../engine/support.js'
import { NOW } from '../signals/support.js'
import { GROUP, KEY, rig, said } from './rig.js'

const MEMBERS: [string, Role][] = [
  ['班主任王老师', 'head_teacher'],
  ['副班主任柏老师', 'deputy'],
  ['程小满妈妈', 'parent'],
  ['德育处闻主任', 'supervisor'],
]

const SCHOOL: School = {
  school: '柳溪小学',
  timezone: 'Asia/Shanghai',
  bot: { id: 'bz1', puppet: '', puppetToken: null },
  dataDir: '',
  rulesDir: '',
  groups: [
    {
      id: GROUP,
      topic: '三年级2班家长群',
      pack: 'common',
      grade: 3,
      members: MEMBERS.map(([name, role]) => ({ name, aka: [], role, students: [], exempt: [] })),
      students: ['程小满'],
      scamNoticeAuthorised: false,
      mode: 'live',
    },
  ],
  people: [],
  smtp: null,
  pacing: { perMinute: 60, perDay: 1000, jitter: 0 },
  retention: { inbox: 0, flagged: 0, escalated: 0 },
  signals: [],
  calendar: { workdays: [], restDays: [] },
}

/** How one private text to a person ends, by the person's id; null lets it arrive. */
type Fate = (person: string, text: string) => EffectError | null

/** The whole path with a real ledger and effects that fail as a test says. */
function school(
  options: {
    channels?: (role: string) => readonly string[]
    befriends?: boolean
    reachable?: boolean
    tighten?: Tightening
  } = {},
) {
  const made = rig()
  const { ledger, clock } = made
  const groups = SCHOOL.groups.map(group => ({ ...group, ...(options.tighten && { tighten: options.tighten }) }))
  const directory = new SchoolDirectory({ ...SCHOOL, groups }, ledger)
  const [head, deputy, parent, supervisor] = directory.profile(GROUP)?.members ?? []
  if (!head || !deputy || !parent || !supervisor) throw new Error('no class')
  const roles = new Map([head, deputy, parent, supervisor].map(one => [one.id, one.role]))
  let fate: Fate = () => null
  const effects = new SimulatedEffects({ clock })
  const well = effects.sayInPrivate.bind(effects)
  const attempts: string[] = []
  effects.sayInPrivate = async (person, text) => {
    attempts.push(`${roles.get(person)} ${text.split(' ')[0]}`)
    const error = fate(person, text)
    if (error) throw error
    return well(person, text)
  }
  let deps: Deps | null = null
  const { moderator, outbox } = assemble({
    ledger,
    directory,
    effects,
    clock,
    key: KEY,
    rules: made.deps.rules,
    mode: () => 'live',
    reachable: () => options.reachable ?? true,
    channels: person => options.channels?.(roles.get(person) ?? '') ?? [],
    ...(options.befriends === undefined ? {} : { befriends: options.befriends }),
    pacing: SCHOOL.pacing,
    random: () => 0.5,
    online: true,
    calendar: SCHOOL.calendar,
    log: { info: () => {}, warn: () => {}, error: () => {} },
    jobs: whole => {
      deps = whole
      return { tick: () => {}, nextDue: () => null }
    },
  })
  /** `parent remind failed`, of everything that was ever owed */
  const all = (): Action[] =>
    [...roles.keys(), GROUP].flatMap(id => ledger.actionsTo(id)).sort((a, b) => a.id.localeCompare(b.id))
  const states = () =>
    all().map(
      ({ target, kind, state }) => `${'person' in target ? roles.get(target.person) : 'group'} ${kind} ${state}`,
    )
  const pass = async (time: number) => {
    await outbox.drain()
    for (const end = clock.now() + time; clock.now() < end; ) {
      const next = Math.min(outbox.nextWakeAt() ?? end, moderator.nextDeadline() ?? end, end)
      clock.advanceTo(Math.max(clock.now() + SECOND, next))
      moderator.tick()
      await outbox.drain()
    }
  }
  const digest = () => {
    if (!deps) throw new Error('no deps')
    const profile = directory.profile(GROUP)
    if (!profile) throw new Error('no group')
    const now = clock.now()
    evening.run({
      deps,
      groups: [profile],
      timezone: 'Asia/Shanghai',
      due: now,
      before: now - DAY,
      lastRun: () => null,
      cause: `job/digest/${now}`,
      retention: null,
    })
    return ledger
      .actionsOf(`job/digest/${now}/${GROUP}/${head.id}`)
      .flatMap(({ text }) => text.split('\n'))
      .filter(line => line.startsWith('digest.undelivered'))
  }
  const fails = (wanted: Fate) => {
    fate = wanted
  }
  const from = { head, deputy, parent, supervisor }
  const hear = (text: string, who = parent, id = `e-${text}-${clock.now()}`) =>
    moderator.event(said(id, who, text, {}, clock.now()))
  return { ...from, ledger, moderator, outbox, effects, clock, attempts, all, states, pass, digest, fails, hear }
}

const STRANGER = () => new EffectError('unreachable', '不是好友')
const REFUSED = () => new EffectError('refused', '拒绝')
const LOST = () => new EffectError('unknown', '断了')

describe('a private word that cannot arrive', () => {
  it.each([
    ['not a friend', STRANGER],
    ['refused for good', REFUSED],
  ])('becomes a later decision: %s', async (_, error) => {
    const it = school()
    it.fails(person => (person === it.parent.id ? error() : null))
    const first = it.hear('团购啦')
    await it.pass(HOUR)
    expect(it.states()).toEqual(['parent remind failed', 'head_teacher alert done', 'group collective done'])
    const latest = it.ledger.decision(first?.event.id ?? '')
    expect(latest?.decision).toMatchObject({ supersedes: first?.decision.id, respond: 'remind', rule: 'advert' })
    expect(latest?.decision.steps.map(({ because }) => because)).toContain('私下的话没有送到本人')
    expect(it.effects.sent.map(({ text }) => text.split(' ')[0])).toEqual(['alert.ready_text', 'notice.befriend'])
    expect(it.ledger.verifyChain()).toMatchObject({ ok: true })
  })

  it('does not go round, nor is it tried again', async () => {
    const it = school()
    it.fails(() => REFUSED())
    it.hear('团购啦')
    await it.pass(DAY)
    expect(it.attempts).toEqual(['parent 班级群里先不发团购啦。', 'head_teacher alert.ready_text'])
    expect(it.ledger.decisions({ limit: 10 })).toHaveLength(2)
  })

  it('is handed over beside a recall request, whose case goes on', async () => {
    const it = school()
    it.fails(person => (person === it.parent.id ? STRANGER() : null))
    const first = it.hear('身份证号发一下')
    await it.pass(10 * SECOND)
    expect(it.effects.sent.map(({ text }) => text.split(' ')[0])).toEqual(['alert.ready_text', 'notice.befriend'])
    expect(it.ledger.openCases()).toMatchObject([{ kind: 'recall', state: 'waiting' }])
    expect(it.ledger.decision(first?.event.id ?? '')?.case?.id).toBe(first?.openedCase?.id)
    await it.pass(3 * MINUTE)
    expect(it.ledger.openCases()).toMatchObject([{ kind: 'recall', state: 'open' }])
    expect(it.effects.sent.at(-1)?.text).toContain('alert.recall_expired')
  })

  it('is nothing any more once the sender has taken the message back', async () => {
    const it = school()
    const first = it.hear('身份证号发一下')
    it.fails(person => (person === it.parent.id ? STRANGER() : null))
    const event = first?.event
    if (!event) throw new Error('no event')
    it.moderator.event({ ...event, id: 'r1', body: { kind: 'recall', of: event.id } })
    await it.pass(HOUR)
    expect(it.states().filter(state => state.startsWith('group'))).toEqual([])
    expect(it.attempts.some(attempt => attempt.includes('ready_text'))).toBe(false)
  })

  it('asked for by a digit gives the words to whoever asked', async () => {
    const escalates = outcome({ respond: 'escalate', severity: 'P1', to: 'head_teacher' })
    const it = school({ tighten: { params: {}, rules: new Map([['gift', escalates]]) } })
    it.hear('红包来啦')
    await it.pass(SECOND)
    it.fails(person => (person === it.parent.id ? STRANGER() : null))
    const [found] = it.ledger.openCases()
    const answer = { id: 'p1', at: it.clock.now(), from: { id: it.head.id, name: '' }, text: `${found?.code} 2` }
    it.moderator.privateMessage(answer)
    await it.pass(MINUTE)
    const said = it.effects.sent.map(({ text }) => text)
    expect(said.at(-1)).toMatch(/^reply\.ready_text .*红包可以先不发啦。/)
  })

  it('is handed over in the words of a class that is stricter than its pack', async () => {
    const own = outcome({ respond: 'ask_recall', message: 'private.phone' })
    const it = school({ tighten: { params: {}, rules: new Map([['advert', own]]) } })
    it.fails(person => (person === it.parent.id ? STRANGER() : null))
    it.hear('团购啦')
    await it.pass(MINUTE)
    const ready = it.effects.sent.find(({ text }) => text.startsWith('alert.ready_text'))
    expect(ready?.text).toContain('麻烦撤回一下。')
  })

  it('invites nobody where friend requests are not taken', async () => {
    const it = school({ befriends: false })
    it.fails(person => (person === it.parent.id ? STRANGER() : null))
    it.hear('团购啦')
    await it.pass(MINUTE)
    expect(it.states()).toEqual(['parent remind failed', 'head_teacher alert done'])
  })

  it('owes nothing twice after a restart in between', async () => {
    const it = school()
    it.fails(person => (person === it.parent.id ? STRANGER() : null))
    it.hear('团购啦')
    await it.pass(SECOND)
    it.outbox.recover()
    await it.pass(HOUR)
    expect(it.states()).toEqual(['parent remind failed', 'head_teacher alert done', 'group collective done'])
  })
})

describe('somebody known to be no friend', () => {
  it('is not even tried', async () => {
    const it = school({ reachable: false })
    it.hear('团购啦')
    await it.pass(MINUTE)
    expect(it.states()).toEqual(['head_teacher alert done', 'group collective done'])
    expect(it.attempts).toEqual(['head_teacher alert.ready_text'])
  })
})

describe('a collective line that was decided', () => {
  it('is dropped where an emergency began before its turn', async () => {
    const it = school({ reachable: false })
    it.hear('团购啦')
    it.hear('孩子摔断了腿', it.deputy)
    await it.pass(MINUTE)
    expect(it.states()).toContain('group collective expired')
    expect(it.effects.sent.some(({ target }) => !('person' in target))).toBe(false)
  })

  it('or a pause', async () => {
    const it = school({ reachable: false })
    it.hear('团购啦')
    it.ledger.setMeta(pausedKey(GROUP), String(NOW + HOUR))
    await it.pass(MINUTE)
    expect(it.states()).toContain('group collective expired')
  })

  it('goes where nothing of that kind happened', async () => {
    const it = school({ reachable: false })
    it.hear('团购啦')
    it.hear('明天群收款', it.supervisor)
    await it.pass(MINUTE)
    expect(it.states()).toContain('group collective done')
  })
})

describe('an alert that may not have arrived', () => {
  it('has one colleague asked by WeChat, who is told nothing of the matter', async () => {
    const it = school()
    it.fails((person, text) => (person === it.head.id && text.startsWith('alert.p1') ? LOST() : null))
    it.hear('明天群收款')
    await it.pass(MINUTE)
    expect(it.states()).toEqual(['head_teacher alert unknown', 'deputy alert done'])
    expect(it.effects.sent.map(({ text }) => text)).toEqual(['alert.undelivered A1 班主任'])
  })

  it('tells every other channel and person once, and nobody twice by the same', async () => {
    const it = school({ channels: role => (role === 'head_teacher' ? ['email', 'wecom'] : []) })
    it.fails((person, text) => (person === it.head.id && text.startsWith('alert.p1') ? LOST() : null))
    it.hear('明天群收款')
    await it.pass(MINUTE)
    for (let restart = 0; restart < 3; restart++) {
      it.outbox.recover()
      await it.pass(MINUTE)
    }
    const second = it.effects.second.map(({ channel, text }) => `${channel} ${text}`)
    expect(second.sort()).toEqual([
      'email second.alert A1 P1',
      'email second.failed A1',
      'wecom second.alert A1 P1',
      'wecom second.failed A1',
    ])
    expect(it.states().filter(state => state.startsWith('deputy'))).toEqual(['deputy alert done'])
  })

  it('raises no alarm about an alarm', async () => {
    const it = school()
    it.fails(person => (person === it.head.id || person === it.deputy.id ? LOST() : null))
    it.hear('明天群收款')
    await it.pass(MINUTE)
    expect(it.states()).toEqual(['head_teacher alert unknown', 'deputy alert unknown'])
  })

  it('of a P0 asks somebody who knows of it', async () => {
    const it = school()
    it.fails((person, text) => (person === it.head.id && text.startsWith('alert.p0') ? REFUSED() : null))
    it.hear('验证码发我')
    await it.pass(MINUTE)
    const asked = it.effects.sent.filter(({ text }) => text.startsWith('alert.undelivered'))
    expect(asked.map(({ target }) => ('person' in target ? target.person : ''))).toEqual([it.deputy.id])
  })
})

describe('a line whose outcome stays unknown', () => {
  it('is told in the next digest, once, whatever restarts there are', async () => {
    const it = school()
    it.fails(person => (person === it.parent.id ? LOST() : null))
    it.hear('团购啦')
    await it.pass(MINUTE)
    it.outbox.recover()
    expect(it.states()).toEqual(['parent remind unknown'])
    expect(it.digest()).toEqual(['digest.undelivered 1 私下提醒1'])
    it.outbox.recover()
    it.clock.advanceTo(NOW + HOUR)
    expect(it.digest()).toEqual([])
    expect(it.attempts).toHaveLength(1)
  })

  it('is not told when its echo came after all', async () => {
    const it = school()
    it.fails(person => (person === it.parent.id ? LOST() : null))
    it.hear('团购啦')
    await it.pass(SECOND)
    const target = { person: it.parent.id }
    it.outbox.heard({ messageId: 'm9', at: it.clock.now(), target, text: '班级群里先不发团购啦。' })
    expect(it.states()).toEqual(['parent remind done'])
    expect(it.digest()).toEqual([])
  })

  it('that was for somebody else in charge is not the reader’s business', async () => {
    const it = school()
    it.fails(person => (person === it.deputy.id || person === it.head.id ? LOST() : null))
    it.hear('明天群收款')
    await it.pass(MINUTE)
    expect(undeliveredOf(it.ledger, GROUP, it.supervisor.id)).toEqual([])
    expect(undeliveredOf(it.ledger, GROUP, it.deputy.id)).toHaveLength(1)
  })

  it('is forgotten a week after it was told', async () => {
    const it = school()
    it.fails(person => (person === it.parent.id ? LOST() : null))
    it.hear('团购啦')
    await it.pass(SECOND)
    it.digest()
    it.fails(() => null)
    it.clock.advanceTo(NOW + 8 * DAY)
    it.fails(person => (person === it.parent.id ? LOST() : null))
    it.hear('团购啦', it.parent, 'e2')
    await it.pass(SECOND)
    expect(it.ledger.metas('undelivered:')).toHaveLength(2)
    it.digest()
    expect(it.ledger.metas('undelivered:')).toHaveLength(1)
    it.outbox.recover()
    it.clock.advanceTo(it.clock.now() + MINUTE)
    expect(it.digest()).toEqual([])
  })
})

describe('an account from which somebody else may be writing', () => {
  it('gets nothing in the chat while the case waits; the owner is told beside it', async () => {
    const it = school({ channels: role => (role === 'head_teacher' ? ['email'] : []) })
    it.hear('验证码发我', it.head)
    await it.pass(MINUTE)
    expect(it.effects.second.map(({ person, text }) => [person, text])).toEqual([[it.head.id, 'second.hijacked A1']])
    it.hear('明天群收款', it.parent)
    await it.pass(MINUTE)
    expect(it.attempts.filter(attempt => attempt.startsWith('head_teacher'))).toEqual([])
    // what was meant for the account fails, and goes to its owner's channel and to a colleague instead
    expect(it.states()).toContain('head_teacher alert failed')
    expect(it.effects.second.map(({ text }) => text)).toContain('second.failed A2')
    expect(it.effects.sent.map(({ text }) => text)).toContain('alert.undelivered A2 班主任')
  })

  it('commands nothing', async () => {
    const it = school()
    it.hear('明天群收款', it.parent)
    it.hear('验证码发我', it.head)
    await it.pass(SECOND)
    const message = { id: 'p1', at: it.clock.now(), from: { id: it.head.id, name: '' }, text: 'A1 5' }
    it.moderator.privateMessage(message)
    expect(it.ledger.openCases()).toHaveLength(2)
  })

  it('is trusted again when the case is closed', async () => {
    const it = school()
    const outcome = it.hear('验证码发我', it.head)
    await it.pass(SECOND)
    const code = outcome?.openedCase?.code
    it.moderator.privateMessage({
      id: 'p1',
      at: it.clock.now(),
      from: { id: it.supervisor.id, name: '' },
      text: `${code} 5`,
    })
    it.hear('明天群收款', it.parent)
    await it.pass(MINUTE)
    expect(it.attempts).toContain('head_teacher alert.p1')
  })

  it('is not doubted for longer than a day', async () => {
    const it = school()
    it.hear('验证码发我', it.head)
    await it.pass(25 * HOUR)
    it.hear('明天群收款', it.parent)
    await it.pass(MINUTE)
    expect(it.attempts.some(attempt => attempt === 'head_teacher alert.p1')).toBe(true)
  })
})
