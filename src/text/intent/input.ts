import type { EventKind, MessageKind } from '../../model/event.js'
import type { Role } from '../../model/member.js'
import type { EntityKind, NormalText } from '../../model/text.js'

/** What the model is told of one message. Plain data; nothing of who said it but the role. */
export interface IntentInput {
  role: Role
  kind: MessageKind | EventKind
  /** what the sender wrote */
  text: NormalText
  /** title, file name and words in a picture */
  attached: NormalText
  /** kinds of what was found in either */
  entities: readonly EntityKind[]
  question: boolean
  /** minutes after local midnight */
  minutes: number
  /** match key of the line that this one goes on from or answers; empty for none */
  before: string
}
