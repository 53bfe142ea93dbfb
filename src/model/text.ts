/** Half-open range of UTF-16 offsets into the text as it was written. */
export interface Span {
  start: number
  end: number
}

/**
 * One text, three views. `map[i]` is the offset in `original` of the character that key[i] came from,
 * and map has one entry more than key (the end), so that evidence points at what was written.
 */
export interface NormalText {
  original: string
  /** NFKC, invisible characters out; what a person may be shown */
  display: string
  /** as `map`, for `display` */
  displayMap: readonly number[]
  /** match key: lower case, simplified, digits and styled letters plain, no punctuation, space or emoji */
  key: string
  map: readonly number[]
  /** emoji and WeChat's [玫瑰] codes, in order */
  emoji: readonly string[]
}

export const ENTITY_KINDS = [
  'mobile',
  'landline',
  'national_id',
  'bank_card',
  'plate',
  'address',
  'email',
  'wechat_id',
  'qq',
  'url',
  'price',
  'score',
  'rank',
  'student',
  'payment_qr',
] as const
export type EntityKind = (typeof ENTITY_KINDS)[number]

export interface Entity {
  kind: EntityKind
  /** offsets into NormalText.original */
  span: Span
  /** canonical form, for example the bare digits; personal data */
  value: string
}
