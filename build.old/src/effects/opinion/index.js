export { opinionEndpoint, testOpinion } from './endpoint.js';
export { REQUEST_VERSION } from './request.js';
//# sourceMappingURL=index.js.map