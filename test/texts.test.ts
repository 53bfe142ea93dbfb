import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from '@jest/globals'
import { COMMANDS } from '../src/cases/index.js'

const SRC = join(dirname(fileURLToPath(import.meta.url)), '..', 'src')
/** The rooms that decide what a person reads. */
const ROOMS = ['cases', 'policy', 'pipeline', 'jobs']

interface Exception {
  file?: string
  line?: RegExp
  reason: string
}

const EXCEPTIONS: readonly Exception[] = [
  { file: 'cases/command.ts', reason: 'what people type' },
  { file: 'cases/reply.ts', reason: 'what people type' },
  { file: 'pipeline/appeal.ts', line: /^const APPEALS = /, reason: 'what people type' },
  { file: 'pipeline/questions/match.ts', line: /老师\|请问/, reason: 'what people type: pairs that say nothing' },
  { file: 'cases/table.ts', line: /\bsays: /, reason: 'docs/workflow.md' },
  { line: /^ {2}says: /, reason: 'a job in docs/workflow.md' },
  { line: /steps\.add\(/, reason: 'the trace of a decision' },
  { file: 'policy/strikes.ts', line: /const sentence = /, reason: 'the trace of a decision' },
  { file: 'policy/recall-window.ts', line: /return .*duration/, reason: 'the trace of a decision' },
  { file: 'policy/night.ts', line: /^ {2}(?:if .*)?return `/, reason: 'the trace of a decision' },
  { file: 'policy/routing.ts', line: /because: /, reason: 'the trace of a decision' },
  { file: 'policy/opinion.ts', line: /model|because/, reason: 'the trace of a decision' },
  { line: /new (?:BanzhangError|EffectError)\(/, reason: 'an error, for whoever runs the program' },
  { file: 'pipeline/hush.ts', line: /error: /, reason: 'the record of an action' },
  { file: 'pipeline/demo.ts', line: /nick: /, reason: 'a name in a demo' },
]

const files = ROOMS.flatMap(room =>
  (readdirSync(join(SRC, room), { recursive: true }) as string[])
    .filter(name => name.endsWith('.ts'))
    .map(name => `${room}/${name}`),
)

const COMMENT = /\/\*[\s\S]*?\*\/|(?<![:'"`\\])\/\/[^\n]*/g
const REGEXP = /(?<=[=(,:?]\s*)\/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/g
const COMMAND = new RegExp(`'(?:${COMMANDS.join('|')})'`, 'g')

/** Lines with Chinese in them that is neither a comment, nor a pattern, nor the name of a command. */
function chineseIn(text: string): string[] {
  const blank = (found: string) => found.replace(/[^\n]/g, '')
  const code = text.replace(COMMENT, blank).replace(REGEXP, "''").replace(COMMAND, "''")
  return code.split('\n').filter(line => /\p{Script=Han}/u.test(line))
}

const excepts = (one: Exception, file: string, line: string) =>
  (one.file === undefined || one.file === file) && (one.line === undefined || one.line.test(line))

const found = files.flatMap(file => chineseIn(readFileSync(join(SRC, file), 'utf8')).map(line => ({ file, line })))

describe('what a person reads', () => {
  it('is in rules/messages.zh-CN.yaml, not in code', () => {
    const sentences = found.filter(({ file, line }) => !EXCEPTIONS.some(one => excepts(one, file, line)))
    expect(sentences.map(({ file, line }) => `${file}: ${line.trim()}`)).toEqual([])
  })

  it('is looked for everywhere: the search finds literals, templates and keys, and no comment or pattern', () => {
    const text = [
      "const one = '好的' // 注释",
      '/* 注释',
      ' * 注释 */ const two = `第${n}条`',
      'const three = /好的|行/u.test(line)',
      'const four = { 今早: 0 }',
      "const five = 'https://x/好的'",
      "case '暂停':",
    ].join('\n')
    expect(chineseIn(text).map(line => line.trim().split(' ')[1])).toEqual(['one', 'two', 'four', 'five'])
  })

  it('has no exception that nothing needs', () => {
    const idle = EXCEPTIONS.filter(one => !found.some(({ file, line }) => excepts(one, file, line)))
    expect(idle).toEqual([])
  })
})
