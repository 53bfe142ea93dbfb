import type { Diagnostic } from '../model/errors.js'
import type { RuleSet } from '../model/rule.js'
import type { School } from '../model/school.js'
import type { SignalCatalogue } from './catalogue.js'

export type { OptionProblem, SignalCatalogue } from './catalogue.js'

/** File name, relative to the folder and with `/`, to its text: what code frames are cut from. */
export type SourceTexts = ReadonlyMap<string, string>

export type Rejected = { ok: false; diagnostics: readonly Diagnostic[]; sources: SourceTexts }
export type RuleSetResult = { ok: true; ruleSet: RuleSet } | Rejected
export type SchoolResult = { ok: true; school: School; warnings: readonly Diagnostic[]; sources: SourceTexts } | Rejected

/** Runs every rule's examples; what it returns rejects the rule set. */
export type RunExamples = (ruleSet: RuleSet) => readonly Diagnostic[] | Promise<readonly Diagnostic[]>

export interface LoadOptions {
  catalogue: SignalCatalogue
  runExamples?: RunExamples
}

/** `loadRuleSet(dir, options)`: never throws for a mistake of the user's. */
export type LoadRuleSet = (dir: string, options: LoadOptions) => Promise<RuleSetResult>
/** `loadSchool(file, { env })` */
export type LoadSchool = (
  file: string,
  options: { env: Readonly<Record<string, string | undefined>>; packs?: readonly string[] },
) => Promise<SchoolResult>
/** `renderDiagnostics(diagnostics, sources, { colour, base })`: text for the terminal */
export type RenderDiagnostics = (
  diagnostics: readonly Diagnostic[],
  sources: SourceTexts,
  options?: { colour?: boolean; base?: string },
) => string
/** `writeSchemas(rulesDir, catalogue)`: writes rulesDir/schema/*.json, returns the file names */
export type WriteSchemas = (rulesDir: string, catalogue: SignalCatalogue) => Promise<readonly string[]>
