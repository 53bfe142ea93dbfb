import { RESPONSES } from '../../src/model/rule.js';
import { CHIT_CHAT } from './chit-chat.js';
import { LINES, shareOf } from './lines.js';
import { percent, table } from './markdown.js';
import { SURE } from './model-alone.js';
/** docs/judgement.md: the same for the same rules, weights and logs. */
export function judgementPage({ rules, validation, labels, dev, chitChat, crossValidated }) {
    const runs = dev ? [dev.all, dev.scenarios, validation] : [validation];
    const heads = dev ? ['dev', 'of it whole days', 'validation'] : ['validation'];
    return `# How well it judges

Written by \`npm run validation\`; do not edit. No second opinion; the logs go through
\`banzhang replay --json\` as they would for anybody. Rules and weights:
\`${rules}\`.

- **dev**: labelled logs beside the project (\`../shared/eval\`), which the rules were tuned on: single messages, each alone
  in a strict group, and whole days of group talk.${dev ? '' : ' They are absent here, so their columns are.'}
- **validation**: \`test/validation\`, ${validation.figures.events} events by writers and second readers who had seen the
  policy, but neither rules nor corpus nor dev logs; never used for tuning.
- **cross-validated**: lines of \`corpus/\`, each judged by a model that has learned nothing of its topic
  ([the intent model](intent-model.md)). That is the model by itself: no rules, no context but a line, no policy.

## Rules, context and policy together

${table(['', 'to reach', ...heads], LINES.map(({ name, reach, of }) => [name, reach, ...runs.map(({ figures }) => of(figures))]))}

${TERMS}

## Chit-chat

${chitChat ? chatText(chitChat) : 'The chit-chat of `../shared/eval/public` is absent here.'}

## The intent model by itself

${table(['', 'cross-validated', ...heads], MODEL_LINES.map(({ name, key }) => [
        name,
        percent(crossValidated[key]),
        ...runs.map(({ model }) => shareOf(model[key])),
    ]))}

Messages with words. The innocent lines of the corpus were all written to be mistaken, those of whole days mostly were
not; rules use the model beside other evidence, never alone.

## What a gap means

${dev ? gaps(dev, validation) : 'Without the dev logs there is nothing to compare.'}

${GAP}

## Validation by label

Counts of events; \`innocent\` ones carry the label of what they resemble or nothing. The last columns are what the bot
answered.

${labelTable(labels)}
`;
}
const chatText = (part) => `Lines of other people's public chit-chat (${CHIT_CHAT.join(', ')}), each alone in a strict group, by a parent at three in the
afternoon: somebody would have been reminded, asked to recall or told on for ${shareOf(part)}; to reach: at most 0.5 %.`;
const TERMS = `An event is innocent where nothing is the expected response, and needs something where silence would be wrong; where
silence is one of several right responses it counts as neither caught nor missed. Caught: a word was said, or the event was
counted where counting is right. Exact: the response is one of the right ones. A P0 told a second time is not due again. A
collective line is right at its event, or one early or late.`;
const MODEL_LINES = [
    { name: 'innocent, likeliest class another', key: 'mistaken' },
    { name: `innocent, another class of at least ${SURE}`, key: 'surelyMistaken' },
    { name: 'needs something, likeliest class its own', key: 'known' },
    { name: `needs something, own class of at least ${SURE}`, key: 'surelyKnown' },
];
const GAP = `Dev figures say how well the rules fit the logs they were tuned on; they are an upper bound, not a forecast. Where
validation is worse beyond chance, rules and corpus were fitted to the dev logs, to their writers' habits as much as to single
sentences, unless the validation logs are simply harder, which these figures cannot tell apart. A class that starts tomorrow
should expect the validation figure either way. Where it is better or the same, that proves less: both kinds of logs are
invented, their writers and readers knew one policy, and doubtful cases are rarer in them than in life.

Validation logs are never tuned on, so a gap is closed by writing corpus lines and rules for a category as such, then measuring
again; reading their misses would close it on paper only. Measuring often and keeping what scores better is tuning too, if slower.
A P0 figure of some dozen events is coarse: one event more or less moves it by points.`;
/** Of fewer events a share says nothing. */
const ENOUGH = 5;
/** Differences of validation from whole days of dev, the logs of the same kind, in points and as chance would have it. */
function gaps({ scenarios }, validation) {
    const rows = LINES.flatMap(({ name, part }) => {
        if (!part)
            return [];
        const [dev, own] = [part(scenarios.figures), part(validation.figures)];
        if (Math.min(dev.all, own.all) < ENOUGH)
            return [];
        const points = 100 * (own.some / own.all - dev.some / dev.all);
        const chance = 200 * Math.sqrt(spread(dev) + spread(own));
        return [[name, signed(points), `± ${chance.toFixed(1)}`, Math.abs(points) > chance ? 'yes' : 'no']];
    });
    return `${table(['validation less whole days of dev', 'points', 'chance (two standard errors)', 'beyond chance'], rows)}

Events of one conversation are not independent, so chance is rather more than this.`;
}
/** Variance of a share; one half added to either side, so that 0 of 20 is not taken for certain. */
function spread({ some, all }) {
    const share = (some + 0.5) / (all + 1);
    return (share * (1 - share)) / all;
}
const signed = (points) => `${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(1)}`;
/** One row a label. */
export const labelTable = (labels) => table(['label', 'events', 'innocent', 'right', 'false alarms', 'missed', ...RESPONSES.map(response => `→ ${response}`)], labels.map(({ label, events, innocent, right, falseAlarms, missed, answered }) => [
    label,
    events,
    innocent,
    right,
    falseAlarms,
    missed,
    ...RESPONSES.map(response => answered[response]),
]));
//# sourceMappingURL=judgement.js.map