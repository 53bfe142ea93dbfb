import { z } from 'zod';
import { CATEGORIES } from '../model/category.js';
import { RECIPIENTS, ROLES } from '../model/member.js';
import { RESPONSES, SEVERITIES, TIERS } from '../model/rule.js';
import { EXAMPLE_KINDS, exampleSchema } from './example.js';
import { duration, line, withForm } from './forms.js';
/** The keys of a rule but for its trees of signals, each with its schema. Descriptions become the editor's hover. */
const count = z.number().int().min(1);
export const ruleId = withForm(z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/)
    .describe('规则的唯一名称，例如 commerce.solicit'), { text: '字母、数字和 . _ -，以字母或数字开头，例如 commerce.solicit', suggest: () => null });
export const outcomeSchema = z.strictObject({
    roles: z.array(z.enum(ROLES)).min(1).describe('只对这些角色；不写则对所有人').optional(),
    respond: z
        .enum(RESPONSES)
        .describe('allow 放行 · collect 计数 · remind 私下提醒 · ask_recall 请撤回 · escalate 上报'),
    severity: z.enum(SEVERITIES).describe('P0 立即、P1 尽快、P2 汇总（仅用于 escalate）').optional(),
    to: z.enum(RECIPIENTS).describe('先告诉谁（escalate），或抄送给谁（remind、ask_recall）').optional(),
    message: line.describe('messages.zh-CN.yaml 里的键；remind 和 ask_recall 必填').optional(),
    public_notice: z.boolean().describe('可以发预先同意的防诈骗提示；仅用于 escalate').optional(),
});
export const strikeSchema = z.strictObject({
    strikes: count.describe('期限内第几次就上报'),
    within: duration,
    to: z.enum(RECIPIENTS).describe('告诉谁'),
    severity: z.enum(SEVERITIES),
});
export const burstSchema = z.strictObject({
    count: count.describe('相似的消息有几条；默认 5').optional(),
    senders: count.describe('至少来自几个人；默认 3').optional(),
    within: duration.describe('在多长时间内；默认 10m').optional(),
    cooldown: duration.describe('此后多久不再说；默认 collective_cooldown').optional(),
    message: line.describe('发到群里的一句话在 messages.zh-CN.yaml 里的键；不写则只计数').optional(),
});
export const appliesSchema = z.strictObject({
    roles: z.array(z.enum(ROLES)).min(1).describe('发送者的角色').optional(),
    kinds: z.array(z.enum(EXAMPLE_KINDS)).min(1).describe('消息类型，或 join、leave、rename、recall、notice').optional(),
    grades: z.array(z.number().int().min(1).max(9)).min(1).describe('年级，1 到 9').optional(),
});
export const examplesSchema = z.strictObject({
    hit: z.array(z.union([z.string(), exampleSchema])).describe('这些消息必须触发本规则，至少两条'),
    pass: z.array(z.union([z.string(), exampleSchema])).describe('这些消息不得触发本规则，至少两条'),
});
export const RULE_KEYS = {
    id: ruleId,
    title: line.describe('规则的名称，一句话'),
    why: line.describe('规则的出处'),
    category: z.enum(CATEGORIES).describe('群规的类别'),
    tier: z.enum(TIERS).describe('先看哪一层：safety、privacy、conflict、dissent、notice、conduct、duties、quiet、burst'),
    applies: appliesSchema.describe('适用于谁、哪类消息、哪些年级；写了的都要满足').optional(),
    when: z.any().describe('由信号组成的条件：信号、all、any、not；列表表示 all'),
    unless: z.any().describe('满足其中任何一条就放过').optional(),
    then: z.union([outcomeSchema, z.array(outcomeSchema).min(1)]).describe('怎么回应；可按角色分别写，取第一个符合的'),
    topic: line.describe('什么算同一类事；默认是 category').optional(),
    escalate_after: strikeSchema.describe('多次私下提醒以后上报').optional(),
    burst: burstSchema.describe('刷屏的界线；只用于 collect').optional(),
    examples: examplesSchema.describe('每次读取规则时都会试一遍'),
};
export const REQUIRED_KEYS = ['id', 'title', 'why', 'category', 'tier', 'when', 'then', 'examples'];
/** What a pack may not change of a rule it takes over. */
export const FIXED_KEYS = ['id', 'category', 'tier'];
export const OVERRIDE_KEYS = Object.keys(RULE_KEYS).filter(key => !FIXED_KEYS.includes(key));
//# sourceMappingURL=rule-format.js.map