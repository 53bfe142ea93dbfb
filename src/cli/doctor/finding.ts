import { BanzhangError } from '../../model/errors.js'
import { printable } from '../terminal.js'

/** `ok` ✓ · `warn` ! worth knowing, the bot works · `fail` ✗ the bot cannot work, or not as promised */
export type Level = 'ok' | 'warn' | 'fail'

/** What one check found: one sentence with the measured value, what to do where it is not fine. */
export interface Finding {
  level: Level
  says: string
  hint: string | null
  /** further lines, for reading */
  details: readonly string[]
}

export function ok(says: string, details: readonly string[] = []): Finding {
  return { level: 'ok', says, hint: null, details }
}

export function warn(says: string, hint: string | null, details: readonly string[] = []): Finding {
  return { level: 'warn', says, hint, details }
}

export function fail(says: string, hint: string | null, details: readonly string[] = []): Finding {
  return { level: 'fail', says, hint, details }
}

/** An error met on the way is a finding too: the other checks still run. Of a long message, its first line. */
export function failure(what: string, error: unknown): Finding {
  const known = error instanceof BanzhangError
  const message = error instanceof Error ? error.message : String(error)
  const says = `${what}：${known ? `${error.code} ` : ''}${printable(message.split('\n')[0] as string)}`
  return fail(says, known ? error.hint : null)
}
