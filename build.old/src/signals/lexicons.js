import { compileLexicon, heardOf, initialsOf, muddlesOf, soundOf, spanOf, toKey, weakKey, } from '../text/index.js';
import { scannerOf } from './scanner.js';
import { OptionError } from './signal.js';
const known = new WeakMap();
/**
 * The words of the named lexicons; the same names give the same list for as long as the resources are the same.
 * Throws OptionError (BZ110) that lists every unknown name.
 */
export function wordListOf(names, resources) {
    let lists = known.get(resources);
    if (!lists)
        known.set(resources, (lists = new Map()));
    const key = names.join('\n');
    let list = lists.get(key);
    if (!list)
        lists.set(key, (list = compileList(names, resources)));
    return list;
}
function compileList(names, resources) {
    const origin = new Map();
    for (const [name, words] of lexiconsOf(names, resources, [])) {
        for (const word of words)
            if (!origin.has(word))
                origin.set(word, name);
    }
    const words = [...origin.keys()];
    const keys = words.map(toKey).filter(key => key !== '');
    const needs = [{ on: 'key', strings: keys }];
    const others = names.flatMap(name => resources.otherWords?.(name) ?? []);
    const matcher = others.length === 0 ? compileLexicon(words) : withoutOthers(words, others);
    const { occursIn } = scannerOf(resources).add(...needs);
    return {
        keys,
        needs,
        occursIn: others.length === 0 ? occursIn : text => occursIn(text) && matcher.find(text.key).length > 0,
        find: text => matcher.find(text.key).map(({ index, start, end }) => ({ index, span: spanOf(text, start, end) })),
        matcher,
        lexiconOf: index => origin.get(words[index]),
    };
}
/** Finds `words`, but where one of them is only part of one of the `others`: 不想活 in 不想活动. */
function withoutOthers(words, others) {
    const all = compileLexicon([...words, ...others]);
    return { find: key => all.find(key).filter(({ index }) => index < words.length) };
}
/**
 * The same words, found also where something is written that sounds like them, or that no reading undoes but a reader
 * does: first letters, characters in the wrong order or mistaken for others. Words of one syllable are left out.
 */
export function soundListOf(names, resources) {
    const plain = wordListOf(names, resources);
    let list = sounding.get(plain);
    if (!list)
        sounding.set(plain, (list = compileSounds(names, resources)));
    return list;
}
const sounding = new WeakMap();
function compileSounds(names, resources) {
    const entries = lexiconsOf(names, resources, []).flatMap(([name, words]) => words.map(word => [toKey(word), name]));
    const heard = entries.filter(([key]) => soundOf(key).length > 1);
    const keys = heard.map(([key]) => key);
    const sounds = waysOf(keys, key => [heardOf(key), soundOf(key)], key => initialsOf(key).map(heardOf));
    const muddles = waysOf(keys, muddlesOf);
    const needs = [
        { on: 'sound', strings: sounds.ways },
        { on: 'key', strings: muddles.ways },
    ];
    return {
        needs,
        occursIn: scannerOf(resources).add(...needs).occursIn,
        find(text) {
            const { starts, ends } = weakKey(text.key);
            return [
                ...sounds.find(heardOf(text.key)).map(({ index, start, end }) => ({
                    index,
                    span: spanOf(text, starts[start], ends[end - 1]),
                })),
                ...muddles.find(text.key).map(({ index, start, end }) => ({ index, span: spanOf(text, start, end) })),
            ];
        },
        lexiconOf: index => heard[index][1],
    };
}
/** Ways to write words, and what finds them; of two words with one way the first is found, by the earlier sort of way. */
function waysOf(keys, ...sorts) {
    const origin = new Map();
    for (const sort of sorts) {
        for (const [index, key] of keys.entries()) {
            for (const way of sort(key))
                if (!origin.has(way))
                    origin.set(way, index);
        }
    }
    const ways = [...origin.keys()];
    const words = [...origin.values()];
    const matcher = compileLexicon(ways, way => way);
    return {
        ways,
        find: key => matcher.find(key).map(({ index, start, end }) => ({ index: words[index], start, end })),
    };
}
/** The named lexicons with their words. Throws OptionError (BZ110) that lists every unknown name. */
export function lexiconsOf(names, resources, path) {
    const problems = [];
    const lexicons = [];
    for (const name of names) {
        const words = resources.lexicon(name);
        if (words)
            lexicons.push([name, words]);
        else
            problems.push({
                path,
                message: `没有名为 ${name} 的词表`,
                expected: expectedNames(name, resources.lexiconNames()),
                valid: resources.lexiconNames(),
                code: 'BZ110',
            });
    }
    if (problems.length > 0)
        throw new OptionError(problems);
    return lexicons;
}
/** The lists of the file that was named; where there is no such file, the files. */
function expectedNames(name, all) {
    const file = name.split('.')[0] ?? '';
    const near = all.filter(one => one.startsWith(`${file}.`));
    if (near.length > 0)
        return `词表名（文件名.词表名），${file} 里有：${near.join('、')}`;
    return `词表名（文件名.词表名），文件有：${[...new Set(all.map(one => one.split('.')[0]))].join('、')}`;
}
//# sourceMappingURL=lexicons.js.map