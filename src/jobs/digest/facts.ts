/** What a digest may speak of. Plain data: names masked, no text but the masked words of questions. */
export interface DigestFacts {
  group: string
  /** `11月4日` */
  date: string
  questions: readonly OpenQuestion[]
  cases: readonly { code: string; what: string }[]
  /** `李*妈妈 09:40` */
  complaints: readonly string[]
  floods: readonly Count[]
  /** only counted because of a second opinion */
  unsure: readonly Count[]
  /** talked of much more than usual */
  rising: readonly Count[]
  corrections: number
  /** what the bot said and nobody may have got, by kind */
  undelivered: readonly Count[]
  gaps: { minutes: number; spans: readonly string[] }
  /** once a week */
  members: { joined: number; outsiders: number; oddCards: readonly string[]; unseenPupils: number } | null
  /** shadow mode: what would have been sent */
  withheld: { reminders: number; lines: number; alerts: number } | null
}

export interface OpenQuestion {
  /** `3小时` */
  age: string
  who: string
  text: string
  asked: number
  health: boolean
}

export interface Count {
  label: string
  count: number
}
