/** Rules and the school file: from YAML on disk to plain objects of the model, or to diagnostics. */
export type { OptionProblem, SignalCatalogue } from '../signals/index.js'
export { closest } from './closest.js'
export { Findings } from './diagnostics.js'
export type { Environment } from './interpolate.js'
export { DEFAULT_PARAMS } from './params.js'
export {
  fingerprint,
  pollFolder,
  type ReloadOptions,
  systemTimers,
  type Timers,
  type Watch,
  type Watcher,
  watchRuleSet,
} from './reload.js'
export { type RenderOptions, renderDiagnostics, wantsColour } from './render.js'
export {
  buildRuleSet,
  type LoadOptions,
  loadRuleSet,
  type Rejected,
  type RuleSetResult,
  type RunExamples,
} from './rules.js'
export { jsonSchemas, writeSchemas } from './schema.js'
export { buildSchool, loadSchool, type SchoolOptions, type SchoolResult } from './school.js'
export { hashSources, type SourceTexts } from './source.js'
export { checkTightening } from './tighten.js'
