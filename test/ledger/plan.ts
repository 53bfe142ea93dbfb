import { Store } from '../../src/ledger/store.js'

/** The plan of SQLite for every query that `work` asks: which index it searches, by which columns. */
export function plansOf(work: () => unknown): string[][] {
  const { all, get } = Store.prototype
  const plans: string[][] = []
  const explain = (store: Store, sql: string, values: Parameters<Store['all']>[1][]) => {
    const steps = all.call(store, `EXPLAIN QUERY PLAN ${sql}`, ...values) as { detail: string }[]
    plans.push(steps.map(step => step.detail))
  }
  Store.prototype.all = function <T>(this: Store, sql: string, ...values: Parameters<Store['all']>[1][]) {
    explain(this, sql, values)
    return all.call(this, sql, ...values) as T[]
  }
  Store.prototype.get = function <T>(this: Store, sql: string, ...values: Parameters<Store['all']>[1][]) {
    explain(this, sql, values)
    return get.call(this, sql, ...values) as T | undefined
  }
  try {
    work()
  } finally {
    Object.assign(Store.prototype, { all, get })
  }
  return plans
}
