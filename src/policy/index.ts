import type { DecisionDraft } from '../model/decision.js'
import type { PolicyInput } from './input.js'

export type { PolicyInput, RunningCase } from './input.js'
export declare function decide(input: PolicyInput): DecisionDraft
