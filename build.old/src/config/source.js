import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
/** No rule file is that long; reading one would only hide that something else was put here. */
const LARGEST = 1024 * 1024;
/**
 * Reads every YAML file of a rules folder: packs/<pack>/, lexicons/, conditions.yaml and messages.zh-CN.yaml, in name order.
 * school.yaml is never among them: it holds personal data, and what is read here is kept in the ledger.
 * What cannot be read becomes a diagnostic, nothing is thrown.
 */
export async function readSources(dir) {
    const texts = new Map();
    const diagnostics = [];
    const entries = await list(dir, '', diagnostics);
    const has = (name) => entries.some(entry => entry.name === name);
    const names = [];
    if (entries.length > 0 && !has('packs')) {
        diagnostics.push(fileProblem('packs', 'BZ114', '规则文件夹里没有 packs 文件夹', '放规则包的 packs/<包名>/ 文件夹'));
    }
    for (const pack of has('packs') ? await list(dir, 'packs', diagnostics) : []) {
        const folder = `packs/${pack.name}`;
        if (!pack.folder) {
            if (isYaml(pack.name)) {
                diagnostics.push(fileProblem(folder, 'BZ114', '规则文件要放在某个规则包的文件夹里', `packs/<包名>/${pack.name}`));
            }
            continue;
        }
        for (const file of await list(dir, folder, diagnostics)) {
            const name = `${folder}/${file.name}`;
            if (file.folder) {
                diagnostics.push(fileProblem(name, 'BZ114', '规则包里不能再有文件夹，里面的规则不会被读取', `${folder}/*.yaml`));
            }
            else if (isYaml(file.name))
                names.push(name);
        }
    }
    for (const file of has('lexicons') ? await list(dir, 'lexicons', diagnostics) : []) {
        if (!file.folder && isYaml(file.name))
            names.push(`lexicons/${file.name}`);
    }
    if (has('conditions.yaml'))
        names.push('conditions.yaml');
    if (has('messages.zh-CN.yaml'))
        names.push('messages.zh-CN.yaml');
    else if (entries.length > 0) {
        diagnostics.push(fileProblem('messages.zh-CN.yaml', 'BZ114', '没有 messages.zh-CN.yaml，机器人不知道该说什么', null));
    }
    for (const name of names) {
        const read = await readText(join(dir, name), name);
        if (typeof read === 'string')
            texts.set(name, read);
        else
            diagnostics.push(read);
    }
    return { texts, diagnostics };
}
/** SHA-256 over names and contents in name order: the same texts have the same hash wherever they lie. */
export function hashSources(texts) {
    const hash = createHash('sha256');
    for (const name of [...texts.keys()].sort()) {
        const text = texts.get(name);
        // Lengths first, so that no text can pass for the end of another.
        hash.update(`${Buffer.byteLength(name)}:${name}${Buffer.byteLength(text)}:${text}`);
    }
    return hash.digest('hex');
}
/** The text of one file, without byte order mark, or why it cannot be read. `name` is what a person is shown. */
export async function readText(path, name) {
    let bytes;
    try {
        const { size } = await stat(path);
        if (size > LARGEST) {
            return fileProblem(name, 'BZ114', `文件有 ${Math.ceil(size / 1024)} KB，太大了`, '不超过 1024 KB');
        }
        bytes = await readFile(path);
    }
    catch (error) {
        return fileProblem(name, 'BZ114', `文件无法读取：${reason(error)}`, null);
    }
    return decode(bytes, name);
}
/** UTF-8 text, or a diagnostic that says what the bytes are instead. */
export function decode(bytes, name) {
    const utf8 = '另存为 UTF-8 编码的文本文件';
    const [first, second] = bytes;
    if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
        return fileProblem(name, 'BZ115', '文件是 UTF-16 编码', utf8);
    }
    const nul = bytes.indexOf(0);
    if (nul >= 0)
        return fileProblem(name, 'BZ115', `文件不是文本（第 ${nul + 1} 个字节是 0）`, 'YAML 文本');
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        if (endsWithinCharacter(bytes)) {
            return fileProblem(name, 'BZ115', '文件在半个汉字处断开，可能没有保存完整', '重新保存或从备份恢复');
        }
        if (decodes('gb18030', bytes))
            return fileProblem(name, 'BZ115', '文件不是 UTF-8 编码，像是 GBK', utf8);
        return fileProblem(name, 'BZ115', '文件不是文本', 'YAML 文本');
    }
}
/** Whether all is UTF-8 but for one to three bytes at the end. */
function endsWithinCharacter(bytes) {
    return ([1, 2, 3].some(cut => cut < bytes.length && decodes('utf-8', bytes.subarray(0, -cut))) &&
        bytes.at(-1) >= 0x80);
}
function decodes(encoding, bytes) {
    try {
        new TextDecoder(encoding, { fatal: true }).decode(bytes);
        return true;
    }
    catch {
        return false;
    }
}
function isYaml(name) {
    return /\.ya?ml$/i.test(name);
}
/** Entries of a folder in name order, without hidden files and what editors leave behind. */
async function list(dir, folder, diagnostics) {
    const path = join(dir, folder);
    try {
        const names = (await readdir(path)).filter(name => !name.startsWith('.')).sort();
        const entries = [];
        for (const name of names) {
            // Follows links. A file that vanished in between is reported when it is read.
            const info = await stat(join(path, name)).catch(() => null);
            entries.push({ name, folder: info?.isDirectory() ?? false });
        }
        if (folder === '' && entries.length === 0) {
            diagnostics.push(fileProblem('.', 'BZ114', '规则文件夹是空的', 'packs/、lexicons/ 和 messages.zh-CN.yaml'));
        }
        return entries;
    }
    catch (error) {
        diagnostics.push(fileProblem(folder || '.', 'BZ114', `文件夹无法读取：${reason(error)}`, null));
        return [];
    }
}
const REASONS = {
    ENOENT: '不存在',
    EACCES: '没有读取权限',
    EPERM: '没有读取权限',
    ENOTDIR: '不是文件夹',
    EISDIR: '是文件夹，不是文件',
    ELOOP: '链接指向自己',
    EMFILE: '打开的文件太多',
};
/** Why the file system refused, as a person would say it. */
function reason(error) {
    const code = error.code;
    return (code && REASONS[code]) || String(code ?? error.message);
}
/** A problem of a file as a whole. */
export function fileProblem(file, code, message, expected) {
    return { code, message, place: { file, line: 1, col: 1 }, expected, didYouMean: null, width: 1 };
}
//# sourceMappingURL=source.js.map