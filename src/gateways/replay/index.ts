export { type LogProblem, ReplayGateway, type ReplayOptions } from './gateway.js'
export { groupOfHeader, supervisorOfHeader } from './group.js'
export type { LogEvent, LogHeader } from './line.js'
