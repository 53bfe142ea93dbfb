import { describe, expect, it } from '@jest/globals'
import { abilities } from '../../../src/cli/doctor/abilities.js'
import { holidays } from '../../../src/cli/doctor/calendar.js'
import { clock, timeZone } from '../../../src/cli/doctor/clock.js'
import { packsOf, ruleFiles, schoolFile } from '../../../src/cli/doctor/configuration.js'
import { disk } from '../../../src/cli/doctor/disk.js'
import { failure } from '../../../src/cli/doctor/finding.js'
import { liveness } from '../../../src/cli/doctor/live.js'
import { reachability } from '../../../src/cli/doctor/network.js'
import { rights } from '../../../src/cli/doctor/rights.js'
import { nativeModule, nodeVersion } from '../../../src/cli/doctor/runtime.js'
import { MEGABYTE, size, span } from '../../../src/cli/doctor/words.js'
import { capabilitiesOf, knownPuppets } from '../../../src/gateways/wechaty/capability.js'
import { BanzhangError } from '../../../src/model/errors.js'
import { DAY, HOUR, MINUTE, SECOND } from '../../../src/model/time.js'
import { FOLDER, NOW, probe, ruleSet, SECRET, school, ZONE } from '../support.js'

describe('words', () => {
  it.each([
    [0, '不到 1 秒'],
    [999, '不到 1 秒'],
    [SECOND, '1 秒'],
    [59 * SECOND, '59 秒'],
    [3 * MINUTE + 59 * SECOND, '3 分钟'],
    [26 * HOUR, '1 天'],
  ])('says %i ms as %s', (duration, expected) => {
    expect(span(duration)).toBe(expected)
  })

  it.each([
    [0, '0 MB'],
    [99.9 * MEGABYTE, '99 MB'],
    [1024 * MEGABYTE, '1.0 GB'],
    [3584 * MEGABYTE, '3.5 GB'],
  ])('says %d bytes as %s', (bytes, expected) => {
    expect(size(bytes)).toBe(expected)
  })
})

describe('Node', () => {
  it.each(['20.0.0', '22.11.0', 'v24.1.0', '100.0.0'])('takes %s', version => {
    expect(nodeVersion(version)).toMatchObject({ level: 'ok', says: expect.stringContaining(version), hint: null })
  })

  it.each(['18.20.4', '19.9.0', 'unknown', ''])('refuses %j and says what to do', version => {
    expect(nodeVersion(version)).toMatchObject({ level: 'fail', hint: expect.stringContaining('npm install') })
  })
})

describe('the native module', () => {
  it('names the version of SQLite', async () => {
    expect(await nativeModule(probe())).toMatchObject({ level: 'ok', says: expect.stringContaining('3.50.0') })
  })

  it('says how to mend one built for another Node, in one line', async () => {
    const broken = probe({
      sqlite: async () => {
        throw new Error('was compiled against NODE_MODULE_VERSION 108\nThis version requires 115\n  at stack')
      },
    })
    const found = await nativeModule(broken)
    expect(found).toMatchObject({ level: 'fail', hint: expect.stringContaining('npm rebuild better-sqlite3') })
    expect(found.says).toContain('NODE_MODULE_VERSION 108')
    expect(found.says).not.toContain('\n')
  })
})

describe('time zone', () => {
  const shanghai = { name: ZONE, offset: 480, tz: null }

  it('is fine where machine and school agree, by whatever name', () => {
    expect(timeZone(shanghai, ZONE, NOW).level).toBe('ok')
    expect(timeZone({ name: 'Asia/Singapore', offset: 480, tz: null }, ZONE, NOW).level).toBe('ok')
    expect(timeZone(shanghai, null, NOW).level).toBe('ok')
  })

  it('only notes that the machine lives elsewhere: the school decides', () => {
    const found = timeZone({ name: 'UTC', offset: 0, tz: null }, ZONE, NOW)
    expect(found).toMatchObject({ level: 'warn', hint: expect.stringContaining('TZ=Asia/Shanghai') })
    expect(found.says).toContain('相差 8 小时')
  })

  it('compares as of now, summer time included', () => {
    const machine = { name: 'America/New_York', offset: -240, tz: null }
    expect(timeZone(machine, 'America/New_York', Date.UTC(2026, 6, 1)).level).toBe('ok')
    expect(timeZone(machine, 'America/New_York', Date.UTC(2026, 11, 1)).says).toContain('相差 1 小时')
  })

  it('refuses a TZ that means nothing, since the runtime silently takes UTC for it', () => {
    const found = timeZone({ name: null, offset: 0, tz: 'Asia/Shangai' }, ZONE, NOW)
    expect(found).toMatchObject({ level: 'fail', hint: expect.stringContaining('TZ=Asia/Shanghai') })
    expect(found.says).toContain('TZ=Asia/Shangai')
  })

  it('takes an old-style TZ that comes to the same hours', () => {
    expect(timeZone({ name: null, offset: 480, tz: 'CST-8' }, ZONE, NOW).level).toBe('ok')
  })

  it('notes a zone that nobody knows', () => {
    expect(timeZone({ name: null, offset: 0, tz: null }, null, NOW)).toMatchObject({
      level: 'warn',
      says: expect.stringContaining('未知'),
    })
  })

  it('refuses a school in a zone that does not exist', () => {
    expect(timeZone(shanghai, 'Asia/Peking', NOW)).toMatchObject({
      level: 'fail',
      says: expect.stringContaining('Asia/Peking'),
      hint: expect.stringContaining('timezone'),
    })
  })
})

describe('clock', () => {
  it('shows the time on the school\u2019s clock', () => {
    expect(clock(NOW, null, ZONE)).toMatchObject({ level: 'ok', says: '系统时间 2026-11-04 15:00:07' })
    expect(clock(NOW, NOW - DAY, ZONE).level).toBe('ok')
  })

  it('does not believe a time before there was a Banzhang', () => {
    const found = clock(0, null, ZONE)
    expect(found).toMatchObject({ level: 'fail', hint: expect.stringContaining('NTP') })
    expect(found.says).toContain('1970-01-01 08:00:00')
  })

  it('does not believe a time before the latest decision', () => {
    const found = clock(NOW, NOW + 8 * HOUR, ZONE)
    expect(found).toMatchObject({ level: 'fail', hint: expect.stringContaining('时区') })
    expect(found.says).toContain('还早 8 小时')
  })

  it('puts up with a clock being set right by seconds', () => {
    expect(clock(NOW, NOW + 30 * SECOND, ZONE).level).toBe('ok')
    expect(clock(NOW, NOW + MINUTE, ZONE).level).toBe('ok')
    expect(clock(NOW, NOW + MINUTE + 1, ZONE).level).toBe('fail')
  })
})

describe('holidays', () => {
  const upTo2026 = (year: number) => year <= 2026

  it('asks for this year alone until October', () => {
    expect(holidays('2026-10-31', upTo2026, null).map(found => found.level)).toEqual(['ok'])
  })

  it('asks for the next one from November on', () => {
    const found = holidays('2026-11-01', upTo2026, null)
    expect(found.map(one => one.level)).toEqual(['ok', 'warn'])
    expect(found[1]).toMatchObject({
      says: expect.stringContaining('2027'),
      hint: expect.stringContaining('rest_days'),
    })
  })

  it('says when this very year is missing', () => {
    const found = holidays('2027-03-01', upTo2026, null)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ level: 'warn', hint: expect.stringContaining('calendar.workdays') })
  })

  it('is content with days of that year in the school file, and with no others', () => {
    const own = { workdays: ['2027-02-14'], restDays: ['2027-02-08', '2026-12-31'] }
    expect(holidays('2027-03-01', upTo2026, own)[0]).toMatchObject({
      level: 'ok',
      says: expect.stringContaining('2 天'),
    })
    const other = { workdays: [], restDays: ['2026-12-31'] }
    expect(holidays('2027-03-01', upTo2026, other)[0]?.level).toBe('warn')
  })
})

describe('disk', () => {
  const files = { '/srv/data': FOLDER, '/srv': FOLDER }
  const levels = async (machine: ReturnType<typeof probe>) => (await disk(machine, '/srv/data')).map(one => one.level)

  it.each([
    [50_000 * MEGABYTE, 'ok'],
    [1024 * MEGABYTE, 'ok'],
    [1023 * MEGABYTE, 'warn'],
    [100 * MEGABYTE, 'warn'],
    [99 * MEGABYTE, 'fail'],
    [0, 'fail'],
  ])('judges %d bytes left as %s', async (bytes, level) => {
    expect(await levels(probe({ freeBytes: async () => bytes }, files))).toEqual(['ok', level])
  })

  it('says the measured value', async () => {
    const found = await disk(probe({ freeBytes: async () => 57 * MEGABYTE }, files), '/srv/data')
    expect(found[1]?.says).toContain('57 MB')
  })

  it.each([
    ['EACCES', '权限'],
    ['EROFS', '只读'],
    ['ENOSPC', '清理'],
    ['EDQUOT', '配额'],
  ])('says what %s means', async (code, word) => {
    const [found] = await disk(probe({ tryWriting: async () => code }, files), '/srv/data')
    expect(found).toMatchObject({ level: 'fail', says: expect.stringContaining(code) })
    expect(found?.hint).toContain(word)
  })

  it('asks the folder above while the data folder is yet to be made', async () => {
    const asked: string[] = []
    const machine = probe(
      {
        tryWriting: async folder => {
          asked.push(folder)
          return null
        },
      },
      { '/srv': FOLDER },
    )
    const found = await disk(machine, '/srv/new/data')
    expect(found[0]).toMatchObject({ level: 'ok', says: expect.stringContaining('首次运行时建立') })
    expect(asked).toEqual(['/srv'])
  })

  it('refuses a file in the place of the folder', async () => {
    const found = await disk(probe({}, { '/srv/data': SECRET }), '/srv/data')
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ level: 'fail', says: expect.stringContaining('不是文件夹') })
  })

  it('still answers where the free space cannot be told', async () => {
    const machine = probe({ freeBytes: () => Promise.reject(new Error('ENOSYS: not implemented')) }, files)
    const found = await disk(machine, '/srv/data')
    expect(found.map(one => one.level)).toEqual(['ok', 'fail'])
    expect(found[1]?.says).toContain('ENOSYS')
  })
})

describe('rights', () => {
  const all = {
    '/srv/data': FOLDER,
    '/srv/data/inbox.key': SECRET,
    '/srv/data/session.memory-card.json': SECRET,
    '/srv/data/ledger.sqlite': SECRET,
  }

  it('sums up what is closed', async () => {
    const found = await rights(probe({}, all), '/srv/data')
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ level: 'ok' })
    expect(found[0]?.says).toContain('密钥 0600')
    expect(found[0]?.says).toContain('数据文件夹 0700')
  })

  it.each([
    ['/srv/data', 0o755, '0700'],
    ['/srv/data', 0o710, '0700'],
    ['/srv/data/inbox.key', 0o640, '0600'],
    ['/srv/data/session.memory-card.json', 0o644, '0600'],
    ['/srv/data/session.memory-card.json', 0o606, '0600'],
  ])('refuses %s with mode %o', async (path, mode, wanted) => {
    const facts = { ...all, [path]: { ...SECRET, mode } }
    const bad = (await rights(probe({}, facts), '/srv/data')).filter(one => one.level === 'fail')
    expect(bad).toHaveLength(1)
    expect(bad[0]?.says).toContain(`0${mode.toString(8)}`)
    expect(bad[0]?.hint).toBe(`chmod ${wanted} ${path}`)
  })

  it('names every open file, not only the first', async () => {
    const facts = Object.fromEntries(Object.entries(all).map(([path, one]) => [path, { ...one, mode: 0o777 }]))
    expect((await rights(probe({}, facts), '/srv/data')).map(one => one.level)).toEqual([
      'fail',
      'fail',
      'fail',
      'fail',
    ])
  })

  it('notes a file of somebody else', async () => {
    const facts = { ...all, '/srv/data/inbox.key': { ...SECRET, mine: false } }
    expect(await rights(probe({}, facts), '/srv/data')).toContainEqual(expect.objectContaining({ level: 'warn' }))
  })

  it('has nothing to say before the first run, and where there are no permission bits', async () => {
    expect(await rights(probe(), '/srv/data')).toEqual([])
    const windows = Object.fromEntries(Object.entries(all).map(([path, one]) => [path, { ...one, mode: null }]))
    expect(await rights(probe({}, windows), '/srv/data')).toEqual([])
  })
})

describe('configuration', () => {
  it('offers init where there is no school file', () => {
    expect(schoolFile('rules/school.yaml', null)).toMatchObject({
      level: 'warn',
      hint: expect.stringContaining('banzhang init'),
    })
  })

  it('counts mistakes and leaves showing them to check', () => {
    const broken = { ok: false as const, count: 3, report: '很长的报告' }
    for (const found of [schoolFile('s.yaml', broken), ruleFiles('rules', broken)]) {
      expect(found).toMatchObject({ level: 'fail', says: expect.stringContaining('3 处错误') })
      expect(found.hint).toContain('banzhang check')
      expect(JSON.stringify(found)).not.toContain('很长的报告')
    }
  })

  it('counts groups and those in shadow mode', () => {
    const found = schoolFile('s.yaml', { ok: true, value: school(), warnings: '' })
    expect(found).toMatchObject({ level: 'ok', says: expect.stringContaining('1 个群') })
    expect(found.says).toContain('影子模式')
  })

  it('passes warnings on', () => {
    expect(schoolFile('s.yaml', { ok: true, value: school(), warnings: '权限过宽' }).level).toBe('warn')
  })

  it('counts a rule that several packs share once', () => {
    const rules = ruleSet('common', 'strict')
    const shared = { id: 'a.b' } as never
    const packs = new Map([...rules.packs].map(([name, pack]) => [name, { ...pack, rules: [shared] }]))
    const found = ruleFiles('rules', { ok: true, value: { ...rules, packs }, warnings: '' })
    expect(found.says).toContain('2 个规则包，1 条规则')
    expect(found.says).toContain('abcdef012345')
  })

  it('finds a group whose pack is not there', () => {
    expect(packsOf(school(), ruleSet('common'))).toEqual([])
    expect(packsOf(school(), ruleSet('strict', 'notice'))).toEqual([
      expect.objectContaining({
        level: 'fail',
        says: expect.stringContaining('c3-2'),
        hint: expect.stringContaining('strict、notice'),
      }),
    ])
  })
})

describe('liveness', () => {
  it.each([
    [0, 'ok'],
    [15 * SECOND, 'ok'],
    [3 * MINUTE - 1, 'ok'],
    [3 * MINUTE, 'fail'],
    [2 * DAY, 'fail'],
    // a clock that was set back a little, and a lot
    [-2 * MINUTE, 'ok'],
    [-HOUR, 'fail'],
  ])('judges a note of %i ms ago as %s', (age, level) => {
    expect(liveness(String(NOW - age), NOW).level).toBe(level)
  })

  it('says how long it has been', () => {
    expect(liveness(String(NOW - 2 * HOUR), NOW).says).toContain('2 小时前')
  })

  it.each([null, '', '  ', 'soon', 'NaN', 'Infinity'])('takes the note %j for none', note => {
    expect(liveness(note, NOW)).toMatchObject({ level: 'fail', hint: expect.stringContaining('banzhang run') })
  })
})

describe('reachability', () => {
  const web = 'wechaty-puppet-wechat4u'

  it('asks the login server on the secure port, for five seconds at most', async () => {
    const asked: unknown[] = []
    const machine = probe({
      reach: async (...args) => {
        asked.push(args)
        return { ok: true, address: '192.0.2.7', took: 21 }
      },
    })
    expect(await reachability(machine, web)).toMatchObject({ level: 'ok', says: expect.stringContaining('21 毫秒') })
    expect(asked).toEqual([['login.wx.qq.com', 443, 5000]])
  })

  it.each([
    ['dns', 'ENOTFOUND', 'DNS'],
    ['dns', 'ETIMEDOUT', 'DNS'],
    ['tcp', 'ECONNREFUSED', '防火墙'],
    ['tcp', 'ETIMEDOUT', '防火墙'],
  ] as const)('tells %s %s apart', async (step, code, word) => {
    const found = await reachability(probe({ reach: async () => ({ ok: false, step, code }) }), web)
    expect(found.level).toBe('fail')
    expect(found.hint).toContain(word)
  })

  it('leaves other puppets to their own servers', async () => {
    const machine = probe({ reach: () => Promise.reject(new Error('not expected')) })
    expect((await reachability(machine, 'wechaty-puppet-padlocal')).level).toBe('ok')
  })
})

describe('abilities', () => {
  it('says of every puppet that it cannot take back what others wrote, and why', () => {
    for (const puppet of knownPuppets()) {
      const found = abilities(puppet, undefined, () => true)
      expect(found.level).toBe('ok')
      expect(found.details.join('\n')).toMatch(/撤回他人消息：做不到（微信只允许本人 2 分钟内撤回/)
    }
  })

  it('has a line for every capability, can or cannot', () => {
    const map = capabilitiesOf('wechaty-puppet-wechat4u')
    const found = abilities('wechaty-puppet-wechat4u')
    expect(found.details).toHaveLength(Object.keys(map ?? {}).length)
    expect(found.details).toContain('撤回自己的话：能')
  })

  it.each(['wechaty-puppet-mystery', 'express', '../here'])('says of %s that it is not installed', name => {
    const found = abilities(name)
    expect(found).toMatchObject({ level: 'fail', says: expect.stringContaining('没有安装') })
    expect(found.hint).toContain(`npm install ${name}`)
    for (const puppet of knownPuppets()) expect(found.hint).toContain(puppet)
  })

  it('takes of a puppet that nobody has looked at that it hears and speaks, and says so', () => {
    const found = abilities('wechaty-puppet-mystery', undefined, () => true)
    expect(found).toMatchObject({ level: 'warn', says: expect.stringContaining('没有验证过') })
    expect(found.details).toEqual(
      expect.arrayContaining(['在群里说话：能', expect.stringContaining('撤回自己的话：做不到')]),
    )
  })

  it('warns of one that cannot speak', () => {
    const mute = { ...capabilitiesOf('wechaty-puppet-xp'), sayInPrivate: false } as never
    const found = abilities(
      'mute',
      () => mute,
      () => true,
    )
    expect(found).toMatchObject({ level: 'warn', says: expect.stringContaining('发私信') })
  })
})

describe('failure', () => {
  it('keeps the code and hint of a known error, and one line of any', () => {
    expect(failure('打不开', new BanzhangError('BZ201', '账本太新\n第二行', { hint: '升级' }))).toMatchObject({
      level: 'fail',
      says: '打不开：BZ201 账本太新',
      hint: '升级',
    })
    expect(failure('打不开', new Error('x\u001b[2Jy\nstack'))).toMatchObject({ says: '打不开：x[2Jy', hint: null })
    expect(failure('打不开', 'text').says).toBe('打不开：text')
  })
})
