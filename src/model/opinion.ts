import type { Duration } from './time.js'

/** What a second opinion can be about: whether somebody's words are meant so. Nothing of safety, privacy, abuse or data. */
export const OPINION_CATEGORIES = [
  'commerce',
  'training_ad',
  'vote_canvass',
  'unrelated_share',
  'red_packet',
  'rumor_chain',
  'private_chat',
  'homework',
  'informal_notice',
] as const
export type OpinionCategory = (typeof OPINION_CATEGORIES)[number]

/** All that an answer can say: the message is of the category, is not, or nobody can tell. */
export const OPINIONS = ['yes', 'no', 'unsure'] as const
export type Opinion = (typeof OPINIONS)[number]

/** An OpenAI-compatible chat endpoint of the school's choice. `key` is a secret. */
export interface OpinionConfig {
  /** of the completions themselves; https, or http on this very machine */
  url: string
  model: string
  key: string | null
  /** asked where the intent model's probability is at least `from` and below `to` */
  from: number
  to: number
  /** for one call, from the name look-up to the last byte */
  timeout: Duration
  callsPerDay: number
  atOnce: number
  /** how the endpoint is told to answer: by a JSON schema, or as any JSON (the answer is checked alike) */
  output: 'schema' | 'json'
}

/** All that leaves: what it may be, and the words, masked. Nothing about who. */
export interface OpinionQuestion {
  about: OpinionCategory
  text: string
}

/** What became of a call; `answered` alone has an opinion. */
export const CALL_OUTCOMES = [
  'answered',
  /** known from an earlier call: nothing left */
  'cached',
  'timeout',
  'unreachable',
  /** it points elsewhere; nobody follows */
  'redirect',
  /** any other HTTP status but success */
  'status',
  'too_long',
  /** no completion, or one that is not the JSON that was asked for */
  'malformed',
] as const
export type CallOutcome = (typeof CALL_OUTCOMES)[number]

export interface OpinionReply {
  outcome: Exclude<CallOutcome, 'cached'>
  opinion: Opinion | null
  /** how long it took */
  ms: Duration
  /** as the endpoint counts them; null where it does not say */
  tokens: number | null
  /** HTTP status; null where there was none */
  status: number | null
}

/** Never rejects: whatever goes wrong is no opinion. */
export type AskOpinion = (question: OpinionQuestion, stop: AbortSignal) => Promise<OpinionReply>
