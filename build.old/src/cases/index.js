export { advance, refused } from './advance.js';
export { DIGITS } from './api.js';
export { latestDeadline } from './chain.js';
export { COMMANDS } from './command.js';
export { choosable } from './lines.js';
export { parseReply } from './reply.js';
export { resolveCase } from './resolve.js';
export { LIVING, MOVES } from './table.js';
//# sourceMappingURL=index.js.map