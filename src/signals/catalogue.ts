import type { z } from 'zod'
import type { SignalResources } from '../model/signal.js'
import { prepared } from './resources.js'
import { OptionError, type OptionProblem, type Registry } from './signal.js'

/** What the configuration needs to know of the signals: names, schemas, and whether options can be used. */
export interface SignalCatalogue {
  names(): string[]
  /** one Chinese line; empty for an unknown name */
  summary(name: string): string
  /** throws for an unknown name */
  schema(name: string): z.ZodType
  /** what is wrong with options that fit the schema (as the schema returned them) */
  check(name: string, options: unknown, resources: SignalResources): OptionProblem[]
}

export function catalogueOf(registry: Registry): SignalCatalogue {
  const get = (name: string) => {
    const signal = registry.get(name)
    if (!signal) throw new RangeError(`unknown signal: ${name}`)
    return signal
  }
  return {
    names: () => [...registry.keys()],
    summary: name => registry.get(name)?.summary ?? '',
    schema: name => get(name).options,
    check(name, options, resources) {
      try {
        prepared(get(name), options, resources)
        return []
      } catch (error) {
        if (error instanceof OptionError) return [...error.problems]
        throw error
      }
    },
  }
}
