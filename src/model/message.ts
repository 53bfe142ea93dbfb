import { BanzhangError } from './errors.js'

/**
 * Texts that the program itself chooses, each with the parameters it gets. The text in
 * messages.zh-CN.yaml must use every one of them and no other. `also` and `minutes` may be empty.
 */
export const MESSAGE_KEYS: Readonly<Record<string, readonly string[]>> = {
  /** to people the bot answers to: a case was opened */
  'alert.p0': ['code', 'time', 'who', 'what', 'choices', 'also'],
  'alert.p1': ['code', 'time', 'who', 'what', 'choices', 'also'],
  'alert.p2': ['code', 'time', 'who', 'what', 'choices', 'also'],
  /** self-harm, bullying, a family in need: call first, nothing in the group; says the least */
  'alert.care': ['code', 'time', 'who', 'choices', 'also'],
  /** so many private words of one kind to one person */
  'alert.strikes': ['code', 'time', 'who', 'what', 'count', 'choices'],
  /** the sender was asked to recall; nothing to do yet */
  'alert.asked_recall': ['code', 'time', 'who', 'what'],
  /** the recall did not come in time */
  'alert.recall_expired': ['code', 'time', 'who', 'what', 'choices'],
  /** the sender got a private word; for information */
  'alert.copy': ['time', 'who', 'what'],
  /** the sender cannot be reached by the bot: a text ready to be sent by hand */
  'alert.ready_text': ['time', 'who', 'what', 'text'],
  /** nobody answered yet */
  'chain.repeat': ['code', 'time', 'who', 'what', 'choices'],
  /** moved up to the next person */
  'chain.passed': ['code', 'time', 'who', 'what', 'choices', 'by'],
  /** to the others who were told of an emergency: somebody answered */
  'chain.answered': ['code', 'by'],
  /** answers to a reply */
  'reply.handled': ['code'],
  'reply.reminded': ['code'],
  'reply.ready_text': ['code', 'text'],
  'reply.posted': ['code'],
  'reply.passed': ['code', 'to'],
  'reply.false_alarm': ['code'],
  'reply.muted': ['code', 'what'],
  'reply.undone': ['code'],
  'reply.show': ['code', 'time', 'who', 'what', 'text'],
  'reply.refused': ['code', 'reason'],
  'reply.which': ['codes'],
  'reply.unknown_code': ['code'],
  'reply.none_open': [],
  'reply.open': ['count', 'list'],
  'reply.today': ['events', 'reminders', 'lines', 'alerts', 'open'],
  'reply.help': [],
  /** to the group, if it was authorised beforehand */
  'notice.scam': [],
  /** to a parent who objected in private */
  'appeal.receipt': [],
}

/** Texts that rules choose (`then.message`, `burst.message`) may use these: `time` is when the message came, `22:05`. */
export const RULE_MESSAGE_PARAMS: readonly string[] = ['time']

const PARAMETER = /\{([a-z_]+)\}/g

/** Names of the parameters that a text uses, each once, in order. */
export function messageParams(text: string): string[] {
  return [...new Set([...text.matchAll(PARAMETER)].map(match => match[1] as string))]
}

/** The text of a key with its parameters filled in. Throws BZ111 for an unknown key, BZ112 for a missing parameter. */
export function renderMessage(
  messages: ReadonlyMap<string, string>,
  key: string,
  params: Readonly<Record<string, string>>,
): string {
  const text = messages.get(key)
  if (text === undefined) throw new BanzhangError('BZ111', `没有名为 ${key} 的消息`)
  return text.replace(PARAMETER, (_, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined
    if (value === undefined) throw new BanzhangError('BZ112', `消息 ${key} 用了没有提供的参数 {${name}}`)
    return value
  })
}
