import { describe, expect, it, jest } from '@jest/globals'
import type { Looks } from '../../../src/gateways/identity/marks.js'
import { Bindings } from '../../../src/gateways/wechaty/bindings.js'
import { Hearing } from '../../../src/gateways/wechaty/hearing.js'
import { Portraits } from '../../../src/gateways/wechaty/media/portraits.js'
import type { RawContact } from '../../../src/gateways/wechaty/raw.js'
import { ManualClock } from '../../../src/model/time.js'

const url = (seq: number) => `/cgi-bin/mmwebwx-bin/webwxgeticon?seq=${seq}&username=@a&skey=`
const friend = (seq: number, more: Partial<RawContact> = {}): RawContact => ({
  UserName: '@a',
  NickName: '小满',
  ContactFlag: 3,
  HeadImgUrl: url(seq),
  ...more,
})

/** A hearing that is shown pictures when the test says so. */
function hearingOf(face = true) {
  const asked: string[] = []
  const waiting: ((digest: string) => void)[] = []
  const shown: (readonly Looks[])[] = []
  const directory = {
    group: () => null,
    member: () => ({ id: '', name: '' }),
    meet: () => {},
    forget: () => {},
    person: () => null,
    networkId: () => null,
    sights: {
      rooms: () => {},
      groupOf: () => null,
      left: () => {},
      befriended: () => {},
      contacts: (friends: readonly Looks[]) => void shown.push(friends),
    },
  }
  const hearing = new Hearing({
    directory,
    clock: new ManualClock(0),
    bindings: new Bindings(directory, () => {}),
    me: () => '@me',
    refresh: async () => {},
    failed: error => {
      throw error
    },
    ...(face && {
      face: (picture: string) => {
        asked.push(picture)
        return new Promise<string>(resolve => waiting.push(resolve))
      },
    }),
    listener: { event: () => {}, privateMessage: () => {}, echo: () => {}, status: () => {}, alive: () => {} },
  })
  const arrive = async (digest: string) => {
    waiting.shift()?.(digest)
    await new Promise(resolve => setImmediate(resolve))
  }
  return { hearing, asked, arrive, shown, last: () => shown.at(-1)?.map(looks => looks.avatar) }
}

describe('pictures of people', () => {
  it('tell who somebody is by their bytes: nobody is taken for anybody before those are there', async () => {
    const { hearing, asked, arrive, shown } = hearingOf()
    hearing.contacts([friend(7)])
    expect([asked, shown]).toEqual([[url(7)], []])
    await arrive('digest-7')
    expect(shown.map(list => list[0]?.avatar)).toEqual(['digest-7'])
  })

  it('are waited for by what is said, for as long as that is bounded', async () => {
    jest.useFakeTimers()
    const { hearing, shown, last, arrive } = hearingOf()
    hearing.contacts([friend(7)])
    let heard = false
    const hearingSomething = hearing.heard({}).then(() => {
      heard = true
    })
    await jest.advanceTimersByTimeAsync(4_900)
    expect([heard, shown]).toEqual([false, []])
    await jest.advanceTimersByTimeAsync(200)
    expect([heard, last()]).toEqual([true, ['']])
    await hearingSomething
    jest.useRealTimers()
    await arrive('digest-7')
    expect(last()).toEqual(['digest-7'])
    // from now on nobody waits for a picture
    hearing.contacts([friend(8)])
    expect(last()).toEqual([''])
    await hearing.heard({})
  })

  it('are looked at once for each version, and again when they change', async () => {
    const { hearing, asked, arrive, last } = hearingOf()
    hearing.contacts([friend(7)])
    hearing.contacts([friend(7, { NickName: '小满的妈' })])
    await arrive('digest-7')
    hearing.contacts([friend(7)])
    expect(asked).toEqual([url(7)])
    hearing.contacts([friend(8)])
    expect(asked).toEqual([url(7), url(8)])
    await arrive('digest-8')
    expect(last()).toEqual(['digest-8'])
  })

  it('that could not be had leave the rest as it is, and are asked for when the person is seen again', async () => {
    const { hearing, asked, arrive, last } = hearingOf()
    hearing.contacts([friend(7)])
    await arrive('')
    expect(last()).toEqual([''])
    hearing.contacts([friend(7)])
    expect(asked).toHaveLength(2)
    await arrive('digest-7')
    expect(last()).toEqual(['digest-7'])
  })

  it('that come too late are not taken for the newer one, nor for somebody of the next login', async () => {
    const { hearing, arrive, last, shown } = hearingOf()
    hearing.contacts([friend(7)])
    hearing.contacts([friend(8)])
    await arrive('digest-7')
    await arrive('digest-8')
    expect(last()).toEqual(['digest-8'])
    hearing.contacts([friend(9)])
    hearing.forget()
    const before = shown.length
    await arrive('digest-9')
    expect(shown).toHaveLength(before)
    await hearing.heard({})
  })

  it('are shown together when many come', async () => {
    const { hearing, arrive, shown } = hearingOf()
    hearing.contacts(Array.from({ length: 30 }, (_, n) => friend(n + 1, { UserName: `@p${n}` })))
    for (let n = 0; n < 30; n++) await arrive(`digest-${n}`)
    expect(shown).toHaveLength(1)
    expect(new Set(shown[0]?.map(looks => looks.avatar)).size).toBe(30)
  })

  it.each([0, -1, Number.NaN])('numbered %p are none', seq => {
    const { hearing, asked } = hearingOf()
    hearing.contacts([friend(seq)])
    expect(asked).toEqual([])
  })

  it('touch nothing once hearing has ended', async () => {
    jest.useFakeTimers()
    const { hearing, shown, arrive } = hearingOf()
    hearing.contacts([friend(7)])
    hearing.close()
    await jest.advanceTimersByTimeAsync(10_000)
    jest.useRealTimers()
    await arrive('digest-7')
    expect(shown).toEqual([])
  })

  it('need not be looked at', () => {
    const { hearing, last } = hearingOf(false)
    hearing.contacts([friend(7)])
    expect(last()).toEqual([''])
  })
})

describe('the digest of a picture', () => {
  const portraits = new Portraits()
  const gif = (text: string) => Buffer.from(`GIF89a${text}`)

  it('is the same for the same picture only', async () => {
    const [a, b, c] = await Promise.all(['x', 'x', 'y'].map(text => portraits.digest(async () => gif(text))))
    expect(a).toMatch(/^[0-9a-f]{64}$/)
    expect([b === a, c === a]).toEqual([true, false])
  })

  it('is empty for what is no picture, is nothing, or cannot be had', async () => {
    expect(await portraits.digest(async () => Buffer.from('<html>not found'))).toBe('')
    expect(await portraits.digest(async () => new Uint8Array())).toBe('')
    expect(await portraits.digest(() => Promise.reject(new Error('no')))).toBe('')
  })
})
