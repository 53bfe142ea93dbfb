import type { z } from 'zod'
import type { Diagnostic, ErrorCode } from '../model/errors.js'
import { closest } from './closest.js'
import type { Spot } from './spot.js'
import type { Located, Path } from './yaml.js'
import { type Problem, problemsOf } from './zod-problems.js'

export interface Advice {
  /** the valid set or form, as a person would say it */
  expected?: string | null
  didYouMean?: string | null
}

/** Collects what is wrong, each thing once, however many packs inherit it. */
export class Findings {
  private readonly found = new Map<string, Diagnostic>()

  add(spot: Spot, code: ErrorCode, message: string, advice: Advice = {}): void {
    this.push({ code, message, ...spot, expected: advice.expected ?? null, didYouMean: advice.didYouMean ?? null })
  }

  /** A value outside a set: lists the set and names the member that was probably meant. */
  addChoice(spot: Spot, code: ErrorCode, message: string, written: string, valid: readonly string[], what = ''): void {
    const expected = valid.length === 0 ? null : `${what}${valid.join('、')}`
    this.add(spot, code, message, { expected, didYouMean: closest(written, valid) })
  }

  push(...diagnostics: readonly Diagnostic[]): void {
    for (const diagnostic of diagnostics) {
      const { file, line, col } = diagnostic.place
      this.found.set(`${file}:${line}:${col}:${diagnostic.code}:${diagnostic.message}`, diagnostic)
    }
  }

  get empty(): boolean {
    return this.found.size === 0
  }

  /** By file, then by place. */
  list(): Diagnostic[] {
    return [...this.found.values()].sort(
      (a, b) =>
        compare(a.place.file, b.place.file) ||
        a.place.line - b.place.line ||
        a.place.col - b.place.col ||
        compare(a.code, b.code),
    )
  }
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

/** What the schema makes of the value; null when it does not fit, with a finding for each thing wrong. */
export function check<Schema extends z.ZodType>(
  schema: Schema,
  at: Located,
  findings: Findings,
): z.output<Schema> | null {
  const written = (path: Path) => at.file.written([...at.path, ...path])
  const { data, problems } = problemsOf(schema, at.value, written, at.path)
  for (const problem of problems) addProblem(problem, at, findings)
  return problems.length === 0 ? (data as z.output<Schema>) : null
}

function addProblem(problem: Problem, at: Located, findings: Findings): void {
  const path = [...at.path, ...problem.path]
  findings.add(at.file.spot(path, problem.onKey ? 'key' : 'value'), problem.code, problem.message, problem)
}
