import type { EventKind, MessageKind } from './event.js'
import type { Role } from './member.js'
import type { EntityKind } from './text.js'

/** What people read instead of the words used in code. */
export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  head_teacher: '班主任',
  deputy: '副班主任',
  teacher: '老师',
  parent: '家长',
  supervisor: '督导',
  leader: '校领导',
  admin: '管理员',
  counsellor: '心理老师',
  outsider: '名单外人员',
  bot: '机器人',
}

export const KIND_LABELS: Readonly<Record<MessageKind | EventKind, string>> = {
  message: '消息',
  text: '文字',
  image: '图片',
  voice: '语音',
  video: '视频',
  emoticon: '表情',
  file: '文件',
  link: '链接',
  miniprogram: '小程序',
  redpacket: '红包',
  transfer: '转账',
  group_collection: '群收款',
  location: '位置',
  contact: '名片',
  chat_history: '聊天记录',
  announcement: '群公告',
  unknown: '未知类型',
  recall: '撤回',
  join: '入群',
  leave: '退群',
  rename: '改群昵称',
  notice: '系统提示',
}

export const ENTITY_LABELS: Readonly<Record<EntityKind, string>> = {
  mobile: '手机号',
  landline: '固定电话',
  national_id: '身份证号',
  bank_card: '银行卡号',
  plate: '车牌号',
  address: '住址',
  email: '邮箱',
  wechat_id: '微信号',
  qq: 'QQ 号',
  url: '网址',
  price: '价格',
  score: '分数',
  rank: '名次',
  student: '学生姓名',
  payment_qr: '收款码',
}
