import type { z } from 'zod'
import { formOf } from './forms.js'

export type Path = readonly (string | number)[]

type Internal = { def: Record<string, unknown> & { type: string } }

/** The part of a value under a path; undefined where there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  let current = value
  for (const step of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, step)) return undefined
    current = (current as Record<string | number, unknown>)[step]
  }
  return current
}

const WRAPPERS = ['optional', 'nullable', 'default', 'prefault', 'readonly', 'catch', 'nonoptional']

/** Schemas that may stand for this one: wrappers off, unions opened. */
function alternatives(schema: z.ZodType): z.ZodType[] {
  const { def } = schema as unknown as Internal
  if (WRAPPERS.includes(def.type)) return formOf(schema) ? [schema] : alternatives(def.innerType as z.ZodType)
  if (def.type === 'pipe') {
    const before = def.in as z.ZodType
    const isTransform = (before as unknown as Internal).def.type === 'transform'
    return formOf(schema) ? [schema] : alternatives(isTransform ? (def.out as z.ZodType) : before)
  }
  if (def.type === 'lazy') return alternatives((def.getter as () => z.ZodType)())
  if (def.type === 'union') return (def.options as z.ZodType[]).flatMap(alternatives)
  return [schema]
}

/** The schema that a part of the value was checked against; the first that has such a part, in unions. */
export function schemaAt(schema: z.ZodType, path: Path): z.ZodType | null {
  if (path.length === 0) return schema
  const [step, ...rest] = path
  for (const candidate of alternatives(schema)) {
    const { def } = candidate as unknown as Internal
    let inner: z.ZodType | undefined
    if (def.type === 'object') inner = (def.shape as Record<string, z.ZodType>)[String(step)]
    else if (def.type === 'array') inner = def.element as z.ZodType
    else if (def.type === 'record') inner = def.valueType as z.ZodType
    const found = inner ? schemaAt(inner, rest) : null
    if (found) return found
  }
  return null
}

/** Keys an object may have; of several shapes the one that shares most keys with the value. */
export function keysOf(schema: z.ZodType | null, value: unknown): string[] {
  const present = Object.keys((value ?? {}) as object)
  const shapes = (schema ? alternatives(schema) : []).flatMap(candidate => {
    const { def } = candidate as unknown as Internal
    return def.type === 'object' ? [Object.keys(def.shape as object)] : []
  })
  const shared = (keys: string[]) => keys.filter(key => present.includes(key)).length
  return shapes.sort((a, b) => shared(b) - shared(a))[0] ?? []
}
