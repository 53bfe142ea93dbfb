import type { Response } from '../model/rule.js'
import type { Terminal } from './terminal.js'

/** The colour of a response: the graver, the warmer. */
export function paintFor({ colors }: Pick<Terminal, 'colors'>, respond: Response): (text: string) => string {
  return {
    allow: colors.dim,
    collect: colors.cyan,
    remind: colors.yellow,
    ask_recall: colors.magenta,
    escalate: colors.red,
  }[respond]
}
