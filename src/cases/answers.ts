import type { ActionDraft } from '../model/action.js'
import type { Case } from '../model/case.js'
import { ROLE_LABELS } from '../model/labels.js'
import type { Person } from '../model/member.js'
import { firstDeadline, isCare, isNight, wallClock } from '../policy/index.js'
import type { CaseContext, Digit, Moved } from './api.js'
import { type Deed, superior } from './chain.js'
import { alert, answer, gist, leaves, takeBack, toGroup, toSender } from './lines.js'

/** At most so many characters of a message about self-harm are ever shown. */
const CARE_EXCERPT = 15

/** The case is over because of this person's digit. */
function closed(context: CaseContext, by: Person, digit: Digit): Moved['to'] {
  return { state: 'closed', closedAt: context.now, closedBy: `${by.role}:${digit}` }
}

/** Everybody else who was told of an emergency hears that somebody answered. */
function tellOthers(found: Case, context: CaseContext, by: Person): ActionDraft[] {
  if (found.severity !== 'P0') return []
  return context.told
    .filter(person => person.id !== by.id)
    .flatMap(person => alert(found, context, person, 'chain.answered', { by: ROLE_LABELS[by.role] }))
}

export function handled(found: Case, context: CaseContext, by: Person): Deed {
  return {
    to: closed(context, by, '1'),
    actions: [answer(found, context, by, 'reply.handled'), ...tellOthers(found, context, by)],
  }
}

export function falseAlarm(found: Case, context: CaseContext, by: Person): Deed {
  return {
    to: closed(context, by, '5'),
    actions: [answer(found, context, by, 'reply.false_alarm'), ...tellOthers(found, context, by)],
    feedback: 'false_alarm',
  }
}

/** Sends the ready text to the sender, or hands it over where the bot cannot or should not send it now. */
export function remindSender(found: Case, context: CaseContext, by: Person): Deed {
  const { about, readyText } = context
  if (context.shadow) return { refused: '试运行期间我不替您私下提醒，方便的话请您直接联系；处理好了回 1' }
  if (!about) return { refused: '这件事没有对应的成员，无法私下提醒' }
  if (readyText === null) return { refused: '这一类没有现成的话术，请您直接联系' }
  const night = isNight(wallClock(context.now, context.minutes), context.params)
  const to = closed(context, by, '2')
  if (!about.reachable || !about.reminderFree || night)
    return { to, actions: [answer(found, context, by, 'reply.ready_text', { text: readyText })] }
  const actions = [toSender(found, context, about.id, readyText), answer(found, context, by, 'reply.reminded')]
  return { to, actions }
}

export function remindGroup(found: Case, context: CaseContext, by: Person): Deed {
  const { groupText } = context
  if (context.shadow) return { refused: '试运行期间我不在群里说话，可由您亲自发；处理好了回 1' }
  if (groupText === null) return { refused: '这一类没有群内提示语，可由您亲自在群里说' }
  if (isNight(wallClock(context.now, context.minutes), context.params))
    return { refused: '夜间机器人不在群里说话，请明早再回复 3，或由您亲自发' }
  if (!context.publicLineFree) return { refused: '今天机器人在群里的两句话已用完，可由您亲自发' }
  const actions = [toGroup(found, context, groupText), answer(found, context, by, 'reply.posted')]
  return { to: closed(context, by, '3'), actions }
}

export function pass(found: Case, context: CaseContext, by: Person): Deed {
  const reader = superior(context)
  if (context.shadow) return { refused: '试运行期间我不转给别人，请您直接联系督导；处理好了回 1' }
  if (!reader || reader.id === by.id) return { refused: '没有登记可以转交的督导' }
  const passed: Case = { ...found, owner: reader.role, state: 'passed' }
  const deadline = leaves(found, context) + firstDeadline(context.params.chain, found.severity)
  return {
    to: { state: 'passed', owner: reader.role, step: 0, deadline },
    actions: [
      ...alert(passed, context, reader, 'chain.passed', { by: ROLE_LABELS[by.role] }),
      answer(found, context, by, 'reply.passed', { to: ROLE_LABELS[reader.role] }),
    ],
  }
}

export function mute(found: Case, context: CaseContext, by: Person): Deed {
  if (!context.about) return { refused: '这件事没有对应的成员，无法设为不再提示' }
  return {
    to: closed(context, by, '6'),
    actions: [answer(found, context, by, 'reply.muted', { what: found.summary })],
    exception: { category: found.category, about: context.about.id },
  }
}

/** Back to where the case stood before this person's last digit. The chain starts again from now. */
export function undo(found: Case, context: CaseContext, by: Person): Deed {
  const { last, lastLine, now, params } = context
  if (!last) return { refused: '没有可以撤销的上一步' }
  if (last.by.id !== by.id) return { refused: '上一步不是您操作的，不能撤销' }
  const { state, step } = last.from
  const again = leaves(found, context) + firstDeadline(params.chain, found.severity)
  const deadline = state === 'waiting' ? Math.max(found.deadline, now) : again
  // only 4 gives a case to somebody else
  const owner = last.digit === '4' && last.from.owner === found.owner ? last.by.role : last.from.owner
  return {
    to: { state, step, owner, deadline, closedAt: null, closedBy: null },
    actions: [...(lastLine ? [takeBack(found, context, lastLine)] : []), answer(found, context, by, 'reply.undone')],
    withdraws: true,
  }
}

export function show(found: Case, context: CaseContext, by: Person): Deed {
  const { excerpt } = context
  const characters = [...(excerpt ?? '')]
  const short = isCare(found.category) && characters.length > CARE_EXCERPT
  const text = short ? `${characters.slice(0, CARE_EXCERPT).join('')}…` : (excerpt ?? '（原文已按规定删除）')
  return { to: {}, actions: [answer(found, context, by, 'reply.show', { ...gist(found, context), text })] }
}
