import { z } from 'zod';
import { CATEGORIES } from '../model/category.js';
import { kindOf } from '../model/event.js';
import { CATEGORY_LABELS } from '../model/terms.js';
import { MINUTE } from '../model/time.js';
import { normalise, toKey } from '../text/index.js';
import { explainIntent, intentModel, spoken, spokenText, } from '../text/intent/index.js';
import { byTenths, worded } from './evidence.js';
import { oncePerEvent } from './once.js';
import { oneOrMany } from './options.js';
import { defineSignal } from './signal.js';
const categories = oneOrMany(z.enum(CATEGORIES));
const options = z.union([
    categories.transform(is => ({ is, at_least: 0.8, over: undefined })),
    z.strictObject({
        is: categories,
        at_least: z.number().min(0).max(1).default(0.8),
        over: z.enum(CATEGORIES).optional(),
    }),
]);
/** What the message is likely to be, by the intent model. Of several categories the probabilities add up. */
export const intent = defineSignal({
    name: 'intent',
    turn: 'first',
    summary: '意图模型认为像某一类，例如 intent: { is: commerce, at_least: 0.8 }；over: normal 表示还要比正常交流更像',
    options,
    prepare(asked) {
        const model = intentModel();
        return {
            model,
            classes: asked.is.map(category => model.classes.indexOf(category)),
            over: asked.over === undefined ? -1 : model.classes.indexOf(asked.over),
            tooLittle: byTenths(score => unlike(asked, score, `${score.toFixed(1)}，需 ${asked.at_least}`)),
            outdone: byTenths(score => unlike(asked, score, '更像正常交流')),
        };
    },
    hits(facts, all) {
        const { probabilities } = judged(facts).intent;
        const { ladders, others } = sortedOut(all);
        let found;
        for (let i = 0; i < ladders.length; i++) {
            const { of, steps, places } = ladders[i];
            const score = probabilities[of];
            for (let step = 0; step < steps.length && score >= steps[step]; step++) {
                ;
                (found ??= []).push(places[step]);
            }
        }
        for (let i = 0; i < others.length; i++) {
            const place = others[i];
            const { options, prepared } = all[place];
            const score = scoreOf(probabilities, prepared.classes);
            const { over } = prepared;
            const hit = score >= options.at_least && (over < 0 || score > probabilities[over]);
            if (hit)
                (found ??= []).push(place);
        }
        return found ?? NONE;
    },
    detect(facts, options, asked) {
        const { classes, over } = asked;
        const answer = judged(facts);
        const { probabilities } = answer.intent;
        const score = scoreOf(probabilities, classes);
        if (score < options.at_least)
            return asked.tooLittle(score);
        if (over >= 0 && score <= probabilities[over])
            return asked.outdone(score);
        return alike(facts, options, asked.model, answer, score);
    },
    explain: evidence => evidence.detail ?? '',
});
const NONE = [];
const known = new WeakMap();
function sortedOut(all) {
    let sorted = known.get(all);
    if (!sorted)
        known.set(all, (sorted = sortOut(all)));
    return sorted;
}
function sortOut(all) {
    const places = all.map((_, place) => place);
    const alone = (place) => {
        const { classes, over } = all[place].prepared;
        return classes.length === 1 && over < 0 ? classes[0] : -1;
    };
    const least = (place) => all[place].options.at_least;
    const ladders = [...new Set(places.map(alone))]
        .filter(of => of >= 0)
        .map(of => {
        const own = places.filter(place => alone(place) === of).sort((a, b) => least(a) - least(b));
        return { of, steps: own.map(least), places: own };
    });
    return { ladders, others: places.filter(place => alone(place) < 0) };
}
function scoreOf(probabilities, classes) {
    let score = 0;
    for (let i = 0; i < classes.length; i++)
        score += probabilities[classes[i]] ?? 0;
    return score;
}
/** By far the commonest answer: one object for all messages that are as little like it. */
function unlike({ is }, score, why) {
    const wanted = is.map(category => CATEGORY_LABELS[category]).join('、');
    return { hit: false, score, detail: `不够像${wanted}（${why}）` };
}
function alike(facts, { is }, model, { input, intent }, score) {
    return worded({ hit: true, score }, () => {
        const likeliest = is.reduce((a, b) => (intent.probability(b) > intent.probability(a) ? b : a));
        const { spans, sentence } = explainIntent(model, input, likeliest, score, hiddenIn(facts));
        return { spans: input.text === facts.text ? spans : [], detail: sentence };
    });
}
/** How much likelier a message is to be of a category than to be ordinary talk; 1 is as likely. */
export function leaning(facts, category) {
    const { intent } = judged(facts);
    return intent.probability(category) / intent.probability('normal');
}
/** How likely a message is to be of a category. */
export function probability(facts, category) {
    return judged(facts).intent.probability(category);
}
/** Asked once an event, whoever asks. */
export const judged = oncePerEvent((facts) => {
    const input = inputOf(facts);
    return { input, intent: intentModel().judge(input) };
});
function inputOf(facts) {
    return {
        role: facts.member.role,
        kind: kindOf(facts.event),
        text: facts.event.body.kind === 'join' ? namesJoined(facts.event.body) : spokenText(facts.text),
        attached: facts.attached,
        entities: facts.entities.map(entity => entity.kind),
        question: facts.question,
        minutes: facts.local.minutes,
        before: lineBefore(facts),
    };
}
/** Of a join, all there is are names. */
const namesJoined = ({ joined }) => normalise(joined.map(({ name }) => name).join('\n'));
const STILL_HEARD = 10 * MINUTE;
/** The line that somebody answers is the last one, or nearly. */
const JUST_SAID = 3 * MINUTE;
/** Match key of what this line goes on from: the sender's own last words, or else what was just said by somebody. */
function lineBefore({ event, history, member }) {
    const said = history.recent({ since: event.at - STILL_HEARD }, 10).filter(line => line.text && line.at <= event.at);
    const own = said.find(line => line.member === member.id);
    const line = own ?? said.find(one => event.at - one.at <= JUST_SAID);
    return line?.text ? toKey(spoken(line.text)) : '';
}
const PERSONAL = new Set([
    'mobile',
    'landline',
    'national_id',
    'bank_card',
    'plate',
    'address',
    'email',
    'wechat_id',
    'qq',
    'student',
    'score',
    'rank',
    'url',
]);
const hiddenIn = ({ entities, group }) => ({
    spans: entities.filter(entity => entity.where === 'text' && PERSONAL.has(entity.kind)).map(({ span }) => span),
    students: group.students,
    names: group.members.map(({ name }) => name),
});
//# sourceMappingURL=intent.js.map