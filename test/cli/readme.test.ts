import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { PROJECT, Workshop } from './cli.js'

let shop: Workshop
beforeEach(() => {
  shop = new Workshop()
})
afterEach(() => shop.remove())

it('the rule that the README writes in five minutes passes, examples and all', async () => {
  const readme = readFileSync(join(PROJECT, 'README.md'), 'utf8')
  const rule = /```yaml\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''
  expect(rule).toContain('- id: ')
  shop.write('rules/packs/common/99-readme.yaml', rule)
  const ran = await shop.run('check', '--no-schema')
  expect(ran.err).toBe('')
  expect(ran.code).toBe(0)
})
