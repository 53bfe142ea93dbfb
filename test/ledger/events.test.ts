import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { seal, unseal } from '../../src/ledger/inbox.js'
import { DAY, MINUTE } from '../../src/model/time.js'
import { decide, furnish, GROUP, inFolder, KEY, memoryLedger, message, open, record, T0, toPerson } from './support.js'

const PHONE = '13900001234'

/** Every byte the ledger left in its folder: database, write-ahead log, shared memory. */
function bytesOf(folder: string): string {
  return readdirSync(folder)
    .map(name => readFileSync(join(folder, name)).toString('latin1'))
    .join('\n')
}
const latin = (text: string) => Buffer.from(text, 'utf8').toString('latin1')

describe('recordEvent', () => {
  it('keeps an event once', () => {
    const { ledger, parent } = memoryLedger()
    expect(record(ledger, 'e1', parent, { text: '你好' })).toBe('new')
    expect(record(ledger, 'e1', parent, { text: '换了内容', at: T0 + 5 })).toBe('duplicate')
    expect(ledger.inboxText('e1', T0, 'pipeline')).toBe('你好')
    expect(ledger.event('e1')).toEqual({
      seq: 1,
      id: 'e1',
      group: GROUP,
      at: T0,
      member: parent,
      role: 'parent',
      kind: 'text',
      digest: 'digest-e1',
      length: 2,
      late: false,
      recordedAt: T0,
      meta: {},
    })
    expect(ledger.event('e2')).toBeNull()
  })

  it('keeps ids, counts and flags of every kind of event, no text', () => {
    const { ledger, parent } = memoryLedger()
    const who = { id: parent, name: '程小满妈妈' }
    const put = (id: string, body: Parameters<typeof ledger.recordEvent>[0]['event']['body'], late = false) => {
      ledger.recordEvent({
        event: { id, group: GROUP, at: T0, from: who, body, late },
        member: parent,
        role: 'parent',
        digest: '',
        length: 0,
        textForInbox: null,
        recordedAt: T0,
      })
      const { kind, meta, late: kept } = ledger.event(id) ?? {}
      return [kind, meta, kept]
    }
    const image = {
      kind: 'image',
      text: '',
      ocr: '成绩单',
      mentions: ['张三', '李四'],
      quoted: '原话',
      url: 'https://x',
    } as const
    expect(put('1', { kind: 'message', message: image })).toEqual([
      'image',
      { mentions: 2, quoted: true, url: true, ocr: 3 },
      false,
    ])
    expect(put('2', { kind: 'message', message: { kind: 'voice', text: '', duration: 12 } })).toEqual([
      'voice',
      { duration: 12 },
      false,
    ])
    expect(put('3', { kind: 'recall', of: 'e1' }, true)).toEqual(['recall', { of: 'e1' }, true])
    expect(put('4', { kind: 'join', joined: [who], inviter: null, via: 'qrcode' })).toEqual([
      'join',
      { joined: [parent], inviter: null, via: 'qrcode' },
      false,
    ])
    expect(put('5', { kind: 'leave', left: [who] })).toEqual(['leave', { left: [parent] }, false])
    expect(put('6', { kind: 'rename', name: '班主任王老师' })).toEqual(['rename', {}, false])
    expect(put('7', { kind: 'notice', text: '你撤回了一条消息' })).toEqual(['notice', {}, false])
  })

  it('does not take a broken event for a duplicate', () => {
    const { ledger } = memoryLedger()
    expect(() => record(ledger, 'e1', 'bz1-p99')).toThrow(/FOREIGN KEY/)
    expect(() => record(ledger, null as unknown as string, null)).toThrow(/NOT NULL/)
    expect(ledger.stats().events).toBe(0)
  })

  it('knows after a crash which events still wait for a decision', () => {
    inFolder(folder => {
      const { ledger, parent } = furnish(open(folder))
      for (const id of ['e1', 'e2', 'e3']) record(ledger, id, parent, { text: `text of ${id}` })
      decide(ledger, 'e2')
      ledger.close()
      const again = open(folder)
      expect(again.undecidedEvents().map(event => event.id)).toEqual(['e1', 'e3'])
      expect(again.undecidedEvents(1)).toHaveLength(1)
      expect(again.inboxText('e3', T0 + 1, 'pipeline')).toBe('text of e3')
      again.close()
    })
  })
})

describe('the inbox', () => {
  it('gives a text for ten minutes and logs who read it', () => {
    const { ledger, parent } = memoryLedger()
    record(ledger, 'e1', parent, { text: `打 ${PHONE}` })
    expect(ledger.inboxText('e1', T0 + 10 * MINUTE - 1, 'head_teacher:bz1-p4')).toBe(`打 ${PHONE}`)
    expect(ledger.inboxText('e1', T0 + 10 * MINUTE, 'pipeline')).toBeNull()
    expect(ledger.inboxText('never', T0, 'pipeline')).toBeNull()
    expect(ledger.accesses(0)).toEqual([
      { eventId: 'e1', reader: 'head_teacher:bz1-p4', at: T0 + 10 * MINUTE - 1, found: true },
      { eventId: 'e1', reader: 'pipeline', at: T0 + 10 * MINUTE, found: false },
      { eventId: 'never', reader: 'pipeline', at: T0, found: false },
    ])
    expect(ledger.accesses(T0 + 10 * MINUTE)).toHaveLength(1)
  })

  it('is purged by time and emptied by a final decision', () => {
    const { ledger, parent } = memoryLedger()
    record(ledger, 'e1', parent, { text: '一' })
    record(ledger, 'e2', parent, { text: '二', at: T0 + MINUTE })
    record(ledger, 'e3', parent, { text: '三', at: T0 + MINUTE })
    ledger.finishInbox('e3')
    ledger.finishInbox('e3')
    expect(ledger.inboxText('e3', T0 + MINUTE, 'x')).toBeNull()
    expect(ledger.purgeInbox(T0 + 10 * MINUTE)).toBe(1)
    expect(ledger.purgeInbox(T0 + 10 * MINUTE)).toBe(0)
    expect(ledger.inboxText('e2', T0 + 10 * MINUTE, 'x')).toBe('二')
  })

  it('is not read from a read-only ledger: a reading must leave its mark', () => {
    inFolder(folder => {
      const { ledger, parent } = furnish(open(folder))
      record(ledger, 'e1', parent, { text: '一' })
      const reader = open(folder, true)
      expect(() => reader.inboxText('e1', T0, 'doctor')).toThrow(expect.objectContaining({ code: 'BZ203' }))
      reader.close()
      ledger.close()
    })
  })

  it('binds a sealed text to its event and its key', () => {
    const sealed = seal(KEY, 'e1', '电话 😀')
    expect(unseal(KEY, 'e1', sealed)).toBe('电话 😀')
    expect(unseal(KEY, 'e0', seal(KEY, 'e0', ''))).toBe('')
    expect(() => unseal(KEY, 'e2', sealed)).toThrow()
    expect(() => unseal(Buffer.alloc(32, 8), 'e1', sealed)).toThrow()
    for (const at of [0, 12, 28, sealed.length - 1]) {
      const harmed = Buffer.from(sealed)
      harmed[at] = (harmed[at] ?? 0) ^ 1
      expect(() => unseal(KEY, 'e1', harmed)).toThrow()
    }
    expect(() => unseal(KEY, 'e1', sealed.subarray(0, 20))).toThrow()
    expect(seal(KEY, 'e1', '电话 😀').equals(sealed)).toBe(false)
  })

  it('leaves unmasked text, names of keys and erased names in no byte of the files', () => {
    inFolder(folder => {
      const { ledger } = furnish(open(folder))
      const who = ledger.personId(GROUP, '网络标识-陶小帆', '陶小帆爸爸', 'parent')
      ledger.recordEvent({
        event: message('e1', who, `打 ${PHONE} 找我`, { title: '标题里的话', filename: '名单.xlsx' }),
        member: who,
        role: 'parent',
        digest: 'abc',
        length: 20,
        textForInbox: `打 ${PHONE} 找我`,
        recordedAt: T0,
      })
      expect(bytesOf(folder)).not.toContain(PHONE)
      expect(bytesOf(folder)).toContain(latin('陶小帆爸爸'))
      decide(ledger, 'e1', {
        remembered: { text: `打 ${PHONE} 找我` },
        excerpt: '打 139****1234 找我',
        draft: { actions: [toPerson(who)] },
      })
      expect(ledger.history(GROUP).recent({ since: 0 })[0]?.text).toContain(PHONE)
      ledger.finishInbox('e1')
      ledger.erasePerson(who)
      ledger.applyRetention(T0 + 40 * DAY, { inbox: 10 * MINUTE, flagged: 30 * DAY, escalated: 180 * DAY })
      ledger.checkpoint()
      for (const text of [PHONE, '陶小帆', '标题里的话', '名单.xlsx', '139****1234'])
        expect([text, bytesOf(folder).includes(latin(text))]).toEqual([text, false])
      ledger.close()
      expect(bytesOf(folder)).not.toContain(PHONE)
    })
  })
})
