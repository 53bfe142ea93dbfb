import { expect, it } from '@jest/globals'
import { gatherEvening } from '../../src/jobs/digest/gather.js'
import type { GroupProfile } from '../../src/model/member.js'
import type { Opinion, OpinionQuestion } from '../../src/model/opinion.js'
import { Moderator } from '../../src/pipeline/moderator.js'
import type { Opinions } from '../../src/pipeline/opinion/desk.js'
import { config } from '../effects/opinion/chat-host.js'
import { GROUP, rig, said } from '../pipeline/rig.js'
import { NOW } from '../signals/support.js'

it('the evening tells what was only counted because of a second opinion, apart from floods', () => {
  const made = rig()
  const answers = new Map<string, Opinion>()
  const opinions: Opinions = {
    config: config('http://127.0.0.1/', { from: 0, to: 1 }),
    free: () => true,
    ask: ({ text }: OpinionQuestion, answered) =>
      answered({ outcome: 'answered', opinion: answers.get(text) ?? 'unsure', ms: 1, tokens: null, status: 200 }),
  }
  const moderator = new Moderator({ ...made.deps, opinions })
  const hear = (id: string, text: string, opinion: Opinion) => {
    answers.set(text, opinion)
    moderator.event(said(id, made.parent, text))
  }
  hear('m1', '这周末团购车厘子，两斤装', 'no')
  hear('m2', '我家果园的橙子熟了，有想要的找我拿', 'yes')
  hear('m3', '家里自己种的橙子，今年很甜，想要的说一声', 'unsure')
  // and the first words once more, of which the answer is known
  moderator.event(said('m4', made.parent, '这周末团购车厘子，两斤装'))
  const group = made.deps.groups.profile(GROUP) as GroupProfile
  const params = made.deps.rules().compiled.get('common')?.pack.params
  if (!params) throw new Error('no pack')
  const facts = gatherEvening({
    ...{ deps: made.deps, group, params, reader: made.teacher },
    ...{ since: NOW - 1, now: NOW + 1, weekly: false },
  })
  expect(facts.unsure).toEqual([{ label: '商业推销', count: 3 }])
  expect(facts.floods).toEqual([])
})
