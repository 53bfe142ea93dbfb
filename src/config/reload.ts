import { createHash } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Diagnostic } from '../model/errors.js'
import type { RuleSet } from '../model/rule.js'
import { type Duration, SECOND } from '../model/time.js'
import type { RuleSetResult } from './rules.js'
import { fileProblem, hashSources, type SourceTexts } from './source.js'

/** Timers, so that tests need not wait. */
export interface Timers {
  set(then: () => void, after: Duration): unknown
  clear(timer: unknown): void
}

export const systemTimers: Timers = {
  set: (then, after) => setTimeout(then, after).unref(),
  clear: timer => clearTimeout(timer as NodeJS.Timeout),
}

export interface Watcher {
  close(): void
}
/** Calls `onChange` whenever something under `dir` may have changed; never throws. */
export type Watch = (dir: string, onChange: () => void) => Watcher

export interface ReloadOptions {
  load: (dir: string) => Promise<RuleSetResult>
  /** the set in force; an equal one is not announced again */
  current: RuleSet
  onLoaded: (ruleSet: RuleSet) => void
  /** once for each broken state of the folder; the set in force stays */
  onRejected: (diagnostics: readonly Diagnostic[], sources: SourceTexts) => void
  watch?: Watch
  timers?: Timers
  /** quiet time after the last change: editors write in several steps */
  debounce?: Duration
}

/**
 * Keeps a rule set fresh. A new one replaces the old only when `load` has passed all of it, examples included.
 * Loads never overlap; a change during one is followed by another.
 */
export function watchRuleSet(dir: string, options: ReloadOptions): Watcher {
  const { load, onLoaded, onRejected, timers = systemTimers, debounce = SECOND / 2 } = options
  const watch = options.watch ?? pollFolder({ every: SECOND, timers })
  let current = options.current.hash
  let rejected: string | null = null
  let timer: unknown = null
  let loading = false
  let again = false
  let closed = false

  const schedule = () => {
    if (closed) return
    if (timer !== null) timers.clear(timer)
    timer = timers.set(() => void reload(), debounce)
  }

  const reload = async () => {
    timer = null
    if (loading) {
      again = true
      return
    }
    loading = true
    const result = await load(dir).catch(unexpected)
    loading = false
    if (closed) return
    settle(result)
    if (again) {
      again = false
      schedule()
    }
  }

  const settle = (result: RuleSetResult) => {
    if (result.ok) {
      rejected = null
      if (result.ruleSet.hash === current) return
      current = result.ruleSet.hash
      onLoaded(result.ruleSet)
      return
    }
    const state = stateOf(result)
    if (state === rejected) return
    rejected = state
    onRejected(result.diagnostics, result.sources)
  }

  const watcher = watch(dir, schedule)
  // What changed between the first load and the first look would never be noticed.
  schedule()
  return {
    close() {
      closed = true
      watcher.close()
      if (timer !== null) timers.clear(timer)
    },
  }
}

/** A load that throws is a fault of the program, and still no reason to stop moderating. */
function unexpected(error: unknown): RuleSetResult {
  const diagnostic = fileProblem('.', 'BZ114', `读取规则时出错：${(error as Error).message}`, null)
  return { ok: false, diagnostics: [diagnostic], sources: new Map() }
}

function stateOf({ diagnostics, sources }: Extract<RuleSetResult, { ok: false }>): string {
  return `${hashSources(sources)} ${JSON.stringify(diagnostics)}`
}

/**
 * A watcher that compares names, sizes and times now and then. A rules folder holds some dozens of files: that costs
 * nothing, and unlike kernel events it is right about editors that replace files, folders that vanish and come back,
 * mounted volumes and network drives.
 */
export function pollFolder({ every, timers }: { every: Duration; timers: Timers }): Watch {
  return (dir, onChange) => {
    let last: string | null = null
    let timer: unknown = null
    let closed = false
    const look = async () => {
      const now = await fingerprint(dir)
      if (closed) return
      if (last !== null && now !== last) onChange()
      last = now
      timer = timers.set(() => void look(), every)
    }
    void look()
    return {
      close() {
        closed = true
        if (timer !== null) timers.clear(timer)
      },
    }
  }
}

/** Changes when a file under `dir` is written, replaced, added or removed. What cannot be read counts as absent. */
export async function fingerprint(dir: string): Promise<string> {
  const hash = createHash('sha256')
  const names = await readdir(dir, { recursive: true }).catch(() => [])
  for (const name of names.filter(other => /\.ya?ml$/i.test(other)).sort()) {
    const info = await stat(join(dir, name)).catch(() => null)
    hash.update(`${name}\n${info ? `${info.ino} ${info.size} ${info.mtimeMs}` : ''}\n`)
  }
  return hash.digest('hex')
}
