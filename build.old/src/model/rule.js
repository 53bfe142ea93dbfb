/** A pack is read top down; the first tier with a hit decides. */
export const TIERS = [
    'safety',
    'privacy',
    'conflict',
    'dissent',
    'notice',
    'conduct',
    'duties',
    'quiet',
    'burst',
];
/** Weakest first. */
export const RESPONSES = ['allow', 'collect', 'remind', 'ask_recall', 'escalate'];
export const SEVERITIES = ['P0', 'P1', 'P2'];
//# sourceMappingURL=rule.js.map