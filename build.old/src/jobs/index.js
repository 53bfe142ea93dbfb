export { JOBS, Jobs, TELLING } from './jobs.js';
export { dueRuns } from './schedule.js';
//# sourceMappingURL=index.js.map