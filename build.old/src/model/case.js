export const CASE_KINDS = ['escalation', 'recall', 'strike', 'appeal', 'binding', 'test'];
/**
 * waiting: a recall request runs (recall only) · open: somebody was told, nobody answered ·
 * passed: moved up the chain · closed: answered, recalled or withdrawn · ignored: nobody answered in time, counted.
 */
export const CASE_STATES = ['waiting', 'open', 'passed', 'closed', 'ignored'];
//# sourceMappingURL=case.js.map