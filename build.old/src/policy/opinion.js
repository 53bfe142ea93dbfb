import { answerOf } from '../engine/index.js';
import { OPINION_CATEGORIES } from '../model/opinion.js';
import { CATEGORY_LABELS } from '../model/terms.js';
import { isGuarded } from './categories.js';
import { speaksOfEmergency } from './thread.js';
/** A line shorter than this says too little for anybody. */
const LENGTH_AT_LEAST = 4;
/**
 * Whether an opinion may be asked for at all: about a private word that is due, or about a line that no rule fired on,
 * where the intent model is in doubt. Never about an escalation, a recall request, anything of safety, privacy or
 * conflict; never to find fault with dissent, a question or a refusal.
 */
export function doubtOf(input) {
    const { facts, draft, verdict, probability, from, to } = input;
    const { body, late } = facts.event;
    if (body.kind !== 'message' || body.message.kind !== 'text' || late)
        return null;
    if (facts.text.key.length < LENGTH_AT_LEAST || facts.member.role === 'bot')
        return null;
    const about = verdict.rule === null ? missed(input) : due(verdict.rule, draft);
    if (about === null)
        return null;
    const likely = probability(about);
    return likely >= from && likely < to ? { about, probability: likely } : null;
}
/** A private word is about to leave. */
function due(rule, { respond, severity, opens, actions }) {
    if (respond !== 'remind' || severity !== null || opens !== null || actions.length === 0)
        return null;
    return isGuarded(rule.tier, rule.category) ? null : askable(rule.category);
}
/** Nothing fired, and a rule of the pack would have had a private word for it. */
function missed({ facts, draft, verdict, rules, likeliest, now }) {
    const { member, history, params } = facts;
    if (draft.respond !== 'allow' || draft.actions.length > 0 || verdict.fired.length > 0 || facts.question)
        return null;
    const about = askable(likeliest);
    if (about === null || member.exempt.includes(about))
        return null;
    const reminds = (rule) => answerOf(rule, facts)?.respond === 'remind' && !isGuarded(rule.tier, rule.category);
    if (!rules.some(rule => rule.category === about && reminds(rule)))
        return null;
    return speaksOfEmergency(history, params, now) ? null : about;
}
function askable(category) {
    return OPINION_CATEGORIES.find(one => one === category) ?? null;
}
/**
 * What an opinion makes of a decision: what was due is only counted, or what was missed is. Null where it changes
 * nothing. It takes actions away and adds none; the count has no topic, so that no burst and no strike comes of it.
 */
export function withOpinion(draft, { about, probability }, opinion) {
    const excuses = draft.respond === 'remind' && opinion === 'no';
    const finds = draft.respond === 'allow' && opinion === 'yes';
    if (!excuses && !finds)
        return null;
    const model = `意图模型 ${probability.toFixed(2)}，拿不准`;
    const because = excuses
        ? `${model}；第二意见：不是${CATEGORY_LABELS[about]}，不提醒，只计数`
        : `${model}；第二意见：是${CATEGORY_LABELS[about]}，不提醒，只计数`;
    return {
        ...draft,
        category: about,
        topic: null,
        respond: 'collect',
        severity: null,
        to: null,
        steps: [...draft.steps, { step: 'opinion', changed: true, because }],
        actions: [],
        opens: null,
    };
}
/** The same decision, nothing of which leaves before an instant; null where something would be of no use by then. */
export function heldUntil(draft, until) {
    if (draft.actions.some(action => action.expiresAt <= until))
        return null;
    const actions = draft.actions.map(action => ({ ...action, notBefore: Math.max(action.notBefore, until) }));
    if (actions.length === 0)
        return draft;
    const because = '拿不准，等一等第二意见；没有等到就照常提醒';
    return { ...draft, actions, steps: [...draft.steps, { step: 'opinion', changed: false, because }] };
}
//# sourceMappingURL=opinion.js.map