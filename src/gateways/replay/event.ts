import type { EventBody, GroupEvent, MessageBody, MessageKind, Speaker } from '../../model/event.js'
import { parseGreyLine } from '../../text/index.js'
import type { LogEvent } from './line.js'

/** Finds the person behind a name of the log. */
export type SpeakerOf = (name: string) => Speaker

const SYSTEM_NAMES = new Set(['系统', 'system'])

/** One line of a log as a group event. `group` and the speakers are already the ledger's. */
export function eventOfLine(line: LogEvent, group: string, speakerOf: SpeakerOf): GroupEvent {
  const grey = line.type === 'system' || SYSTEM_NAMES.has(line.from)
  const from = grey ? null : speakerOf(line.from)
  return {
    id: `${group}/${line.id}`,
    group,
    at: Date.parse(line.t),
    from,
    body: grey ? greyBody(line, speakerOf) : body(line),
  }
}

function body(line: LogEvent): EventBody {
  if (line.type === 'recalled') return { kind: 'recall', of: null }
  if (line.type === 'rename') return { kind: 'rename', name: line.text }
  return { kind: 'message', message: message(line) }
}

function message(line: LogEvent): MessageBody {
  const { text, title, url, filename, ocr, duration, quoted } = line
  return {
    kind: line.type as MessageKind,
    text,
    ...(title === undefined ? {} : { title }),
    ...(url === undefined ? {} : { url }),
    ...(filename === undefined ? {} : { filename }),
    ...(ocr === undefined ? {} : { ocr }),
    ...(duration === undefined ? {} : { duration }),
    ...(quoted === undefined ? {} : { quoted }),
  }
}

function greyBody(line: LogEvent, speakerOf: SpeakerOf): EventBody {
  const grey = parseGreyLine(line.text)
  switch (grey?.kind) {
    case 'join':
      return {
        kind: 'join',
        joined: grey.joined.map(one => speakerOf(one.name)),
        inviter: grey.inviter && !grey.inviter.you ? speakerOf(grey.inviter.name) : null,
        via: grey.via,
      }
    case 'leave':
      return { kind: 'leave', left: grey.left.map(one => speakerOf(one.name)) }
    case 'recall':
      return { kind: 'recall', of: null }
    default:
      return { kind: 'notice', text: line.text }
  }
}
