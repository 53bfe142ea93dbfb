export { decide } from './decide.js'
export type { PolicyInput, RunningCase } from './input.js'
