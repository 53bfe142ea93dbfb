import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { buildSchool, loadSchool } from '../../src/config/index.js'
import type { Diagnostic } from '../../src/model/errors.js'
import { DEFAULT_LIMITS } from '../../src/model/media.js'
import type { School } from '../../src/model/school.js'
import { DAY, MINUTE, SECOND } from '../../src/model/time.js'
import { brief } from './helpers.js'

const SCHOOL = `school: 实验小学
bot: { id: east1 }
groups:
  - id: c3-2
    topic: 三年级二班家长群
    pack: common
    members:
      - { name: 周老师, role: head_teacher }
      - { name: 林小满妈妈, students: [林小满] }
people:
  - { name: 周老师, role: head_teacher }
`
const env = { TOKEN: 's3cret', EMPTY: '' }
const build = (text: string) => buildSchool('school.yaml', text, { env })
const changed = (...changes: (readonly [string, string])[]) =>
  changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`no such line: ${from}`)
    return text.replace(from, to)
  }, SCHOOL)

function accepted(text: string): School {
  const result = build(text)
  if (!result.ok) throw new Error(brief(result.diagnostics).join('\n'))
  return result.school
}

function rejected(text: string): readonly Diagnostic[] {
  const result = build(text)
  if (result.ok) throw new Error('expected a rejection')
  return result.diagnostics
}

describe('a school file', () => {
  it("takes the pupil from a parent's name card where no child is listed, if the class has one of that name", () => {
    const unlisted = accepted(changed([', students: [林小满] }', ' }'])).groups[0]
    expect(unlisted).toMatchObject({ students: ['林小满'], members: [{ students: [] }, { students: ['林小满'] }] })
    const roster: [string, string][] = [
      [', students: [林小满] }', ' }'],
      ['    members:', '    students: [林小溪]\n    members:'],
    ]
    expect(accepted(changed(...roster)).groups[0]?.members[1]?.students).toEqual([])
  })

  it('comes out whole, with the defaults of the policy', () => {
    expect(accepted(SCHOOL)).toEqual({
      school: '实验小学',
      timezone: 'Asia/Shanghai',
      bot: { id: 'east1', puppet: 'wechaty-puppet-wechat4u', puppetToken: null },
      dataDir: 'data',
      rulesDir: 'rules',
      groups: [
        {
          id: 'c3-2',
          topic: '三年级二班家长群',
          pack: 'common',
          grade: null,
          members: [
            { name: '周老师', aka: [], role: 'head_teacher', students: [], exempt: [] },
            { name: '林小满妈妈', aka: [], role: 'parent', students: ['林小满'], exempt: [] },
          ],
          students: ['林小满'],
          scamNoticeAuthorised: false,
          mode: 'shadow',
        },
      ],
      people: [{ name: '周老师', role: 'head_teacher', groups: null, channels: [] }],
      smtp: null,
      pacing: { perMinute: 10, perDay: 300, jitter: 3 * SECOND },
      retention: { inbox: 10 * MINUTE, flagged: 30 * DAY, escalated: 180 * DAY },
      signals: [],
      calendar: { workdays: [], restDays: [] },
    })
  })

  it('takes everything as given', () => {
    const full = changed(
      [
        'bot: { id: east1 }',
        'timezone: Asia/Urumqi\nbot: { id: e, puppet: p, puppet_token: "${TOKEN}" }\ndata_dir: /srv/${TOKEN}\nrules_dir: r',
      ],
      [
        'pack: common',
        'pack: strict\n    grade: 3\n    mode: live\n    scam_notice_authorised: true\n    students: [林小满, 陈一]',
      ],
      ['students: [林小满] }', 'students: [林小满], aka: [满妈], exempt: [voice, flattery] }'],
    )
    const more =
      'pacing: { per_minute: 5, per_day: 100, jitter: 1s }\nmedia: { image_mb: 2, video_mb: 0 }\nretention: { inbox: 5m, flagged: 7d, escalated: 90d }\nsignals: [./my.js]\ncalendar: { workdays: [2026-10-10], rest_days: [2026-11-05] }\n'
    const school = accepted(full + more)
    expect(school).toMatchObject({
      timezone: 'Asia/Urumqi',
      bot: { id: 'e', puppet: 'p', puppetToken: 's3cret' },
      dataDir: '/srv/s3cret',
      pacing: { perMinute: 5, perDay: 100, jitter: SECOND },
      media: { ...DEFAULT_LIMITS, image: 2 * 1024 * 1024, video: 0 },
      retention: { inbox: 5 * MINUTE, flagged: 7 * DAY },
      signals: ['./my.js'],
      calendar: { workdays: ['2026-10-10'], restDays: ['2026-11-05'] },
    })
    expect(school.groups[0]).toMatchObject({
      pack: 'strict',
      grade: 3,
      mode: 'live',
      scamNoticeAuthorised: true,
      students: ['林小满', '陈一'],
    })
    expect(school.groups[0]?.members[1]).toMatchObject({ aka: ['满妈'], exempt: ['voice', 'flattery'] })
  })

  it.each([
    [
      ['role: head_teacher }\n      -', 'role: 班主任 }\n      -'],
      'BZ104 school.yaml:8:28+3 role 不能是“班主任”',
      'head_teacher',
    ],
    [
      ['people:\n  - { name: 周老师, role: head_teacher }\n', 'people:\n  - { name: 周老师, role: parent }\n'],
      'BZ104 school.yaml:11:24+6 role 不能是“parent”',
      null,
    ],
    [['pack: common', 'pack: comon'], 'BZ113 school.yaml:6:11+5 没有名为 comon 的规则包', 'common'],
    [['id: c3-2', 'id: 三2'], 'BZ104 school.yaml:4:9+2 id 的写法不对：“三2”', null],
    [['    topic: 三年级二班家长群\n', ''], 'BZ105 school.yaml:4:5+2 缺少 topic', null],
    [['    pack: common', '    pakc: common'], 'BZ102 school.yaml:6:5+4 没有 pakc 这个键', 'pack'],
    [['林小满妈妈', '周老师'], 'BZ122 school.yaml:9:17+3 群名片“周老师”已在第 8 行用过', null],
    [
      ['students: [林小满] }', 'students: [林小满], aka: [周老师] }'],
      'BZ122 school.yaml:9:47+3 群名片“周老师”已在第 8 行用过',
      null,
    ],
    [
      ['    members:', '    students: [林小溪]\n    members:'],
      'BZ104 school.yaml:10:35+3 花名册里没有 林小满',
      '林小溪',
    ],
    [
      ['    members:', '    students: [林小满, 林小满]\n    members:'],
      'BZ122 school.yaml:7:21+3 花名册里的学生“林小满”已在第 7 行用过',
      null,
    ],
    [
      ['students: [林小满] }', 'exempt: [privacy_leak] }'],
      'BZ104 school.yaml:9:33+12 exempt 的第 1 项不能是“privacy_leak”',
      null,
    ],
    [
      ['name: 周老师, role: head_teacher }\n  ', 'name: 周老师, role: teacher }\n  '],
      'BZ121 school.yaml:6:11+6 群 c3-2 的成员里没有班主任',
      null,
    ],
    [
      ['people:\n  - { name: 周老师, role: head_teacher }\n', 'people:\n  - { name: 周老师, role: admin }\n'],
      'BZ121 school.yaml:4:9+4 群 c3-2 出了事没有人可以告诉',
      null,
    ],
    [
      [
        'people:\n  - { name: 周老师, role: head_teacher }\n',
        'people:\n  - { name: 周老师, role: head_teacher, groups: [c3-3] }\n',
      ],
      'BZ104 school.yaml:11:47+4 没有 id 为 c3-3 的群',
      'c3-2',
    ],
    [['bot:', 'timezone: 北京时间\nbot:'], 'BZ104 school.yaml:2:11+4 没有时区 北京时间', 'Asia/Shanghai'],
    [['bot:', 'timezone: Asia/Shanghia\nbot:'], 'BZ104 school.yaml:2:11+13 没有时区 Asia/Shanghia', 'Asia/Shanghai'],
    [['bot:', 'timezone: "+08:00"\nbot:'], 'BZ104 school.yaml:2:11+8 没有时区 +08:00', 'Asia/Shanghai'],
    [['{ id: east1 }', '{ id: east1, puppet_token: abc }'], 'BZ104 school.yaml:2:33+3 密钥不要写在文件里', null],
    [
      ['{ id: east1 }', '{ id: east1, puppet_token: "x${TOKEN}" }'],
      'BZ104 school.yaml:2:33+11 密钥不要写在文件里',
      null,
    ],
    [
      ['{ id: east1 }', '{ id: east1, puppet_token: "${TOKN}" }'],
      'BZ116 school.yaml:2:34+7 环境变量 TOKN 没有设置',
      null,
    ],
    [
      ['{ id: east1 }', '{ id: east1, puppet_token: "${EMPTY}" }'],
      'BZ116 school.yaml:2:34+8 环境变量 EMPTY 没有设置',
      null,
    ],
    [
      ['{ id: east1 }', '{ id: east1, puppet_token: "${toString}" }'],
      'BZ116 school.yaml:2:34+11 环境变量 toString 没有设置',
      null,
    ],
    [
      ['{ id: east1 }', '{ id: east1, puppet_token: ${TOKEN} }'],
      'BZ101 school.yaml:2:33+2 花括号里的 ${…} 没有加引号',
      null,
    ],
    [['bot:', 'retention: { inbox: 1h }\nbot:'], 'BZ104 school.yaml:2:21+2 原文留得太久', null],
    [
      ['bot:', 'calendar: { workdays: [2026-10-10], rest_days: [2026-10-10] }\nbot:'],
      'BZ121 school.yaml:2:49+10 2026-10-10 既上学又放假',
      null,
    ],
    [
      ['bot:', 'calendar: { workdays: [2026-13-10] }\nbot:'],
      'BZ104 school.yaml:2:24+10 workdays 的第 1 项的值不能用：“2026-13-10”',
      null,
    ],
    [['bot:', 'media: { image_mb: 101 }\nbot:'], 'BZ104 school.yaml:2:20+3 image_mb 太大： 101', null],
    [['bot:', 'pacing: { per_minute: 0 }\nbot:'], 'BZ104 school.yaml:2:23+1 per_minute 太小： 0', null],
  ] as const)('%j', (change, expected, meant) => {
    const diagnostics = rejected(changed(change))
    expect(brief(diagnostics)).toEqual([expected])
    expect(diagnostics[0]?.didYouMean).toBe(meant)
  })

  it('has each group once, by id and by topic', () => {
    const group = SCHOOL.slice(SCHOOL.indexOf('  - id'), SCHOOL.indexOf('people'))
    expect(brief(rejected(SCHOOL.replace('people', `${group}people`)))).toEqual([
      'BZ122 school.yaml:10:9+4 群 id“c3-2”已在第 4 行用过',
      'BZ122 school.yaml:11:12+8 群名“三年级二班家长群”已在第 5 行用过',
    ])
  })

  it('needs no head teacher where the pack or a supervisor stands in', () => {
    const without = changed(['name: 周老师, role: head_teacher }\n  ', 'name: 周老师, role: teacher }\n  '])
    const supervisor = '  - { name: 赵主任, role: supervisor }\n'
    expect(accepted(without + supervisor).people).toHaveLength(2)
    expect(accepted(without.replace('pack: common', 'pack: no-teacher')).groups[0]?.pack).toBe('no-teacher')
  })

  it('knows the packs that there are', () => {
    const own = SCHOOL.replace('pack: common', 'pack: ours')
    expect(build(own).ok).toBe(false)
    expect(buildSchool('s', own, { env, packs: ['ours'] }).ok).toBe(true)
  })

  it('tells all mistakes at once', () => {
    const text =
      changed(
        ['pack: common', 'pack: comon'],
        ['bot: { id: east1 }', 'bot: { id: east1, puppet_token: abc }\ntimezone: Mars'],
      ) + 'pcing: {}\n'
    // Names used twice and the like are looked at once every key is right.
    expect(brief(rejected(text))).toHaveLength(2)
    expect(brief(rejected(text.replace('pcing: {}\n', '')))).toHaveLength(3)
  })

  it('is filled from the environment as text, never as YAML', () => {
    const result = buildSchool('s', SCHOOL.replace('实验小学', '${NAME}'), { env: { NAME: 'x\nbot: { id: evil }' } })
    expect(result.ok && result.school.school).toBe('x\nbot: { id: evil }')
    expect(result.ok && result.school.bot.id).toBe('east1')
  })

  it('never shows a secret', () => {
    const result = buildSchool('s', changed(['{ id: east1 }', '{ id: 东, puppet_token: "${TOKEN}" }']), { env })
    expect(JSON.stringify(result)).not.toContain('s3cret')
    expect(result.ok).toBe(false)
  })

  it.each(['', '# x\n', '- a\n', 'x\n', 'school: [\n'])('refuses %j', text =>
    expect(rejected(text)).not.toHaveLength(0),
  )
})

describe('loadSchool', () => {
  let dir: string
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'banzhang-school-'))
  })
  afterEach(() => rm(dir, { recursive: true, force: true }))
  const put = async (content: string | Uint8Array, mode = 0o600) => {
    const file = join(dir, 'school.yaml')
    await writeFile(file, content)
    await chmod(file, mode)
    return file
  }

  it('reads a file that only its owner can read, without a word', async () => {
    expect(await loadSchool(await put(SCHOOL), { env })).toMatchObject({ ok: true, warnings: [] })
  })

  it('warns of a file that others can read', async () => {
    const file = await put(SCHOOL, 0o644)
    const result = await loadSchool(file, { env })
    expect(result.ok && result.warnings).toMatchObject([{ code: 'BZ123', expected: `chmod 600 ${file}` }])
  })

  it('says how to begin when there is none', async () => {
    const result = await loadSchool(join(dir, 'school.yaml'), { env })
    expect(result.ok || result.diagnostics).toMatchObject([{ code: 'BZ505', expected: '运行 banzhang init 来建立' }])
  })

  it('refuses what is no text', async () => {
    const result = await loadSchool(await put(new Uint8Array([1, 0, 2])), { env })
    expect(result.ok || result.diagnostics).toMatchObject([{ code: 'BZ115' }])
    const folder = await loadSchool(dir, { env })
    expect(folder.ok || folder.diagnostics).toMatchObject([{ code: 'BZ114' }])
  })
})

describe('posts', () => {
  const withPosts = (posts: string) => changed(['    pack: common\n', `    pack: common\n    posts: ${posts}\n`])

  it('are notices unless said otherwise', () => {
    const text = withPosts(
      '[{ at: 2026-12-25T07:30, text: 带外套 }, { at: 2026-12-31T18:00, text: 新年快乐, notice: false }]',
    )
    expect(accepted(text).groups[0]?.posts).toEqual([
      { at: '2026-12-25T07:30', text: '带外套', notice: true },
      { at: '2026-12-31T18:00', text: '新年快乐', notice: false },
    ])
    expect(accepted(SCHOOL).groups[0]).not.toHaveProperty('posts')
  })

  it.each([
    ['a day that does not exist', '[{ at: 2026-02-30T07:30, text: 带外套 }]'],
    ['no words', '[{ at: 2026-12-25T07:30, text: " " }]'],
    ['an hour in other words', '[{ at: 明天早上, text: 带外套 }]'],
  ])('with %s are told of', (_, posts) => {
    expect(rejected(withPosts(posts)).length).toBeGreaterThan(0)
  })
})
