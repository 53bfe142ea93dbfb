import { z } from 'zod';
import { check } from './diagnostics.js';
import { line, withForm } from './forms.js';
import { isObject } from './yaml.js';
const listName = withForm(z.string().regex(/^[a-z0-9][a-z0-9_-]*$/), {
    text: '小写字母、数字、_ 和 -',
    suggest: () => null,
});
const LIST = '词；比较时不分繁简、大小写、全半角，不看空格和标点。前面有 - 的是碰巧含有这些字、却不是这个意思的词，如 -不想活动';
export const wordsSchema = z.array(line).min(1).describe(LIST);
/** Words of one text, spaces and line breaks between them: hundreds of words are read at once. */
const textSchema = z.string().regex(/\S/).describe(`${LIST}；用空格或换行隔开`);
export const lexiconSchema = z.record(listName, z.union([wordsSchema, textSchema]));
/** Reads one file of word lists into `lexicons`, each list under `<file>.<list>`. */
export function readLexicon(file, root, lexicons, findings) {
    if (!isObject(root.value)) {
        findings.add(root.spot(), 'BZ103', '词表文件应为“名称: [词, …]”的一组', { expected: '例如 offer: [批发价, 拿货]' });
        return;
    }
    for (const list of root.keys()) {
        const at = root.at(list);
        if (!listName.safeParse(list).success) {
            findings.add(at.keySpot(), 'BZ104', `词表名 ${list} 的写法不对`, { expected: '小写字母、数字、_ 和 -' });
        }
        // A list with a mistake in it is known all the same.
        lexicons.set(`${file}.${list}`, wordsOf(at) ?? check(wordsSchema, at, findings) ?? []);
    }
}
/** Of a text its words; null for anything else, and for a text without any. */
function wordsOf({ value }) {
    const words = typeof value === 'string' ? value.split(/\s+/).filter(word => word !== '') : [];
    return words.length > 0 ? words : null;
}
//# sourceMappingURL=lexicons.js.map