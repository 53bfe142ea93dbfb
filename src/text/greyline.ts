/** A name as the grey line gives it; `you` where WeChat says 你 without quotes: the bot's own account. */
export interface Named {
  name: string
  you: boolean
}

/** What one of WeChat's grey lines says happened. Names are raw and hostile. */
export type GreyLine =
  | { kind: 'join'; joined: readonly Named[]; inviter: Named | null; via: 'invite' | 'qrcode' | 'unknown' }
  /** `by` is null for somebody who left on their own */
  | { kind: 'leave'; left: readonly Named[]; by: Named | null }
  | { kind: 'group_rename'; by: Named | null; name: string }
  | { kind: 'card_rename'; who: Named; name: string }
  | { kind: 'recall'; who: Named }
  | { kind: 'redpacket' }
  | { kind: 'transfer' }
  | { kind: 'pat'; who: Named; whom: Named }
  | { kind: 'owner'; who: Named }

/** Null for a grey line with no meaning of its own here. */
export function parseGreyLine(_text: string): GreyLine | null {
  return null
}
