import type { Socket } from 'node:net'
import { afterEach, describe, expect, it } from '@jest/globals'
import qrcode from 'qrcode'
import type { SMTPServerOptions } from 'smtp-server'
import { EmailChannel } from '../../../src/effects/channels/email.js'
import type { SmtpConfig } from '../../../src/model/school.js'
import { ALERT, deadPort, failureOf, MailHost, RawHost, TIMEOUT } from './servers.js'

const TO = 'bai@school.example'
const LOGIN = { user: 'bot@school.example', password: 'pass-9f8e7d' }
const hosts: { stop(): Promise<void> }[] = []

afterEach(async () => {
  for (const host of hosts.splice(0)) await host.stop()
})

async function mailHost(options: SMTPServerOptions = {}, at?: string): Promise<MailHost> {
  const host = new MailHost(options, at)
  await host.start()
  hosts.push(host)
  return host
}

async function rawHost(behave: (socket: Socket) => void): Promise<RawHost> {
  const host = new RawHost(behave)
  await host.start()
  hosts.push(host)
  return host
}

function channel(port: number, more: Partial<SmtpConfig> = {}): EmailChannel {
  const smtp = { host: '127.0.0.1', port, secure: false, login: null, from: 'bot@school.example', ...more }
  return new EmailChannel(smtp, TO, TIMEOUT)
}

const refusing = (responseCode: number, message = `for ${TO}`) => Object.assign(new Error(message), { responseCode })

describe('a mail', () => {
  it('says in its subject what it is, to one reader', async () => {
    const host = await mailHost()
    await channel(host.port).send(ALERT)
    expect(host.mails).toMatchObject([{ from: 'bot@school.example', to: [TO] }])
    const { text = '' } = host.mails[0] ?? {}
    expect(decodeSubject(text)).toBe('【A7】P0，请看微信。')
    expect(text).toMatch(/^Message-ID: <bz1-a000007@school\.example>\r$/im)
    expect(text).toMatch(/^Auto-Submitted: auto-generated\r$/m)
    expect(text).toMatch(/^Date: Wed, 09 Sep 2026 07:30:00 \+0000\r$/m)
    expect(text).toMatch(/^X-Priority: 1/m)
    const body = text.slice(text.indexOf('\r\n\r\n'))
    expect(
      Buffer.from(body, /^Content-Transfer-Encoding: base64\r$/m.test(text) ? 'base64' : 'utf8').toString(),
    ).toContain('请看微信')
  })

  it('is no more urgent than what it is about', async () => {
    const host = await mailHost()
    await channel(host.port).send({ ...ALERT, severity: 'P1' })
    expect(host.mails[0]?.text).not.toMatch(/^X-Priority: 1/m)
  })

  it('brings a code to log in with as a picture', async () => {
    const host = await mailHost()
    const text = '【登录】请扫码\nhttps://login.weixin.qq.com/qrcode/abc=='
    await channel(host.port).send({ ...ALERT, severity: null, text, qrcode: 'https://login.weixin.qq.com/l/abc==' })
    const mail = host.mails[0]?.text ?? ''
    expect(decodeSubject(mail)).toBe('【登录】请扫码')
    const [, picture = ''] = /Content-Type: image\/png; name=login\.png\r\n(?:[^\r]+\r\n)*\r\n([^-]+)/.exec(mail) ?? []
    const png = Buffer.from(picture.replaceAll('\r\n', ''), 'base64')
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect(png.readUInt32BE(16)).toBe(400)
    expect(png).toEqual(await qrcode.toBuffer('https://login.weixin.qq.com/l/abc==', { width: 400 }))
  })

  it('has no picture otherwise', async () => {
    const host = await mailHost()
    await channel(host.port).send(ALERT)
    expect(host.mails[0]?.text).not.toMatch(/image\/png|multipart/)
  })

  it('is sent after a login where one is asked for', async () => {
    const host = await mailHost({ authOptional: false })
    await channel(host.port, { login: LOGIN }).send(ALERT)
    expect(host.logins).toEqual(['bot@school.example:pass-9f8e7d'])
    expect(host.mails).toHaveLength(1)
  })

  it('cannot smuggle in another header or reader', async () => {
    const host = await mailHost()
    await channel(host.port).send({ ...ALERT, text: '【A7】\r\nBcc: evil@bad.example\r\n\r\n.\r\nQUIT' })
    expect(host.mails).toHaveLength(1)
    expect(host.mails[0]?.to).toEqual([TO])
    expect(host.mails[0]?.text.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/m)
  })

  it.each<[string, SMTPServerOptions, string]>([
    [
      'at the recipient',
      { onRcptTo: (_a, _s, done) => done(refusing(550)) },
      'refused: 邮件服务器没有接受（SMTP 550）',
    ],
    ['at the sender', { onMailFrom: (_a, _s, done) => done(refusing(451)) }, 'retry: 邮件服务器没有接受（SMTP 451）'],
    ['at the greeting', { onConnect: (_s, done) => done(refusing(421)) }, 'retry: 邮件服务器没有接受（SMTP 421）'],
    ['at the login', { onAuth: (_a, _s, done) => done(refusing(535)) }, 'refused: 邮件服务器没有接受（SMTP 535）'],
    [
      'at the login, for now',
      { onAuth: (_a, _s, done) => done(refusing(454)) },
      'retry: 邮件服务器没有接受（SMTP 454）',
    ],
    [
      'once it has read it',
      {
        onData: (stream, _s, done) => {
          stream.resume()
          stream.on('end', () => done(refusing(552)))
        },
      },
      'refused: 邮件服务器没有接受（SMTP 552）',
    ],
  ])('is refused %s', async (_where, options, expected) => {
    const host = await mailHost(options)
    const failure = await failureOf(channel(host.port, { login: LOGIN }).send(ALERT))
    expect(failure).toBe(expected)
    expect(failure).not.toMatch(/bai@|9f8e7d/)
  })

  it('may have arrived when the server falls silent after it', async () => {
    const host = await mailHost({ onData: stream => void stream.resume() })
    expect(await failureOf(channel(host.port).send(ALERT))).toBe(
      'unknown: 邮件发送中断（ETIMEDOUT），不知道对方收到没有',
    )
  })

  it('may have arrived when the server hangs up after it', async () => {
    const host = await rawHost(speak({ DATA: '354 go on', '.': null }))
    expect(await failureOf(channel(host.port).send(ALERT))).toMatch(/^unknown: 邮件发送中断/)
  })

  it.each([
    ['greeting', (socket: Socket) => void socket],
    ['answering', speak({ 'MAIL FROM': '' })],
    ['listening', speak({ DATA: '' })],
  ])('has not arrived when the server falls silent before %s', async (_what, behave) => {
    const host = await rawHost(behave)
    expect(await failureOf(channel(host.port).send(ALERT))).toMatch(/^retry: 连不上邮件服务器/)
  })

  it('has not arrived when the server hangs up before it', async () => {
    const host = await rawHost(speak({ 'MAIL FROM': null }))
    expect(await failureOf(channel(host.port).send(ALERT))).toMatch(/^retry: 连不上邮件服务器/)
  })

  it('has not arrived where somebody else listens', async () => {
    const host = await rawHost(socket => void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    expect(await failureOf(channel(host.port).send(ALERT))).toMatch(/^retry: /)
  })

  it('has not arrived where nobody listens', async () => {
    expect(await failureOf(channel(await deadPort()).send(ALERT))).toMatch(/^retry: 连不上邮件服务器/)
  })

  it('does not give its password to a server that cannot hide it', async () => {
    // not one of the names that count as this machine
    const host = await mailHost({}, '127.0.0.2')
    const failure = await failureOf(channel(host.port, { host: '127.0.0.2', login: LOGIN }).send(ALERT))
    expect(failure).toBe('refused: 邮件服务器不能加密连接，密码没有发出')
    expect([host.logins, host.mails]).toEqual([[], []])
  })

  it('does not give it to a server that cannot prove who it is', async () => {
    const host = await mailHost({ secure: true })
    const failure = await failureOf(channel(host.port, { secure: true, login: LOGIN }).send(ALERT))
    expect(failure).toMatch(/^retry: 连不上邮件服务器/)
    expect([host.logins, host.mails]).toEqual([[], []])
  })
})

/** A server that takes everything but what is scripted: another line, silence (empty) or the end (null). */
function speak(script: Record<string, string | null>): (socket: Socket) => void {
  return socket => {
    let reading = false
    socket.setEncoding('utf8')
    socket.write('220 ready\r\n')
    socket.on('data', (data: unknown) => {
      for (const line of String(data).split('\r\n').slice(0, -1)) {
        if (reading && line !== '.') continue
        const key = Object.keys(script).find(start => line.startsWith(start))
        const reply = key === undefined ? '250 fine' : (script[key] as string | null)
        reading = line === 'DATA' && reply !== ''
        if (reply === null) socket.destroy()
        else if (reply !== '') socket.write(`${reply}\r\n`)
      }
    })
  }
}

function decodeSubject(mail: string): string {
  const [, subject = ''] = /^Subject: ((?:.*\r\n)(?:[ \t].*\r\n)*)/m.exec(mail) ?? []
  return [...subject.matchAll(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi)]
    .map(([, how, text = '']) =>
      how?.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64')
        : Buffer.from(
            text
              .replaceAll('_', ' ')
              .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
            'latin1',
          ),
    )
    .reduce((all, part) => Buffer.concat([all, part]), Buffer.alloc(0))
    .toString('utf8')
}
