import { renderMessage } from '../../model/message.js'
import { type ChannelKind, channelNames, type School } from '../../model/school.js'
import { EffectError } from '../effects.js'
import { type ChannelParts, channelMaker } from './with-channels.js'

export interface ChannelProof {
  /** name in the school file; personal data */
  person: string
  kind: ChannelKind
  /** which of the person's channels: `email`, `wecom`, `wecom-2` */
  channel: string
  /** the service took the message */
  ok: boolean
  /** why not, in Chinese and without secrets; null when it did */
  why: string | null
}

/**
 * Sends one test message (`second.test`) by every channel of the school file, all at once.
 * @returns one proof a channel, in the order of the file; never rejects for a channel that fails
 */
export function testChannels(
  school: Pick<School, 'people' | 'smtp' | 'bot'>,
  messages: ReadonlyMap<string, string>,
  parts: Omit<ChannelParts, 'smtp'>,
): Promise<ChannelProof[]> {
  const make = channelMaker({ ...parts, smtp: school.smtp })
  const at = parts.clock.now()
  const text = renderMessage(messages, 'second.test')
  const each = school.people.flatMap((person, i) =>
    channelNames(person.channels).map((channel, j) => ({
      person: person.name,
      channel,
      config: person.channels[j] as (typeof person.channels)[number],
      id: `${school.bot.id}-test-${at}-${i}-${j}`,
    })),
  )
  return Promise.all(
    each.map(async ({ person, channel, config, id }) => {
      const proof = { person, kind: config.kind, channel }
      try {
        await make(config).send({ id, code: 'TEST', severity: null, text, at })
        return { ...proof, ok: true, why: null }
      } catch (error) {
        if (error instanceof EffectError) return { ...proof, ok: false, why: error.message }
        throw error
      }
    }),
  )
}
