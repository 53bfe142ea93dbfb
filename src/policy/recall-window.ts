import type { MessageKind } from '../model/event.js'
import type { PolicyParams } from '../model/rule.js'
import type { Facts } from '../model/signal.js'
import { type Duration, HOUR, MINUTE } from '../model/time.js'

/** How long a sender can take this kind of message back. */
export function windowOf(kind: MessageKind | null, params: PolicyParams): Duration {
  return kind === 'file' ? params.recallWindowFile : params.recallWindow
}

export function recallWindow(facts: Facts): Duration {
  const { body } = facts.event
  return windowOf(body.kind === 'message' ? body.message.kind : null, facts.params)
}

/** `2分钟`, `3小时` */
export function spell(duration: Duration): string {
  return duration % HOUR === 0 ? `${duration / HOUR}小时` : `${Math.round(duration / MINUTE)}分钟`
}

/** What `{window}` says in a private text: how long it can still be taken back, or that it cannot. */
export function windowPhrase(window: Duration | null): string {
  return window === null ? '下次留意就好' : `可在${spell(window)}内撤回`
}
