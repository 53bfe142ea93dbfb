import FastScanner from 'fastscan';
import { Mint } from 'mint-filter';
import AhoCorasick from 'modern-ahocorasick';
/** Bare scans by the word filters that a user would pick, over the same words. */
export function filtersOf(words) {
    const list = [...new Set(words)];
    const modern = new AhoCorasick(list);
    const fast = new FastScanner(list);
    const filter = new Mint(list, { transform: 'none' });
    return {
        'modern-ahocorasick': text => void modern.search(text),
        fastscan: text => void fast.search(text),
        'mint-filter': text => void filter.filter(text),
    };
}
//# sourceMappingURL=filters.js.map