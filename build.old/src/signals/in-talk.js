import { z } from 'zod';
import { CATEGORIES } from '../model/category.js';
import { SEVERITIES } from '../model/rule.js';
import { CATEGORY_LABELS } from '../model/terms.js';
import { MINUTE } from '../model/time.js';
import { normalise } from '../text/index.js';
import { intentModel, spoken } from '../text/intent/index.js';
import { around, isNight, LINES_AT_MOST, LOOK_BACK, talkModel, } from '../text/talk/index.js';
import { byTenths, worded } from './evidence.js';
import { judged } from './intent.js';
import { oncePerEvent } from './once.js';
import { oneOrMany } from './options.js';
import { defineSignal, OptionError } from './signal.js';
const options = z.strictObject({
    is: oneOrMany(z.enum(CATEGORIES)),
    severity: z.enum(SEVERITIES).optional(),
    at_least: z.number().min(0).max(1),
    over: z.enum(CATEGORIES).optional(),
});
/**
 * What the message is likely to be in its talk: what the intent model says of it, of all that the sender has just written
 * taken together, and of what was said before. Learned from whole days of talk. Of several categories the probabilities
 * add up.
 */
export const inTalk = defineSignal({
    name: 'in_talk',
    turn: 'last',
    summary: '连同本人刚才的话和别人上一句一起看，像某一类，例如 in_talk: { is: emergency, at_least: 0.6 }',
    options,
    prepare: (asked) => ({
        places: asked.is.flatMap((category, index) => placesOf(category, asked.severity ?? null, ['is', index])),
        over: asked.over === undefined ? [] : placesOf(asked.over, null, ['over']),
        unlike: byTenths(score => unlike(asked, score)),
    }),
    hits(facts, all) {
        const talk = judgedInTalk(facts);
        const found = [];
        if (talk === null)
            return found;
        for (let i = 0; i < all.length; i++) {
            const { options, prepared } = all[i];
            if (isLike(talk, options, prepared, sumOf(talk.probabilities, prepared.places)))
                found.push(i);
        }
        return found;
    },
    detect(facts, options, asked) {
        const found = judgedInTalk(facts);
        if (found === null)
            return UNSPOKEN;
        const score = sumOf(found.probabilities, asked.places);
        const hit = isLike(found, options, asked, score);
        if (!hit)
            return asked.unlike(score);
        return worded({ hit, score }, () => ({ spans: [], detail: told(found, options, asked, score) }));
    },
    explain: evidence => evidence.detail ?? '连着上下文看，没有可看的话',
});
const isLike = ({ probabilities }, { at_least }, { over }, score) => score >= at_least && (over.length === 0 || score > sumOf(probabilities, over));
/** Throws OptionError (BZ104) for a category, or a severity of it, that is no class of the model. */
function placesOf(category, severity, path) {
    const model = talkModel();
    const places = model.placesOf(category, severity);
    if (places.length > 0)
        return places;
    const valid = [...new Set(model.classes.map(one => one.category))];
    throw new OptionError([{ path, message: `in_talk 没有学过 ${category}${severity ? ` 的 ${severity}` : ''}`, valid }]);
}
const nameOf = ({ is }) => is.map(category => CATEGORY_LABELS[category]).join('、');
function unlike(asked, score) {
    const detail = `连着上下文看不够像${nameOf(asked)}（${score.toFixed(1)}，需 ${asked.at_least}）`;
    return { hit: false, score, detail };
}
/** Nothing was written. */
const UNSPOKEN = Object.freeze({ hit: false, score: 0 });
function sumOf(probabilities, places) {
    let sum = 0;
    for (let i = 0; i < places.length; i++)
        sum += probabilities[places[i]];
    return sum;
}
const PART_LABELS = {
    own: '这句话',
    joined: '本人连着的几句',
    'own before': '本人上一句',
    'other before': '别人上一句',
    form: '说话的时机',
};
function told(found, options, { places }, score) {
    const likeliest = places.reduce((a, b) => found.probabilities[b] > found.probabilities[a] ? b : a);
    const parts = found.reasons(likeliest).map(part => PART_LABELS[part]);
    const why = parts.length > 0 ? `：主要看${parts.join('、')}` : '';
    return `连着上下文看像${nameOf(options)}（${score.toFixed(2)}）${why}`;
}
const judgedInTalk = oncePerEvent(judge);
/** A line as ordinary as this, that goes on from nothing its sender has just said, is ordinary in its talk too. */
const PLAIN = 0.97;
let plain;
function ordinary() {
    if (!plain) {
        const model = talkModel();
        const probabilities = model.classes.map(() => 0);
        for (const place of model.placesOf('normal', null))
            probabilities[place] = 1;
        plain = { probabilities, reasons: () => [] };
    }
    return plain;
}
function judge(facts) {
    const { event, history, member, local } = facts;
    if (event.body.kind !== 'message' || (facts.text.key === '' && facts.attached.key === ''))
        return null;
    const model = intentModel();
    const { input, intent } = judged(facts);
    const earlier = history.recent({ since: event.at - LOOK_BACK }, LINES_AT_MOST);
    const { breath, own, other, last } = around(earlier, member.id, event.at);
    if (breath.length === 0 && intent.probability('normal') >= PLAIN)
        return ordinary();
    const joined = breath.length > 0 && facts.text.key !== ''
        ? model.judge({ ...input, text: normalise(spoken([...breath, facts.text.original].join(' '))), before: '' })
        : null;
    return talkModel().judge({
        role: member.role,
        kind: event.body.message.kind,
        length: facts.text.key.length,
        question: facts.question,
        night: isNight(local.minutes),
        own: intent.probabilities,
        joined: joined && joined.probabilities,
        ownBefore: own && { said: likelihoodsOf(own, model, facts), minutes: (event.at - own.at) / MINUTE },
        otherBefore: other && { said: likelihoodsOf(other, model, facts), role: other.role },
        pause: last
            ? { minutes: (event.at - last.at) / MINUTE, own: last.member === member.id }
            : { minutes: Number.POSITIVE_INFINITY, own: false },
    });
}
/** For as long as the history keeps a line: the next ones that follow ask about it too. */
const known = new WeakMap();
const DAY_MINUTES = 24 * 60;
/** What a line that was said before is likely to be by itself, at its own time. */
function likelihoodsOf(line, model, { event, local }) {
    let found = known.get(line);
    if (!found) {
        const { role, kind, question } = line;
        const text = normalise(spoken(line.text));
        const ago = Math.floor(event.at / MINUTE) - Math.floor(line.at / MINUTE);
        const minutes = (((local.minutes - ago) % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;
        const input = { role, kind, text, attached: NOTHING, entities: [], question, minutes, before: '' };
        found = model.judge(input).probabilities;
        known.set(line, found);
    }
    return found;
}
const NOTHING = normalise('');
//# sourceMappingURL=in-talk.js.map