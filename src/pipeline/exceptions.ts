import type { Ledger } from '../ledger/index.js'
import type { Category } from '../model/category.js'

/** Narrow exceptions a head teacher made with digit 6: no more alerts of one category about one member. */
const key = (group: string, member: string) => `exception:${group}:${member}`

export function exceptionsOf(ledger: Ledger, group: string, member: string): readonly string[] {
  const value = ledger.meta(key(group, member))
  return value === null ? [] : value.split(',')
}

export function addException(ledger: Ledger, group: string, member: string, category: Category): void {
  const all = new Set([...exceptionsOf(ledger, group, member), category])
  ledger.setMeta(key(group, member), [...all].sort().join(','))
}
