import { describe, expect, it } from '@jest/globals'
import { buildSchool } from '../../src/config/index.js'
import type { Diagnostic } from '../../src/model/errors.js'
import { channelNames, type School } from '../../src/model/school.js'
import { brief } from './helpers.js'

const ROBOT = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=0a1b2c3d'
const env = {
  ROBOT,
  HOOK: 'https://hooks.school.example/banzhang/9f8e7d',
  LOCAL: 'http://127.0.0.1:8080/hook',
  PLAIN: 'http://hooks.school.example/9f8e7d',
  KEYLESS: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send',
  NAMED: 'https://me:9f8e7d@hooks.school.example/',
  WORD: '9f8e7d-not-a-url',
  SECRET: 'hmac-secret-9f8e7d',
  PASSWORD: 'mail-password-9f8e7d',
}
const SMTP = '{ host: smtp.school.example, user: bot, password: "${PASSWORD}", from: bot@school.example }'

/** A school whose deputy has these channels. */
function written(channels: string, smtp: string | null = SMTP): string {
  return `school: 实验小学
bot: { id: east1 }
groups:
  - { id: c3-2, topic: 三年级二班, pack: common, members: [{ name: 周老师, role: head_teacher }] }
people:
  - name: 周老师
    role: head_teacher
  - name: 柏老师
    role: deputy
    channels:
      - ${channels}
${smtp === null ? '' : `smtp: ${smtp}\n`}`
}

const build = (channels: string, smtp?: string | null) => buildSchool('s.yaml', written(channels, smtp), { env })

function accepted(channels: string, smtp?: string | null): School {
  const result = build(channels, smtp)
  if (!result.ok) throw new Error(brief(result.diagnostics).join('\n'))
  return result.school
}

function rejected(channels: string, smtp?: string | null): readonly Diagnostic[] {
  const result = build(channels, smtp)
  if (result.ok) throw new Error('expected a rejection')
  return result.diagnostics
}

describe('channels of a person', () => {
  it('are taken in order, filled in from the environment', () => {
    const { people } = accepted(
      [
        '{ kind: email, to: bai@school.example }',
        '{ kind: wecom, url: "${ROBOT}" }',
        '{ kind: webhook, url: "${HOOK}", secret: "${SECRET}" }',
        '{ kind: webhook, url: "${LOCAL}" }',
      ].join('\n      - '),
    )
    expect(people.map(({ name, channels }) => [name, channels])).toEqual([
      ['周老师', []],
      [
        '柏老师',
        [
          { kind: 'email', to: 'bai@school.example' },
          { kind: 'wecom', url: ROBOT },
          { kind: 'webhook', url: env.HOOK, secret: env.SECRET },
          { kind: 'webhook', url: env.LOCAL, secret: null },
        ],
      ],
    ])
    expect(channelNames(people[1]?.channels ?? [])).toEqual(['email', 'wecom', 'webhook', 'webhook-2'])
  })

  it('need no mail server without a mail', () => {
    expect(accepted('{ kind: wecom, url: "${ROBOT}" }', null).smtp).toBeNull()
  })

  it.each([
    ['{ kind: email, to: bai@school.example }', null, ['BZ121 s.yaml:11:17+5 有人用邮件，但没有写 smtp']],
    ['{ kind: email }', SMTP, ['BZ105 s.yaml:11:17+5 email 通道缺少 to']],
    [
      '{ kind: wecom, to: a@b.example }',
      SMTP,
      ['BZ105 s.yaml:11:17+5 wecom 通道缺少 url', 'BZ121 s.yaml:11:28+11 wecom 通道用不到 to'],
    ],
    ['{ kind: wecom, url: "${ROBOT}", secret: "${SECRET}" }', SMTP, ['BZ121 s.yaml:11:49+11 wecom 通道用不到 secret']],
    ['{ kind: email, to: 柏老师 }', SMTP, ['BZ104 s.yaml:11:28+3 不是邮件地址']],
    ['{ kind: email, to: "a@b.example, c@d.example" }', SMTP, ['BZ104 s.yaml:11:28+26 不是邮件地址']],
    ['{ kind: email, to: "a@b.example\\r\\nBcc: c@d.example" }', SMTP, [/BZ10\d s\.yaml:11:28/]],
    [`{ kind: wecom, url: "${ROBOT}" }`, SMTP, ['BZ104 s.yaml:11:29+63 密钥不要写在文件里']],
    ['{ kind: webhook, url: "${HOOK}", secret: abc }', SMTP, ['BZ104 s.yaml:11:50+3 密钥不要写在文件里']],
    ['{ kind: webhook, url: "${NONE}" }', SMTP, ['BZ116 s.yaml:11:32+7 环境变量 NONE 没有设置']],
    ['{ kind: webhook, url: "${PLAIN}" }', SMTP, ['BZ104 s.yaml:11:31+10 环境变量里不是可用的地址']],
    ['{ kind: webhook, url: "${NAMED}" }', SMTP, ['BZ104 s.yaml:11:31+10 环境变量里不是可用的地址']],
    ['{ kind: webhook, url: "${WORD}" }', SMTP, ['BZ104 s.yaml:11:31+9 环境变量里不是可用的地址']],
    ['{ kind: wecom, url: "${KEYLESS}" }', SMTP, ['BZ104 s.yaml:11:29+12 环境变量里不是群机器人的 webhook 地址']],
    ['{ kind: sms, to: "13800000000" }', SMTP, [/^BZ104 s\.yaml:11:17\+3/]],
    ['{ kind: webhook, url: "${HOOK}", key: x }', SMTP, [/^BZ102 s\.yaml:11:42\+3/]],
  ])('%s', (channels, smtp, expected) => {
    const found = rejected(channels, smtp)
    expect(brief(found)).toEqual(expected.map(one => (typeof one === 'string' ? one : expect.stringMatching(one))))
  })

  it('never show what the environment holds', () => {
    for (const name of ['PLAIN', 'NAMED', 'WORD', 'KEYLESS', 'SECRET', 'PASSWORD']) {
      const found = rejected(`{ kind: wecom, url: "\${${name}}" }`)
      expect(JSON.stringify(found)).not.toContain('9f8e7d')
    }
  })
})

describe('the mail server', () => {
  const smtp = (text: string) => accepted('{ kind: email, to: bai@school.example }', text).smtp

  it('is TLS from the start unless the file says otherwise', () => {
    expect(smtp(SMTP)).toEqual({
      host: 'smtp.school.example',
      port: 465,
      secure: true,
      login: { user: 'bot', password: env.PASSWORD },
      from: 'bot@school.example',
    })
    expect(smtp('{ host: relay, secure: false, from: a@b.example }')).toEqual({
      host: 'relay',
      port: 587,
      secure: false,
      login: null,
      from: 'a@b.example',
    })
    expect(smtp('{ host: relay, port: 2525, from: a@b.example }')).toMatchObject({ port: 2525, secure: true })
  })

  it.each([
    ['{ host: h, user: bot, from: a@b.example }', 'BZ121 s.yaml:12:24+3 user 和 password 只写了一个'],
    ['{ host: h, password: "${PASSWORD}", from: a@b.example }', 'BZ121 s.yaml:12:28+13 user 和 password 只写了一个'],
    ['{ host: h, user: bot, password: hunter2, from: a@b.example }', 'BZ104 s.yaml:12:39+7 密钥不要写在文件里'],
    ['{ host: h, from: 小助手 }', 'BZ104 s.yaml:12:24+3 不是邮件地址'],
    ['{ host: h }', 'BZ105 s.yaml:12:7+11 缺少 from'],
    ['{ host: h, port: 0, from: a@b.example }', 'BZ104 s.yaml:12:24+1 port 太小： 0'],
  ])('%s', (text, expected) => {
    expect(brief(rejected('{ kind: email, to: bai@school.example }', text))).toEqual([expected])
  })
})
