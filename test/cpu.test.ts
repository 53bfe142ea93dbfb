import { describe, expect, it } from '@jest/globals'
import { growth, LINEAR } from './cpu.js'

const spin = (steps: number) => {
  let sum = 0
  for (let step = 0; step < steps; step++) sum = (sum + step * 7) % 1_000_003
  return sum
}

describe('how work grows', () => {
  it('linear work passes', () => {
    expect(growth(n => spin(n * 100), 25_000)).toBeLessThan(LINEAR)
  })

  it('quadratic work does not, however often it is measured', () => {
    expect(growth(n => spin(n * n), 4_000)).toBeGreaterThan(LINEAR)
  })
})
