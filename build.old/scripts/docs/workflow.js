import { COMMANDS, LIVING, MOVES } from '../../src/cases/index.js';
import { JOBS } from '../../src/jobs/index.js';
import { CASE_STATES } from '../../src/model/case.js';
import { SEVERITIES } from '../../src/model/rule.js';
import { CASE_STATE_LABELS, RECIPIENT_LABELS } from '../../src/model/terms.js';
import { choicesText } from '../../src/policy/index.js';
import { route } from '../../src/policy/routing.js';
/** docs/workflow.md: who gets what when, from the tables that the code runs on. */
export function workflowPage(messages) {
    return `# Who gets what, when

Made by \`npm run docs\` from \`src/cases/table.ts\` (every legal move of a case), \`src/policy\` (who is told) and
\`src/jobs\` (what happens by the clock). Whatever fits no row is refused, and whoever asked is told why.

## Who is told first

${table(['matter', 'severity', 'told at once, first one first', 'digits offered to the first'], told(messages))}

## What a case does by itself

${table(['state', 'severity', 'steps taken', 'what happens'], MOVES.filter(byItself).map(row))}

## What a reply does

A digit means one thing everywhere. With one case open the code may be left out: \`2\` is \`A7 2\`.

${table(['reply', 'state of the case', 'what happens'], MOVES.filter(move => !byItself(move)).map(replyRow))}

In private, people on the school file's list may also write: ${COMMANDS.join('、')}.

## What happens by the clock

Each once, also after a restart or when the machine slept through the hour.

${table(['job', 'what'], JOBS.map(({ name, says }) => [name, says]))}
`;
}
const byItself = ({ on }) => on === 'deadline' || on === 'recalled';
function row({ from, severities, steps, says, kinds }) {
    const [least, most] = steps ?? [0, Number.POSITIVE_INFINITY];
    const counted = !steps ? 'any' : least === most ? String(least) : `${least} or more`;
    return [states(from), severities?.join(', ') ?? (kinds ? 'any' : 'all'), counted, says];
}
function replyRow({ on, from, says }) {
    return [`\`${on}\``, states(from), says];
}
function states(from) {
    if (from.length === CASE_STATES.length)
        return 'any';
    if (from.length === LIVING.length && LIVING.every(state => from.includes(state)))
        return '未结';
    return from.map(state => CASE_STATE_LABELS[state]).join('、');
}
const MATTERS = [
    { what: '家长的事', category: 'abuse_conflict', sender: 'parent' },
    { what: '自伤、欺凌信号', category: 'self_harm_bullying', sender: 'parent' },
    { what: '涉及任课老师', category: 'teacher_outburst', sender: 'teacher' },
    { what: '涉及班主任', category: 'teacher_outburst', sender: 'head_teacher' },
];
function told(messages) {
    const people = (role) => ({ id: role, name: role, role });
    return MATTERS.flatMap(({ what, category, sender }) => SEVERITIES.filter(severity => severity === 'P0' || category !== 'self_harm_bullying').map(severity => {
        const way = route({ category, severity, wanted: 'head_teacher', sender: { id: 'sender', role: sender } }, people);
        const names = way.told.map(({ role }) => RECIPIENT_LABELS[role]).join('、');
        return [what, WHEN[severity], names, choicesText(messages, { severity, category, owner: way.to })];
    }));
}
const WHEN = {
    P0: 'P0，任何时候，每一条通道',
    P1: 'P1，夜里留到早上',
    P2: 'P2，只在白天，每半小时合成一条，夜里的留到早上',
};
function table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
//# sourceMappingURL=workflow.js.map