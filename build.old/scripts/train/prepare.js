import { CATEGORIES } from '../../src/model/category.js';
import { parseMeanings } from '../../src/text/intent/index.js';
import { inputOf, readCorpus, readMeanings, talkOf, wordsOf } from './corpus.js';
import { SETTINGS, sampleOf } from './learn.js';
import { groupsOf, nearCopies } from './near.js';
import { foldsOf } from './validate.js';
export const CORPUS = 'corpus';
export const TALKS = 'corpus/talks';
const MEANINGS = 'corpus/meanings';
/** corpus/ of the project folder, ready to be learned from. Throws for a line that is not valid, naming it. */
export function preparedCorpus() {
    const lines = readCorpus(CORPUS);
    const pairs = nearCopies(lines.map(wordsOf));
    const groups = groupsOf(lines.map(line => talkOf(line) ?? line.topic), pairs);
    const inputs = lines.map(inputOf);
    const words = readMeanings(MEANINGS);
    const meanings = parseMeanings(words);
    const samples = lines.map((line, index) => sampleOf(inputs[index], CATEGORIES.indexOf(line.label), meanings));
    const folds = foldsOf(groups, SETTINGS.seed);
    const foldOfTalk = new Map(lines.map((line, index) => [talkOf(line), folds[index]]));
    return {
        lines,
        pairs,
        words,
        folds,
        prepared: { inputs, samples, meanings, groups },
        foldOf: talk => foldOfTalk.get(talk) ?? 0,
    };
}
//# sourceMappingURL=prepare.js.map