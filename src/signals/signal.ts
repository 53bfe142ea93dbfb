import type { z } from 'zod'
import type { ErrorCode } from '../model/errors.js'
import type { Evidence, Facts, SignalResources } from '../model/signal.js'
import type { Strings } from './scanner.js'

/**
 * A pure detector over one event and the group's recent history. No clock, no I/O, no state.
 *
 * `Options` is what the schema returns (short forms already made long), `Prepared` what `prepare` makes of them once,
 * when a rule set is compiled.
 */
export interface Signal<Options = unknown, Prepared = unknown> {
  /** key in the YAML */
  readonly name: string
  /** one Chinese line for the editor's hover */
  readonly summary: string
  readonly options: z.ZodType<Options>
  /** Once a rule set. Throws OptionError when the options cannot be used with these resources. */
  prepare(options: Options, resources: SignalResources): Prepared
  /**
   * When it is asked among others: `first` what settles most and is known of every event (the model's answer), `last` what
   * reads history; everything else in between, as written.
   */
  readonly turn?: Turn
  /**
   * What an event must have for this signal to hit, if that can be said (of several needs any one): lets the engine pass
   * over whole rules.
   */
  needs?(options: Options, resources: SignalResources): Needs | readonly Needs[] | null
  /**
   * Of many sets of options at once, the places of those that hit: where one look at an event answers them all. Agrees with
   * `detect`. It is asked of every event, before the rules are looked at.
   */
  hits?(facts: Facts, asked: readonly Asked<Options, Prepared>[]): readonly number[]
  /** A clean check answers too: `{ hit: false, count: 0, needed: 1 }`. */
  detect(facts: Facts, options: Options, prepared: Prepared): Evidence
  /** One Chinese sentence without full stop; never repeats abuse or personal data. */
  explain(evidence: Evidence, options: Options): string
}

export type Turn = 'first' | 'last'

/** One set of options, and what was made of it. */
export interface Asked<Options = unknown, Prepared = unknown> {
  options: Options
  prepared: Prepared
}
export type AnySignal = Signal<any, any>
export type Registry = ReadonlyMap<string, AnySignal>

/** One of these strings must occur in what was written or attached, or be known of the event. */
export type Needs = Strings

/** One thing wrong with a signal's options, relative to them. */
export interface OptionProblem {
  path: readonly (string | number)[]
  message: string
  /** the valid set or form, as a person would say it */
  expected?: string
  /** the valid values, for "did you mean" */
  valid?: readonly string[]
  /** default BZ104 */
  code?: ErrorCode
  /** where in the string at `path`, in UTF-16 units */
  at?: { start: number; length: number }
}

/** Options that fit the schema and yet cannot be used: an unknown lexicon, a broken pattern. */
export class OptionError extends Error {
  readonly problems: readonly OptionProblem[]

  constructor(problems: readonly OptionProblem[]) {
    super(problems.map(problem => problem.message).join('；'))
    this.name = 'OptionError'
    this.problems = problems
  }
}

type Definition<Schema extends z.ZodType, Prepared> = Omit<
  Signal<z.output<Schema>, Prepared>,
  'options' | 'prepare' | 'needs' | 'hits' | 'detect'
> & {
  options: Schema
  prepare?: (options: z.output<Schema>, resources: SignalResources) => Prepared
  needs?: (options: z.output<Schema>, resources: SignalResources) => Needs | readonly Needs[] | null
  hits?(facts: Facts, asked: readonly Asked<z.output<Schema>, NoInfer<Prepared>>[]): readonly number[]
  detect(facts: Facts, options: z.output<Schema>, prepared: NoInfer<Prepared>): Evidence
}

/** Types the parts of a signal by its schema. The only thing a signal file needs to export. */
export function defineSignal<Schema extends z.ZodType, Prepared = undefined>(
  definition: Definition<Schema, Prepared>,
): Signal<z.output<Schema>, Prepared> {
  return { prepare: () => undefined as Prepared, ...definition } as Signal<z.output<Schema>, Prepared>
}
