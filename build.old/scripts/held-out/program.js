import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode, hashOf } from '../../src/text/intent/index.js';
/** Weights as they would be shipped: with the card of those that are, but for what is their own. */
export function shippedAs(card, weights) {
    const bytes = encode(weights);
    const { slots, cells, scale } = weights;
    return { card: { ...card, rows: slots.length, cells: cells.length, scale, weights: hashOf(bytes) }, bytes };
}
/** The compiled program with models of its own, in a folder; returns its entry. Replaces what lay there. */
export function programWith(folder, dist, { card, bytes, talk, words }) {
    rmSync(folder, { recursive: true, force: true });
    const models = join(folder, 'models');
    mkdirSync(models, { recursive: true });
    cpSync(dist, join(folder, 'dist'), { recursive: true });
    cpSync('package.json', join(folder, 'package.json'));
    // the rules' examples hold with the models that are shipped; with others a few may not, and no rule would be read
    writeFileSync(join(folder, 'dist', 'engine', 'examples.js'), 'export const runExamples = () => []\n');
    writeFileSync(join(models, 'intent.bin'), bytes);
    writeFileSync(join(models, 'intent.json'), JSON.stringify(card));
    writeFileSync(join(models, 'talk.json'), JSON.stringify(talk));
    writeFileSync(join(models, 'meanings.txt'), words);
    return join(folder, 'dist', 'app.js');
}
//# sourceMappingURL=program.js.map