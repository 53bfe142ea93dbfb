export { closest } from './closest.js';
export { Findings } from './diagnostics.js';
export { DEFAULT_PARAMS } from './params.js';
export { fingerprint, pollFolder, systemTimers, watchRuleSet, } from './reload.js';
export { renderDiagnostics, wantsColour } from './render.js';
export { buildRuleSet, loadRuleSet, } from './rules.js';
export { jsonSchemas, writeSchemas } from './schema.js';
export { buildSchool, loadSchool } from './school.js';
export { hashSources } from './source.js';
export { checkTightening } from './tighten.js';
//# sourceMappingURL=index.js.map