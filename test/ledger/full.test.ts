import { join } from 'node:path'
import { describe, expect, it, jest } from '@jest/globals'
import RealDatabase from 'better-sqlite3'

/** The real thing on a disk that holds so many pages; `limit` can be moved while it is open. */
const disk = { pages: 1_000_000, open: [] as RealDatabase.Database[] }
jest.unstable_mockModule('better-sqlite3', () => ({
  default: class extends RealDatabase {
    constructor(file: string, options: RealDatabase.Options) {
      super(file, options)
      this.pragma(`max_page_count = ${disk.pages}`)
      disk.open.push(this)
    }
  },
}))
const { inFolder, KEY, T0 } = await import('./support.js')
const { openLedger } = await import('../../src/ledger/index.js')

function resize(pages: number): void {
  disk.pages = pages
  for (const db of disk.open) if (db.open) db.pragma(`max_page_count = ${pages}`)
}

describe('a full disk', () => {
  it('is said to be full, leaves no half of anything, and goes on once there is room', () => {
    inFolder(folder => {
      const ledger = openLedger({ file: join(folder, 'ledger.db'), botId: 'bz1', key: KEY })
      ledger.saveRuleSet('h', new Map(), T0)
      resize(1)
      const before = ledger.stats()
      let written = 0
      const write = (i: number) =>
        ledger.recordEvent({
          event: { id: `e${i}`, group: 'g', at: T0, from: null, body: { kind: 'notice', text: '' } },
          member: null,
          role: 'outsider',
          digest: '',
          length: 0,
          textForInbox: 'x'.repeat(20_000),
          recordedAt: T0,
        })
      const fillUp = () => {
        for (; written < 500; written++) write(written)
      }
      expect(fillUp).toThrow(expect.objectContaining({ code: 'BZ206', name: 'BanzhangError' }))
      expect(ledger.stats().events).toBe(before.events + written)
      expect(ledger.undecidedEvents().map(event => event.id)).not.toContain(`e${written}`)
      expect(() => ledger.setMeta('big', 'x'.repeat(50_000))).toThrow(expect.objectContaining({ code: 'BZ206' }))
      resize(1_000_000)
      expect(write(written)).toBe('new')
      expect(ledger.integrity()).toEqual([])
      ledger.close()
    })
  })

  it('cannot take a new ledger either', () => {
    inFolder(folder => {
      resize(5)
      const file = join(folder, 'ledger.db')
      expect(() => openLedger({ file, botId: 'bz1', key: KEY })).toThrow(expect.objectContaining({ code: 'BZ206' }))
      resize(1_000_000)
      const ledger = openLedger({ file, botId: 'bz1', key: KEY })
      expect(ledger.integrity()).toEqual([])
      ledger.close()
    })
  })
})
