import { describe, expect, it } from '@jest/globals'
import Database from 'better-sqlite3'
import { openBeside } from '../../src/ledger/index.js'
import { furnish, GROUP, inFolder, KEY, memoryLedger, open, T0 } from './support.js'

const look = (person: string) => ({ person, card: 'c', nick: 'n', avatar: '', remark: '', network: 'x' })

describe('identities', () => {
  it('are kept by group and person, the latest look only', () => {
    const { ledger, parent } = memoryLedger()
    ledger.saveIdentity(GROUP, look(parent), T0)
    ledger.saveIdentity(GROUP, { ...look(parent), card: 'c2' }, T0 + 1)
    ledger.saveIdentity(null, look(parent), T0)
    expect(ledger.identities(GROUP)).toEqual([{ ...look(parent), card: 'c2' }])
    expect(ledger.identities(null)).toHaveLength(1)
    ledger.forgetIdentity(null, parent)
    expect(ledger.identities(null)).toEqual([])
  })

  it('go with the person, questions about them too', () => {
    const { ledger, parent } = memoryLedger()
    ledger.saveIdentity(GROUP, look(parent), T0)
    ledger.askBinding({ kind: 'member', group: GROUP, mark: 'm', candidate: parent, text: '问', at: T0 })
    ledger.erasePerson(parent)
    expect(ledger.identities(GROUP)).toEqual([])
    expect(ledger.bindingQuestions()).toEqual([])
  })

  it('have marks that only the key can make, and none for nothing', () => {
    const { ledger } = memoryLedger()
    expect(ledger.identityMark('程小满妈妈')).toMatch(/^[\w-]{22}$/)
    expect(ledger.identityMark('程小满妈妈')).toBe(ledger.identityMark('程小满妈妈'))
    expect(ledger.identityMark('程小满妈妈')).not.toBe(ledger.identityMark('程小满爸爸'))
    expect(ledger.identityMark('')).toBe('')
  })
})

describe('groups', () => {
  it('are kept as last seen', () => {
    const { ledger } = memoryLedger()
    expect(ledger.knownGroup(GROUP)).toBeNull()
    const seen = { group: GROUP, topic: 't', owner: '', members: [['a', 'b'], ['c']], present: true }
    ledger.saveKnownGroup(seen, T0)
    expect(ledger.knownGroup(GROUP)).toEqual(seen)
    ledger.saveKnownGroup({ ...seen, present: false }, T0)
    expect(ledger.knownGroup(GROUP)?.present).toBe(false)
  })
})

describe('questions', () => {
  const asked = (candidate: string, mark = 'm') =>
    ({ kind: 'member', group: GROUP, mark, candidate, text: '「小满」是程小满妈妈吗', at: T0 }) as const

  it('are asked once', () => {
    const { ledger, parent } = memoryLedger()
    const first = ledger.askBinding(asked(parent))
    ledger.markBinding(first.id, { caseId: 'bz1-c1', told: true })
    expect(ledger.askBinding({ ...asked(parent), at: T0 + 9 })).toEqual({ ...first, caseId: 'bz1-c1', told: true })
    expect(ledger.bindingQuestions()).toHaveLength(1)
  })

  it('are answered once; yes to one is no to every other candidate and look, and what was shown is gone', () => {
    const { ledger, parent } = memoryLedger()
    const other = ledger.personId(GROUP, 'x', '程小满爸爸', 'parent')
    const [yes, rival, copy, unrelated] = [
      ledger.askBinding(asked(parent)),
      ledger.askBinding(asked(other)),
      ledger.askBinding(asked(parent, 'm2')),
      ledger.askBinding(asked(other, 'm3')),
    ]
    expect(ledger.answerBinding(yes.id, 'yes', 'terminal', T0 + 5)).toBe(true)
    expect(ledger.answerBinding(yes.id, 'no', 'terminal', T0 + 6)).toBe(false)
    expect(ledger.answerBinding('bz1-qnone', 'no', 'terminal', T0)).toBe(false)
    const answers = new Map(ledger.bindingQuestions().map(one => [one.id, one]))
    expect(answers.get(yes.id)).toMatchObject({ answer: 'yes', answeredBy: 'terminal', text: null, applied: false })
    expect(answers.get(rival.id)).toMatchObject({ answer: 'no', text: null })
    expect(answers.get(copy.id)).toMatchObject({ answer: 'no' })
    expect(answers.get(unrelated.id)).toMatchObject({ answer: null, text: '「小满」是程小满妈妈吗' })
  })

  it('about a room can ask for a proposal, which is sealed, read and dropped', () => {
    const { ledger } = memoryLedger()
    const room = ledger.askBinding({ kind: 'room', group: null, mark: 'r', candidate: '', text: '五年级群', at: T0 })
    expect(ledger.answerBinding(room.id, 'propose', 'terminal', T0)).toBe(true)
    ledger.markBinding(room.id, { applied: true, text: 'id: c5' })
    expect(ledger.bindingQuestions()[0]).toMatchObject({ answer: 'propose', applied: true, text: 'id: c5' })
    expect(ledger.answerBinding(room.id, 'no', 'terminal', T0)).toBe(true)
    ledger.dropBinding(room.id)
    expect(ledger.bindingQuestions()).toEqual([])
  })
})

describe('answering beside a running bot', () => {
  it('needs no lock, and the bot sees the answer', () => {
    inFolder(folder => {
      const { ledger, parent } = furnish(open(folder))
      const { id } = ledger.askBinding({
        kind: 'member',
        group: GROUP,
        mark: 'm',
        candidate: parent,
        text: '问',
        at: T0,
      })
      const beside = openBeside({ file: ledger.file, botId: 'bz1', key: KEY })
      expect(beside.bindingQuestions()[0]?.text).toBe('问')
      beside.answerBinding(id, 'yes', 'terminal', T0)
      beside.close()
      expect(ledger.bindingQuestions()[0]?.answer).toBe('yes')
      ledger.close()
    })
  })

  it('refuses another key, another bot, and what is no ledger', () => {
    inFolder(folder => {
      const { ledger } = furnish(open(folder))
      const { file } = ledger
      ledger.close()
      expect(() => openBeside({ file, botId: 'bz1', key: Buffer.alloc(32, 8) })).toThrow('密钥')
      expect(() => openBeside({ file, botId: 'bz2', key: KEY })).toThrow('bz1')
      expect(() => openBeside({ file: `${file}.no`, botId: 'bz1', key: KEY })).toThrow(
        expect.objectContaining({ code: 'BZ202' }),
      )
    })
  })

  it('leaves no name readable on disk', () => {
    inFolder(folder => {
      const { ledger, parent } = furnish(open(folder))
      ledger.saveIdentity(GROUP, { ...look(parent), card: ledger.identityMark('张三妈妈') }, T0)
      ledger.askBinding({ kind: 'member', group: GROUP, mark: 'm', candidate: parent, text: '张三妈妈', at: T0 })
      ledger.checkpoint()
      const db = new Database(ledger.file, { readonly: true })
      const dump = JSON.stringify([
        db.prepare('SELECT * FROM identities').all(),
        db.prepare('SELECT id, mark, candidate, hex(sealed) AS sealed FROM binding_questions').all(),
      ])
      db.close()
      expect(dump).not.toContain('张三')
      expect(dump).not.toContain(Buffer.from('张三').toString('hex').toUpperCase())
      ledger.close()
    })
  })
})
