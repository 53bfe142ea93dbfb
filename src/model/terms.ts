import type { ActionKind, ActionState } from './action.js'
import type { CaseKind, CaseState } from './case.js'
import type { Category } from './category.js'
import type { MediaState } from './media.js'
import type { Recipient } from './member.js'
import type { CallOutcome, Opinion } from './opinion.js'
import type { Response, Tier } from './rule.js'

/** What people read instead of the words used in code, for what the bot decides and does. */
export const CATEGORY_LABELS: Readonly<Record<Category, string>> = {
  quiet_hours: '静默时段',
  flattery: '夸赞',
  blessing: '祝福问候',
  ack_flood: '收到刷屏',
  commerce: '商业推销',
  training_ad: '培训广告',
  vote_canvass: '拉票助力',
  fundraising: '募捐求助',
  homework: '群内作业',
  grades_ranking: '成绩排名',
  named_praise_criticism: '点名表扬批评',
  privacy_leak: '个人信息',
  voice_message: '语音消息',
  sticker_flood: '表情刷屏',
  unrelated_share: '无关转发',
  red_packet: '红包转账',
  rumor_chain: '传言连锁',
  abuse_conflict: '争吵辱骂',
  teacher_outburst: '老师情绪',
  show_off: '晒娃炫耀',
  private_chat: '两人闲聊',
  scam_impersonation: '冒充诈骗',
  fee_collection: '收费集资',
  outsider_join: '无关人员入群',
  namecard: '群昵称',
  informal_notice: '通知格式',
  unanswered_question: '未答问题',
  emergency: '紧急情况',
  self_harm_bullying: '自伤欺凌信号',
  obscene_illegal: '违法不良内容',
  mispost: '发错群',
  complaint_dissent: '意见建议',
  bot_appeal: '谈论小助手',
  normal: '正常交流',
}

export const RESPONSE_LABELS: Readonly<Record<Response, string>> = {
  allow: '放行',
  collect: '计数',
  remind: '私下提醒',
  ask_recall: '请其撤回',
  escalate: '上报',
}

export const ACTION_LABELS: Readonly<Record<ActionKind, string>> = {
  remind: '私下提醒',
  ask_recall: '请撤回',
  collective: '群内集体提示',
  public_notice: '群内防骗提示',
  post: '群内通知',
  alert: '上报',
  reply: '回复',
  digest: '日报',
  second_channel: '第二通道',
  recall_own: '撤回自己的话',
  recall_other: '试着撤回原消息',
}

export const MEDIA_STATE_LABELS: Readonly<Record<MediaState, string>> = {
  whole: '已取到',
  empty: '微信给的是空的（多半已过期）',
  expired: '已过期',
  too_big: '太大，没有取',
  failed: '没有取到',
}

export const ACTION_STATE_LABELS: Readonly<Record<ActionState, string>> = {
  owed: '待发',
  sending: '发送中',
  done: '已送出',
  failed: '未能送出',
  expired: '已过时',
  unknown: '结果未知',
  withdrawn: '已撤销',
  withheld: '影子模式未发',
  bundled: '合并到一条里发出',
}

export const RECIPIENT_LABELS: Readonly<Record<Recipient, string>> = {
  head_teacher: '班主任',
  deputy: '副班主任',
  supervisor: '督导',
  leader: '校领导',
  counsellor: '心理老师',
  admin: '管理员',
}

export const CASE_KIND_LABELS: Readonly<Record<CaseKind, string>> = {
  escalation: '上报',
  recall: '撤回请求',
  strike: '多次提醒',
  appeal: '申诉',
  binding: '身份待确认',
  test: '测试',
}

export const CASE_STATE_LABELS: Readonly<Record<CaseState, string>> = {
  waiting: '等待撤回',
  open: '等待处理',
  passed: '已转上一级',
  closed: '已结',
  ignored: '无人处理',
}

export const OPINION_LABELS: Readonly<Record<Opinion, string>> = {
  yes: '是',
  no: '不是',
  unsure: '看不出来',
}

export const CALL_LABELS: Readonly<Record<CallOutcome, string>> = {
  answered: '回答了',
  cached: '以前问过同样的话',
  timeout: '没有等到回答',
  unreachable: '连不上，或回答到一半断了',
  redirect: '对方要求转到别处，没有跟去',
  status: '对方没有受理',
  too_long: '回答太长，没有采用',
  malformed: '回答不合要求，没有采用',
}

export const TIER_LABELS: Readonly<Record<Tier, string>> = {
  safety: '安全',
  privacy: '隐私',
  conflict: '冲突',
  dissent: '意见',
  notice: '通知',
  conduct: '秩序',
  duties: '教师职责',
  quiet: '静默',
  burst: '刷屏',
}
