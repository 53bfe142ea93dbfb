import type { ChannelFile, SmtpFile } from './channel-format.js'
import type { Findings } from './diagnostics.js'
import { checkSecret } from './interpolate.js'
import type { SchoolFile } from './school-format.js'
import { isUnfilled, safeUrl } from './url.js'
import type { Located } from './yaml.js'

const ADDRESS = /^[^\s@<>(),;:"\\]+@[^\s@<>(),;:"\\]+$/

/** What each kind must have; `secret` is a webhook's alone and optional there. */
const NEEDS = { email: 'to', wecom: 'url', webhook: 'url' } as const

/** Whoever knows such a URL can post to it: it is as secret as a password. */
export function checkChannelSecrets(root: Located, findings: Findings): void {
  checkSecret(root.at('smtp').at('password'), findings)
  for (const person of root.at('people').items()) {
    for (const channel of person.at('channels').items()) {
      checkSecret(channel.at('url'), findings)
      checkSecret(channel.at('secret'), findings)
    }
  }
}

/** Messages never show what the environment filled in. */
export function checkChannels(school: SchoolFile, root: Located, findings: Findings): void {
  if (school.smtp) checkSmtp(school.smtp, root.at('smtp'), findings)
  school.people.forEach((person, i) =>
    person.channels?.forEach((channel, j) => {
      const at = root.at('people').at(i).at('channels').at(j)
      checkChannel(channel, at, findings)
      if (channel.kind === 'email' && !school.smtp)
        findings.add(at.at('kind').spot(), 'BZ121', '有人用邮件，但没有写 smtp', {
          expected: '顶层的 smtp: { host, … }',
        })
    }),
  )
}

function checkChannel(channel: ChannelFile, at: Located, findings: Findings): void {
  const { kind, to, url } = channel
  const needed = NEEDS[kind]
  if (channel[needed] === undefined)
    findings.add(at.at('kind').spot(), 'BZ105', `${kind} 通道缺少 ${needed}`, { expected: `${needed}: …` })
  for (const key of ['to', 'url', 'secret'] as const) {
    const belongs = key === needed || (key === 'secret' && kind === 'webhook')
    if (channel[key] !== undefined && !belongs)
      findings.add(at.at(key).spot(), 'BZ121', `${kind} 通道用不到 ${key}`, { expected: `只写 kind 和 ${needed}` })
  }
  if (kind === 'email' && to !== undefined) checkAddress(to, at.at('to'), findings)
  if (kind !== 'email' && url !== undefined) checkUrl(kind, url, at.at('url'), findings)
}

function checkSmtp({ user, password, from }: SmtpFile, at: Located, findings: Findings): void {
  checkAddress(from, at.at('from'), findings)
  if ((user === undefined) === (password === undefined)) return
  const present = at.at(user === undefined ? 'password' : 'user')
  findings.add(present.spot(), 'BZ121', 'user 和 password 只写了一个', { expected: '两个都写，或都不写' })
}

function checkAddress(address: string, at: Located, findings: Findings): void {
  if (ADDRESS.test(address) || isUnfilled(address)) return
  findings.add(at.spot(), 'BZ104', '不是邮件地址', { expected: '一个地址，例如 name@school.example' })
}

function checkUrl(kind: ChannelFile['kind'], text: string, at: Located, findings: Findings): void {
  if (isUnfilled(text)) return
  const url = safeUrl(text)
  if (!url) {
    findings.add(at.spot(), 'BZ104', '环境变量里不是可用的地址', {
      expected: 'https:// 开头的完整地址，不含用户名和密码',
    })
  } else if (kind === 'wecom' && !url.searchParams.get('key')) {
    findings.add(at.spot(), 'BZ104', '环境变量里不是群机器人的 webhook 地址', {
      expected: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…',
    })
  }
}
