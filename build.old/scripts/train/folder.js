import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
/** Files of JSON Lines that lie directly in a folder, by name. */
export const linesIn = (dir) => readdirSync(dir)
    .filter(file => file.endsWith('.jsonl'))
    .sort();
/** What a model was learned from: names and contents of these files. */
export function hashOfLines(dir) {
    const hash = createHash('sha256');
    for (const file of linesIn(dir))
        hash
            .update(`${file}\n`)
            .update(readFileSync(join(dir, file)))
            .update('\n');
    return hash.digest('hex');
}
//# sourceMappingURL=folder.js.map