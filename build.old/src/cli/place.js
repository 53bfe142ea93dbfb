import { BanzhangError } from '../model/errors.js';
/** Options shared by the commands that read a ledger. */
export function placeOptions(command) {
    return command
        .option('--school <file>', '学校文件', 'rules/school.yaml')
        .option('--data <dir>', '数据文件夹（默认按学校文件；演示结束时会提示它的位置）');
}
/** Opens the ledger for reading, beside a running bot if need be. The caller closes it. */
export async function atPlace(tools, place) {
    if (place.data !== undefined)
        return { ledger: tools.readLedger(place.data), timezone: 'Asia/Shanghai' };
    const school = await tools.school(place.school);
    return { ledger: tools.readLedger(school.dataDir), timezone: school.timezone };
}
/** The ledger of a school, to be written to beside a running bot. The caller closes it. Throws BZ503 where there is none. */
export function beside(tools, school) {
    const ledger = tools.openBeside(school.dataDir, school.bot.id);
    if (ledger)
        return ledger;
    throw new BanzhangError('BZ503', `${school.dataDir} 里还没有账本`, { hint: '先运行一次 banzhang run' });
}
/** The group of this short name, or all. Throws BZ502 for one that is not in the school file. */
export function groupsOf(school, id) {
    if (id === undefined)
        return school.groups;
    const found = school.groups.filter(group => group.id === id);
    if (found.length > 0)
        return found;
    throw new BanzhangError('BZ502', `学校文件里没有 id 为 ${id} 的群`, {
        hint: `可选：${school.groups.map(group => group.id).join('、')}`,
    });
}
//# sourceMappingURL=place.js.map