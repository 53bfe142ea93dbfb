import { readFileSync } from 'node:fs'
import { hashOf, intentCard, modelsDir, readingModel, type WeightsCard } from '../intent/index.js'
import { type TalkCard, TalkModel } from './model.js'

let shipped: TalkModel | undefined

/** The model that is shipped with the program; read once, when first asked for. Throws BZ504 if its file is damaged. */
export function talkModel(): TalkModel {
  return (shipped ??= loadTalkModel(modelsDir(), intentCard()))
}

/** Reads talk.json of a folder; `intent`: intent.json as it is. Throws BZ504 if it is missing or not learned beside these. */
export function loadTalkModel(dir: string, intent: string): TalkModel {
  return readingModel(dir, 'talk.json', base => {
    const card = JSON.parse(readFileSync(`${base}talk.json`, 'utf8')) as TalkCard
    if (card.intent !== (JSON.parse(intent) as WeightsCard).weights) throw new RangeError('of another intent model')
    return new TalkModel(card)
  })
}

let mark: string | undefined

/** Which weights the shipped talk model has: the SHA-256 of models/talk.json. Throws BZ504 if there is no such file. */
export function talkMark(): string {
  return (mark ??= readingModel(modelsDir(), 'talk.json', base => hashOf(readFileSync(`${base}talk.json`))))
}
