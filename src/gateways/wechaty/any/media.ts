import { collect, type Download, fromAddress } from '../media/download.js'
import { type AnyPuppet, FILE_URL } from './payloads.js'

/** The file of a message: what the puppet holds itself, or what is at an address of WeChat's own. */
export function fileOf(puppet: Pick<AnyPuppet, 'messageFile'>, messageId: string, simulator: string | null): Download {
  return async (limit, signal) => {
    const file = await puppet.messageFile(messageId)
    if (file.type === FILE_URL) return fromAddress(file.remoteUrl ?? '', simulator)(limit, signal)
    signal.throwIfAborted()
    return collect(await file.toStream(), limit)
  }
}
