import { resourcesOf } from '../signals/index.js';
import { intentCard } from '../text/intent/index.js';
import { talkMark } from '../text/talk/index.js';
import { readNamed } from './condition.js';
import { CONDITIONS_FILE, findConditions } from './conditions.js';
import { Findings } from './diagnostics.js';
import { readLexicon } from './lexicons.js';
import { MESSAGES_FILE, readMessages } from './messages.js';
import { resolvePacks } from './pack.js';
import { readRuleFile } from './rule.js';
import { fileProblem, hashSources, readSources } from './source.js';
import { YamlFile } from './yaml.js';
/** Among the sources of a rule set: which weights of the intent model judged beside the rules. */
export const WEIGHTS_FILE = 'models/intent.json';
/** The same of the model of talk: a digest of it. */
export const TALK_FILE = 'models/talk.json';
/**
 * Reads a rules folder. Either everything in it is right, examples included, or all that is wrong is told at once.
 * Never throws for a mistake of the user's. Places name files relative to `dir`.
 */
export async function loadRuleSet(dir, options) {
    const { texts, diagnostics } = await readSources(dir);
    return buildRuleSet(texts, diagnostics, options);
}
/** The same without a disk: `unreadable` are the files that could not be read, and why. */
export async function buildRuleSet(texts, unreadable, { catalogue, runExamples }) {
    const findings = new Findings();
    findings.push(...unreadable);
    const files = parseAll(texts, findings);
    const names = [...new Set([...texts.keys(), ...unreadable.map(diagnostic => diagnostic.place.file)])].sort();
    const { lexicons, broken } = readLexicons(names, files, findings);
    const messageFile = files.get(MESSAGES_FILE);
    const messages = messageFile ? readMessages(messageFile.root(), findings) : null;
    const resources = resourcesOf(lexicons);
    const context = {
        catalogue,
        resources,
        findings,
        brokenLexicons: broken,
        named: conditionsOf(names, files, findings),
        messages,
        trees: new WeakMap(),
    };
    const packs = resolvePacks(readPacks(names, files, context), context);
    readUnused(context);
    if (!findings.empty)
        return { ok: false, diagnostics: findings.list(), sources: texts };
    const sources = new Map(texts).set(WEIGHTS_FILE, intentCard()).set(TALK_FILE, talkMark());
    const ruleSet = {
        hash: hashSources(sources),
        packs,
        lexicons,
        messages: new Map([...(messages ?? [])].map(([key, message]) => [key, message.template])),
        sources,
    };
    findings.push(...((await runExamples?.(ruleSet)) ?? []));
    if (!findings.empty)
        return { ok: false, diagnostics: findings.list(), sources: texts };
    return { ok: true, ruleSet };
}
/** The files that can be worked with; the others are reported. */
function parseAll(texts, findings) {
    const files = new Map();
    for (const [name, text] of texts) {
        const file = new YamlFile(name, text);
        findings.push(...file.diagnostics);
        if (file.broken)
            continue;
        if (file.value === null) {
            findings.push(fileProblem(name, 'BZ105', '文件是空的', '内容，或者删掉这个文件'));
        }
        else
            files.set(name, file);
    }
    return files;
}
function readLexicons(names, files, findings) {
    const lexicons = new Map();
    const broken = new Set();
    for (const name of names) {
        const stem = /^lexicons\/([^/]+)\.ya?ml$/i.exec(name)?.[1];
        if (!stem)
            continue;
        const file = files.get(name);
        if (file)
            readLexicon(stem, file.root(), lexicons, findings);
        else
            broken.add(stem);
    }
    return { lexicons, broken };
}
function conditionsOf(names, files, findings) {
    const file = files.get(CONDITIONS_FILE);
    if (file)
        return findConditions(file.root(), findings);
    return { written: names.includes(CONDITIONS_FILE) ? null : new Map(), read: new Map(), open: new Set() };
}
/** What is wrong with a condition is told, whether or not a rule names it. */
function readUnused(context) {
    for (const [name, at] of context.named.written ?? [])
        readNamed(at.withValue(name), context);
}
function readPacks(names, files, context) {
    const packs = new Map();
    for (const folder of new Set(names.flatMap(name => /^packs\/([^/]+)\//.exec(name)?.[1] ?? []))) {
        const own = names.filter(name => name.startsWith(`packs/${folder}/`) && /\.ya?ml$/i.test(name));
        const isHead = (name) => /\/pack\.ya?ml$/.test(name);
        const head = own.find(isHead);
        if (!head) {
            context.findings.push(fileProblem(`packs/${folder}`, 'BZ105', `规则包 ${folder} 里没有 pack.yaml`, `写有“pack: ${folder}”和 title 的 pack.yaml`));
        }
        packs.set(folder, {
            name: folder,
            root: head ? (files.get(head)?.root() ?? null) : null,
            rules: own
                .filter(name => !isHead(name))
                .flatMap(name => {
                const file = files.get(name);
                return file ? readRuleFile(file.root(), context) : [];
            }),
            incomplete: own.some(name => !files.has(name)),
        });
    }
    return packs;
}
//# sourceMappingURL=rules.js.map