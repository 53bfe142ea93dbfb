import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@jest/globals'
import type { Duration, Instant } from '../../src/model/time.js'
import { at, Machine } from './world.js'

export const HEAD = '班主任季老师'
export const DEPUTY = '副班主任柯老师'
export const SUPERVISOR = '德育处罗主任'
export const LEADER = '周校长'

/** A machine with its ledger on disk, at work from `start`; whatever happens to it, nothing fails and the chain holds. */
export async function onDisk(
  work: (machine: Machine) => Promise<void>,
  start: Instant = at('2026-11-04T14:00'),
  bundle: Duration = 0,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'jobs-'))
  const machine = new Machine(join(folder, 'ledger.db'), start, 'live', bundle)
  try {
    await machine.work()
    await work(machine)
    expect(machine.errors).toEqual([])
    expect(machine.ledger.verifyChain().ok).toBe(true)
  } finally {
    machine.ledger.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
