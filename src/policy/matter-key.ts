import type { Severity } from '../model/rule.js'

/** Names a matter at one severity: key of its case, and topic of its alerts. */
export const matterKey = (severity: Severity, matter: string): string => `${severity}:${matter}`
