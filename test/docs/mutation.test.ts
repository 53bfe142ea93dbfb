import { describe, expect, it } from '@jest/globals'
import { counted, killed, mutationPage, type Unit } from '../../scripts/mutation/page.js'

const mutants = (...statuses: Unit['mutants'][number]['status'][]): Unit['mutants'] =>
  statuses.map(status => ({ status }))

describe('the page of mutants', () => {
  it('counts as noticed what a test failed on or took too long', () => {
    expect(killed(mutants('Killed', 'Timeout', 'Survived', 'NoCoverage'))).toBe(2)
  })

  it('does not count what says nothing', () => {
    expect(counted(mutants('Killed', 'Survived', 'NoCoverage', 'Ignored', 'CompileError', 'RuntimeError'))).toBe(3)
  })

  it('has a line a unit and one of all', () => {
    const page = mutationPage('text', [
      { name: 'mask', tests: 'text/mask*.test.ts', mutants: mutants('Killed', 'Survived') },
      { name: 'emoji', tests: 'text/normalise*.test.ts', mutants: mutants('Ignored') },
    ])
    expect(page).toContain('| mask | `text/mask*.test.ts` | 2 | 1 | 50.0 % |')
    expect(page).toContain('| emoji | `text/normalise*.test.ts` | 0 | 0 | - |')
    expect(page).toContain('| all |  | 2 | 1 | 50.0 % |')
  })
})
