import { describe, expect, it } from '@jest/globals'
import { buildSchool, checkTightening } from '../../src/config/index.js'
import type { Diagnostic } from '../../src/model/errors.js'
import type { Tightening } from '../../src/model/rule.js'
import { brief, accepted as rules } from './helpers.js'

const RULES = `
- id: commerce.solicit
  title: 商业推销
  why: 群规
  category: commerce
  tier: conduct
  when: { words: commerce.offer }
  then: { respond: remind, message: commerce.private }
  examples: { hit: [批发价来了, 拿货找我], pass: [借一下红领巾, 谢谢] }
- id: commerce.show
  title: 晒娃
  why: 群规
  category: show_off
  tier: burst
  when: { words: commerce.offer }
  then:
    - { roles: [parent], respond: collect }
    - { respond: escalate, severity: P2, to: supervisor }
  examples: { hit: [批发价来了, 拿货找我], pass: [借一下红领巾, 谢谢] }
- id: dissent.refusal
  title: 不参加
  why: 群规
  category: complaint_dissent
  tier: dissent
  when: { words: commerce.offer }
  then: { respond: allow }
  examples: { hit: [批发价来了, 拿货找我], pass: [借一下红领巾, 谢谢] }
`
const set = await rules({ 'packs/common/rules.yaml': RULES })

const school = (tighten: string) => `school: 实验小学
bot: { id: east1 }
groups:
  - id: c3-2
    topic: 三年级二班家长群
    pack: common
    tighten: ${tighten}
    members:
      - { name: 周老师, role: head_teacher }
people:
  - { name: 周老师, role: head_teacher }
`
const loosened = (tighten: string): readonly Diagnostic[] => checkTightening('school.yaml', school(tighten), set)
/** Code, place and sentence of each. */
const told = (tighten: string) => brief(loosened(tighten))

function read(tighten: string): Tightening | undefined {
  const result = buildSchool('school.yaml', school(tighten), { env: {} })
  if (!result.ok) throw new Error(brief(result.diagnostics).join('\n'))
  return result.school.groups[0]?.tighten
}

describe('what a class says against its pack', () => {
  it('comes out of the school file', () => {
    expect(read('{ quiet: { from: "21:30", to: "07:30" }, public_lines_per_day: 1 }')).toEqual({
      params: { quiet: { from: 1290, to: 450 }, publicLinesPerDay: 1 },
      rules: new Map(),
    })
    const outcome = { roles: null, respond: 'escalate', severity: 'P2', to: 'head_teacher' }
    expect(
      read('{ rules: { commerce.solicit: { respond: escalate, severity: P2, to: head_teacher } } }')?.rules,
    ).toEqual(new Map([['commerce.solicit', { ...outcome, message: null, publicNotice: false }]]))
  })

  it('may be stricter', () => {
    expect(told('{ quiet: { from: "21:00", to: "08:00" } }')).toEqual([])
    expect(told('{ work_hours: { from: "08:00", to: "18:00" } }')).toEqual([])
    expect(told('{ public_lines_per_day: 0, reminders_per_person_per_day: 1 }')).toEqual([])
    expect(told('{ rules: { commerce.solicit: { respond: escalate, severity: P2, to: head_teacher } } }')).toEqual([])
    expect(told('{ rules: { commerce.solicit: { respond: ask_recall, message: commerce.private } } }')).toEqual([])
  })

  it('may not be milder, and is told so at its place', () => {
    expect(told('{ quiet: { from: "22:30", to: "07:00" } }')).toEqual([
      'BZ121 school.yaml:7:23+30 班级只能收紧：规则包「通用」的 quiet 是 22:00–07:00',
    ])
    expect(told('{ work_hours: { from: "06:30", to: "20:00" } }')[0]).toMatch(/^BZ121 school.yaml:7:/)
    expect(told('{ public_lines_per_day: 3 }')).toEqual([
      'BZ121 school.yaml:7:38+1 班级只能收紧：规则包「通用」的 public_lines_per_day 是 2',
    ])
    expect(told('{ rules: { commerce.solicit: { respond: allow } } }')).toEqual([
      'BZ121 school.yaml:7:54+5 班级只能收紧：规则 commerce.solicit 的回应是 remind',
    ])
  })

  it('is refused hours that never come, or run backwards', () => {
    expect(told('{ quiet: { from: "22:00", to: "22:00" } }')).toEqual([
      'BZ121 school.yaml:7:44+7 quiet 的 to 等于 from',
    ])
    expect(told('{ work_hours: { from: "08:00", to: "08:00" } }')).toEqual([
      'BZ121 school.yaml:7:49+7 work_hours 的 to 等于 from',
    ])
    expect(told('{ work_hours: { from: "18:00", to: "08:00" } }')).toEqual([
      'BZ121 school.yaml:7:49+7 work_hours 的 to 早于 from',
    ])
  })

  it('may not be milder for some of those whom the rule names', () => {
    expect(told('{ rules: { commerce.show: { respond: remind, message: commerce.private } } }')[0]).toContain(
      '班级只能收紧：规则 commerce.show 的回应是 escalate P2',
    )
    expect(told('{ rules: { commerce.show: { respond: escalate, severity: P2, to: head_teacher } } }')).toEqual([])
  })

  it('is told all at once', () => {
    expect(
      told('{ public_lines_per_day: 9, reminders_per_person_per_day: 9, rules: { no.such: { respond: allow } } }').map(
        line => line.slice(0, 5),
      ),
    ).toEqual(['BZ121', 'BZ121', 'BZ119'])
  })

  it('says where it tightens nothing', () => {
    expect(told('{ rules: { commerce.solicit: { respond: remind, message: commerce.private } } }')[0]).toContain(
      '规则 commerce.solicit 的回应本来就是 remind',
    )
  })

  it('leaves dissent alone', () => {
    expect(told('{ rules: { dissent.refusal: { respond: remind, message: commerce.private } } }')[0]).toContain(
      '意见、质疑和拒绝一律放行，不能收紧',
    )
  })

  it('names rules and texts that are there', () => {
    const [rule] = loosened('{ rules: { commerce.solict: { respond: escalate, severity: P2, to: head_teacher } } }')
    expect(rule).toMatchObject({ code: 'BZ119', didYouMean: 'commerce.solicit', place: { line: 7 } })
    const [text] = loosened('{ rules: { commerce.solicit: { respond: ask_recall, message: commerce.privat } } }')
    expect(text).toMatchObject({ code: 'BZ111', didYouMean: 'commerce.private' })
    expect(told('{ rules: { commerce.solicit: { respond: ask_recall, message: alert.p0 } } }')[0]).toMatch(/^BZ112/)
  })

  it('needs all that its response needs', () => {
    expect(told('{ rules: { commerce.solicit: { respond: escalate } } }').map(line => line.slice(0, 5))).toEqual([
      'BZ105',
      'BZ105',
    ])
  })

  it('is refused by the school file where it is no tightening at all', () => {
    const result = buildSchool('school.yaml', school('{ alerts_per_day: 1 }'), { env: {} })
    expect(result.ok).toBe(false)
    expect(result.ok ? [] : brief(result.diagnostics)[0]).toMatch(/^BZ102 school.yaml:7:\d+/)
  })

  it('of a pack that is not there is told elsewhere', () => {
    const other = school('{ public_lines_per_day: 9 }').replace('pack: common', 'pack: strict')
    expect(checkTightening('school.yaml', other, set)).toEqual([])
  })
})
