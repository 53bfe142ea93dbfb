import { toKey } from '../../text/index.js'

/**
 * What a chat network shows of somebody, each as an opaque mark: equal marks are equal names or pictures, and nothing
 * else can be told from them. Empty for what somebody has not, or what is not known.
 */
export interface Marks {
  /** name card in the group */
  card: string
  nick: string
  /** digest of the picture */
  avatar: string
  /** what the owner of the bot's account wrote beside a friend */
  remark: string
  /** network id; lasts as long as one login */
  network: string
}

/** Somebody as the network shows them, in plain. Hostile. */
export interface Looks {
  /** network id, of this login only */
  id: string
  card: string
  nick: string
  /** what tells one picture from another; absent where it is not known */
  avatar?: string
  remark?: string
}

/** Turns a name or picture into its mark. */
export type Marker = (text: string) => string

/** Names are compared without width, case, space, punctuation and emoji; one of nothing else is compared as it is. */
export function comparable(name: string): string {
  return toKey(name) || name.normalize('NFKC').replace(/\s+/g, '')
}

export function marksOf({ id, card, nick, avatar = '', remark = '' }: Looks, mark: Marker): Marks {
  const name = (text: string) => (text === '' ? '' : mark(comparable(text)))
  return {
    card: name(card),
    nick: name(nick),
    avatar: avatar === '' ? '' : mark(`avatar ${avatar}`),
    remark: name(remark),
    network: mark(`network ${id}`),
  }
}

/** One mark of how somebody is called, by which a question about them is known again. */
export function lookOf({ card, nick }: Pick<Marks, 'card' | 'nick'>): string {
  return `${card}/${nick}`
}
