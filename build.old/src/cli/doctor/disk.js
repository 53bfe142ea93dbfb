import { dirname, resolve } from 'node:path';
import { fail, failure, ok, warn } from './finding.js';
import { GIGABYTE, MEGABYTE, size } from './words.js';
const LEAST = 100 * MEGABYTE;
/** Is there room to write, and may we? Of a folder that is yet to be made, the nearest one above it is asked. */
export async function disk(probe, dataDir) {
    let folder = resolve(dataDir);
    let facts = await probe.file(folder);
    const made = facts !== null;
    while (facts === null && dirname(folder) !== folder) {
        folder = dirname(folder);
        facts = await probe.file(folder);
    }
    if (facts?.kind !== 'folder') {
        return [fail(`${folder} 不是文件夹，数据没有地方放`, '移走同名的文件，或在学校文件里改 data_dir')];
    }
    const where = made ? `数据文件夹 ${dataDir}` : `数据文件夹 ${dataDir}（首次运行时建立）`;
    return [await writable(probe, folder, where), await room(probe, folder)];
}
async function writable(probe, folder, where) {
    const code = await probe.tryWriting(folder);
    if (code === null)
        return ok(`${where} 可写`);
    const full = code === 'ENOSPC' || code === 'EDQUOT';
    return fail(`${where} 不可写（${code}）`, full ? '磁盘或配额已满，请清理' : '检查文件夹的主人和权限，以及磁盘是否被挂载为只读');
}
async function room(probe, folder) {
    try {
        const free = await probe.freeBytes(folder);
        if (free < LEAST)
            return fail(`磁盘只剩 ${size(free)}，少于 ${size(LEAST)}`, '清理磁盘；写满之后小助手会停止处理消息');
        if (free < GIGABYTE)
            return warn(`磁盘剩余 ${size(free)}，少于 ${size(GIGABYTE)}`, '尽快清理磁盘');
        return ok(`磁盘剩余 ${size(free)}`);
    }
    catch (error) {
        return failure('查不到磁盘剩余空间', error);
    }
}
//# sourceMappingURL=disk.js.map