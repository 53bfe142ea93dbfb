import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from '@jest/globals'
import { parse } from 'yaml'
import { errorsPage } from '../../scripts/docs/errors.js'
import { workflowPage } from '../../scripts/docs/workflow.js'
import { MOVES } from '../../src/cases/index.js'

const PROJECT = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const read = (file: string) => readFileSync(join(PROJECT, file), 'utf8')
const MESSAGES = new Map(Object.entries(parse(read('rules/messages.zh-CN.yaml')) as Record<string, string>))

describe('pages made from code', () => {
  it('docs/errors.md is fresh (npm run docs)', () => {
    expect(read('docs/errors.md')).toBe(errorsPage())
  })

  it('docs/workflow.md is fresh, and tells every move', () => {
    expect(read('docs/workflow.md')).toBe(workflowPage(MESSAGES))
    for (const { says } of MOVES) expect(workflowPage(MESSAGES)).toContain(says)
  })
})

describe.each(['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md', 'docs/rules.md'])('%s', file => {
  it('links to files that exist', () => {
    const links = [...read(file).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(match => match[1] as string)
    expect(links.filter(link => !existsSync(join(PROJECT, dirname(file), link)))).toEqual([])
  })
})

describe('the two READMEs', () => {
  const [english, chinese] = [read('README.md'), read('README.zh-CN.md')]

  it('are kept in step: the same sections, commands and examples', () => {
    const shape = (text: string) => [...text.matchAll(/^(#+) /gm)].map(match => match[1])
    expect(shape(chinese)).toEqual(shape(english))
    const code = (text: string) =>
      [...text.matchAll(/^ {4}(?=\S)(npm|npx) .*?(?= {2,}#|$)/gm)].map(match => match[0].trim())
    expect(code(chinese)).toEqual(code(english))
    const blocks = (text: string) => [...text.matchAll(/```yaml\n([\s\S]*?)```/g)].map(match => match[1])
    expect(blocks(chinese)).toEqual(blocks(english))
    const commands = (text: string) => [...text.matchAll(/^\| `banzhang (\w+)/gm)].map(match => match[1])
    expect(commands(chinese)).toEqual(commands(english))
  })
})
