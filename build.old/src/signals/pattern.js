import { z } from 'zod';
import { spanOf } from '../text/index.js';
import { certain, counted, explainCount } from './evidence.js';
import { requiredLiterals } from './literals.js';
import { count, where } from './options.js';
import { eachOnce, isWritten, someOf } from './parts.js';
import { compilePattern } from './re.js';
import { scannerOf } from './scanner.js';
import { defineSignal } from './signal.js';
const re = z.string().min(1);
const on = z.enum(['display', 'key']);
const options = z.union([
    re.transform(text => ({ re: text, on: 'display', in: 'any', at_least: 1 })),
    z.strictObject({ re, on: on.default('display'), in: where.default('any'), at_least: count.default(1) }),
]);
/** A regular expression (RE2 syntax) on the text as shown, or on the match key. */
export const pattern = defineSignal({
    name: 'pattern',
    summary: "文字符合一个正则表达式（RE2 语法，不分大小写），例如 pattern: '第[一二三]名'",
    options,
    prepare({ re: source, on, at_least }, resources) {
        const compiled = compilePattern(source, []);
        const literals = requiredLiterals(source);
        const mayMatch = literals
            ? scannerOf(resources).add({ on, strings: literals }).occursIn
            : (text) => text[on] !== '';
        return { compiled, mayMatch, miss: counted(0, at_least) };
    },
    needs({ re: source, on }) {
        const strings = requiredLiterals(source);
        return strings && { on, strings };
    },
    detect(facts, options, { compiled, mayMatch, miss }) {
        const parts = someOf(facts, options.in, part => mayMatch(part) && compiled.test(part[options.on]), options.on === 'key');
        if (parts.length === 0)
            return miss;
        const look = () => lookUp(facts, parts, options, compiled);
        return options.at_least === 1 ? certain(look) : look();
    },
    explain: (evidence, options) => explainCount(`模式 ${shorten(options.re)}`, evidence),
});
/** Stops counting at what is needed. */
function lookUp(facts, parts, { on, at_least }, compiled) {
    const spans = [];
    let found = 0;
    const told = parts.map(text => ({ text, hits: matchesIn(text[on], at_least, compiled) }));
    for (const { text, hits } of eachOnce(facts, told)) {
        for (const { start, end } of hits.slice(0, at_least - found)) {
            found += 1;
            if (isWritten(facts, text))
                spans.push(spanOf(text, start, end, on));
        }
    }
    return counted(found, at_least, { spans });
}
function matchesIn(text, atMost, compiled) {
    const matches = [];
    for (let match = compiled.find(text, 0); match && matches.length < atMost;) {
        matches.push(match);
        match = compiled.find(text, Math.max(match.end, match.start + 1));
    }
    return matches;
}
function shorten(source) {
    return source.length > 40 ? `${source.slice(0, 39)}…` : source;
}
//# sourceMappingURL=pattern.js.map