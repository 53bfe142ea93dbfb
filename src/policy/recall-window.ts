import type { MessageKind } from '../model/event.js'
import { renderMessage } from '../model/message.js'
import type { PolicyParams } from '../model/rule.js'
import type { Facts } from '../model/signal.js'
import { DAY, type Duration, HOUR, MINUTE } from '../model/time.js'

/** How long a sender can take this kind of message back. */
export function windowOf(kind: MessageKind | null, params: PolicyParams): Duration {
  return kind === 'file' ? params.recallWindowFile : params.recallWindow
}

export function recallWindow(facts: Facts): Duration {
  const { body } = facts.event
  return windowOf(body.kind === 'message' ? body.message.kind : null, facts.params)
}

/** `2 分钟`, `3 小时`, `7 天`, for the trace of a decision */
export function spell(duration: Duration): string {
  if (duration % DAY === 0) return `${duration / DAY} 天`
  return duration % HOUR === 0 ? `${duration / HOUR} 小时` : `${Math.round(duration / MINUTE)} 分钟`
}

/** What `{window}` says in a private text: how long it can still be taken back, or that it cannot. */
export function windowPhrase(messages: ReadonlyMap<string, string>, window: Duration | null): string {
  if (window === null) return renderMessage(messages, 'window.over')
  return renderMessage(messages, 'window.open', { span: sayDuration(messages, window) })
}

/** A duration as a text says it: whole hours, else minutes. */
export function sayDuration(messages: ReadonlyMap<string, string>, duration: Duration): string {
  const whole = duration % HOUR === 0
  return renderMessage(messages, whole ? 'word.hours' : 'word.minutes', {
    count: Math.round(duration / (whole ? HOUR : MINUTE)),
  })
}
