import { type Wechaty, WechatyBuilder } from 'wechaty'
import { log } from 'wechaty-puppet'
import type { SessionCard } from './card.js'

log.level('silent')

/** A wechaty around a puppet; the card has the methods of wechaty's memory that are called. */
export function buildWechaty(puppet: object, card: SessionCard): Wechaty {
  const options = { name: 'banzhang', puppet, memory: card }
  return WechatyBuilder.build(options as unknown as Parameters<typeof WechatyBuilder.build>[0]) as Wechaty
}
