export { answerOf } from './applies.js'
export {
  type CompiledPack,
  type CompiledRule,
  type CompileOptions,
  compile,
  compileRuleSet,
} from './compile.js'
export { addsTo, type Continued, continued, writtenAsOne } from './continued.js'
export { evaluate, evaluateRule } from './evaluate.js'
export { EXAMPLE_GROUP } from './example-facts.js'
export { runExamples } from './examples.js'
export { type FactsInput, makeFacts } from './facts.js'
export { judgeKept, type KeptLine } from './kept.js'
export { MemoryHistory } from './memory-history.js'
export { type Decided, decidedBy, remember } from './remember.js'
export { includesHours, paramsFor, tightenParams, tightenVerdict } from './tighten.js'
