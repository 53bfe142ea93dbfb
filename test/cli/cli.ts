import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const PROJECT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

export interface Ran {
  code: number | null
  out: string
  err: string
}

const running = new Set<ChildProcess>()

/** Runs the compiled command line as a user would. `npm test` builds it first. */
export function banzhang(
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string>; app?: string } = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [options.app ?? join(PROJECT, 'dist', 'app.js'), ...args], {
      cwd: options.cwd ?? PROJECT,
      env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', NO_COLOR: '1', ...options.env },
    })
    running.add(child)
    let out = ''
    let err = ''
    child.stdout.on('data', chunk => {
      out += chunk
    })
    child.stderr.on('data', chunk => {
      err += chunk
    })
    child.on('error', reject)
    child.on('close', code => {
      running.delete(child)
      resolve({ code, out, err })
    })
  })
}

/** A folder of its own with a copy of the shipped rules. */
export class Workshop {
  readonly dir = mkdtempSync(join(tmpdir(), 'banzhang-test-'))

  constructor(rules = true) {
    if (rules)
      cpSync(join(PROJECT, 'rules'), join(this.dir, 'rules'), {
        recursive: true,
        filter: file => !file.endsWith('rules/school.yaml'),
      })
  }

  write(name: string, content: string | Buffer): string {
    const file = join(this.dir, name)
    writeFileSync(file, content)
    return file
  }

  run(...args: string[]): Promise<Ran> {
    return banzhang(args, { cwd: this.dir })
  }

  /** Ends what a timed-out test left behind before its folder goes. */
  remove(): void {
    for (const child of running) child.kill('SIGKILL')
    rmSync(this.dir, { recursive: true, force: true })
  }
}

/** No user ever sees where in the program a mistake was noticed. */
export const STACK = /^\s+at .*\(.*:\d+:\d+\)/m
