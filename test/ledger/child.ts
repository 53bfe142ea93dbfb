import { type ChildProcess, fork } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { transformSync } from '@swc/core'

/**
 * Makes the ledger runnable by plain Node in a folder of its own, with `program` beside it (it may import
 * `./src/ledger/index.js` and better-sqlite3). Returns what starts it.
 */
export function childProgram(folder: string, program: string): (...args: string[]) => ChildProcess {
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'))
  for (const room of ['src/model', 'src/ledger']) {
    mkdirSync(join(folder, room), { recursive: true })
    for (const name of readdirSync(room)) {
      const { code } = transformSync(readFileSync(join(room, name), 'utf8'), {
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
        module: { type: 'es6' },
      })
      writeFileSync(join(folder, room, name.replace(/\.ts$/, '.js')), code)
    }
  }
  const file = join(folder, 'program.js')
  writeFileSync(file, program)
  return (...args) => fork(file, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: [] })
}

/** What a child said on its way, how it ended, and what it complained of. */
export function ended(
  child: ChildProcess,
): Promise<{ said: unknown[]; code: number | null; signal: string | null; errors: string }> {
  const said: unknown[] = []
  let errors = ''
  child.on('message', message => said.push(message))
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk.toString()
  })
  return new Promise(resolve => child.on('close', (code, signal) => resolve({ said, code, signal, errors })))
}
