import type { Duration } from '../../model/time.js'

/** What stands at a path. */
export interface FileFacts {
  kind: 'file' | 'folder' | 'other'
  /** permission bits, 0o600; null where the system has none (Windows) */
  mode: number | null
  /** belongs to the user who asks */
  mine: boolean
}

export type Reach =
  | { ok: true; address: string; took: Duration }
  /** `code` is the system's: `ENOTFOUND`, `ETIMEDOUT`, `ECONNREFUSED` */
  | { ok: false; step: 'dns' | 'tcp'; code: string }

/** Everything that `doctor` asks of the machine. Nothing here changes anything that stays. */
export interface Probe {
  /** `20.11.1` */
  readonly node: string
  /** IANA zone of the machine, null where the runtime knows none; `tz`: what the environment asked for */
  zone(): { name: string | null; offset: number; tz: string | null }
  /** loads better-sqlite3, writes and reads a table in memory; the version of SQLite. Rejects with what went wrong. */
  sqlite(): Promise<string>
  file(path: string): Promise<FileFacts | null>
  /** bytes that this user can still write under a folder */
  freeBytes(folder: string): Promise<number>
  /** writes a small file into an existing folder and removes it again: null, or the system's error code */
  tryWriting(folder: string): Promise<string | null>
  /** looks a name up, then opens and closes a connection */
  reach(host: string, port: number, timeout: Duration): Promise<Reach>
}
