import { describe, expect, it } from '@jest/globals'
import { Session, type SessionHooks, type Wechat4u } from '../../../src/gateways/wechaty/session.js'

const refused = (Ret: number) => Object.assign(new Error('refused'), { response: { data: { BaseResponse: { Ret } } } })

/** A wechat4u that does what `parts` say, and a session over it whose hooks note what they are told. */
function sessionOver(parts: Partial<Wechat4u>, hooks: Partial<SessionHooks> = {}) {
  const told: string[] = []
  const note =
    (what: string) =>
    (detail?: unknown): void => {
      told.push(detail === undefined ? what : `${what} ${String(detail)}`)
    }
  const wechat = {
    PROP: { uin: '1', syncKey: { List: [1] }, formatedSyncKey: '1_1' },
    CONF: { STATE: { login: 'login', logout: 'logout' }, API_webwxrevokemsg: '' },
    state: 'init',
    user: {},
    contacts: {},
    botData: {},
    request: async () => ({ data: {} }),
    emit: note('emit'),
    init: async () => ({}),
    getContact: async () => ({}),
    _getContact: async () => [],
    updateContacts: () => {},
    ...parts,
  } as unknown as Wechat4u
  const session = new Session(
    wechat,
    {
      heard: async () => note('heard')(),
      idle: async () => {},
      contacts: note('contacts'),
      online: note('online'),
      alive: note('alive'),
      trouble: note('trouble'),
      ended: note('ended'),
      blocked: note('blocked'),
      ...hooks,
    },
    null,
  )
  return { wechat, session, told }
}

describe('Session', () => {
  it('keeps the saved sync key when it resumes, so that the server brings what was missed', async () => {
    const { wechat } = sessionOver({
      init: async function (this: Wechat4u) {
        this.PROP.syncKey = { List: [99] }
        return {}
      },
      _init: async function (this: Wechat4u) {
        await this.init()
      },
    })
    await wechat.restart()
    expect(wechat.PROP.syncKey.List).toEqual([1])
  })

  it('drops the key of the old session at a new login', async () => {
    const { wechat } = sessionOver({ _login: async () => {}, _init: async () => {} })
    await wechat.start()
    expect(wechat.PROP).toMatchObject({ syncKey: { List: [] }, formatedSyncKey: '' })
  })

  it('asks again for what the listener could not take', async () => {
    let rounds = 0
    const keys: unknown[] = []
    const { wechat, session } = sessionOver(
      {
        syncCheck: async () => '2',
        sync: async function (this: Wechat4u) {
          keys.push(this.PROP.syncKey.List)
          this.PROP.syncKey = { List: [keys.length + 1] }
          return { AddMsgList: [] }
        },
      },
      {
        heard: async () => {
          if (++rounds === 1) throw new Error('disk')
          session.leave()
        },
      },
    )
    wechat.syncPolling()
    await new Promise(resolve => setTimeout(resolve, 1_200))
    expect(keys).toEqual([[1], [1]])
  })

  it('says why there is trouble without a word of what was sent, and comes back online', async () => {
    let checks = 0
    const { wechat, session, told } = sessionOver({
      syncCheck: async () => {
        checks++
        if (checks === 2) throw Object.assign(new Error('秘密'), { code: 'ECONNRESET', config: '秘密' })
        if (checks === 4) session.leave()
        return '0'
      },
    })
    wechat.syncPolling()
    await new Promise(resolve => setTimeout(resolve, 1_300))
    expect(told).toEqual(['alive', 'online', 'trouble ECONNRESET', 'alive', 'online', 'alive'])
  })

  it('does nothing more once it was left', async () => {
    let checks = 0
    const { wechat, session, told } = sessionOver({
      syncCheck: async () => {
        checks++
        return '0'
      },
    })
    session.leave()
    wechat.syncPolling()
    await wechat.start()
    await wechat.restart()
    expect(checks).toBe(0)
    expect(told).toEqual([])
    expect(session.online).toBe(false)
  })

  it('knows who is a friend only when the address book was taken in whole', async () => {
    const steps: string[] = []
    const { wechat, session } = sessionOver({
      getContact: async () => ({}),
      async _getContact(this: Wechat4u, seq = 0) {
        await this.getContact(seq)
        if (!seq) await this._getContact(2)
        steps.push(`${seq} known ${session.addressBookKnown}`)
        return []
      },
      updateContacts: () => void steps.push(`taken in, known ${session.addressBookKnown}`),
    })
    await wechat._getContact()
    expect(steps).toEqual(['2 known false', '0 known false', 'taken in, known false'])
    expect(session.addressBookKnown).toBe(true)
  })

  it('does not take half an address book for the whole', async () => {
    const { wechat, session } = sessionOver({
      getContact: async seq => {
        if (seq) throw new Error('cut')
        return {}
      },
      async _getContact(this: Wechat4u, seq = 0) {
        await this.getContact(seq).catch(() => {})
        if (!seq) await this._getContact(2)
        return []
      },
    })
    await wechat._getContact()
    expect(session.addressBookKnown).toBe(false)
  })

  it('backs off from a server that refuses', async () => {
    let tries = 0
    const { wechat, session, told } = sessionOver({
      _init: async () => {
        tries++
        throw refused(1)
      },
    })
    const resuming = wechat.restart()
    await new Promise(resolve => setTimeout(resolve, 1_500))
    expect(tries).toBe(2)
    session.leave()
    await resuming
    expect(told).toEqual(['trouble Error', 'trouble Error'])
  })

  it('keeps the flood of contact requests of the stock puppet away, and nothing else', () => {
    const { wechat, told } = sessionOver({})
    wechat.emit('contacts-updated', [])
    wechat.emit('login')
    expect(told).toEqual(['contacts ', 'emit login'])
  })
})
