export { ReplayGateway } from './gateway.js';
export { groupOfHeader, supervisorOfHeader } from './group.js';
//# sourceMappingURL=index.js.map