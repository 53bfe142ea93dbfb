/** One row of a file of JSON Lines, field by field. Whatever is wrong is thrown as an Error that begins with `where`. */
export interface Row {
  given: Record<string, unknown>
  fail(what: string): never
  /** a text; empty where there is none */
  string(key: string): string
  one<T extends string>(key: string, valid: readonly T[], otherwise?: T): T
}

export function rowOf(row: string, where: string): Row {
  const fail = (what: string): never => {
    throw new Error(`${where}: ${what}`)
  }
  let given: Record<string, unknown>
  try {
    given = JSON.parse(row)
  } catch {
    return fail('not JSON')
  }
  return {
    given,
    fail,
    string: key => {
      const value = given[key] ?? ''
      return typeof value === 'string' ? value : fail(`${key} is not a text`)
    },
    one: <T extends string>(key: string, valid: readonly T[], otherwise?: T): T => {
      const value = given[key] ?? otherwise
      return valid.includes(value as T) ? (value as T) : fail(`${key}: ${String(value)}`)
    },
  }
}
