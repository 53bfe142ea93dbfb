import { stringify } from 'yaml';
/** A commented school file for one school and one group, in shadow mode. */
export function schoolTemplate(answers) {
    const { school, botId, topic, groupId, pack, grade, headTeacher, supervisor } = answers;
    const noTeacher = headTeacher === '';
    return `# yaml-language-server: $schema=./schema/school.json
# 学校文件：谁在群里、出了事告诉谁。里面有孩子的姓名，请只放在运行小助手的电脑上（已被 git 忽略，权限 0600）。
# 密钥和密码只写成 "\${环境变量名}"，不要直接写在这里。改完运行 npx banzhang check。
school: ${quote(school)}
timezone: Asia/Shanghai

bot:
  id: ${quote(botId)}                # 这个机器人的短名，同一个区里不重复
  # puppet: wechaty-puppet-wechat4u   # 换别的 puppet 时再写
  # puppet_token: "\${PUPPET_TOKEN}"

groups:
  - id: ${quote(groupId)}            # 命令里用的短名
    topic: ${quote(topic)}           # 和微信群名一字不差
    pack: ${quote(pack)}             # common 通用 / strict 严格 / notice 通知群 / discussion 讨论群 / no-teacher 班主任不在群
${grade === null ? '    # grade: 3\n' : `    grade: ${grade}\n`}    mode: shadow                     # 先用影子模式看两周：只判断、不发送；放心后改成 live
    scam_notice_authorised: false    # 班主任同意后改成 true：有人冒充老师收费时立即在群里提示
    # 群成员：name 是群昵称，和群里看到的一样。没有列出的人按“名单外人员”处理，请尽量列全。
    members:
${noTeacher ? '' : `      - { name: ${quote(headTeacher)}, role: head_teacher }\n`}      # - { name: 数学陈老师, role: teacher }
      # - { name: 李雷妈妈, role: parent, students: [李雷] }
      # - { name: 韩梅奶奶, role: parent, students: [韩梅], exempt: [voice] }   # 不方便打字，语音不提醒
${noTeacher ? '      []\n' : ''}    # students: [李雷, 韩梅]           # 花名册；不写则取成员的孩子（李雷妈妈 → 李雷）

# 小助手可以私下告诉的人。请他们先加机器人为微信好友，再在机器人的微信里把备注改成这里的 name：
# 昵称谁都能改，备注只有您能写，认得最准。
people:
  - { name: ${quote(supervisor)}, role: supervisor }
  # - { name: 刘副班主任, role: deputy }
  # - { name: 分管校长, role: leader }
  # - { name: 心理老师, role: counsellor }

# 发送的快慢：说得少、说得慢，账号才安全。
pacing: { per_minute: 6, per_day: 120, jitter: 3s }

# 保存多久：原文最多十分钟（加密），打码摘录按是否上报分别保存。
retention: { inbox: 10m, flagged: 30d, escalated: 180d }
`;
}
function quote(text) {
    return stringify(text, { defaultStringType: 'PLAIN', lineWidth: 0 }).trim();
}
//# sourceMappingURL=school-template.js.map