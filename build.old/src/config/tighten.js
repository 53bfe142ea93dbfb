import { z } from 'zod';
import { includesHours } from '../engine/index.js';
import { SENDER_PARAMETERS } from '../model/message.js';
import { strengthOf } from '../model/outcome.js';
import { timeOfDay as clockTime } from '../policy/index.js';
import { check, Findings } from './diagnostics.js';
import { checkHours, hours } from './hours.js';
import { readOutcomes } from './outcome.js';
import { outcomeSchema } from './rule-format.js';
import { YamlFile } from './yaml.js';
const perDay = z.number().int().min(0);
/** What a class of the school file may say against its pack (POLICY.md, row 14: tighten within school bounds). */
export const tightenSchema = z.strictObject({
    quiet: hours.describe('静默时段；只能更长').optional(),
    work_hours: hours.describe('老师发日常通知的时段；只能更短').optional(),
    public_lines_per_day: perDay.describe('每天最多几条公开的话；只能更少').optional(),
    reminders_per_person_per_day: perDay.describe('每人每天最多几次私下提醒；只能更少').optional(),
    rules: z
        .record(z.string(), outcomeSchema.omit({ roles: true, public_notice: true }))
        .describe('按规则 id 写更严的回应，例如 show_off.collect: { respond: remind, message: … }')
        .optional(),
});
/** A class's tightening as the model has it. Whether it tightens anything is for `checkTightening` to say. */
export function tighteningOf(written) {
    const { quiet, work_hours, public_lines_per_day, reminders_per_person_per_day, rules = {} } = written;
    return {
        params: {
            ...(quiet && { quiet }),
            ...(work_hours && { workHours: work_hours }),
            ...(public_lines_per_day !== undefined && { publicLinesPerDay: public_lines_per_day }),
            ...(reminders_per_person_per_day !== undefined && { remindersPerPersonPerDay: reminders_per_person_per_day }),
        },
        rules: new Map(Object.entries(rules).map(([id, { respond, severity, to, message }]) => [
            id,
            {
                roles: null,
                respond,
                severity: severity ?? null,
                to: to ?? null,
                message: message ?? null,
                publicNotice: false,
            },
        ])),
    };
}
/**
 * What the classes of a school file say against their packs: each must tighten. `text` is the school file, which was
 * read without mistakes before; `name` is what places call it.
 */
export function checkTightening(name, text, ruleSet) {
    const findings = new Findings();
    for (const group of new YamlFile(name, text).root().at('groups').items()) {
        const pack = ruleSet.packs.get(String(group.at('pack').value));
        const at = group.at('tighten');
        const written = pack && at.value !== undefined ? check(tightenSchema, at, findings) : null;
        if (pack && written) {
            checkParams(written, at, pack, findings);
            for (const id of at.at('rules').keys())
                checkRule(id, at.at('rules').at(id), pack, ruleSet, findings);
        }
    }
    return findings.list();
}
function checkParams(written, at, { title, params }, findings) {
    const loosens = (key, theirs, how) => findings.add(at.at(key).spot(), 'BZ121', `班级只能收紧：规则包「${title}」的 ${key} 是 ${theirs}`, {
        expected: how,
    });
    const span = ({ from, to }) => `${clockTime(from)}–${clockTime(to)}`;
    const { quiet, work_hours: work } = written;
    const comes = (key) => checkHours(key, written[key], at, findings);
    if (comes('quiet') && quiet && !includesHours(quiet, params.quiet))
        loosens('quiet', span(params.quiet), '包含这段时间的更长时段');
    if (comes('work_hours') && work && !includesHours(params.workHours, work))
        loosens('work_hours', span(params.workHours), '在这段时间以内的更短时段');
    for (const [key, most] of [
        ['public_lines_per_day', params.publicLinesPerDay],
        ['reminders_per_person_per_day', params.remindersPerPersonPerDay],
    ])
        if ((written[key] ?? 0) > most)
            loosens(key, String(most), `不超过 ${most}`);
}
function checkRule(id, at, pack, ruleSet, findings) {
    const rule = pack.rules.find(one => one.id === id);
    if (!rule) {
        const ids = pack.rules.map(one => one.id);
        findings.addChoice(at.keySpot(), 'BZ119', `规则包 ${pack.name} 里没有规则 ${id}`, id, ids, '它的规则：');
        return;
    }
    const own = readOutcomes(at, { findings, messages: null })?.[0];
    if (!own)
        return;
    checkStronger(own, rule, at, findings);
    const text = own.message === null ? null : ruleSet.messages.get(own.message);
    if (text === undefined)
        findings.addChoice(at.at('message').spot(), 'BZ111', `messages.zh-CN.yaml 里没有 ${own.message}`, own.message ?? '', [...ruleSet.messages.keys()]);
    const strange = [...(text ?? '').matchAll(/\{([a-z0-9_]+)\}/g)].filter(([, parameter]) => !SENDER_PARAMETERS.includes(parameter));
    if (strange.length > 0)
        findings.add(at.at('message').spot(), 'BZ112', `消息 ${own.message} 不是说给发送者的`, {
            expected: `只用参数 ${SENDER_PARAMETERS.map(parameter => `{${parameter}}`).join('、')}`,
        });
}
function checkStronger(own, rule, at, findings) {
    if (rule.tier === 'dissent') {
        findings.add(at.keySpot(), 'BZ121', '意见、质疑和拒绝一律放行，不能收紧', { expected: '去掉这一条' });
        return;
    }
    const milder = rule.then.find(outcome => strengthOf(outcome) > strengthOf(own));
    const { respond, severity } = milder ?? rule.then[0];
    const theirs = [respond, severity].filter(Boolean).join(' ');
    if (milder) {
        findings.add(at.at('respond').spot(), 'BZ121', `班级只能收紧：规则 ${rule.id} 的回应是 ${theirs}`, {
            expected: '一样严或更严的回应',
        });
    }
    else if (!rule.then.some(outcome => strengthOf(own) > strengthOf(outcome))) {
        findings.add(at.at('respond').spot(), 'BZ121', `规则 ${rule.id} 的回应本来就是 ${theirs}`, {
            expected: '更严的回应，或去掉这一条',
        });
    }
}
//# sourceMappingURL=tighten.js.map