import { describe, expect, it } from '@jest/globals'
import { furnish, GROUP, inFolder, memoryLedger, open } from './support.js'

describe('people', () => {
  it('finds the same person by the same key, in the same group only', () => {
    const { ledger, parent } = memoryLedger()
    expect(parent).toBe('bz1-p1')
    expect(ledger.personId(GROUP, 'wx-1', 'another name', 'parent')).toBe(parent)
    expect(ledger.personId('c4-1', 'wx-1', '程小满妈妈', 'parent')).toBe('bz1-p2')
    expect(ledger.personId(null, 'wx-1', '程小满妈妈', 'parent')).toBe('bz1-p3')
    expect(ledger.person(parent)).toEqual({
      id: parent,
      group: GROUP,
      name: '程小满妈妈',
      role: 'parent',
      erased: false,
    })
    expect(ledger.person('bz1-p99')).toBeNull()
  })

  it('looks for somebody without making one', () => {
    const { ledger, parent } = memoryLedger()
    expect(ledger.findPersonId(GROUP, 'wx-1')).toBe(parent)
    expect(ledger.findPersonId('c4-1', 'wx-1')).toBeNull()
    expect(ledger.people()).toHaveLength(1)
    ledger.erasePerson(parent)
    expect(ledger.findPersonId(GROUP, 'wx-1')).toBeNull()
  })

  it('keeps group and key apart, whatever characters they hold', () => {
    const { ledger } = memoryLedger()
    const ids = [
      ['a', 'b\0c'],
      ['a\0b', 'c'],
      ['a","b', 'c'],
      ['a', 'b","c'],
      ['', "';DROP TABLE people;--"],
    ].map(([group, key]) => ledger.personId(group ?? '', key ?? '', '名', 'parent'))
    expect(new Set(ids).size).toBe(5)
    expect(ledger.people()).toHaveLength(6)
  })

  it('takes the role from the school file each time, the name when told', () => {
    const { ledger, parent } = memoryLedger()
    ledger.personId(GROUP, 'wx-1', '程小满妈妈', 'deputy')
    ledger.renamePerson(parent, '程小满爸爸')
    expect(ledger.person(parent)).toMatchObject({ role: 'deputy', name: '程小满爸爸' })
  })

  it('lists all, or those of a group, or of none', () => {
    const { ledger, parent } = memoryLedger()
    const admin = ledger.personId(null, 'wx-9', '管理员', 'admin')
    expect(ledger.people().map(person => person.id)).toEqual([parent, admin])
    expect(ledger.people(GROUP).map(person => person.id)).toEqual([parent])
    expect(ledger.people(null).map(person => person.id)).toEqual([admin])
  })

  it('erases for good: no name, no way back to the id, the id stays', () => {
    const { ledger, parent } = memoryLedger()
    expect(ledger.erasePerson(parent)).toBe(true)
    ledger.renamePerson(parent, '程小满妈妈')
    expect(ledger.person(parent)).toEqual({ id: parent, group: GROUP, name: '', role: 'parent', erased: true })
    expect(ledger.personId(GROUP, 'wx-1', '程小满妈妈', 'parent')).not.toBe(parent)
    expect(ledger.erasePerson(parent)).toBe(true)
    expect(ledger.erasePerson('bz1-p99')).toBe(false)
  })

  it('gives the same ids after a restart', () => {
    inFolder(folder => {
      const { ledger, parent } = furnish(open(folder))
      ledger.close()
      const again = furnish(open(folder))
      expect(again.parent).toBe(parent)
      again.ledger.close()
    })
  })
})
