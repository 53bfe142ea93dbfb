/**
 * Emoji that are written for a word, as they stand in advertisements; all others mean nothing to the match key. WeChat's own
 * [红包] is no word: it decorates good wishes far more often than it announces one.
 * A heart is a word only after something that sounds like 微 (薇❤): see normalise.ts.
 */
export const EMOJI_WORDS = new Map([
    ['➕', '加'],
    ['🧧', '红包'],
    ['💰', '钱'],
    ['💵', '钱'],
    ['💴', '钱'],
    ['🤑', '钱'],
    ['🐧', 'qq'],
]);
export const HEARTS = new Set([...'❤♥💗💓💕💖💘💝💞💟🧡💛💚💙💜🖤🤍🤎💌']);
//# sourceMappingURL=emoji.js.map