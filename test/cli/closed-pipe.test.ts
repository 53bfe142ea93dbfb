import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { PROJECT } from './cli.js'

/** Runs the compiled command line with readers that have gone before it says anything. */
function unread(args: readonly string[], streams: readonly ('stdout' | 'stderr')[]) {
  return new Promise<{ code: number | null; signal: string | null; said: string }>((resolve, reject) => {
    const child = spawn(process.execPath, [join(PROJECT, 'dist', 'app.js'), ...args], { cwd: PROJECT })
    let said = ''
    for (const name of ['stdout', 'stderr'] as const) {
      if (streams.includes(name)) child[name].destroy()
      else child[name].on('data', chunk => void (said += chunk))
    }
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code, signal, said }))
  })
}

describe('a reader that goes away', () => {
  it.each([[['check', 'rules', '--no-schema']], [['--help']], [['demo', '--fast', '--keep']]])(
    'ends %j without a word',
    async args => {
      expect(await unread(args, ['stdout'])).toEqual({ code: 141, signal: null, said: '' })
    },
  )

  it('is no reason to crash where it read the complaints', async () => {
    expect(await unread(['nonsense'], ['stderr'])).toEqual({ code: 141, signal: null, said: '' })
  })

  it('still gets what it waited for', async () => {
    const child = spawn('sh', ['-c', '"$0" dist/app.js check rules --no-schema | head -1', process.execPath], {
      cwd: PROJECT,
    })
    let out = ''
    let err = ''
    child.stdout.on('data', chunk => void (out += chunk))
    child.stderr.on('data', chunk => void (err += chunk))
    await new Promise(resolve => child.on('close', resolve))
    expect(err).toBe('')
    expect(out).toMatch(/^✓ .*\n$/)
  })
})
