import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { randomOf } from '../../scripts/train/random.js'
import { byLabel } from '../../scripts/validation/by-label.js'
import type { Decision } from '../../scripts/validation/decisions.js'
import { type LabelledEvent, readStretches, toRows } from '../../scripts/validation/labels.js'
import { type Figures, figuresOf, judged, type Part } from '../../scripts/validation/score.js'
import { RESPONSES, SEVERITIES } from '../../src/model/rule.js'
import { banzhang, PROJECT } from '../cli/cli.js'
import { decision } from './support.js'

const EVAL = join(PROJECT, '..', 'shared', 'eval')
const present = existsSync(EVAL)
const given = present ? describe : describe.skip
const LOGS = present
  ? [
      join(EVAL, 'messages.dev.jsonl'),
      ...readdirSync(join(EVAL, 'scenarios')).map(name => join(EVAL, 'scenarios', name)),
    ]
  : []

given(`the score beside the dev logs${present ? '' : ' (skipped: ../shared/eval is absent)'}`, () => {
  const stretches = LOGS.flatMap(readStretches)
  const events = stretches.flatMap(one => one.events)

  it.each([1, 2, 3, 4, 5])('comes to the same figures on random decisions (seed %i)', seed => {
    const random = randomOf(seed)
    const decisions = events.filter(() => random() < 0.97).map(event => guess(event, random))
    expect(ours(decisions)).toEqual(theirs(decisions))
  })

  it('comes to the same figures on what the shipped rules decide', async () => {
    const { code, out, err } = await banzhang(['replay', '--json', ...LOGS])
    expect([code, err]).toEqual([0, ''])
    const decisions = out
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as Decision)
    expect(ours(decisions)).toEqual(theirs(decisions))
  }, 120_000)

  /** Right more often than not, with every kind of action here and there. */
  function guess(event: LabelledEvent, random: () => number): Decision {
    const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
    const right = random() < 0.6
    const keepers = ['head_teacher', 'deputy', 'supervisor'] as const
    const kinds = ['remind', 'ask_recall', 'collective', 'alert', 'public_notice']
    const actions = kinds.flatMap(kind => {
      if (random() > (kind === 'collective' && event.collective ? 0.7 : 0.08)) return []
      if (kind === 'alert')
        return [
          { kind, to: one(keepers) },
          { kind, to: one(keepers) },
        ]
      return [{ kind, ...(kind.startsWith('remind') || kind === 'ask_recall' ? { to: event.from } : {}) }]
    })
    return decision(event.id, {
      respond: right ? event.expect : one(RESPONSES),
      severity: right ? (event.severity ?? null) : one([...SEVERITIES, null]),
      to: right ? (event.to ?? null) : one([...keepers, null]),
      actions,
    })
  }

  function ours(decisions: readonly Decision[]) {
    const all = judged(stretches, decisions)
    const labels = byLabel(all).map(({ label, events: n, right, falseAlarms, missed }) => [
      label,
      { n, right, falseAlarm: falseAlarms, missed },
    ])
    return { ...inTheirWords(figuresOf(all)), by_label: Object.fromEntries(labels) }
  }

  function theirs(decisions: readonly Decision[]): unknown {
    const dir = mkdtempSync(join(tmpdir(), 'validation-'))
    try {
      const file = join(dir, 'decisions.jsonl')
      writeFileSync(file, toRows(decisions))
      const gold = LOGS.flatMap(log => ['--gold', log])
      const args = [join(EVAL, 'score.mjs'), ...gold, '--pred', file, '--json']
      return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }))
    } finally {
      rmSync(dir, { recursive: true })
    }
  }
})

function inTheirWords(figures: Figures): Record<string, unknown> {
  const share = ({ some, all }: Part) => (all === 0 ? null : Math.round((1000 * some) / all) / 10)
  const of = ({ some, all }: Part) => `${some}/${all}`
  return {
    events: figures.events,
    missing: figures.missing,
    false_alarm_pct: share(figures.falseAlarms),
    innocent: figures.falseAlarms.all,
    wrongly_approached_pct: share(figures.wronglyApproached),
    caught_pct: share(figures.caught),
    exact_pct: share(figures.exact),
    due: figures.caught.all,
    p0_caught: of(figures.p0Caught),
    p0_escalated_at_all: of(figures.p0Escalated),
    p0_false_per_1000: Math.round((10_000 * figures.p0False.some) / figures.p0False.all) / 10,
    p0_inflated: figures.p0Inflated,
    routed_right_pct: share(figures.routedRight),
    routed_supervisor_right: of(figures.routedSupervisor),
    collective_right: of(figures.collectiveRight),
    unexpected_public_lines: figures.unexpectedPublicLines,
    most_public_lines_a_group_day: figures.mostPublicLinesAGroupDay,
    private_lines_to_innocent: figures.privateLinesToInnocent,
    alerts_repeated: figures.alertsRepeated,
    most_reminders_a_person_day: figures.mostRemindersAPersonDay,
    most_alerts_a_group_day: figures.mostAlertsAGroupDay,
  }
}
