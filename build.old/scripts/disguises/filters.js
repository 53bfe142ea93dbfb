import FastScanner from 'fastscan';
import { Mint } from 'mint-filter';
import AhoCorasick from 'modern-ahocorasick';
import TextMatcher from 'modern-ahocorasick/text';
import { SensitiveWordTool } from 'sensitive-word-tool';
/** The word filters that somebody would take from npm, each with the phrases as its list, used as its page says. */
export function otherFilters(phrases) {
    const mint = new Mint([...phrases]);
    const fast = new FastScanner(phrases);
    const plain = new AhoCorasick(phrases);
    // the same package at its best: its text entry, with everything on that it can do about disguises
    const folding = new TextMatcher([...phrases], { normalization: 'NFKC', caseFold: true });
    const tool = new SensitiveWordTool({ wordList: [...phrases] });
    return [
        { name: 'mint-filter', find: text => mint.filter(text).words },
        { name: 'fastscan', find: text => fast.search(text).map(([, word]) => word) },
        { name: 'modern-ahocorasick', find: text => plain.search(text).map(({ pattern }) => pattern) },
        { name: 'modern-ahocorasick/text', find: text => folding.search(text).map(({ pattern }) => pattern) },
        { name: 'sensitive-word-tool', find: text => tool.match(text) },
    ];
}
//# sourceMappingURL=filters.js.map