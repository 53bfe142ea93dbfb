import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Evidence, Facts } from '../model/signal.js'
import type { AnySignal, Registry } from './signal.js'

/** Why a module of somebody else's was not taken; `BZ118`. */
export interface SignalProblem {
  path: string
  message: string
}

/** Told when a third-party signal fails while a message is judged. No text of the message is passed on. */
export type OnSignalFailure = (signal: string, error: unknown) => void

const NAME = /^[a-z][a-z0-9_]{1,40}$/
const RESERVED = new Set(['all', 'any', 'not'])

/**
 * Adds the signals of JavaScript modules to a registry. A module's default export is a signal or an array of them.
 * What cannot be used is reported and left out; relative paths are taken from the working directory.
 */
export async function loadSignals(
  paths: readonly string[],
  builtIn: Registry,
  onFailure: OnSignalFailure,
): Promise<{ registry: Registry; problems: SignalProblem[] }> {
  const registry = new Map(builtIn)
  const problems: SignalProblem[] = []
  for (const path of paths) {
    const refuse = (message: string) => problems.push({ path, message })
    const found = await exportsOf(path, refuse)
    for (const [index, candidate] of found.entries()) {
      const wrong = faultOf(candidate)
      if (wrong) refuse(`第 ${index + 1} 个信号：${wrong}`)
      else if (registry.has((candidate as AnySignal).name))
        refuse(`信号名 ${(candidate as AnySignal).name} 已被占用，请换一个名字`)
      else registry.set((candidate as AnySignal).name, guarded(candidate as AnySignal, onFailure))
    }
  }
  return { registry, problems }
}

async function exportsOf(path: string, refuse: (message: string) => void): Promise<readonly unknown[]> {
  try {
    const module = (await import(pathToFileURL(resolve(path)).href)) as { default?: unknown }
    if (module.default === undefined) refuse('模块没有默认导出（export default）')
    else return Array.isArray(module.default) ? module.default : [module.default]
  } catch (error) {
    refuse(`模块无法载入：${error instanceof Error ? error.message : String(error)}`)
  }
  return []
}

/** What keeps a value from being a signal, or null. */
function faultOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return '应为对象'
  const { name, summary, options, prepare, detect, explain } = value as Record<string, unknown>
  if (typeof name !== 'string' || !NAME.test(name)) return 'name 应由小写字母、数字和下划线组成'
  if (RESERVED.has(name)) return `name 不能是 ${name}`
  if (typeof summary !== 'string' || summary === '') return 'summary 应为一句说明'
  if (typeof options !== 'object' || options === null || !('_zod' in options)) return 'options 应为 zod 4 的 schema'
  if (prepare !== undefined && typeof prepare !== 'function') return 'prepare 应为函数'
  if (typeof detect !== 'function') return 'detect 应为函数'
  if (typeof explain !== 'function') return 'explain 应为函数'
  return null
}

/** A signal of somebody else's must not stop moderation: a failure is a miss that says so, and is reported. */
function guarded(signal: AnySignal, onFailure: OnSignalFailure): AnySignal {
  const failed = (error: unknown, detail: string): Evidence => {
    onFailure(signal.name, error)
    return { hit: false, detail }
  }
  return {
    name: signal.name,
    summary: signal.summary,
    options: signal.options,
    prepare: (options, resources) => signal.prepare?.(options, resources),
    detect(facts: Facts, options, prepared) {
      try {
        const evidence = signal.detect(facts, options, prepared)
        if (typeof evidence?.hit === 'boolean') return evidence
        return failed(new TypeError('detect returned no evidence'), FAILED)
      } catch (error) {
        return failed(error, FAILED)
      }
    },
    explain(evidence, options) {
      if (evidence.detail === FAILED) return `信号 ${signal.name} 运行出错，按未命中处理`
      try {
        return String(signal.explain(evidence, options))
      } catch (error) {
        onFailure(signal.name, error)
        return `信号 ${signal.name} ${evidence.hit ? '命中' : '未命中'}`
      }
    },
  }
}

const FAILED = '信号运行出错'
