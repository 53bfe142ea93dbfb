import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BanzhangError } from '../../model/errors.js';
import { parseMeanings } from './meanings.js';
import { IntentModel } from './model.js';
import { decode, hashOf } from './weights.js';
/** models/ of the program: beside src/ or dist/, and one further up from build/src/. */
const PLACES = ['../../../models/', '../../../../models/'];
let shipped;
let card;
/** The model that is shipped with the program; read once, when first asked for. Throws BZ504 if its files are damaged. */
export function intentModel() {
    return (shipped ??= loadIntentModel(modelsDir()));
}
/** models/intent.json as it is: which weights the shipped model has, and what they were trained from. Throws BZ504. */
export function intentCard() {
    return (card ??= readingModel(modelsDir(), 'intent.json', base => readFileSync(`${base}intent.json`, 'utf8')));
}
/** Where the shipped models are. */
export function modelsDir() {
    const places = PLACES.map(place => fileURLToPath(new URL(place, import.meta.url)));
    return places.find(place => existsSync(`${place}intent.json`)) ?? places[0];
}
/** Reads intent.json, intent.bin and meanings.txt of a folder. Throws BZ504 if they are missing or do not belong together. */
export function loadIntentModel(dir) {
    return readingModel(dir, 'intent.json', base => {
        const card = JSON.parse(readFileSync(`${base}intent.json`, 'utf8'));
        const meanings = readFileSync(`${base}meanings.txt`, 'utf8');
        if (hashOf(meanings) !== card.meanings)
            throw new RangeError('not the meanings that the weights were learned with');
        return new IntentModel(decode(card, readFileSync(`${base}intent.bin`)), parseMeanings(meanings));
    });
}
/** Reads a model from a folder; whatever goes wrong is BZ504, naming the file. */
export function readingModel(dir, file, read) {
    const base = dir.endsWith('/') ? dir : `${dir}/`;
    try {
        return read(base);
    }
    catch (cause) {
        throw new BanzhangError('BZ504', `意图模型无法读取：${base}${file}`, {
            hint: '程序文件不完整，请重新安装（models/ 文件夹应与 dist/ 在一起）',
            cause,
        });
    }
}
//# sourceMappingURL=load.js.map