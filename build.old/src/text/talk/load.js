import { readFileSync } from 'node:fs';
import { hashOf, intentCard, modelsDir, readingModel } from '../intent/index.js';
import { TalkModel } from './model.js';
let shipped;
/** The model that is shipped with the program; read once, when first asked for. Throws BZ504 if its file is damaged. */
export function talkModel() {
    return (shipped ??= loadTalkModel(modelsDir(), intentCard()));
}
/** Reads talk.json of a folder; `intent`: intent.json as it is. Throws BZ504 if it is missing or not learned beside these. */
export function loadTalkModel(dir, intent) {
    return readingModel(dir, 'talk.json', base => {
        const card = JSON.parse(readFileSync(`${base}talk.json`, 'utf8'));
        if (card.intent !== JSON.parse(intent).weights)
            throw new RangeError('of another intent model');
        return new TalkModel(card);
    });
}
let mark;
/** Which weights the shipped talk model has: the SHA-256 of models/talk.json. Throws BZ504 if there is no such file. */
export function talkMark() {
    return (mark ??= readingModel(modelsDir(), 'talk.json', base => hashOf(readFileSync(`${base}talk.json`))));
}
//# sourceMappingURL=load.js.map