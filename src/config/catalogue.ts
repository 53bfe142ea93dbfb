import type { z } from 'zod'
import type { ErrorCode } from '../model/errors.js'
import type { SignalResources } from '../model/signal.js'

/** One thing wrong with a signal's options that fit the schema: an unknown lexicon, a broken pattern. */
export interface OptionProblem {
  /** relative to the options as the schema returned them */
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

/** All that configuration needs to know of the signals. `schema` takes the short form too. */
export interface SignalCatalogue {
  names(): readonly string[]
  /** one Chinese line for the editor's hover */
  summary(name: string): string
  /** throws for an unknown name */
  schema(name: string): z.ZodType
  check(name: string, options: unknown, resources: SignalResources): readonly OptionProblem[]
}
