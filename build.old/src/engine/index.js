export { answerOf } from './applies.js';
export { compile, compileRuleSet, } from './compile.js';
export { addsTo, continued, writtenAsOne } from './continued.js';
export { evaluate, evaluateRule } from './evaluate.js';
export { EXAMPLE_GROUP } from './example-facts.js';
export { runExamples } from './examples.js';
export { makeFacts } from './facts.js';
export { judgeKept } from './kept.js';
export { MemoryHistory } from './memory-history.js';
export { decidedBy, remember } from './remember.js';
export { includesHours, paramsFor, tightenParams, tightenVerdict } from './tighten.js';
//# sourceMappingURL=index.js.map