import { CATEGORY_LABELS } from '../../model/terms.js';
import { mask } from '../mask.js';
import { spanOf } from '../normalise.js';
/** Categories whose words are abuse, or somebody's own affair: an explanation counts them and repeats none. */
const UNSPOKEN = new Set([
    'abuse_conflict',
    'teacher_outburst',
    'self_harm_bullying',
    'obscene_illegal',
    'privacy_leak',
    'grades_ranking',
    'named_praise_criticism',
    'emergency',
    'fundraising',
    'namecard',
    'outsider_join',
]);
const UNSPOKEN_AT_MOST = 0.1;
const DIGITS = /\p{Nd}{4}/u;
const WORDS_AT_MOST = 3;
const WORD_LENGTH = 8;
/** A character that carries less than this share of the mean stands between words. */
const ABOVE_MEAN = 0.6;
/** More than this share of the strongest word's weight, or it is not worth telling. */
const WORTH_TELLING = 0.35;
/** Why the model takes a message for this category, in one Chinese sentence. */
export function explainIntent(model, input, category, probability, hidden) {
    const head = `像${CATEGORY_LABELS[category]}（${probability.toFixed(2)}）`;
    if (category === 'normal')
        return { spans: [], sentence: head };
    const found = strongest(model.reasons(input, category, 'normal'), input.text.key.length);
    const spans = found.map(({ from, to }) => spanOf(input.text, from, to));
    if (spans.length === 0)
        return { spans, sentence: head };
    const words = speakable(model, input) ? spans.flatMap(span => told(span, input, hidden)) : [];
    return { spans, sentence: `${head}：${words.length > 0 ? words.join('、') : `${spans.length} 处特征`}` };
}
/** Nothing is repeated of a message that may be of an unspoken category, whatever it is taken for. */
function speakable(model, input) {
    const { probability } = model.judge(input);
    let unspoken = 0;
    for (const category of UNSPOKEN)
        unspoken += probability(category);
    return unspoken < UNSPOKEN_AT_MOST;
}
function told(span, { text }, hidden) {
    const word = text.original.slice(span.start, span.end).replace(/\s+/g, ' ');
    const personal = hidden.spans.some(other => overlap(span, other)) || mask(word, hidden) !== word;
    return personal || DIGITS.test(word) ? [] : [word];
}
const overlap = (a, b) => a.start < b.end && b.start < a.end;
/** Runs of characters that carry the most weight, in order of weight. */
function strongest(reasons, length) {
    const worth = new Float64Array(length);
    for (const { from, to, worth: whole } of reasons) {
        for (let i = from; i < to; i++)
            worth[i] = worth[i] + whole / (to - from);
    }
    const mean = worth.reduce((sum, one) => sum + one, 0) / Math.max(length, 1);
    const runs = [];
    for (let i = 0; i < length; i++) {
        if (worth[i] <= mean * ABOVE_MEAN)
            continue;
        const last = runs.at(-1);
        if (last && last.to === i && i - last.from < WORD_LENGTH) {
            last.to = i + 1;
            last.worth += worth[i];
        }
        else
            runs.push({ from: i, to: i + 1, worth: worth[i] });
    }
    const best = runs.sort((a, b) => b.worth - a.worth).slice(0, WORDS_AT_MOST);
    return best.filter(run => run.worth > WORTH_TELLING * (best[0]?.worth ?? 0));
}
//# sourceMappingURL=explain.js.map