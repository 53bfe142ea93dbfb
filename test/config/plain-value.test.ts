import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { plainValue } from '../../src/config/plain-value.js'

const RULES = 'rules'

describe('the fast parser', () => {
  it('is enough for the rules that come along: none is read twice at every start', () => {
    const files = readdirSync(RULES, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.yaml'))
    expect(files.length).toBeGreaterThan(20)
    expect(files.filter(name => plainValue(readFileSync(join(RULES, name), 'utf8')) === null)).toEqual([])
  })
})
