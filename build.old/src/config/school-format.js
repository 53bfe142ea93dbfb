import { z } from 'zod';
import { CATEGORIES } from '../model/category.js';
import { MESSAGE_KINDS } from '../model/event.js';
import { RECIPIENTS, ROLES } from '../model/member.js';
import { channelSchema, smtpSchema } from './channel-format.js';
import { date, duration, line, localDateTime, withForm } from './forms.js';
import { opinionSchema } from './opinion-format.js';
import { tightenSchema } from './tighten.js';
/** Categories of which nobody is exempt: a pause or a white list never touches safety and privacy (POLICY.md). */
const NEVER_EXEMPT = [
    'emergency',
    'self_harm_bullying',
    'scam_impersonation',
    'privacy_leak',
    'obscene_illegal',
    'abuse_conflict',
];
const EXEMPTIONS = [...MESSAGE_KINDS, ...CATEGORIES].filter(kind => kind !== 'normal' && !NEVER_EXEMPT.includes(kind));
const shortName = withForm(z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/), {
    text: '小写字母、数字和 -，例如 c3-2',
    suggest: () => null,
});
/** Ids of the ledger are `<bot>-<letter><n>`: the bot's own name has no dash. */
const botName = withForm(z.string().regex(/^[a-z0-9_]{1,32}$/), {
    text: '小写字母、数字和下划线，例如 bz1',
    suggest: () => null,
});
const memberSchema = z.strictObject({
    name: line.describe('群名片，和群里看到的一样'),
    aka: z.array(line).describe('同一个人以前或别处的群名片').optional(),
    role: z.enum(ROLES).describe('角色；默认 parent').optional(),
    students: z.array(line).describe('这位家长的孩子；不写则看群名片，“李雷妈妈”的孩子是李雷').optional(),
    exempt: z.array(z.enum(EXEMPTIONS)).describe('班主任同意豁免的消息类型或类别；安全和隐私类不能豁免').optional(),
});
const groupSchema = z.strictObject({
    id: shortName.describe('命令里用的短名，例如 c3-2'),
    topic: line.describe('微信群的名称，和群里看到的一样'),
    pack: line.describe('用哪个规则包：common、strict、notice、discussion、no-teacher'),
    grade: z.number().int().min(1).max(9).describe('年级，1 到 9；不是一个班的群不写').optional(),
    tighten: tightenSchema.describe('本班比规则包更严的地方；不能放宽').optional(),
    members: z.array(memberSchema).describe('群成员和角色；没有列出的人算 outsider'),
    students: z.array(line).describe('花名册；不写则取成员的孩子').optional(),
    scam_notice_authorised: z
        .boolean()
        .describe('班主任预先同意：遇到冒充老师收费，立即在群里发防诈骗提示；默认 false')
        .optional(),
    after_work_note: z
        .boolean()
        .describe('下班后有家长提问时，每天在群里说一次“老师上班后统一回复”；默认 false')
        .optional(),
    posts: z
        .array(z.strictObject({
        at: localDateTime.describe('什么时候发：2026-12-25T07:30；夜里的等到早上'),
        text: line.describe('发什么'),
        notice: z.boolean().describe('按通知的格式写（对象、事项、是否回复、落款）；默认 true').optional(),
    }))
        .describe('预先写好、到时发到群里的话；前一天请班主任确认，确认了才发')
        .optional(),
    mode: z.enum(['live', 'shadow']).describe('live 正式；shadow 只判断、什么都不发；默认 shadow').optional(),
});
const megabytes = z.number().int().min(0).max(100);
const personSchema = z.strictObject({
    name: line.describe('私聊里看到的昵称或备注'),
    role: z.enum(RECIPIENTS).describe('以什么身份收到提醒'),
    groups: z.array(shortName).min(1).describe('负责哪些群的 id；不写则为全部').optional(),
    channels: z.array(channelSchema).describe('微信之外怎么告诉这个人；只用于紧急和重要的事').optional(),
});
/** rules/school.yaml as written. */
export const schoolSchema = z.strictObject({
    school: line.describe('学校名称'),
    timezone: line.describe('时区；默认 Asia/Shanghai').optional(),
    bot: z
        .strictObject({
        id: botName.describe('这个机器人的短名，一个区里不重复'),
        puppet: line.describe('wechaty puppet 的包名；默认 wechaty-puppet-wechat4u').optional(),
        accept_friends: z.boolean().describe('接受已登记群的成员加好友；默认 true').optional(),
        puppet_token: line.describe('puppet 的密钥，只能写 "${环境变量名}"').optional(),
    })
        .describe('机器人'),
    data_dir: line.describe('账本、密钥、登录信息放在哪里；默认 data').optional(),
    rules_dir: line.describe('规则文件夹；默认 rules').optional(),
    groups: z.array(groupSchema).min(1).describe('要管理的群'),
    people: z.array(personSchema).min(1).describe('机器人可以私下告诉的人'),
    smtp: smtpSchema.describe('发邮件用的服务器；有人用 email 通道时必填').optional(),
    second_opinion: opinionSchema
        .describe('拿不准的话，打码后问一问学校选定的大模型；不写就不问，什么都不离开这台电脑')
        .optional(),
    pacing: z
        .strictObject({
        per_minute: z.number().int().min(1).max(60).describe('每分钟最多发几条；默认 10').optional(),
        per_day: z.number().int().min(1).max(5000).describe('每天最多发几条；默认 300').optional(),
        jitter: duration.describe('每条之前随机等待至多多久；默认 3s').optional(),
    })
        .describe('发送的快慢')
        .optional(),
    media: z
        .strictObject({
        image_mb: megabytes.describe('图片；默认 12').optional(),
        emoticon_mb: megabytes.describe('表情；默认 4').optional(),
        voice_mb: megabytes.describe('语音；默认 4').optional(),
        video_mb: megabytes.describe('视频；默认 32').optional(),
        file_mb: megabytes.describe('文件；默认 32').optional(),
    })
        .describe('各类媒体最大取多少 MB，0 为不取；只留指纹和大小，不存内容')
        .optional(),
    retention: z
        .strictObject({
        inbox: duration.describe('原文最多留多久，不超过 10m；默认 10m').optional(),
        flagged: duration.describe('被标记的打码摘录留多久；默认 30d').optional(),
        escalated: duration.describe('上报的打码摘录留多久；默认 180d').optional(),
    })
        .describe('保存多久')
        .optional(),
    signals: z.array(line).describe('第三方信号模块的路径').optional(),
    calendar: z
        .strictObject({
        workdays: z.array(date).describe('调休上学的日子').optional(),
        rest_days: z.array(date).describe('本校放假的日子').optional(),
    })
        .describe('国家日历以外的本校安排')
        .optional(),
});
//# sourceMappingURL=school-format.js.map