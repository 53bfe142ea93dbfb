export { JOBS, Jobs, type JobsOptions, TELLING } from './jobs.js'
export { type Calendar, dueRuns, type Run, type Timetable } from './schedule.js'
