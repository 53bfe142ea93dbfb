import { settled } from '../../src/signals/index.js';
import { words } from '../../src/signals/words.js';
import { normalise, standardReading } from '../../src/text/index.js';
const NOTHING = normalise('');
/**
 * What the signal `words` finds with a lexicon for each phrase: by the match key (`words: list`) and by the weak key
 * (`words: { list, key: weak }`).
 */
export function ourFilters(phrases) {
    const resources = {
        lexicon: name => (phrases.includes(name) ? [name] : null),
        lexiconNames: () => phrases,
    };
    const filter = (key) => {
        const signals = phrases.map(phrase => {
            const options = words.options.parse({ list: phrase, key });
            return { phrase, options, prepared: words.prepare(options, resources) };
        });
        return {
            name: key,
            find(written) {
                const text = normalise(written);
                // `words` looks at these three and at nothing else
                const facts = { text, standard: standardReading(text), attached: NOTHING };
                return signals
                    .filter(({ options, prepared }) => settled(words.detect(facts, options, prepared)).hit)
                    .map(({ phrase }) => phrase);
            },
        };
    };
    return { strong: filter('exact'), weak: filter('weak') };
}
//# sourceMappingURL=ours.js.map